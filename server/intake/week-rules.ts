/** Deliveries are kept by weeks, which are cleared away whole. Pure. */

const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
/** The first Monday of Unix time, 1970-01-05. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** A week by its Monday in UTC, as `YYYY-MM-DD`. */
export type Week = string;

export function weekOf(at: Date): Week {
  const weeks = Math.floor((at.getTime() - FIRST_MONDAY_MS) / WEEK_MS);
  return new Date(FIRST_MONDAY_MS + weeks * WEEK_MS).toISOString().slice(0, 10);
}

export const weekBefore = (week: Week): Week => weekOf(new Date(Date.parse(week) - DAY_MS));
export const weekAfter = (week: Week): Week => weekOf(new Date(Date.parse(week) + WEEK_MS));

/** Weeks of which even the last moment is longer ago than `keepDays`, oldest first. */
export function weeksToClear(weeks: readonly Week[], now: Date, keepDays: number): Week[] {
  return weeks.filter((week) => Date.parse(week) + WEEK_MS + keepDays * DAY_MS <= now.getTime()).toSorted();
}
