/** Shortcuts by the key's place on the keyboard, so that they are the same in every language's layout. */
import { useEffect, useEffectEvent } from "react";

const TYPING = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]";
const SEQUENCE_MS = 1_200;
/** A first key, and the key after it: the third one stands for itself again. */
let leader: { code: string; at: number; secondAt: number | null } | null = null;

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPING) !== null;
}

/** A key pressed while a menu or dialog is open belongs to it, unless the listener lives in that dialog. */
function isElsewhere(inDialog: boolean): boolean {
  if (document.querySelector("[role=menu]") !== null) return true;
  return !inDialog && document.querySelector("dialog[open]") !== null;
}

window.addEventListener("keydown", (event) => {
  if (isTyping(event.target) || event.metaKey || event.ctrlKey || event.altKey) return;
  const at = event.timeStamp;
  if (leader && leader.secondAt === null && at - leader.at < SEQUENCE_MS) leader.secondAt = at;
  else leader = event.code === "KeyG" ? { code: event.code, at, secondAt: null } : null;
});

/** Some layouts have the slash elsewhere, behind Shift: what it types counts too. */
const isSlash = (keys: string, event: KeyboardEvent): boolean => keys === "Slash" && event.key === "/";

function matches(keys: string, event: KeyboardEvent): boolean {
  const [first, second] = keys.split(" ");
  const pending = leader !== null && leader.secondAt === event.timeStamp;
  if (second) return pending && leader?.code === first && event.code === second;
  return !pending && (event.code === first || isSlash(keys, event));
}

/**
 * Calls `act` on a key such as "KeyZ" or "Digit1", or on a sequence such as "KeyG KeyB".
 * Keys typed into a field, and keys with Ctrl, Alt or Meta, are left alone.
 */
export function useKey(
  keys: string,
  act: (event: KeyboardEvent) => void,
  options: { isOff?: boolean; inDialog?: boolean; withShift?: boolean } = {},
): void {
  const { isOff = false, inDialog = false, withShift = false } = options;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
    if (
      event.metaKey ||
      event.ctrlKey ||
      event.altKey ||
      (event.shiftKey !== withShift && !isSlash(keys, event))
    )
      return;
    if (isElsewhere(inDialog) || !matches(keys, event)) return;
    event.preventDefault();
    act(event);
  });
  useEffect(() => {
    if (isOff) return;
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOff]);
}
