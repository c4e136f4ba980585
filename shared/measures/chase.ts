/** Which messages of a request chase (measures.md 6). Pure. */
import type { Standing } from "./resolution.ts";
import { CHASE_AFTER, FOLLOW_UP_AFTER } from "./thresholds.ts";
import type { BusinessClock, Turn } from "./turn.ts";

/**
 * Places of the client's messages that add nothing, ask again and wait too long for an answer: (A) nobody answered since
 * the client's message before, at least `after` ago; or (B) we had answered, and at least four business hours went by.
 * `before`: how the request stood before each message; on what the client called settled nobody chases, on what only we
 * call done they may, thanked or not.
 */
export function findChases(
  turns: readonly Turn[],
  before: readonly Standing[],
  business: BusinessClock,
  after: number = CHASE_AFTER.usual,
): number[] {
  const chases: number[] = [];
  let lastClient: number | null = null;
  let lastStaff: number | null = null;
  for (const [place, turn] of turns.entries()) {
    if (turn.side === "staff") lastStaff = turn.at;
    if (turn.side !== "client") continue;
    const isUnanswered = lastClient !== null && (lastStaff === null || lastStaff < lastClient);
    const since = lastClient;
    lastClient = turn.at;
    if (!turn.asks || !turn.addsNothing || before[place] === "settled") continue;
    if (isUnanswered && since !== null && turn.at - since >= after) chases.push(place);
    else if (lastStaff !== null && business(lastStaff, turn.at) >= FOLLOW_UP_AFTER) chases.push(place);
  }
  return chases;
}
