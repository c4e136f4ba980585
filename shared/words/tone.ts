/** What a text sounds like by its words and their parts alone, whatever is open: a small linear reader with a few labels.
 * Two of them serve the ranker: the tone (new, nothing to do, going on) and the subject. Pure. */
import { cut } from "./cut.ts";

export const TONES = ["new", "none", "goes_on"] as const;
export type Tone = (typeof TONES)[number];

export type Reader = { labels: readonly string[]; weights: Float32Array; bias: number[] };
export type Heard<Label extends string = string> = { text: string; label: Label; weight: number };

const BUCKETS = 8192;
const LONGEST_WORD = 24;
const PART = 4;

/** Logarithms of the chances of each label, in their order, around their mean. */
export function hear(reader: Reader, text: string): number[] {
  const values = scores(reader, bucketsOf(text));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

export const chancesHeard = (reader: Reader, text: string): number[] => soft(scores(reader, bucketsOf(text)));

function scores({ labels, weights, bias }: Reader, buckets: Int32Array): number[] {
  const share = 1 / Math.sqrt(Math.max(1, buckets.length));
  return labels.map((_, label) => {
    let sum = 0;
    for (const bucket of buckets) sum += weights[bucket * labels.length + label] ?? 0;
    return (bias[label] ?? 0) + share * sum;
  });
}

/** Words, pairs of words, parts of four letters; figures are all the same. */
function bucketsOf(text: string): Int32Array {
  const words = cut(text).map(({ folded, hasDigit }) => (hasDigit ? "0" : folded.slice(0, LONGEST_WORD)));
  const buckets = new Set<number>();
  let before = "^";
  for (const word of [...words, "$"]) {
    buckets.add(hash(`w${word}`));
    buckets.add(hash(`p${before} ${word}`));
    const whole = `^${word}$`;
    if (word.length > 2)
      for (let at = 0; at + PART <= whole.length; at++) buckets.add(hash(`g${whole.slice(at, at + PART)}`));
    before = word;
  }
  return Int32Array.from(buckets);
}

function hash(text: string): number {
  let code = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) code = Math.imul(code ^ text.charCodeAt(at), 0x01000193);
  return (code ^ (code >>> 15)) & (BUCKETS - 1);
}

const ROUNDS = 12;
const PACE = 1.2;
const COST = 2e-5;

/** Stochastic gradient steps in an order that is always the same. */
export function learnToHear(examples: readonly Heard[], labels: readonly string[]): Reader {
  const reader = { labels, weights: new Float32Array(BUCKETS * labels.length), bias: labels.map(() => 0) };
  const { weights, bias } = reader;
  const ready = examples.map(({ text, label, weight }) => ({
    buckets: bucketsOf(text),
    right: labels.indexOf(label),
    weight,
  }));
  const stride = strideOf(ready.length);
  for (let round = 0; round < ROUNDS; round++) {
    const pace = PACE / (1 + 0.35 * round);
    for (let step = 0; step < ready.length; step++) {
      const one = ready[(step * stride + round * 7) % ready.length];
      if (!one) continue;
      const share = 1 / Math.sqrt(Math.max(1, one.buckets.length));
      soft(scores(reader, one.buckets)).forEach((chance, label) => {
        const error = (chance - (label === one.right ? 1 : 0)) * one.weight * pace;
        bias[label] = (bias[label] ?? 0) - 0.05 * error;
        for (const bucket of one.buckets) {
          const at = bucket * labels.length + label;
          const old = weights[at] ?? 0;
          weights[at] = old - error * share - pace * COST * old;
        }
      });
    }
  }
  return reader;
}

function soft(values: readonly number[]): number[] {
  const highest = Math.max(...values);
  const powers = values.map((value) => Math.exp(value - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** Walks through all of them, far apart each time: neighbours in the files are alike. */
function strideOf(length: number): number {
  const apart = (one: number, other: number): number => (other === 0 ? one : apart(other, one % other));
  let stride = Math.max(1, Math.floor(length * 0.618));
  while (length > 1 && apart(stride, length) !== 1) stride++;
  return stride;
}
