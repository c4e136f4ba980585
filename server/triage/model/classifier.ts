/**
 * Which label a text has, how sure that is, and which of its words said so; learnt from examples, and from each
 * correction at once. Touches nothing outside; `updateClassifier` changes the model it is given.
 */
import { fitSharpness, type HeldOut, softmax } from "./calibration.ts";
import { featuresOf, type SparseVector, tracedFeaturesOf } from "./features.ts";
import { fitLines } from "./linear-fit.ts";
import { chanceFrom, shuffle } from "./random.ts";
import { type Reading, readingOf, rowsOf, type Vocabulary, vocabularyOf } from "./vocabulary.ts";

export type Example = { text: string; label: string; weight?: number };

export type Classifier = Vocabulary & {
  labels: string[];
  /** weights[column * labels + label] */
  weights: Float32Array;
  bias: Float32Array;
  /** From scores to probabilities. */
  sharpness: number;
  /** What is stranger than this is none of the labels. */
  strangest: number;
};

export type Suggestion = {
  label: string;
  confidence: number;
  /** The words that spoke for it most; only of the first few suggestions. */
  because: { feature: string; weight: number }[];
};

export type TrainingOptions = { seed?: number; cost?: number };

type Learning = { vectors: SparseVector[]; labels: Uint16Array; weights: Float32Array };

/** A label's own examples are few among all others: each counts this many times. */
const RIGHT_COUNTS = 3;
const EXPLAINED = 3;
const REASONS = 3;
const FOLDS = 3;
/** Beyond this many examples one part held out says enough. */
const MANY = 3000;
const HELD_OUT_OF_MANY = 1500;
/** Of what belongs, this share is kept as familiar. */
const KEPT = 0.95;

export function trainClassifier(examples: readonly Example[], options: TrainingOptions = {}): Classifier {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const numbers = new Map(labels.map((label, at) => [label, at]));
  const learning: Learning = {
    vectors: examples.map(({ text }) => featuresOf(text)),
    labels: Uint16Array.from(examples, ({ label }) => numbers.get(label) ?? 0),
    weights: Float32Array.from(examples, ({ weight }) => weight ?? 1),
  };
  const many = examples.length > MANY;
  const model = fit(labels, learning, options, many ? 5 : 10);
  const heldOut = holdOut(labels, learning, options);
  model.sharpness = fitSharpness(heldOut);
  const strangeness = heldOut.map((each) => each.strangeness).sort((one, other) => one - other);
  model.strangest = strangeness[Math.floor(strangeness.length * KEPT)] ?? 0;
  return model;
}

export function classify(model: Classifier, text: string): Suggestion[] {
  const { vector, words, sources } = tracedFeaturesOf(text);
  const reading = readingOf(model, vector);
  const probabilities = softmax(scoresOf(model, reading), model.sharpness);
  const order = [...model.labels.keys()].sort(
    (one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0) || one - other,
  );
  return order.map((label, place) => ({
    label: model.labels[label] ?? "",
    confidence: probabilities[label] ?? 0,
    because:
      place < EXPLAINED
        ? strongest(
            words.map(({ written }) => written),
            spokenFor(model, reading, sources, words.length, label),
          )
        : [],
  }));
}

/** How little of the text is like anything learnt: the higher, the stranger. Only to be compared. */
export function novelty(model: Classifier, text: string): number {
  const reading = readingOf(model, featuresOf(text));
  return strangenessOf(scoresOf(model, reading), reading);
}

/** The best score alone keeps too much: many a strange text holds one telling word. What share is known says the rest. */
const strangenessOf = (scores: Float32Array, { knownShare }: Reading): number =>
  -Math.max(...scores) - knownShare;

/** False for what is likely none of the labels. */
export const isFamiliar = (model: Classifier, text: string): boolean =>
  novelty(model, text) <= model.strangest;

/** Enough that the same text is next taken for what the person said, and like ones lean there. */
const STEPS = 8;
const LEAD = 1;

/**
 * One example more, at once: passive-aggressive steps against the strongest wrong label, until the right one leads.
 * A label not known yet is added.
 */
export function updateClassifier(model: Classifier, { text, label, weight = 1 }: Example): void {
  const right = numberOf(model, label);
  const vector = featuresOf(text);
  learnFeatures(model, vector.ids);
  const reading = readingOf(model, vector);
  const square = 1 + reading.values.reduce((sum, value) => sum + value ** 2, 0);
  for (let step = 0; step < STEPS; step++) {
    const scores = scoresOf(model, reading);
    const rival = strongestBut(scores, right);
    const missing = rival < 0 ? 0 : LEAD - ((scores[right] ?? 0) - (scores[rival] ?? 0));
    if (missing <= 0) return;
    const change = Math.min(weight, missing / (2 * square));
    move(model, reading, right, change);
    move(model, reading, rival, -change);
  }
}

function fit(
  labels: readonly string[],
  { vectors, labels: right, weights }: Learning,
  { cost = 0.5, seed = 1 }: TrainingOptions,
  rounds: number,
): Classifier {
  const vocabulary = vocabularyOf(vectors);
  const lines = fitLines(
    {
      rows: rowsOf(vectors.map((vector) => readingOf(vocabulary, vector))),
      labels: right,
      weights,
      labelCount: labels.length,
      columnCount: vocabulary.columns.size,
    },
    { cost, positiveCost: RIGHT_COUNTS, rounds, seed },
  );
  return { ...vocabulary, labels: [...labels], ...lines, sharpness: 1, strangest: 0 };
}

/** Scores of examples by models that never saw them, nor their words. */
function holdOut(
  labels: readonly string[],
  { vectors, labels: right, weights }: Learning,
  options: TrainingOptions,
): (HeldOut & { strangeness: number })[] {
  const order = vectors.map((_, at) => at);
  shuffle(order, chanceFrom((options.seed ?? 1) + 1));
  const many = order.length > MANY;
  const heldOut: (HeldOut & { strangeness: number })[] = [];
  for (let fold = 0; fold < (many ? 1 : FOLDS); fold++) {
    const isOut = (place: number): boolean => (many ? place < HELD_OUT_OF_MANY : place % FOLDS === fold);
    const kept = order.filter((_, place) => !isOut(place));
    if (kept.length === 0 || kept.length === order.length) return [];
    const part = fit(
      labels,
      {
        vectors: kept.flatMap((at) => vectors[at] ?? []),
        labels: Uint16Array.from(kept, (at) => right[at] ?? 0),
        weights: Float32Array.from(kept, (at) => weights[at] ?? 1),
      },
      options,
      many ? 3 : 6,
    );
    order.forEach((at, place) => {
      const vector = vectors[at];
      if (!isOut(place) || !vector) return;
      const reading = readingOf(part, vector);
      const scores = scoresOf(part, reading);
      heldOut.push({ scores, right: right[at] ?? 0, strangeness: strangenessOf(scores, reading) });
    });
  }
  return heldOut;
}

function scoresOf({ labels, weights, bias }: Classifier, { columns, values }: Reading): Float32Array {
  const scores = Float32Array.from(bias);
  for (let at = 0; at < columns.length; at++) {
    const value = values[at] ?? 0;
    const base = (columns[at] ?? 0) * labels.length;
    for (let label = 0; label < labels.length; label++)
      scores[label] = (scores[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  return scores;
}

/** What each word of the text added to a label's score, against the mean of all labels. */
function spokenFor(
  { labels, weights }: Classifier,
  { columns, values, origins }: Reading,
  sources: readonly number[][],
  wordCount: number,
  label: number,
): Float32Array {
  const spoken = new Float32Array(wordCount);
  for (let at = 0; at < columns.length; at++) {
    const base = (columns[at] ?? 0) * labels.length;
    const words = sources[origins[at] ?? 0] ?? [];
    const share = ((values[at] ?? 0) * (weights[base + label] ?? 0)) / Math.max(1, words.length);
    for (const word of words) spoken[word] = (spoken[word] ?? 0) + share;
  }
  return spoken;
}

function strongest(words: readonly string[], spoken: Float32Array): { feature: string; weight: number }[] {
  const sums = new Map<string, number>();
  words.forEach((word, at) => {
    sums.set(word, (sums.get(word) ?? 0) + (spoken[at] ?? 0));
  });
  return [...sums]
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, REASONS)
    .map(([feature, weight]) => ({ feature, weight }));
}

function strongestBut(scores: Float32Array, right: number): number {
  let best = -1;
  scores.forEach((score, label) => {
    if (label !== right && (best < 0 || score > (scores[best] ?? 0))) best = label;
  });
  return best;
}

function move({ labels, weights, bias }: Classifier, reading: Reading, label: number, change: number): void {
  reading.columns.forEach((column, at) => {
    const place = column * labels.length + label;
    weights[place] = (weights[place] ?? 0) + change * (reading.values[at] ?? 0);
  });
  bias[label] = (bias[label] ?? 0) + change;
}

function numberOf(model: Classifier, label: string): number {
  const known = model.labels.indexOf(label);
  if (known >= 0) return known;
  const before = model.labels.length;
  const weights = new Float32Array(model.columns.size * (before + 1));
  for (let column = 0; column < model.columns.size; column++)
    weights.set(model.weights.subarray(column * before, (column + 1) * before), column * (before + 1));
  const bias = new Float32Array(before + 1).fill(-1);
  bias.set(model.bias);
  model.labels.push(label);
  model.weights = weights;
  model.bias = bias;
  return before;
}

function learnFeatures(model: Classifier, ids: Uint32Array): void {
  const unknown = [...ids].filter((id) => !model.columns.has(id));
  if (unknown.length === 0) return;
  for (const id of unknown) model.columns.set(id, model.columns.size);
  const telling = new Float32Array(model.columns.size).fill(model.tellingUnknown);
  telling.set(model.telling);
  const weights = new Float32Array(model.columns.size * model.labels.length);
  weights.set(model.weights);
  model.telling = telling;
  model.weights = weights;
}
