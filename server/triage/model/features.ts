/**
 * What the learner sees of a text: hashed words, pairs of words, and the parts of words, in two blocks of equal
 * weight. Nothing of the text itself can be read back. Pure.
 */
import { type Word, wordsOf } from "./words.ts";

export type SparseVector = { ids: Uint32Array; values: Float32Array };

/** Which word of the text each feature came from: for saying why. */
export type TracedFeatures = { vector: SparseVector; words: readonly Word[]; sources: readonly number[][] };

/** The lowest bit of an id says its block, so that each can be brought to length one by itself. */
export const BLOCKS = 2;
export const blockOf = (id: number): number => id & 1;
const WORDS = 0;
const PARTS = 1;

const SHORTEST_PART = 2;
const LONGEST_PART = 5;
/** Nobody's word: a key or a link pasted in. */
const LONGEST_WORD = 40;

export function featuresOf(text: string): SparseVector {
  return vectorOf(count(wordsOf(text)));
}

export function tracedFeaturesOf(text: string): TracedFeatures {
  const words = wordsOf(text);
  const sources = new Map<number, number[]>();
  const counts = count(words, (id, from) => {
    const known = sources.get(id);
    if (known) known.push(from);
    else sources.set(id, [from]);
  });
  return { vector: vectorOf(counts), words, sources: [...counts.keys()].map((id) => sources.get(id) ?? []) };
}

type Counts = Map<number, number>;

function count(words: readonly Word[], cameFrom?: (id: number, word: number) => void): Counts {
  const counts: Counts = new Map();
  const add = (hash: number, block: number, ...from: number[]): void => {
    const id = ((hash & ~1) | block) >>> 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (cameFrom) for (const word of from) cameFrom(id, word);
  };
  let before = hashOf("^", START);
  words.forEach(({ folded, sign }, index) => {
    const word = hashOf(folded, START);
    add(finish(word), WORDS, index);
    add(finish(Math.imul(before, 31) ^ word), WORDS, ...(index > 0 ? [index - 1, index] : [index]));
    before = word;
    if (!sign) addParts(folded, (hash) => add(hash, PARTS, index));
  });
  return counts;
}

/** Every run of two to five letters, the word's two ends counted as letters. */
function addParts(word: string, add: (hash: number) => void): void {
  const codes = [
    EDGE,
    ...Array.from(word.slice(0, LONGEST_WORD), (letter) => letter.codePointAt(0) ?? 0),
    EDGE,
  ];
  for (let start = 0; start < codes.length - 1; start++) {
    let hash = PART_START;
    const end = Math.min(codes.length, start + LONGEST_PART);
    for (let at = start; at < end; at++) {
      hash = step(hash, codes[at] ?? 0);
      // The edge alone with one letter says little, but it is what a one-letter word has.
      if (at - start + 1 >= SHORTEST_PART) add(finish(hash));
    }
  }
}

/** Rising with the logarithm of the count, each block of length one. */
function vectorOf(counts: Counts): SparseVector {
  const ids = new Uint32Array(counts.size);
  const values = new Float32Array(counts.size);
  let at = 0;
  for (const [id, times] of counts) {
    ids[at] = id;
    values[at++] = 1 + Math.log(times);
  }
  bringToLengthOne(ids, values);
  return { ids, values };
}

export function bringToLengthOne(ids: Uint32Array, values: Float32Array): void {
  const squares = [0, 0];
  for (let at = 0; at < ids.length; at++) {
    const block = blockOf(ids[at] ?? 0);
    squares[block] = (squares[block] ?? 0) + (values[at] ?? 0) ** 2;
  }
  const scales = squares.map((square) => (square > 0 ? 1 / Math.sqrt(square) : 0));
  for (let at = 0; at < ids.length; at++)
    values[at] = (values[at] ?? 0) * (scales[blockOf(ids[at] ?? 0)] ?? 0);
}

const START = 0x811c9dc5;
const PART_START = 0x2f0b4c47;
const EDGE = 0x20;

const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);

function hashOf(word: string, from: number): number {
  let hash = from;
  for (const letter of word) hash = step(hash, letter.codePointAt(0) ?? 0);
  return hash;
}

/** Spreads the bits (the last steps of MurmurHash3), so that few of a million features meet. */
function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
