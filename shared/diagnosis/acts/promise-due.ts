/** When what was promised falls due, by the business's own hours. Pure. */
import { promisedTime } from "../../words/promised-time.ts";
import type { WallTime } from "../chat.ts";
import type { WeekSpan } from "../diagnosis.ts";

const DAY_MINUTES = 24 * 60;
/** Where nobody knows the hours, or the business does not work on that day. */
const USUAL_END = 18 * 60;

/**
 * Null where the words name no time that lies ahead. Without `hours` a working day ends at 18:00. `about`: what it
 * answers, which may name the day.
 */
export const dueOf = (
  text: string,
  at: WallTime,
  hours: readonly WeekSpan[],
  about?: string,
): WallTime | null => promisedTime(text, at, (weekday) => endOf(hours, weekday), about);

function endOf(hours: readonly WeekSpan[], weekday: number): number {
  let end = 0;
  for (const span of hours) {
    const [from, to] = [span.from - weekday * DAY_MINUTES, span.to - weekday * DAY_MINUTES];
    if (from < DAY_MINUTES && to > 0) end = Math.max(end, Math.min(to, DAY_MINUTES - 1));
  }
  return end > 0 ? end : USUAL_END;
}
