/** Our words after a silence of ours, and whether it took a chase to get them (measures.md 6, sign 2). Pure. */
import type { Resolved } from "./resolution.ts";
import { FOLLOW_UP_AFTER } from "./thresholds.ts";
import type { BusinessClock, Turn } from "./turn.ts";

/**
 * Places of our messages on an open request at least four business hours after our last one on it, each with the place
 * of the chase right before it, if any. A first reply follows nothing up. What was called done and went on was not done
 * yet: open up to our last completion.
 */
export function findFollowUps(
  turns: readonly Turn[],
  { before, lastDone }: Pick<Resolved, "before" | "lastDone">,
  chases: readonly number[],
  business: BusinessClock,
): { place: number; after: number | null }[] {
  const found: { place: number; after: number | null }[] = [];
  const chasing = new Set(chases);
  let lastStaff: number | null = null;
  let previous: number | null = null;
  for (const [place, turn] of turns.entries()) {
    if (turn.side === "bot") continue;
    if (turn.side === "staff") {
      const isDue = lastStaff !== null && business(lastStaff, turn.at) >= FOLLOW_UP_AFTER;
      const isOpen = before[place] === "open" || place <= (lastDone ?? -1);
      if (isDue && isOpen)
        found.push({ place, after: previous !== null && chasing.has(previous) ? previous : null });
      lastStaff = turn.at;
    }
    previous = place;
  }
  return found;
}
