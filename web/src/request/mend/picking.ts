/** Choosing messages of a request: by key, by press, by holding a finger on one. */
import { createContext, type PointerEvent, use, useRef, useState } from "react";
import type { Message } from "../../../../shared/api/conversations.ts";
import { useKey } from "../../ui/use-key.ts";
import { keepOnly, NO_PICKS, runTo, togglePick } from "./picks.ts";

const HOLD_MS = 500;
const SLIPPED_PX = 10;

export type Picking = ReturnType<typeof usePicking>;

const NONE: Pick<Picking, "isOn" | "ids" | "toggle" | "mayPick"> = {
  isOn: false,
  ids: [],
  toggle: () => {},
  mayPick: () => false,
};
export const PickingContext = createContext(NONE);
export const usePicks = () => use(PickingContext);

/** Those on the screen that can be chosen, in the order of the thread. */
const shown = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-pick]")];
const idOf = (element: Element | null | undefined): number | null => {
  const id = element?.closest("[data-pick]")?.getAttribute("data-pick");
  return id ? Number(id) : null;
};
const order = (): number[] => shown().map((element) => Number(element.dataset.pick));

/** `requestId`: null where nothing can be taken away, as on one that was merged. */
export function usePicking(requestId: number | null) {
  const [picks, setPicks] = useState(NO_PICKS);
  const hold = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const isOn = picks.ids.size > 0;
  const clear = () => setPicks(NO_PICKS);
  const toggle = (id: number) => setPicks((now) => togglePick(keepOnly(now, order()), id));
  const focus = (element: HTMLElement | undefined) => {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  };

  /** From the message one is on, else from the newest. */
  const begin = () => {
    const here = idOf(document.activeElement);
    const newest = shown().at(-1);
    if (here !== null) return toggle(here);
    if (!newest) return;
    focus(newest);
    toggle(Number(newest.dataset.pick));
  };
  useKey("KeyX", begin, { isOff: requestId === null });
  const step = (by: 1 | -1, isRun: boolean) => {
    const here = idOf(document.activeElement) ?? picks.anchor;
    const all = shown();
    const place = all.findIndex((element) => Number(element.dataset.pick) === here);
    const next = all[Math.min(all.length - 1, Math.max(0, place + by))];
    if (!next) return;
    focus(next);
    if (isRun) setPicks((now) => runTo(now, Number(next.dataset.pick), order()));
  };
  useKey("ArrowUp", () => step(-1, false), { isOff: !isOn });
  useKey("ArrowDown", () => step(1, false), { isOff: !isOn });
  useKey("ArrowUp", () => step(-1, true), { isOff: !isOn, withShift: true });
  useKey("ArrowDown", () => step(1, true), { isOff: !isOn, withShift: true });
  useKey("Escape", clear, { isOff: !isOn });

  const letGo = () => {
    if (hold.current) clearTimeout(hold.current.timer);
    hold.current = null;
  };
  return {
    isOn,
    ids: [...picks.ids],
    toggle,
    clear,
    begin,
    mayPick: (message: Pick<Message, "requestIds">) =>
      requestId !== null && message.requestIds.includes(requestId),
    /** A finger held on a message begins; a mouse has its own ways. */
    holds: {
      onPointerDown: (event: PointerEvent) => {
        const id = event.target instanceof Element ? idOf(event.target) : null;
        if (event.pointerType === "mouse" || isOn || id === null) return;
        const timer = setTimeout(() => toggle(id), HOLD_MS);
        hold.current = { timer, x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event: PointerEvent) => {
        const at = hold.current;
        if (at && Math.hypot(event.clientX - at.x, event.clientY - at.y) > SLIPPED_PX) letGo();
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
    },
  };
}
