/** How long a request has been in whose hands, from its events. */
import { WAITS_ON, type WaitsOn } from "../../shared/request.ts";
import type { KeptEvent } from "./events.ts";

export type Hands = Record<WaitsOn, number>;

/** Milliseconds in each pair of hands so far. Times that go back (a late delivery) count as none. */
export function handsOf(standing: readonly Pick<KeptEvent, "at" | "changes">[], now: Date): Hands {
  const hands: Hands = { us: 0, client: 0, worker: 0, third_party: 0 };
  let holder: WaitsOn | null = null;
  let since = 0;
  for (const { at, changes } of standing) {
    if (changes.waits_on === undefined) continue;
    const moment = Math.max(Date.parse(at), since);
    if (holder) hands[holder] += moment - since;
    holder = WAITS_ON.find((party) => party === changes.waits_on) ?? null;
    since = moment;
  }
  if (holder) hands[holder] += Math.max(0, now.getTime() - since);
  return hands;
}
