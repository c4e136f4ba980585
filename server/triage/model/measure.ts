/** How good a model is on texts it has not seen. Pure. */
import type { Example } from "./classifier.ts";
import { chanceFrom, shuffle } from "./random.ts";

/** So many of each label, drawn by chance; all of a label that has fewer. */
export function drawPerLabel(examples: readonly Example[], perLabel: number, seed: number): Example[] {
  const chance = chanceFrom(seed);
  const byLabel = Map.groupBy(examples, ({ label }) => label);
  return [...byLabel.keys()].sort().flatMap((label) => {
    const all = [...(byLabel.get(label) ?? [])];
    shuffle(all, chance);
    return all.slice(0, perLabel);
  });
}

export type Answer = { label: string; said: string };

export const accuracyOf = (answers: readonly Answer[]): number =>
  answers.length === 0 ? 0 : answers.filter(({ label, said }) => label === said).length / answers.length;

/** The mean of each label's F1; labels that were never right nor asked for take no part. */
export function macroFOf(answers: readonly Answer[]): number {
  const labels = [...new Set(answers.map(({ label }) => label))];
  const sum = labels.reduce((total, wanted) => {
    const right = answers.filter(({ label, said }) => label === wanted && said === wanted).length;
    const asked = answers.filter(({ label }) => label === wanted).length;
    const given = answers.filter(({ said }) => said === wanted).length;
    return total + (2 * right) / Math.max(1, asked + given);
  }, 0);
  return labels.length === 0 ? 0 : sum / labels.length;
}

export type Rejection = {
  /** What is stranger than this is rejected. */
  threshold: number;
  /** The share of what belongs that stays. */
  kept: number;
  /** The share of what does not belong that is rejected. */
  recall: number;
};

/** The threshold is the least at which so much of what belongs stays: it is drawn from that alone. */
export function rejectionAt(belongs: readonly number[], strange: readonly number[], keep: number): Rejection {
  const sorted = [...belongs].sort((one, other) => one - other);
  const threshold = sorted[Math.max(0, Math.ceil(sorted.length * keep) - 1)] ?? 0;
  const share = (all: readonly number[], is: (novelty: number) => boolean): number =>
    all.length === 0 ? 0 : all.filter(is).length / all.length;
  return {
    threshold,
    kept: share(belongs, (novelty) => novelty <= threshold),
    recall: share(strange, (novelty) => novelty > threshold),
  };
}
