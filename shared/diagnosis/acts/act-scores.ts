/** The linear reader of acts: words, pairs and parts in buckets, phrases and marks, what stands before. Pure. */
import { ACTS } from "../diagnosis.ts";
import { CONTEXT_COUNT } from "./before.ts";
import { SECOND_COUNT } from "./second-look.ts";
import { TEXT_FEATURES } from "./text-facts.ts";
import { type BookWord, pairCode } from "./word-book.ts";

/** A score for each act, and one for adding nothing. */
export const SCORES = ACTS.length + 1;
/** What is told without knowing who speaks; what it adds that ours say it; what it adds that a client does. */
const VOICES = 3;
const WORD_BUCKETS = 16_384;
/** Words by who says them. */
const VOICED_BUCKETS = 4096;
/** Places before the voices' scores in a text's scores. */
export const WIDTH = SCORES * VOICES;

export type ActWeights = {
  /** `WORD_BUCKETS` rows of `SCORES`. */
  words: Float32Array;
  /** `VOICED_BUCKETS` rows of `SCORES * 2`: ours, the client's. */
  voiced: Float32Array;
  /** A row of `WIDTH` for each of `TEXT_FEATURES`. */
  texts: Float32Array;
  /** A row of `SCORES` for each of `CONTEXT_COUNT` features. */
  contexts: Float32Array;
  /** A row of `SCORES` for each of `SECOND_COUNT` features. */
  second: Float32Array;
};

export const emptyWeights = (): ActWeights => ({
  words: new Float32Array(WORD_BUCKETS * SCORES),
  voiced: new Float32Array(VOICED_BUCKETS * SCORES * 2),
  texts: new Float32Array(TEXT_FEATURES.length * WIDTH),
  contexts: new Float32Array(CONTEXT_COUNT * SCORES),
  second: new Float32Array(SECOND_COUNT * SCORES),
});

/** Codes of the ends of a text, for pairs. */
export const START = 0x5bd1e995;
export const END = 0x1b873593;

/** The share of each bucket: a long text is no more certain than a short one. */
export const shareOf = (words: readonly BookWord[]): number => {
  let count = 1;
  for (const word of words) count += word.codes.length + 1;
  return 1 / Math.sqrt(count);
};

export const rowOf = (code: number): number => (code & (WORD_BUCKETS - 1)) * SCORES;
export const voicedRowOf = (code: number): number => ((code >>> 7) & (VOICED_BUCKETS - 1)) * SCORES * 2;

/** Adds what the text says to `scores` (`WIDTH` long, from `at`). */
export function scoreText(
  weights: ActWeights,
  words: readonly BookWord[],
  features: readonly number[],
  scores: Float32Array,
): void {
  scores.fill(0);
  let before = START;
  for (let at = 0; at <= words.length; at++) {
    const word = words[at];
    const code = word?.code ?? END;
    const row = rowOf(pairCode(before, code));
    for (let score = 0; score < SCORES; score++)
      scores[score] = (scores[score] ?? 0) + (weights.words[row + score] ?? 0);
    before = code;
    if (word === undefined) continue;
    const sums = word.sums ?? sumWord(weights, word);
    for (let score = 0; score < WIDTH; score++) scores[score] = (scores[score] ?? 0) + (sums[score] ?? 0);
  }
  const share = shareOf(words);
  for (let score = 0; score < WIDTH; score++) scores[score] = (scores[score] ?? 0) * share;
  for (const feature of features) {
    const row = feature * WIDTH;
    for (let score = 0; score < WIDTH; score++)
      scores[score] = (scores[score] ?? 0) + (weights.texts[row + score] ?? 0);
  }
}

function sumWord(weights: ActWeights, word: BookWord): Float32Array {
  const sums = new Float32Array(WIDTH);
  for (const code of word.codes) {
    const row = rowOf(code);
    for (let score = 0; score < SCORES; score++)
      sums[score] = (sums[score] ?? 0) + (weights.words[row + score] ?? 0);
  }
  const row = voicedRowOf(word.code);
  for (let score = 0; score < SCORES * 2; score++) sums[SCORES + score] = weights.voiced[row + score] ?? 0;
  word.sums = sums;
  return sums;
}

/** Adds the rows of the features named: of `contexts`, or of `second`. */
export function addRows(table: Float32Array, features: readonly number[], scores: Float32Array): void {
  for (const feature of features) {
    const row = feature * SCORES;
    for (let score = 0; score < SCORES; score++)
      scores[score] = (scores[score] ?? 0) + (table[row + score] ?? 0);
  }
}

/** The place of the likeliest act. */
export function likeliest(scores: Float32Array): number {
  let best = 0;
  for (let act = 1; act < ACTS.length; act++) if ((scores[act] ?? 0) > (scores[best] ?? 0)) best = act;
  return best;
}

/** Turns the scores of the acts into chances, in place; the last one, of adding nothing, is a chance by itself. */
export function chancesOf(scores: Float32Array): void {
  let highest = -Infinity;
  for (let act = 0; act < ACTS.length; act++) highest = Math.max(highest, scores[act] ?? 0);
  let sum = 0;
  for (let act = 0; act < ACTS.length; act++) {
    const power = Math.exp((scores[act] ?? 0) - highest);
    scores[act] = power;
    sum += power;
  }
  for (let act = 0; act < ACTS.length; act++) scores[act] = (scores[act] ?? 0) / sum;
  scores[ACTS.length] = 1 / (1 + Math.exp(-(scores[ACTS.length] ?? 0)));
}
