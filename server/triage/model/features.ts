/**
 * What the learner sees of a text: hashed words, pairs of words, and the parts of words, in two blocks of equal
 * weight. Nothing of the text itself can be read back. Pure.
 */

import { type Word, wordsOf } from "../../../shared/words/words.ts";
import { conceptsOf } from "./concepts.ts";

export type SparseVector = { ids: Uint32Array; values: Float32Array };

/** Which word of the text each feature came from: for saying why. */
export type TracedFeatures = { vector: SparseVector; words: readonly Word[]; sources: readonly number[][] };

/** The lowest bit of an id says its block, so that each can be brought to its length by itself. */
const blockOf = (id: number): number => id & 1;
export const WORDS = 0;
const PARTS = 1;

/** How long each block is made: parts of words carry the endings, compounds and misspellings. */
const LENGTHS = [1, 1.3];

/** How much a word counts, a pair side by side, and pairs with one or two words between. */
const ALONE = 1;
const BESIDE = 0.7;
const APART = 0.5;
const FURTHEST = 3;
/** What a word means in any language; see concepts.ts. */
const MEANT = 1;

const SHORTEST_PART = 2;
const LONGEST_PART = 4;
/** Nobody's word: a key or a link pasted in. */
const LONGEST_WORD = 40;

export function featuresOf(text: string): SparseVector {
  return vectorOf(count(wordsOf(text)));
}

export function tracedFeaturesOf(text: string): TracedFeatures {
  const words = wordsOf(text);
  const sources: number[][] = [];
  const counted = count(words, (at, from) => {
    const known = sources[at];
    if (known) known.push(...from);
    else sources[at] = [...from];
  });
  return { vector: vectorOf(counted), words, sources };
}

type Counted = { places: Map<number, number>; times: number[]; strengths: number[] };

function count(
  words: readonly Word[],
  cameFrom?: (place: number, words: readonly number[]) => void,
): Counted {
  const counted: Counted = { places: new Map(), times: [], strengths: [] };
  const { places, times, strengths } = counted;
  const add = (hash: number, block: number, strength: number, from: readonly number[]): void => {
    const id = ((hash & ~1) | block) >>> 0;
    let place = places.get(id);
    if (place === undefined) {
      place = places.size;
      places.set(id, place);
      times.push(0);
      strengths.push(strength);
    }
    times[place] = (times[place] ?? 0) + 1;
    cameFrom?.(place, from);
  };
  const hashes = words.map(({ folded }) => hashOf(folded, START));
  words.forEach(({ folded, sign }, index) => {
    const word = hashes[index] ?? 0;
    add(finish(word), WORDS, ALONE, [index]);
    const before = hashes[index - 1];
    add(
      pair(before ?? hashOf("^", START), word, 1),
      WORDS,
      BESIDE,
      before === undefined ? [index] : [index - 1, index],
    );
    for (let apart = 2; apart <= FURTHEST; apart++) {
      const earlier = hashes[index - apart];
      if (earlier !== undefined) add(pair(earlier, word, apart), WORDS, APART, [index - apart, index]);
    }
    for (const concept of conceptsOf(folded))
      add(finish(hashOf(concept, CONCEPT_START)), WORDS, MEANT, [index]);
    if (!sign) addParts(folded, (hash) => add(hash, PARTS, ALONE, [index]));
  });
  return counted;
}

const pair = (earlier: number, word: number, apart: number): number =>
  finish(Math.imul(earlier, 29 + 2 * apart) ^ word);

/** Every run of two to four letters, the word's two ends counted as letters. */
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
      if (at - start + 1 >= SHORTEST_PART) add(finish(hash));
    }
  }
}

/** Rising with the logarithm of the count, each block of its length. */
function vectorOf({ places, times, strengths }: Counted): SparseVector {
  const ids = Uint32Array.from(places.keys());
  const values = Float32Array.from(times, (count, at) => (1 + Math.log(count)) * (strengths[at] ?? 1));
  const squares = [0, 0];
  ids.forEach((id, at) => {
    addSquare(squares, id, values[at] ?? 0);
  });
  scaleBlocks(ids, values, squares);
  return { ids, values };
}

/** Adds a feature's square to its block's. */
export function addSquare(squares: number[], id: number, value: number): void {
  const block = blockOf(id);
  squares[block] = (squares[block] ?? 0) + value ** 2;
}

/** Brings each block to its length, given the sum of its squares. */
export function scaleBlocks(ids: Uint32Array, values: Float32Array, squares: readonly number[]): void {
  const scales = squares.map((square, block) => (square > 0 ? (LENGTHS[block] ?? 1) / Math.sqrt(square) : 0));
  for (let at = 0; at < values.length; at++)
    values[at] = (values[at] ?? 0) * (scales[blockOf(ids[at] ?? 0)] ?? 0);
}

const CONCEPT_START = 0x5bd1e995;
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
