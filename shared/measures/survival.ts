/** How long things take where some are not over yet: those count for as long as they were watched. Pure. */
import { Z95 } from "./wilson.ts";

/** In any unit. */
export type Watched = {
  /** How long each took that is over. */
  over: readonly number[];
  /** How long each has been watched so far that is not: taken out of the watching then (right-censored). */
  open: readonly number[];
};

export type Survival = {
  n: number;
  median: number | null;
  /** 95 % interval of the median; null where the watching was too short for that end. */
  low: number | null;
  high: number | null;
  p90: number | null;
};

/**
 * Median and 90th percentile by Kaplan and Meier (1958), the median's interval by Brookmeyer and Crowley (1982) on the
 * log-log scale with Greenwood's variance. Null where fewer than half, or than 9 of 10, are over.
 */
export function survivalOf(watched: Watched): Survival {
  const over = Float64Array.from(watched.over).sort();
  const open = Float64Array.from(watched.open).sort();
  let left = 1;
  let greenwood = 0;
  const found: Survival = { n: over.length + open.length, median: null, low: null, high: null, p90: null };
  let half: number | null = null;
  let gone = 0;
  for (let place = 0; place < over.length; ) {
    const time = over[place] ?? 0;
    // Whoever is taken out at the very time at which others end was watched up to it.
    while (gone < open.length && (open[gone] ?? 0) < time) gone++;
    const atRisk = over.length - place + open.length - gone;
    const first = place;
    while (place < over.length && over[place] === time) place++;
    const ended = place - first;
    // Exactly half are left from the last step to this one: the median lies in the middle of that time.
    if (half !== null) {
      found.median ??= (half + time) / 2;
      half = null;
    }
    left *= 1 - ended / atRisk;
    if (atRisk > ended) greenwood += ended / (atRisk * (atRisk - ended));
    if (found.median === null) {
      if (Math.abs(left - 0.5) < 1e-9) half = time;
      else if (left < 0.5) found.median = time;
    }
    const { lower, upper } = bounds(left, greenwood);
    if (lower <= 0.5) found.low ??= time;
    if (upper <= 0.5) found.high ??= time;
    if (left <= 0.1 + 1e-9) found.p90 ??= time;
  }
  if (half !== null) found.median ??= half;
  return found;
}

function bounds(left: number, greenwood: number): { lower: number; upper: number } {
  if (left <= 1e-12) return { lower: 0, upper: 0 };
  const spread = (Z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(left));
  return { lower: left ** Math.exp(spread), upper: left ** Math.exp(-spread) };
}
