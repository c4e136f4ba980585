/** Fits the weights of acts to labelled messages: one linear reader, with and without knowing who speaks. */
import {
  type ActWeights,
  chancesOf,
  END,
  emptyWeights,
  rowOf,
  SCORES,
  START,
  shareOf,
  voicedRowOf,
  WIDTH,
} from "../../shared/diagnosis/acts/act-scores.ts";
import { type BookWord, pairCode } from "../../shared/diagnosis/acts/word-book.ts";
import { ACTS, type Act } from "../../shared/diagnosis/diagnosis.ts";

export type Example = {
  /** Rows of `words`, of `voiced`; each counts by `share`. */
  words: Int32Array;
  voiced: Int32Array;
  share: number;
  /** Places in the features of a text and of what stands before. */
  texts: readonly number[];
  before: readonly number[];
  beforeKnown: readonly number[];
  isOurs: boolean;
  /** What it does, main one first. */
  acts: readonly Act[];
  /** Null where the mark does not tell. */
  addsNothing: boolean | null;
  weight: number;
};

export function exampleOf(
  words: readonly BookWord[],
  rest: Omit<Example, "words" | "voiced" | "share">,
): Example {
  const rows: number[] = [];
  let before = START;
  for (const word of [...words, null]) {
    const code = word?.code ?? END;
    rows.push(rowOf(pairCode(before, code)));
    before = code;
    if (word !== null) for (const part of word.codes) rows.push(rowOf(part));
  }
  return {
    ...rest,
    words: Int32Array.from(rows),
    voiced: Int32Array.from(words, ({ code }) => voicedRowOf(code)),
    share: shareOf(words),
  };
}

/** How fast each kind of weight learns, and what its size costs. */
export type Pace = { rounds: number; pace: number; textPace: number; contextPace: number; cost: number };
export const PACE: Pace = { rounds: 8, pace: 0.12, textPace: 0.03, contextPace: 0.03, cost: 1e-3 };

export function learnActs(examples: readonly Example[], pace: Pace = PACE): ActWeights {
  const weights = emptyWeights();
  const squares = emptyWeights();
  const scores = new Float32Array(SCORES);
  const errors = new Float32Array(SCORES);
  const stride = strideOf(examples.length);
  const step = (table: keyof ActWeights, row: number, share: number, speed: number): void => {
    const values = weights[table];
    const seen = squares[table];
    for (let score = 0; score < SCORES; score++) {
      const old = values[row + score] ?? 0;
      const slope = (errors[score] ?? 0) * share + pace.cost * old;
      const sum = (seen[row + score] ?? 0) + slope * slope;
      seen[row + score] = sum;
      values[row + score] = old - (speed * slope) / Math.sqrt(sum + 1e-2);
    }
  };
  for (let round = 0; round < pace.rounds; round++) {
    for (let at = 0; at < examples.length; at++) {
      const one = examples[(at * stride + round * 7) % examples.length];
      if (one === undefined) continue;
      for (const isKnown of [false, true]) {
        scoreExample(weights, one, isKnown, scores);
        errorsOf(one, scores, errors);
        for (const row of one.words) step("words", row, one.share, pace.pace);
        for (const feature of one.texts) step("texts", feature * WIDTH, 1, pace.textPace);
        for (const feature of one.before) step("contexts", feature * SCORES, 1, pace.contextPace);
        if (!isKnown) continue;
        const voice = one.isOurs ? 0 : SCORES;
        for (const row of one.voiced) step("voiced", row + voice, one.share, pace.pace);
        for (const feature of one.texts) step("texts", feature * WIDTH + SCORES + voice, 1, pace.textPace);
        for (const feature of one.beforeKnown) step("contexts", feature * SCORES, 1, pace.contextPace);
      }
    }
  }
  return weights;
}

/** Scores of an example, before they become chances. */
export function scoreExample(
  weights: ActWeights,
  one: Example,
  isKnown: boolean,
  scores: Float32Array,
): void {
  scores.fill(0);
  const add = (table: Float32Array, row: number, share: number): void => {
    for (let score = 0; score < SCORES; score++)
      scores[score] = (scores[score] ?? 0) + share * (table[row + score] ?? 0);
  };
  for (const row of one.words) add(weights.words, row, one.share);
  for (const feature of one.texts) add(weights.texts, feature * WIDTH, 1);
  for (const feature of one.before) add(weights.contexts, feature * SCORES, 1);
  if (!isKnown) return;
  const voice = one.isOurs ? 0 : SCORES;
  for (const row of one.voiced) add(weights.voiced, row + voice, one.share);
  for (const feature of one.texts) add(weights.texts, feature * WIDTH + SCORES + voice, 1);
  for (const feature of one.beforeKnown) add(weights.contexts, feature * SCORES, 1);
}

/** What an act beside the main one is worth, for one message. */
const SECOND = 0.3;

/** Turns `scores` into chances, and says how far each is off. */
export function errorsOf(one: Example, scores: Float32Array, errors: Float32Array): void {
  chancesOf(scores);
  const others = one.acts.length - 1;
  ACTS.forEach((act, at) => {
    const place = one.acts.indexOf(act);
    const wanted = place < 0 ? 0 : place > 0 ? SECOND / others : others > 0 ? 1 - SECOND : 1;
    errors[at] = ((scores[at] ?? 0) - wanted) * one.weight;
  });
  errors[ACTS.length] =
    one.addsNothing === null ? 0 : ((scores[ACTS.length] ?? 0) - (one.addsNothing ? 1 : 0)) * one.weight;
}

/** Walks through all of them, far apart each time: neighbours are alike. */
function strideOf(length: number): number {
  const apart = (one: number, other: number): number => (other === 0 ? one : apart(other, one % other));
  let stride = Math.max(1, Math.floor(length * 0.618));
  while (length > 1 && apart(stride, length) !== 1) stride++;
  return stride;
}
