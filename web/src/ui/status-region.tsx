/** One polite line for readers: what happened, without a toast. */
import { useSyncExternalStore } from "react";

let current = "";
const listeners = new Set<() => void>();

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** Say what happened, or what somebody else changed. The same words twice are said twice. */
export function announce(words: string): void {
  current = words === current ? `${words}\u00a0` : words;
  for (const tell of listeners) tell();
}

/** Stands once, in the shell. */
export function StatusRegion() {
  const words = useSyncExternalStore(subscribe, () => current);
  return (
    <div role="status" className="sr-only">
      {words}
    </div>
  );
}
