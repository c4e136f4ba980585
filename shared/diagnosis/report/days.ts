/** One week drawn day by day: a line for each request from opened to its end, with chases and changes of shift. */
import type { ChatRequest, Diagnosis } from "../diagnosis.ts";
import { DAY, HOUR, MINUTE, type Voice } from "./voice.ts";

export type Bar = {
  lane: number;
  /** Both from 0 to 1 of the hours drawn. */
  from: number;
  to: number;
  /** It was open before these hours, or stays so after them. */
  isFromBefore: boolean;
  goesOn: boolean;
  hasNoEnd: boolean;
  isChased: boolean;
  chases: number[];
};

export type DaysPart = {
  heading: string;
  hours: { at: number; word: string }[];
  days: {
    word: string;
    bars: Bar[];
    lanes: number;
    edges: number[];
    more: string | null;
    label: string;
  }[];
  hasEdges: boolean;
  hasOpen: boolean;
  hasChases: boolean;
};

const WEEK = 7 * DAY;
const MOST_LANES = 10;
/** As wide as the thumb of a reader needs it, whatever its length. */
const LEAST_WIDTH = 0.012;

type Span = { request: ChatRequest; from: number; to: number; chases: number[] };

export function daysOf(diagnosis: Diagnosis, voice: Voice): DaysPart | null {
  const spans = spansOf(diagnosis);
  const week = fullestWeek(diagnosis, spans);
  if (week === null) return null;
  const within = spans.filter(({ from, to }) => from < week + WEEK && to >= week);
  const hours = hoursOf(within, week);
  const { words, tell, dates, hour } = voice;
  const days = Array.from({ length: 7 }, (_, day) =>
    dayOf(week + day * DAY, within, hours, diagnosis, voice),
  );
  const isChased = within.some(({ chases }) => chases.length > 0);
  const step = hours.to - hours.from > 12 ? 3 : 2;
  return {
    heading: tell(isChased ? words.days.counts : words.days.countsUsual, {
      dates: dates(week, week + WEEK - DAY),
    }),
    hours: Array.from({ length: Math.floor((hours.to - hours.from) / step) + 1 }, (_, at) => ({
      at: (at * step) / (hours.to - hours.from),
      word: hour(hours.from + at * step),
    })),
    days,
    hasEdges: days.some(({ edges }) => edges.length > 0),
    hasOpen: days.some(({ bars }) => bars.some(({ hasNoEnd }) => hasNoEnd)),
    hasChases: isChased,
  };
}

function spansOf({ requests, chat }: Diagnosis): Span[] {
  return requests.map((request) => {
    const at = (index: number | null | undefined): number | undefined =>
      index === null || index === undefined ? undefined : chat.messages[index]?.at;
    const from = at(request.opened) ?? 0;
    // What has no end is drawn to its last word: beyond that nothing is known of it.
    const to = Math.max(from, at(request.resolvedAt ?? request.messages.at(-1)) ?? from);
    return { request, from, to, chases: request.chases.flatMap((index) => at(index) ?? []) };
  });
}

/** The Monday of the week with most chases; where nobody chased, of the one with most requests. */
function fullestWeek({ weeks }: Diagnosis, spans: readonly Span[]): number | null {
  const chases = spans.flatMap(({ chases }) => chases);
  let best: number | null = null;
  let most = -1;
  for (const { from, requests } of weeks) {
    if (requests === 0 && chases.length === 0) continue;
    const chasesThen = chases.filter((at) => at >= from && at < from + WEEK).length;
    const score = chasesThen * 1000 + Math.min(999, requests);
    if (score > most) {
      most = score;
      best = from;
    }
  }
  return best;
}

/** From the first hour at which anything begins to the last at which anything ends, that week. */
function hoursOf(spans: readonly Span[], week: number): { from: number; to: number } {
  let [first, last] = [24, 0];
  for (const { from, to, chases } of spans)
    for (const at of [from, to, ...chases]) {
      if (at < week || at >= week + WEEK) continue;
      const hour = (((at % DAY) + DAY) % DAY) / HOUR;
      first = Math.min(first, Math.floor(hour));
      last = Math.max(last, Math.ceil(hour + 0.01));
    }
  return last === 0 ? { from: 8, to: 18 } : { from: first, to: Math.max(first + 4, last) };
}

function dayOf(
  day: number,
  spans: readonly Span[],
  hours: { from: number; to: number },
  { shifts }: Diagnosis,
  { words, tell, weekday }: Voice,
): DaysPart["days"][number] {
  const start = day + hours.from * HOUR;
  const length = (hours.to - hours.from) * HOUR;
  const place = (at: number) => (at - start) / length;
  const here = spans
    .filter(({ from, to }) => from < start + length && to >= start && (from >= day || to > start))
    .sort((a, b) => a.from - b.from);
  const free: number[] = [];
  const bars: Bar[] = [];
  let left = 0;
  for (const { request, from, to, chases } of here) {
    const begin = Math.max(0, place(from));
    const end = Math.min(1, Math.max(place(to), begin + LEAST_WIDTH));
    const open = free.findIndex((until) => until <= begin);
    const lane = open < 0 ? free.length : open;
    if (lane >= MOST_LANES) {
      left++;
      continue;
    }
    free[lane] = end + LEAST_WIDTH;
    bars.push({
      ...{ lane, from: Math.min(begin, 1 - LEAST_WIDTH), to: end },
      isFromBefore: from < start,
      goesOn: to > start + length,
      hasNoEnd: request.resolved === "open" && to <= start + length,
      isChased: chases.length > 0,
      chases: chases.filter((at) => at >= start && at <= start + length).map(place),
    });
  }
  const today = here.filter(({ from }) => from >= day && from < day + DAY).length;
  const chasedToday = here.flatMap(({ chases }) => chases).filter((at) => at >= day && at < day + DAY).length;
  const word = weekday(day);
  return {
    word,
    bars,
    lanes: Math.max(1, free.length),
    edges: edgesOf(day, shifts.boundaries)
      .map((minute) => place(day + minute * MINUTE))
      .filter((at) => at > 0 && at < 1),
    more: left > 0 ? tell(words.days.more, { count: left }) : null,
    label: tell(words.days.label, { day: word, count: today, chases: chasedToday }),
  };
}

/** Minutes of that day at which one shift gives over to the next. */
function edgesOf(day: number, boundaries: readonly { minute: number }[]): number[] {
  const fromMonday = (new Date(day).getUTCDay() + 6) % 7;
  const minutes = boundaries
    .map(({ minute }) => minute - fromMonday * 1440)
    .filter((minute) => minute >= 0 && minute < 1440);
  return [...new Set(minutes)];
}
