import { type RefObject, useEffect, useRef } from "react";

/** A button that goes or is held back while an act runs drops the focus; it comes back to the head of the open step. */
export function useHeldFocus(isBusy: boolean): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !isBusy && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>("[aria-current=step] h2")?.focus();
    wasBusy.current = isBusy;
  }, [isBusy]);
  return list;
}
