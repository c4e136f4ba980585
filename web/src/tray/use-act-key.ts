import { useArrowKeys } from "../ui/use-arrow-keys.ts";
import { useKey } from "../ui/use-key.ts";

/** An act of the tray on its key. Enter stays with the button, link or field that has the focus. */
export function useActKey(code: string, act: () => void, isOff = false): void {
  const isEnter = code === "Enter";
  useKey(code, act, { isOff: isOff || isEnter });
  useArrowKeys((key) => {
    if (isOff || !isEnter || key !== "Enter") return false;
    act();
    return true;
  });
}
