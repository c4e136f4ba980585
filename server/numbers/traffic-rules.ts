/** Whether a number's silence is unusual. Pure. */

export type HourCount = { hour: Date; cameIn: number };

/** A silence that is hardly chance. */
export type Silence = {
  /** The last message that came in. */
  since: Date;
  /** How many would have come meanwhile in an average week. */
  expected: number;
  /** How many weeks of history say so. */
  weeks: number;
};

const HOUR_MS = 3_600_000;
const WEEK_MS = 168 * HOUR_MS;
const MOST_WEEKS = 4;
const FEWEST_WEEKS = 2;
/** Told when a usual week would be this silent once in a thousand times. */
const CHANCE = 0.001;
const SHIFTS_MS = [-HOUR_MS, 0, HOUR_MS];

/**
 * The silence since the last message is laid over the same stretch of each of the last four weeks (weekday and hour).
 * If messages come at random at a rate known from n weeks with S messages in all in that stretch, the next such
 * stretch is empty with probability (n / (n + 1))^(S + 1/2): the Poisson e^-m with the doubt about m reckoned in
 * (the predictive distribution under Jeffreys' prior; Gelman et al., Bayesian Data Analysis, 3rd edition, 2.6).
 * Silence is told once that has fallen under 0.001, which takes about 8 expected messages, and only
 * - with at least two weeks of history before it,
 * - when the stretch was not empty in more than one of those weeks: one holiday does not blind it, a stretch that is
 *   often empty is never told,
 * - counting in each week the quietest of the same stretch, an hour earlier and an hour later, and not in the first
 *   hour of a day: opening hours wander, and summer time moves them.
 * Silence at night adds nothing to S, so it begins to be told only while messages usually come; once told it stays so
 * until one does. A silence of more than a week is judged by its first week: the weeks before it know nothing of it.
 */
export function unusualSilence(hours: readonly HourCount[], lastIn: Date | null, now: Date): Silence | null {
  if (lastIn === null || now <= lastIn) return null;
  const counts = new Map<number, number>();
  let first = Number.POSITIVE_INFINITY;
  for (const { hour, cameIn } of hours) {
    if (cameIn <= 0) continue;
    counts.set(hour.getTime(), cameIn);
    first = Math.min(first, hour.getTime());
  }
  const start = lastIn.getTime();
  const end = Math.min(now.getTime(), start + WEEK_MS);
  const known = Math.floor((start - HOUR_MS - first) / WEEK_MS);
  const weeks = Math.max(0, Math.min(MOST_WEEKS, Number.isFinite(known) ? known : 0));
  if (weeks < FEWEST_WEEKS) return null;
  for (let moment = start + HOUR_MS; ; moment += HOUR_MS) {
    const until = Math.min(moment, end);
    if (isHardlyChance(sumsUntil(counts, start, until, weeks)) && hadBegun(counts, until, weeks)) break;
    if (until === end) return null;
  }
  const total = sumsUntil(counts, start, end, weeks).reduce((all, sum) => all + sum, 0);
  return { since: lastIn, expected: Math.round(total / weeks), weeks };
}

type Counts = ReadonlyMap<number, number>;

/** Of each week before, the quietest place of the stretch. */
function sumsUntil(counts: Counts, start: number, until: number, weeks: number): number[] {
  return Array.from({ length: weeks }, (_, index) => {
    const back = (index + 1) * WEEK_MS;
    return Math.min(...SHIFTS_MS.map((shift) => sumOver(counts, start - back + shift, until - back + shift)));
  });
}

function isHardlyChance(sums: readonly number[]): boolean {
  const weeks = sums.length;
  const busy = sums.filter((sum) => sum >= 1).length;
  const total = sums.reduce((all, sum) => all + sum, 0);
  return busy >= Math.max(FEWEST_WEEKS, weeks - 1) && (weeks / (weeks + 1)) ** (total + 0.5) < CHANCE;
}

/** Whether messages came already in the hour that ended an hour before, in any of the weeks. */
function hadBegun(counts: Counts, moment: number, weeks: number): boolean {
  for (let week = 1; week <= weeks; week++) {
    const at = moment - week * WEEK_MS;
    if (sumOver(counts, at - 2 * HOUR_MS, at - HOUR_MS) > 0) return true;
  }
  return false;
}

/** Of an hour that is only partly inside, its part. */
function sumOver(counts: Counts, from: number, to: number): number {
  let sum = 0;
  for (let hour = Math.floor(from / HOUR_MS) * HOUR_MS; hour < to; hour += HOUR_MS) {
    const count = counts.get(hour);
    if (count === undefined) continue;
    sum += (count * (Math.min(to, hour + HOUR_MS) - Math.max(from, hour))) / HOUR_MS;
  }
  return sum;
}

/** From where to count again: the last two whole hours and this one, and whatever was never counted before them. */
export function countFrom(lastCounted: Date | null, now: Date): Date {
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  const usual = thisHour - 2 * HOUR_MS;
  const farthest = thisHour - (MOST_WEEKS + 1) * WEEK_MS;
  return new Date(Math.min(usual, Math.max(farthest, lastCounted?.getTime() ?? farthest)));
}
