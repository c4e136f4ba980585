/** When the shift of a request's last actor ended, and when the next one began: what sign 1 asks (measures.md 8). Pure. */
import { MINUTE, nextOpening, WEEK, weekOf } from "../../measures/business-time.ts";
import type { WallTime } from "../chat.ts";
import type { PersonIndex, Shifts } from "../diagnosis.ts";

/** Somebody who stays on for this long after the handing over is not leaving by it; less is a late word. */
const LATE = 90 * MINUTE;

/**
 * When the shift that `person` was in at `at` was handed over; `null` for a person asks of whoever was on duty, or
 * came on next, for requests that nobody has answered. Null when that person hands over to nobody. A late word moves
 * the end to the end of that person's session.
 */
export function sessionEndAfter(shifts: Shifts, person: PersonIndex | null, at: WallTime): WallTime | null {
  if (person === null) return nextEnd(shifts, null, nextOpening(shifts.hours, at));
  const session = sessionAt(shifts, person, at);
  if (session) {
    const late = nextEnd(shifts, person, at - LATE);
    if (late !== null && late <= at && session.from < late && session.to - late <= LATE) return session.to;
  }
  let end = nextEnd(shifts, person, at);
  while (session && end !== null && end + LATE < session.to) end = nextEnd(shifts, person, end + MINUTE);
  return end;
}

/**
 * When somebody is there again once a shift has ended at `after`: at once where another one is on (that one starts at
 * the handing over), else at the next opening.
 */
export const nextShiftStart = (shifts: Shifts, after: WallTime): WallTime => nextOpening(shifts.hours, after);

/** The first boundary at or after `from` by which that person, or anybody, goes. */
function nextEnd(shifts: Shifts, person: PersonIndex | null, from: WallTime): WallTime | null {
  const week = weekOf(from);
  let first = Number.POSITIVE_INFINITY;
  for (const { minute, ends } of shifts.boundaries) {
    if (person !== null && !ends.includes(person)) continue;
    const inWeek = week + minute * MINUTE;
    first = Math.min(first, inWeek >= from ? inWeek : inWeek + WEEK);
  }
  return first === Number.POSITIVE_INFINITY ? null : first;
}

/** That person's session around `at`. Sessions of others that began in between are few: one a person and shift. */
function sessionAt(
  { sessions }: Shifts,
  person: PersonIndex,
  at: WallTime,
): Shifts["sessions"][number] | null {
  let low = 0;
  let high = sessions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sessions[middle]?.from ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  for (let place = low - 1; place >= Math.max(0, low - FURTHEST_BACK); place--) {
    const session = sessions[place];
    if (session?.person === person) return session.to >= at ? session : null;
  }
  return null;
}
const FURTHEST_BACK = 100;
