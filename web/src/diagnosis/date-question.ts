/** A day of the chat that another order of day and month would read as another day: what to ask with. Pure. */
import type { Chat, DateOrder, WallTime } from "../../../shared/diagnosis/chat.ts";

export type DateQuestion = { read: WallTime; other: WallTime; otherOrder: DateOrder };

const OTHER: Record<DateOrder, DateOrder> = { DMY: "MDY", MDY: "DMY", YMD: "DMY" };

/** Null where every day exists in one order only. The latest such day: it is remembered best. */
export function dateQuestionOf({ messages, dateOrder: { order } }: Chat): DateQuestion | null {
  for (let index = messages.length - 1; index >= 0; index--) {
    const read = messages[index]?.at ?? 0;
    const other = otherReading(read, order);
    if (other !== null) return { read, other, otherOrder: OTHER[order] };
  }
  return null;
}

function otherReading(at: WallTime, order: DateOrder): WallTime | null {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (order !== "YMD")
    return day <= 12 && day !== month
      ? at - Date.UTC(year, month - 1, day) + Date.UTC(year, day - 1, month)
      : null;
  // "26/05/12" is 12 May 2026 or 26 May 2012: only a short year can be taken for a day.
  const shortYear = year % 100;
  const other = new Date(Date.UTC(2000 + day, month - 1, shortYear));
  return shortYear > 0 && other.getUTCDate() === shortYear
    ? at - Date.UTC(year, month - 1, day) + other.getTime()
    : null;
}
