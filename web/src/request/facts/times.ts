/** Times as a `datetime-local` field holds them, in this browser's zone, and the ones most often given. */

const two = (value: number): string => String(value).padStart(2, "0");

export const toField = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;

const FIELD = /^\d{4,}-\d\d-\d\dT\d\d:\d\d/;

export function fromField(field: string): Date | null {
  const at = new Date(field);
  return !FIELD.test(field) || Number.isNaN(at.getTime()) ? null : at;
}

const HOUR = 3_600_000;
const QUARTER = HOUR / 4;

const roundedUp = (ms: number): Date => new Date(Math.ceil(ms / QUARTER) * QUARTER);

function atHour(day: Date, days: number, hour: number): Date {
  const at = new Date(day);
  at.setDate(at.getDate() + days);
  at.setHours(hour, 0, 0, 0);
  return at;
}

/** In an hour, in two, by the end of the day if that is still ahead, tomorrow morning and afternoon. */
export function quickTimes(now: Date): Date[] {
  const soon = [roundedUp(now.getTime() + HOUR), roundedUp(now.getTime() + 2 * HOUR)];
  const evening = atHour(now, 0, 18);
  const later = [atHour(now, 1, 10), atHour(now, 1, 14)];
  const hasEvening = evening.getTime() > now.getTime() + 2.5 * HOUR;
  return [...soon, ...(hasEvening ? [evening] : []), ...later];
}
