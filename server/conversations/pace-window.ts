/**
 * What one number may send now, kept by the process that sends for it. A message counts from the moment it leaves until a
 * second after it has surely arrived, which is when its answer comes. So no stall here, there or on the way brings more than
 * the rate into any second, and after a stall the room it left is used.
 */

export type PaceWindow = {
  /** In milliseconds until the next may leave; 0: now. */
  waitMs(nowMs: number, perSecond: number): number;
  /** One leaves now. To be called when its answer is there. */
  leave(nowMs: number, perSecond: number): (answeredAtMs: number) => void;
  /** So many of another process lie in the second that ends then. */
  carry(count: number, untilMs: number): void;
  /** How many count now. */
  inside(nowMs: number): number;
};

/** A second, and what clocks of two machines may differ in counting it. */
const SECOND_MS = 1_002;
/** An answer that takes longer tells nothing of when the message arrived. */
const LONGEST_TRIP_MS = 3_000;
/** After a stall the room it left is filled this much faster than the rate, not all at once. */
const CATCH_UP = 1.25;
/** Timers come late by a little: so much is made good at once. */
const LAG_MS = 10;
/**
 * Answers of a host this near tell when a message arrived. Those of a host further away all take a while, and so did the
 * way there: what even the quickest of the last ones took tells nothing. A host that is only busy answers some at once.
 */
const NEAR_MS = 20;
const ANSWERS = 500;

type Trip = { leftAtMs: number; isCounted: boolean };

export function openPaceWindow(): PaceWindow {
  /** In the order of leaving. */
  let trips: Trip[] = [];
  let underWay = 0;
  /** When those that arrived count no more, in order. */
  let releases: number[] = [];
  let nextAtMs = Number.NEGATIVE_INFINITY;
  /** The quickest answer of this lot and of the one before. */
  let quickestMs = Number.POSITIVE_INFINITY;
  let quickestBeforeMs = Number.POSITIVE_INFINITY;
  let answers = 0;

  /** How much of an answer's time was the way, as far as it can be told. */
  function wayMs(answerMs: number): number {
    answers += 1;
    quickestMs = Math.min(quickestMs, answerMs);
    const least = Math.min(quickestMs, quickestBeforeMs);
    if (answers % ANSWERS === 0) {
      quickestBeforeMs = quickestMs;
      quickestMs = Number.POSITIVE_INFINITY;
    }
    return Math.max(0, least - NEAR_MS);
  }

  function release(atMs: number): void {
    releases.push(Math.max(atMs, releases.at(-1) ?? atMs));
  }

  function forget(nowMs: number): void {
    let gone = 0;
    while (gone < releases.length && (releases[gone] ?? 0) <= nowMs) gone += 1;
    if (gone > 0) releases = releases.slice(gone);
    let first = trips[0];
    while (first && (!first.isCounted || first.leftAtMs + LONGEST_TRIP_MS + SECOND_MS <= nowMs)) {
      if (first.isCounted) underWay -= 1;
      first.isCounted = false;
      trips = trips.slice(1);
      first = trips[0];
    }
  }

  return {
    waitMs(nowMs, perSecond) {
      forget(nowMs);
      const paceMs = Math.max(0, nextAtMs - nowMs);
      if (underWay + releases.length < Math.max(1, Math.floor(perSecond))) return paceMs;
      const first = releases[0] ?? (trips[0]?.leftAtMs ?? nowMs) + LONGEST_TRIP_MS + SECOND_MS;
      return Math.max(paceMs, first - nowMs);
    },
    leave(nowMs, perSecond) {
      const trip: Trip = { leftAtMs: nowMs, isCounted: true };
      trips.push(trip);
      underWay += 1;
      nextAtMs = Math.max(nextAtMs, nowMs - LAG_MS) + 1_000 / (perSecond * CATCH_UP);
      return (answeredAtMs) => {
        if (!trip.isCounted) return;
        trip.isCounted = false;
        underWay -= 1;
        release(Math.max(nowMs, answeredAtMs - wayMs(answeredAtMs - nowMs)) + SECOND_MS);
      };
    },
    carry(count, untilMs) {
      releases = [...releases, ...Array.from({ length: count }, () => untilMs)].sort(
        (one, other) => one - other,
      );
    },
    inside(nowMs) {
      forget(nowMs);
      return underWay + releases.length;
    },
  };
}
