/** The features a model knows, how much each tells, and texts as rows of them. Pure. */
import { bringToLengthOne, type SparseVector } from "./features.ts";
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
  /** How much of what the text says was never seen: 0 to 1. */
  unknownShare: number;
};

export function vocabularyOf(vectors: readonly SparseVector[]): Vocabulary {
  const columns = new Map<number, number>();
  const seen: number[] = [];
  for (const { ids } of vectors)
    for (const id of ids) {
      const column = columns.get(id);
      if (column === undefined) {
        columns.set(id, seen.length);
        seen.push(1);
      } else seen[column] = (seen[column] ?? 0) + 1;
    }
  const tell = (times: number): number => Math.log((1 + vectors.length) / (1 + times)) + 1;
  return { columns, telling: Float32Array.from(seen, tell), tellingUnknown: tell(0) };
}

export function readingOf(vocabulary: Vocabulary, { ids, values }: SparseVector): Reading {
  const columns = new Uint32Array(ids.length);
  const told = new Float32Array(ids.length);
  const origins = new Uint32Array(ids.length);
  const knownIds = new Uint32Array(ids.length);
  let count = 0;
  let known = 0;
  let unknown = 0;
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0;
    const column = vocabulary.columns.get(id);
    if (column === undefined) {
      unknown += ((values[at] ?? 0) * vocabulary.tellingUnknown) ** 2;
      continue;
    }
    const value = (values[at] ?? 0) * (vocabulary.telling[column] ?? 0);
    known += value ** 2;
    columns[count] = column;
    told[count] = value;
    origins[count] = at;
    knownIds[count++] = id;
  }
  const kept = told.subarray(0, count);
  bringToLengthOne(knownIds.subarray(0, count), kept);
  const unknownShare = known + unknown > 0 ? unknown / (known + unknown) : 1;
  return {
    columns: columns.subarray(0, count),
    values: kept,
    origins: origins.subarray(0, count),
    unknownShare,
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
