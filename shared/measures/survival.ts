/** How long things take where some are not over yet: those count for as long as they were watched. Pure. */
import { Z95 } from "./wilson.ts";

export type Watched = {
  /** How long it took, or how long it has been watched so far; any unit. */
  time: number;
  /** Not over: taken out of the watching at `time` (right-censored). */
  isOver: boolean;
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
export function survivalOf(watched: readonly Watched[]): Survival {
  const sorted = [...watched].sort((one, other) => one.time - other.time);
  let left = 1;
  let greenwood = 0;
  const found: Survival = { n: sorted.length, median: null, low: null, high: null, p90: null };
  let half: number | null = null;
  let place = 0;
  while (place < sorted.length) {
    const time = sorted[place]?.time ?? 0;
    const atRisk = sorted.length - place;
    let over = 0;
    for (; place < sorted.length && sorted[place]?.time === time; place++) if (sorted[place]?.isOver) over++;
    if (over === 0) continue;
    // Exactly half are left from the last step to this one: the median lies in the middle of that time.
    if (half !== null) {
      found.median ??= (half + time) / 2;
      half = null;
    }
    left *= 1 - over / atRisk;
    if (atRisk > over) greenwood += over / (atRisk * (atRisk - over));
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
