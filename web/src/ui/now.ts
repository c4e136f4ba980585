/** One clock for the whole screen: it follows the server's time and ticks once a minute. */
import { useSyncExternalStore } from "react";

const MINUTE = 60_000;
let aheadMs = 0;
let now = Date.now();
let timer: number | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  now = Date.now() + aheadMs;
  for (const tell of listeners) tell();
  window.clearTimeout(timer);
  if (listeners.size > 0) timer = window.setTimeout(tick, MINUTE - (now % MINUTE) + 20);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  if (listeners.size === 1) tick();
  return () => listeners.delete(tell);
}

/** A phone's clock may be wrong by hours; "late 12 min" must not be. */
export function setServerNow(instant: string): void {
  const ahead = Date.parse(instant) - Date.now();
  if (Math.abs(ahead - aheadMs) < 2_000) return;
  aheadMs = ahead;
  tick();
}

/** Now by the server's clock, to the minute; renders again when the minute changes. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);

/** The server's time at this moment, for what ends to the second. */
export const serverNow = (): number => Date.now() + aheadMs;
