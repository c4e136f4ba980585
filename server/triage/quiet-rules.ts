/** How long somebody pauses within one thought, learnt from how they write. Pure. */

export const QUIET_FIRST_SECONDS = 60;
const SHORTEST_QUIET_SECONDS = 20;
const LONGEST_QUIET_SECONDS = 120;
/** Pauses that stand for what is not known yet. */
const FIRST_WEIGHT = 8;
/** Of ten pauses within a thought, nine are shorter; a little longer, and it is over. */
const KEPT = 0.9;
const ROOM = 1.5;

export type Written = { saidAt: Date; isTheirs: boolean };

/** Between two messages of theirs with nobody else's in between, and short enough to be one thought. */
export function pausesOf(messages: readonly Written[]): number[] {
  const pauses: number[] = [];
  for (let at = 1; at < messages.length; at++) {
    const [before, after] = [messages[at - 1], messages[at]];
    if (!before?.isTheirs || !after?.isTheirs) continue;
    const seconds = (after.saidAt.getTime() - before.saidAt.getTime()) / 1000;
    if (seconds >= 0 && seconds <= LONGEST_QUIET_SECONDS) pauses.push(seconds);
  }
  return pauses;
}

export function quietSecondsFrom(pauses: readonly number[]): number {
  if (pauses.length === 0) return QUIET_FIRST_SECONDS;
  const sorted = [...pauses].sort((one, other) => one - other);
  const usual = (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * KEPT))] ?? 0) * ROOM;
  const learnt =
    (usual * pauses.length + QUIET_FIRST_SECONDS * FIRST_WEIGHT) / (pauses.length + FIRST_WEIGHT);
  return Math.round(Math.min(LONGEST_QUIET_SECONDS, Math.max(SHORTEST_QUIET_SECONDS, learnt)));
}
