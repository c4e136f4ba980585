/** Candidates scored by weights, and weights learnt from decisions: a softmax over the candidates of each case. Pure. */
import type { Candidate } from "./features.ts";

export type RankerWeights = {
  weights: Record<string, number>;
  /** From scores to probabilities that hold. */
  sharpness: number;
  /** Less confident than this: it abstains. */
  keepFrom: number;
};

export type Lesson = { candidates: Candidate[]; right: number; weight?: number };

export function scoreOf(weights: Record<string, number>, { features }: Candidate): number {
  let score = 0;
  for (const [name, value] of features) score += (weights[name] ?? 0) * value;
  return score;
}

export function chances(scores: readonly number[], sharpness: number): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) * sharpness));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

type Row = { columns: Int32Array; values: Float64Array };
type Case = { rows: Row[]; right: number; weight: number };

/** Full-batch Adam: the same examples in the same order give the same weights. */
export function fitWeights(
  lessons: readonly Lesson[],
  { cost = 1.5, rounds = 400, pace = 0.05 }: { cost?: number; rounds?: number; pace?: number } = {},
): Record<string, number> {
  const columns = new Map<string, number>();
  const cases = lessons.map((lesson) => caseOf(lesson, columns));
  const size = columns.size;
  const weights = new Float64Array(size);
  const mean = new Float64Array(size);
  const spread = new Float64Array(size);
  for (let round = 1; round <= rounds; round++) {
    const gradient = gradientOf(cases, weights, cost);
    const rate = pace * (1 - 0.9 * (round / rounds));
    for (let at = 0; at < size; at++) {
      const slope = gradient[at] ?? 0;
      mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
      spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope * slope;
      const step = (mean[at] ?? 0) / (1 - 0.9 ** round);
      const size2 = Math.sqrt((spread[at] ?? 0) / (1 - 0.999 ** round)) + 1e-8;
      weights[at] = (weights[at] ?? 0) - (rate * step) / size2;
    }
  }
  return Object.fromEntries(
    [...columns]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, at]) => [name, Math.round((weights[at] ?? 0) * 1000) / 1000]),
  );
}

function caseOf({ candidates, right, weight = 1 }: Lesson, columns: Map<string, number>): Case {
  const rows = candidates.map(({ features }) => {
    const numbers = features.map(([name]) => {
      const known = columns.get(name);
      if (known !== undefined) return known;
      columns.set(name, columns.size);
      return columns.size - 1;
    });
    return { columns: Int32Array.from(numbers), values: Float64Array.from(features, ([, value]) => value) };
  });
  return { rows, right, weight };
}

function gradientOf(cases: readonly Case[], weights: Float64Array, cost: number): Float64Array {
  const gradient = new Float64Array(weights.length);
  for (let at = 0; at < weights.length; at++) gradient[at] = cost * (weights[at] ?? 0);
  for (const { rows, right, weight } of cases) {
    const scores = rows.map(({ columns, values }) => {
      let score = 0;
      for (let at = 0; at < columns.length; at++)
        score += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
      return score;
    });
    chances(scores, 1).forEach((chance, candidate) => {
      const error = (chance - (candidate === right ? 1 : 0)) * weight;
      const row = rows[candidate];
      if (!row || error === 0) return;
      for (let at = 0; at < row.columns.length; at++) {
        const column = row.columns[at] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + error * (row.values[at] ?? 0);
      }
    });
  }
  return gradient;
}
