/** Over time: requests a week with those chased, and the hours at which clients ask again. */
import type { Diagnosis } from "../diagnosis.ts";
import type { Voice } from "./voice.ts";

export type SincePart = {
  weeks: { date: string; month: string | null; requests: number; chased: number }[];
  most: number;
  /** Place of the week from which on chases run ahead. */
  since: { week: number; label: string } | null;
  label: string;
};

export function sinceOf(
  { weeks, since }: Diagnosis,
  { words, tell, date, longDate, month }: Voice,
): SincePart | null {
  if (weeks.length < 2) return null;
  const shown = weeks.map(({ from, requests, chased }, place) => {
    const name = month(from);
    const [before, after] = [weeks[place - 1], weeks[place + 1]];
    // A month that is there with its last week alone gives its place to the next one.
    const isLast = before === undefined && after !== undefined && month(after.from) !== name;
    const isFirst = (before === undefined || month(before.from) !== name) && !isLast;
    return { date: date(from), month: isFirst ? name : null, requests, chased };
  });
  const place = since === null ? -1 : weeks.findIndex(({ from }) => from >= since);
  return {
    weeks: shown,
    most: Math.max(1, ...weeks.map(({ requests }) => requests)),
    since:
      since === null || place < 0
        ? null
        : { week: place, label: tell(words.since.from, { date: longDate(since) }) },
    label: tell(words.since.label, { count: weeks.length }),
  };
}

export type HoursPart = {
  bars: { hour: string; count: number; isPeak: boolean }[];
  most: number;
  label: string;
} | null;

const FEW_CHASES = 4;
/** Shown at least, however few chases there are: a day at work. */
const USUAL = { from: 8, to: 18 };

export function hoursOf(
  { chasesByHour, advice }: Diagnosis,
  { words, tell, list, number, hour }: Voice,
): HoursPart {
  const used = chasesByHour.flatMap((count, at) => (count > 0 ? [at] : []));
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = advice.find(({ kind }) => kind === "agree_who_answers");
  const isPeak = (at: number) =>
    span?.kind === "agree_who_answers" && at >= span.fromHour && at < span.toHour;
  const from = Math.min(first, USUAL.from);
  const bars = chasesByHour
    .slice(from, Math.max(last, USUAL.to) + 1)
    .map((count, at) => ({ hour: hour(from + at).slice(0, 2), count, isPeak: isPeak(from + at) }));
  const said = used.map((at) => [
    tell(words.hours.at, { hour: hour(at), count: number(chasesByHour[at] ?? 0) }),
  ]);
  return {
    bars,
    // One chase is no tower.
    most: Math.max(FEW_CHASES, ...chasesByHour),
    label: tell(words.hours.label, { list: list(said) }),
  };
}
