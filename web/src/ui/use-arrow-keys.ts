/** Keys that move a selection on a page; held down they go on. What has arrows of its own keeps them. */
import { useEffect, useEffectEvent } from "react";

export type ArrowKey = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Enter";
const KEYS: readonly string[] = [
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "Enter",
] satisfies ArrowKey[];
const isArrowKey = (code: string): code is ArrowKey => KEYS.includes(code);

const OWN_ARROWS = "input, textarea, select, dialog, [role=tab], [role=menu], [contenteditable=true]";
const OWN_ENTER = `${OWN_ARROWS}, a, button, summary`;

/** Return true from `act` for a key that did something: then the page does not scroll by it. */
export function useArrowKeys(act: (key: ArrowKey) => boolean): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || !isArrowKey(event.code)) return;
    if (event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
    if (document.querySelector("[role=menu], dialog[open]")) return;
    const own = event.code === "Enter" ? OWN_ENTER : OWN_ARROWS;
    if (event.target instanceof Element && event.target.closest(own)) return;
    if (act(event.code)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
