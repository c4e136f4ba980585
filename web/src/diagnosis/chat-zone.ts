/** An export names no time zone: its clock on the wall becomes an instant once somebody says which. Pure. */
import type { WallTime } from "../../../shared/diagnosis/chat.ts";

/** What the wall shows in the zone at an instant, kept as if it were UTC. */
function wallOf(instant: number, zone: string): WallTime {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** An hour that a change of clocks leaves out is taken as the one after it. */
export function instantOf(wall: WallTime, zone: string): Date {
  const seconds = Math.floor(wall / 1000) * 1000;
  const first = seconds - (wallOf(seconds, zone) - seconds);
  const second = first - (wallOf(first, zone) - seconds);
  return new Date(wallOf(second, zone) === seconds ? second : Math.max(first, second));
}
