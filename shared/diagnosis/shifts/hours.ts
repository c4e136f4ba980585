/** When somebody of ours answers, by the week: guessed from when they wrote. Pure. */
import { DAY, MINUTE, minuteOfWeek, WEEK } from "../../measures/business-time.ts";
import type { WallTime } from "../chat.ts";
import type { WeekSpan } from "../diagnosis.ts";

const SLOT = 15;
const SLOTS = 96;
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 10_080;
/** Under this many messages nothing is known of hours, and all time counts. */
const FEWEST = 12;
/** A night is at least this long, in slots; without one, somebody is always there. */
const SHORTEST_NIGHT = 12;
/** Slots looked at together: two hours. */
const WINDOW = 8;
/** What fewer days than this share saw is an exception, not the hours. */
const RARE = 0.04;
const MARK = 30;
/** People come a little early and leave a little late. */
const GRACE = 10;

const BREATH = 15 * MINUTE;

/** One working day: where it lies in the week, and the minutes since its beginning at which somebody wrote. */
type WorkingDay = { weekday: number; minutes: number[] };
type Range = { from: number; to: number };

/** `times` are all messages of staff, in order. Empty: too few to tell. */
export function hoursOf(times: ArrayLike<WallTime>): WeekSpan[] {
  if (times.length < FEWEST) return [];
  const night = nightOf(times);
  const days = workingDays(times, night?.middle ?? 0);
  const open = openWeekdays(days, times);
  if (!night)
    return open.every(Boolean)
      ? [{ from: 0, to: WEEK_MINUTES }]
      : joined(
          open.flatMap((isOpen, weekday) =>
            isOpen ? [dayRange(weekday, { from: 0, to: DAY_MINUTES }, 0)] : [],
          ),
        );
  const regular = days.filter(({ weekday }) => open[weekday]);
  const usual = untilClosing(rangeOf(regular), regular);
  const pause = breakOf(regular, usual, night.middle);
  return joined(
    open.flatMap((isOpen, weekday) => {
      if (!isOpen) return [];
      const range = ownRange(weekday, regular, usual);
      return parted(range, pause).map((part) => dayRange(weekday, rounded(part, night.middle), night.middle));
    }),
  );
}

/** The longest time of the day in which hardly anybody writes; null where there is none. */
function nightOf(times: ArrayLike<WallTime>): { middle: number } | null {
  const seen = Array.from({ length: SLOTS }, () => 0);
  const last = new Float64Array(SLOTS).fill(-1);
  const days = new Set<number>();
  for (let place = 0; place < times.length; place++) {
    const at = times[place] ?? 0;
    const day = Math.floor(at / DAY);
    days.add(day);
    const slot = Math.floor((at - day * DAY) / (SLOT * MINUTE));
    // On how many days somebody wrote in the window that begins at each slot.
    for (let back = 0; back < WINDOW; back++) {
      const start = (slot - back + SLOTS) % SLOTS;
      if (last[start] === day) continue;
      last[start] = day;
      seen[start] = (seen[start] ?? 0) + 1;
    }
  }
  const rare = Math.max(1, RARE * days.size);
  let best = { from: 0, length: 0 };
  for (let from = 0; from < SLOTS; from++) {
    let length = 0;
    while (length < SLOTS && (seen[(from + length) % SLOTS] ?? 0) <= rare) length++;
    if (length > best.length) best = { from, length };
  }
  // A run of quiet windows is quiet until the end of the last one.
  const quiet = best.length === 0 ? 0 : best.length + WINDOW - 1;
  if (quiet < SHORTEST_NIGHT) return null;
  return { middle: ((best.from + Math.floor(Math.min(quiet, SLOTS) / 2)) % SLOTS) * SLOT };
}

function workingDays(times: ArrayLike<WallTime>, cut: number): WorkingDay[] {
  const days: WorkingDay[] = [];
  let current = Number.NaN;
  let last = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < times.length; place++) {
    const at = (times[place] ?? 0) - cut * MINUTE;
    const day = Math.floor(at / DAY);
    if (day !== current) {
      current = day;
      days.push({ weekday: Math.floor(minuteOfWeek(day * DAY) / DAY_MINUTES), minutes: [] });
    }
    const minutes = days.at(-1)?.minutes;
    // What comes in one breath says once when somebody was there; the last of the day counts for itself.
    if (minutes && minutes.length > 1 && at - last < BREATH) minutes.pop();
    else last = at;
    minutes?.push((at - day * DAY) / MINUTE);
  }
  return days;
}

/** A weekday counts where staff wrote on a fair share of its dates, and not just a word. */
function openWeekdays(days: readonly WorkingDay[], times: ArrayLike<WallTime>): boolean[] {
  const weeks = Math.max(1, ((times[times.length - 1] ?? 0) - (times[0] ?? 0)) / WEEK);
  const dates = new Array<number>(7).fill(0);
  const messages = new Array<number>(7).fill(0);
  for (const { weekday, minutes } of days) {
    dates[weekday] = (dates[weekday] ?? 0) + 1;
    messages[weekday] = (messages[weekday] ?? 0) + minutes.length;
  }
  const mostDates = Math.max(...dates);
  const usual = messages.toSorted((one, other) => other - one)[2] ?? 0;
  return dates.map(
    (count, weekday) =>
      count >= 0.3 * mostDates && (count > 1 || weeks < 3) && (messages[weekday] ?? 0) >= 0.12 * usual,
  );
}

/** A first or last message this far beyond all others is an exception, in minutes. */
const FAR_OUT = 75;

/** From the first to the last message of a day, without what only the rarest days saw. */
function rangeOf(days: readonly WorkingDay[]): Range {
  const firsts = days.map(({ minutes }) => minutes[0] ?? 0).sort((one, other) => one - other);
  const lasts = days.map(({ minutes }) => minutes.at(-1) ?? 0).sort((one, other) => other - one);
  return { from: edgeOf(firsts), to: edgeOf(lasts) };
}

/** The day's work thins out before closing: where little is said, the last word falls short of it by a pause or two. */
const SHORT_BY = 2;

function untilClosing({ from, to }: Range, days: readonly WorkingDay[]): Range {
  const words = days.reduce((sum, { minutes }) => sum + minutes.length, 0);
  return { from, to: Math.min(DAY_MINUTES, to + (SHORT_BY * (to - from)) / Math.max(1, words)) };
}

/** `edges` begin with the furthest out. */
function edgeOf(edges: readonly number[]): number {
  const rare = Math.floor(RARE * edges.length);
  const edge = edges[rare] ?? 0;
  const next = edges[rare + 1] ?? edge;
  return edges.length >= 4 && Math.abs(next - edge) > FAR_OUT ? next : edge;
}

/** So many messages that did not come show that they would not have. */
const TELLING = 6;
/** Of them, this share may have come all the same. */
const STRAY = 0.08;

/** A weekday keeps its own hours only where it should have had messages outside them by now: a short Saturday. */
function ownRange(weekday: number, days: readonly WorkingDay[], usual: Range): Range {
  const its = days.filter((day) => day.weekday === weekday);
  const others = days.filter((day) => day.weekday !== weekday).flatMap(({ minutes }) => minutes);
  if (others.length === 0 || its.length === 0) return usual;
  const minutes = its.flatMap((day) => day.minutes);
  const own = rangeOf(its);
  const isMissing = (isOutside: (minute: number) => boolean) => {
    const expected = (minutes.length * others.filter(isOutside).length) / others.length;
    return expected >= TELLING && minutes.filter(isOutside).length <= STRAY * expected;
  };
  return {
    from: isMissing((minute) => minute < own.from - MARK) ? own.from : usual.from,
    to: isMissing((minute) => minute > own.to + MARK) ? own.to : usual.to,
  };
}

/** A pause in which all are away: at least this long, with this many messages expected and next to none seen. */
const PAUSE = { slots: 5, expected: 12, share: 0.03, fromEdge: 6 };

function breakOf(days: readonly WorkingDay[], { from, to }: Range, cut: number): Range | null {
  const counts = new Array<number>(SLOTS).fill(0);
  let total = 0;
  for (const { minutes } of days)
    for (const minute of minutes) {
      if (minute < from || minute > to) continue;
      const slot = Math.floor(minute / SLOT);
      counts[slot] = (counts[slot] ?? 0) + 1;
      total++;
    }
  const perSlot = (total * SLOT) / Math.max(SLOT, to - from);
  const first = Math.ceil(from / SLOT) + PAUSE.fromEdge;
  const last = Math.floor(to / SLOT) - PAUSE.fromEdge;
  let best: Range | null = null;
  for (let start = first; start < last; start++) {
    let seen = 0;
    for (let end = start + 1; end <= last; end++) {
      seen += counts[end - 1] ?? 0;
      const expected = perSlot * (end - start);
      if (seen > PAUSE.share * expected && seen > 0) break;
      if (end - start < PAUSE.slots || expected < PAUSE.expected) continue;
      if (!best || (end - start) * SLOT > best.to - best.from) best = { from: start * SLOT, to: end * SLOT };
    }
  }
  return (
    best && {
      from: Math.floor((best.from + cut) / MARK) * MARK - cut,
      to: Math.ceil((best.to + cut) / MARK) * MARK - cut,
    }
  );
}

function parted(range: Range, pause: Range | null): Range[] {
  if (!pause || pause.from <= range.from || pause.to >= range.to) return [range];
  return [
    { from: range.from, to: pause.from },
    { from: pause.to, to: range.to },
  ];
}

/** Out to the half hours that people keep. */
function rounded({ from, to }: Range, cut: number): Range {
  const start = Math.floor((from + cut + GRACE) / MARK) * MARK - cut;
  const end = Math.ceil((to + cut - GRACE) / MARK) * MARK - cut;
  return { from: start, to: Math.max(end, start + MARK) };
}

/** A range of a working day that begins at `cut`, in minutes of the week; it may reach past the week's end. */
const dayRange = (weekday: number, { from, to }: Range, cut: number): WeekSpan => ({
  from: weekday * DAY_MINUTES + cut + from,
  to: weekday * DAY_MINUTES + cut + to,
});

/** Folded into one week, sorted, touching ones joined. */
function joined(spans: readonly WeekSpan[]): WeekSpan[] {
  const folded = spans.flatMap(({ from, to }) => {
    const start = ((from % WEEK_MINUTES) + WEEK_MINUTES) % WEEK_MINUTES;
    const end = start + Math.min(to - from, WEEK_MINUTES);
    return end <= WEEK_MINUTES
      ? [{ from: start, to: end }]
      : [
          { from: start, to: WEEK_MINUTES },
          { from: 0, to: end - WEEK_MINUTES },
        ];
  });
  const sorted = folded.sort((one, other) => one.from - other.from);
  const apart: WeekSpan[] = [];
  for (const span of sorted) {
    const before = apart.at(-1);
    if (before && span.from <= before.to) before.to = Math.max(before.to, span.to);
    else apart.push({ ...span });
  }
  return apart;
}
