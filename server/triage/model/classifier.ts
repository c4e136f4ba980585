/**
 * Which label a text has, how sure that is, and which of its words said so; learnt from examples, and from each
 * correction at once (correct.ts). Pure.
 */
import { fitSharpness, type HeldOut, softmax } from "./calibration.ts";
import { featuresOf, type SparseVector, tracedFeaturesOf } from "./features.ts";
import { fitLines } from "./linear-fit.ts";
import { type Classifier, COST, RIGHT_COUNTS, scoresOf } from "./linear-model.ts";
import { chanceFrom, shuffle } from "./random.ts";
import { type Reading, readingOf, rowsOf, vocabularyOf } from "./vocabulary.ts";

export { updateClassifier } from "./correct.ts";
export type { Classifier } from "./linear-model.ts";

/** `weight`: how much it counts, 1 when nothing is said. */
export type Example = { text: string; label: string; weight?: number };

export type Suggestion = {
  label: string;
  confidence: number;
  /** The words that spoke for it most; only of the first few suggestions. */
  because: { feature: string; weight: number }[];
};

export type TrainingOptions = { seed?: number; cost?: number };

type Learning = { vectors: SparseVector[]; labels: Uint16Array; weights: Float32Array };

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

function fit(
  labels: readonly string[],
  { vectors, labels: right, weights }: Learning,
  { cost = COST, seed = 1 }: TrainingOptions,
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
  return { ...vocabulary, labels: [...labels], ...lines, sharpness: 1, strangest: 0, recent: [] };
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

/** A mark tells the model something and a person nothing. */
const SAYS_NOTHING = /^[?!¿؟]+$/u;

function strongest(words: readonly string[], spoken: Float32Array): { feature: string; weight: number }[] {
  const sums = new Map<string, number>();
  words.forEach((word, at) => {
    sums.set(word, (sums.get(word) ?? 0) + (spoken[at] ?? 0));
  });
  return [...sums]
    .filter(([word, weight]) => weight > 0 && !SAYS_NOTHING.test(word))
    .sort(([, one], [, other]) => other - one)
    .slice(0, REASONS)
    .map(([feature, weight]) => ({ feature, weight }));
}
