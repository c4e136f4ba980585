/** What is learnt: a line for each label through the space of features. Pure, but for `move`. */
import type { Reading, Vocabulary } from "./vocabulary.ts";

/** How much a mistake on one example weighs against simplicity. */
export const COST = 0.5;
/** A label's own examples are few among all others: each counts this many times. */
export const RIGHT_COUNTS = 3;

/** An example as a fit holds it: how hard each label holds on to it, so that a later one can loosen it again. */
export type Remembered = { reading: Reading; right: number; weight: number; alphas: Float32Array };

export type Classifier = Vocabulary & {
  labels: string[];
  /** weights[column * labels + label] */
  weights: Float32Array;
  bias: Float32Array;
  /** From scores to probabilities. */
  sharpness: number;
  /** What is stranger than this is none of the labels. */
  strangest: number;
  /** The last corrections, as numbers; not part of what is packed. */
  recent: Remembered[];
};

export function scoresOf({ labels, weights, bias }: Classifier, { columns, values }: Reading): Float32Array {
  const scores = Float32Array.from(bias);
  for (let at = 0; at < columns.length; at++) {
    const value = values[at] ?? 0;
    const base = (columns[at] ?? 0) * labels.length;
    for (let label = 0; label < labels.length; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  return scores;
}

/** Adds so much of a text to a label's line. */
export function move(
  { labels, weights, bias }: Classifier,
  reading: Reading,
  label: number,
  change: number,
): void {
  reading.columns.forEach((column, at) => {
    const place = column * labels.length + label;
    weights[place] = (weights[place] ?? 0) + change * (reading.values[at] ?? 0);
  });
  bias[label] = (bias[label] ?? 0) + change;
}
