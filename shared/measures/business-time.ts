/** Time in which somebody of ours is there, reckoned by the week. Pure. */
import type { WallTime } from "../diagnosis/chat.ts";
import type { WeekSpan } from "../diagnosis/diagnosis.ts";

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const WEEK = 7 * DAY;
/** Monday, 5 January 1970: weeks are counted from here. */
const FIRST_MONDAY = 4 * DAY;

/** Monday 00:00 of the week that `at` lies in. */
export const weekOf = (at: WallTime): WallTime =>
  FIRST_MONDAY + Math.floor((at - FIRST_MONDAY) / WEEK) * WEEK;

/** From Monday 00:00, with fractions: 0 to 10,080, the end left out. */
export const minuteOfWeek = (at: WallTime): number => (at - weekOf(at)) / MINUTE;

/**
 * Milliseconds of business time in (from, to]; 0 when `to` is not later. Without hours, or where they fill the week,
 * all time counts.
 */
export function businessBetween(hours: readonly WeekSpan[], from: WallTime, to: WallTime): number {
  if (to <= from) return 0;
  if (hours.length === 0) return to - from;
  const perWeek = openIn(hours, WEEK);
  const first = weekOf(from);
  const last = weekOf(to);
  return ((last - first) / WEEK) * perWeek + openIn(hours, to - last) - openIn(hours, from - first);
}

/** The first instant at or after `at` in which somebody is there; `at` itself without hours. */
export function nextOpening(hours: readonly WeekSpan[], at: WallTime): WallTime {
  const first = hours[0];
  if (!first) return at;
  const minute = minuteOfWeek(at);
  for (const { from, to } of hours) if (minute < to) return minute >= from ? at : weekOf(at) + from * MINUTE;
  return weekOf(at) + WEEK + first.from * MINUTE;
}

/** Open milliseconds in the first `within` of a week. */
function openIn(hours: readonly WeekSpan[], within: number): number {
  let open = 0;
  for (const { from, to } of hours)
    open += Math.max(0, Math.min(to * MINUTE, within) - Math.min(from * MINUTE, within));
  return open;
}
