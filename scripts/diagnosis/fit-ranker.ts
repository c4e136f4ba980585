/** Learns a ranker from choices: the right candidates of each choice should get the most of a softmax. */
import { type Ranker, Rows, softmax } from "../../shared/diagnosis/threads/ranker.ts";

/** Choices one after the other: the rows of all candidates, and where each choice's candidates begin. */
export class Lessons {
  rows = new Rows();
  begins: number[] = [0];
  /** By row: is it right? */
  isRight: boolean[] = [];
  weights: number[] = [];

  /** After its rows were added: which of them are right. */
  endChoice(right: (candidate: number) => boolean, weight = 1): void {
    const first = this.begins.at(-1) ?? 0;
    for (let row = first; row < this.rows.count; row++) this.isRight.push(right(row - first));
    this.begins.push(this.rows.count);
    this.weights.push(weight);
  }
}

export type Fit = {
  width: number;
  rounds: number;
  pace: number;
  cost: number;
  batch?: number;
  seed?: number;
};

/** Mini-batches and Adam; the same lessons and the same seed give the same weights. */
export function fitRanker(features: readonly string[], lessons: Lessons, fit: Fit): Ranker {
  const { width, rounds, pace, cost, batch = 32, seed = 1 } = fit;
  const size = features.length;
  const random = randomOf(seed);
  // One array: straight, units (by feature), starts, adds.
  const [unitsAt, startsAt, addsAt] = [size, size + size * width, size + size * width + width];
  const weights = new Float64Array(addsAt + width);
  for (let at = unitsAt; at < startsAt; at++) weights[at] = (random() - 0.5) * 0.4;
  for (let at = addsAt; at < weights.length; at++) weights[at] = (random() - 0.5) * 0.4;
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const { rows, begins, isRight } = lessons;
  const choices = begins.length - 1;
  const order = Array.from({ length: choices }, (_, at) => at);
  let longest = 1;
  for (let at = 0; at < choices; at++) longest = Math.max(longest, (begins[at + 1] ?? 0) - (begins[at] ?? 0));
  const sums = new Float64Array(longest * Math.max(1, width));
  const scores = new Float64Array(longest);
  let step = 0;

  const learn = (choice: number): void => {
    const first = begins[choice] ?? 0;
    const count = (begins[choice + 1] ?? 0) - first;
    for (let at = 0; at < count; at++) {
      let score = 0;
      const base = at * width;
      for (let unit = 0; unit < width; unit++) sums[base + unit] = weights[startsAt + unit] ?? 0;
      const end = rows.begins[first + at + 1] ?? 0;
      for (let entry = rows.begins[first + at] ?? 0; entry < end; entry++) {
        const column = rows.columns[entry] ?? 0;
        const value = rows.values[entry] ?? 0;
        score += (weights[column] ?? 0) * value;
        const from = unitsAt + column * width;
        for (let unit = 0; unit < width; unit++)
          sums[base + unit] = (sums[base + unit] ?? 0) + (weights[from + unit] ?? 0) * value;
      }
      for (let unit = 0; unit < width; unit++) {
        const sum = sums[base + unit] ?? 0;
        if (sum > 0) score += sum * (weights[addsAt + unit] ?? 0);
      }
      scores[at] = score;
    }
    softmax(scores, count, 1);
    let right = 0;
    for (let at = 0; at < count; at++) if (isRight[first + at]) right += scores[at] ?? 0;
    if (right === 0) return;
    const weight = lessons.weights[choice] ?? 1;
    for (let at = 0; at < count; at++) {
      const chance = scores[at] ?? 0;
      const error = weight * (chance - (isRight[first + at] ? chance / right : 0));
      if (Math.abs(error) < 1e-5) continue;
      const base = at * width;
      for (let unit = 0; unit < width; unit++) {
        const sum = sums[base + unit] ?? 0;
        if (sum <= 0) {
          sums[base + unit] = 0;
          continue;
        }
        gradient[addsAt + unit] = (gradient[addsAt + unit] ?? 0) + error * sum;
        // From here on: how the unit's input moves the loss.
        const slope = error * (weights[addsAt + unit] ?? 0);
        sums[base + unit] = slope;
        gradient[startsAt + unit] = (gradient[startsAt + unit] ?? 0) + slope;
      }
      const end = rows.begins[first + at + 1] ?? 0;
      for (let entry = rows.begins[first + at] ?? 0; entry < end; entry++) {
        const column = rows.columns[entry] ?? 0;
        const value = rows.values[entry] ?? 0;
        gradient[column] = (gradient[column] ?? 0) + error * value;
        const from = unitsAt + column * width;
        for (let unit = 0; unit < width; unit++)
          gradient[from + unit] = (gradient[from + unit] ?? 0) + (sums[base + unit] ?? 0) * value;
      }
    }
  };

  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (let from = 0; from < choices; from += batch) {
      gradient.fill(0);
      const many = Math.min(batch, choices - from);
      for (let at = 0; at < many; at++) learn(order[from + at] ?? 0);
      step++;
      const rate = pace * (1 - (0.95 * (round + from / choices)) / rounds);
      const [fast, slow] = [1 - 0.9 ** step, 1 - 0.999 ** step];
      for (let at = 0; at < weights.length; at++) {
        const slope = (gradient[at] ?? 0) / many;
        mean[at] = 0.9 * (mean[at] ?? 0) + 0.1 * slope;
        spread[at] = 0.999 * (spread[at] ?? 0) + 0.001 * slope * slope;
        const move = (mean[at] ?? 0) / fast / (Math.sqrt((spread[at] ?? 0) / slow) + 1e-8);
        weights[at] = (weights[at] ?? 0) * (1 - rate * cost) - rate * move;
      }
    }
  }
  const rounded = Array.from(weights, (weight) => Math.round(weight * 1000) / 1000);
  return {
    features,
    straight: rounded.slice(0, size),
    units: features.map((_, at) => rounded.slice(unitsAt + at * width, unitsAt + (at + 1) * width)),
    starts: rounded.slice(startsAt, addsAt),
    adds: rounded.slice(addsAt),
    sharpness: 1,
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [list[at], list[other]] = [list[other] ?? 0, list[at] ?? 0];
  }
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
