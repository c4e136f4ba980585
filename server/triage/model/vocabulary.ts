/** The features a model knows, how much each tells, and texts as rows of them. Pure. */
import { addSquare, type SparseVector, scaleBlocks, WORDS } from "./features.ts";
import type { Rows } from "./linear-fit.ts";

export type Vocabulary = {
  /** Where a feature's weights are. */
  columns: Map<number, number>;
  /** What each column's feature tells: the rarer, the more. */
  telling: Float32Array;
  /** What a feature tells that was never seen. */
  tellingUnknown: number;
};

/** A text as the model sees it. */
export type Reading = {
  columns: Uint32Array;
  values: Float32Array;
  /** For each column, which feature of the text it was. */
  origins: Uint32Array;
  /** How much of its words and pairs of words was seen before: 0 to 1. */
  knownShare: number;
};

/** How strongly the rare is preferred: 1 is the usual inverse document frequency, 0 none. */
const RARITY = 0.7;

/** With this many texts, what only one of them held tells nothing, and is half of all features. */
const MANY_TEXTS = 3000;

export function vocabularyOf(vectors: readonly SparseVector[]): Vocabulary {
  const seen = new Map<number, number>();
  for (const { ids } of vectors) for (const id of ids) seen.set(id, (seen.get(id) ?? 0) + 1);
  const fewest = vectors.length > MANY_TEXTS ? 2 : 1;
  const tell = (times: number): number => (Math.log((1 + vectors.length) / (1 + times)) + 1) ** RARITY;
  const columns = new Map<number, number>();
  const telling: number[] = [];
  for (const [id, times] of seen) {
    if (times < fewest) continue;
    columns.set(id, columns.size);
    telling.push(tell(times));
  }
  return { columns, telling: Float32Array.from(telling), tellingUnknown: tell(0) };
}

/** What is unknown keeps its share of the length: a text of strange words scores low for every label. */
export function readingOf(vocabulary: Vocabulary, { ids, values }: SparseVector): Reading {
  const columns = new Uint32Array(ids.length);
  const told = new Float32Array(ids.length);
  const origins = new Uint32Array(ids.length);
  const knownIds = new Uint32Array(ids.length);
  const squares = [0, 0];
  const knownSquares = [0, 0];
  let count = 0;
  ids.forEach((id, at) => {
    const column = vocabulary.columns.get(id);
    const telling = column === undefined ? vocabulary.tellingUnknown : (vocabulary.telling[column] ?? 0);
    const value = (values[at] ?? 0) * telling;
    addSquare(squares, id, value);
    if (column === undefined) return;
    addSquare(knownSquares, id, value);
    columns[count] = column;
    told[count] = value;
    origins[count] = at;
    knownIds[count++] = id;
  });
  const kept = told.subarray(0, count);
  scaleBlocks(knownIds, kept, squares);
  return {
    columns: columns.subarray(0, count),
    values: kept,
    origins: origins.subarray(0, count),
    knownShare: (knownSquares[WORDS] ?? 0) / Math.max(squares[WORDS] ?? 0, Number.MIN_VALUE),
  };
}

export function rowsOf(readings: readonly Reading[]): Rows {
  const starts = new Uint32Array(readings.length + 1);
  readings.forEach(({ columns }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + columns.length;
  });
  const total = starts[readings.length] ?? 0;
  const rows: Rows = { starts, columns: new Uint32Array(total), values: new Float32Array(total) };
  readings.forEach(({ columns, values }, row) => {
    rows.columns.set(columns, starts[row]);
    rows.values.set(values, starts[row]);
  });
  return rows;
}
