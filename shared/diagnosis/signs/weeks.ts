/** Arrivals and chases over time, and since when chases run ahead of what they were. Pure. */
import { DAY, WEEK, weekOf } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import type { Diagnosis } from "../diagnosis.ts";
import type { FollowedRequest } from "../requests/read-requests.ts";

type Week = Diagnosis["weeks"][number];

/** Each week from the first request's to the last one's, also those without any. */
export function weeksOf(followed: readonly FollowedRequest[]): Week[] {
  const counted = new Map<number, Week>();
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { request, turns } of followed) {
    const from = weekOf(turns[0]?.at ?? 0);
    const week = counted.get(from) ?? { from, requests: 0, chased: 0 };
    counted.set(from, week);
    week.requests++;
    if (request.chases.length > 0) week.chased++;
    first = Math.min(first, from);
    last = Math.max(last, from);
  }
  // Dates read wrongly may lie centuries apart: then only the weeks in which something came.
  if ((last - first) / WEEK > MOST_WEEKS)
    return [...counted.values()].sort((one, other) => one.from - other.from);
  const weeks: Week[] = [];
  for (let from = first; from <= last; from += WEEK)
    weeks.push(counted.get(from) ?? { from, requests: 0, chased: 0 });
  return weeks;
}
const MOST_WEEKS = 2600;

export function chasesByHour(followed: readonly FollowedRequest[], chat: Chat): number[] {
  const hours: number[] = Array.from({ length: 24 }, () => 0);
  for (const index of new Set(followed.flatMap(({ request }) => request.chases))) {
    const at = chat.messages[index]?.at ?? 0;
    const hour = Math.floor((((at % DAY) + DAY) % DAY) / (DAY / 24));
    hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}

/** On either side of a change there must be so much, or a good week is taken for a time. */
const FEWEST_WEEKS = 3;
const FEWEST_EACH = 20;
/** Of twice the log-likelihood ratio: 1 % by chance over all weeks one may split at (Andrews 1993, table I). */
const CLEAR = 12.35;

/**
 * The week from which on a larger share of requests is chased: the split at which two shares explain the weeks best
 * (binomial likelihood ratio). Null unless that is far beyond chance and the share at least doubled.
 */
export function changeWeek(weeks: readonly Week[]): number | null {
  const all = sumOf(weeks);
  let before = { requests: 0, chased: 0 };
  let best: { from: number; clear: number } | null = null;
  for (const [place, week] of weeks.entries()) {
    const after = { requests: all.requests - before.requests, chased: all.chased - before.chased };
    const isEnough =
      Math.min(place, weeks.length - place) >= FEWEST_WEEKS &&
      Math.min(before.requests, after.requests) >= FEWEST_EACH;
    if (isEnough && shareOf(after) >= 2 * shareOf(before)) {
      const clear = 2 * (likelihood(before) + likelihood(after) - likelihood(all));
      if (clear > CLEAR && (!best || clear > best.clear)) best = { from: week.from, clear };
    }
    before = sumOf([before, week]);
  }
  return best?.from ?? null;
}

type Counts = { requests: number; chased: number };

const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce((sum, each) => ({ requests: sum.requests + each.requests, chased: sum.chased + each.chased }), {
    requests: 0,
    chased: 0,
  });

const shareOf = ({ requests, chased }: Counts): number => (requests === 0 ? 0 : chased / requests);

function likelihood({ requests, chased }: Counts): number {
  const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / requests));
  return part(chased) + part(requests - chased);
}
