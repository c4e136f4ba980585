/** Scores candidates side by side: straight weights, and a few units that see features together. Pure. */

/** What was learnt: one number a feature, then units that each see all features; none of them: a linear ranker. */
export type Ranker = {
  features: readonly string[];
  straight: readonly number[];
  /** Of each feature, what it gives each unit. */
  units: readonly (readonly number[])[];
  /** Of each unit, what it starts from and what it adds once it is over nothing. */
  starts: readonly number[];
  adds: readonly number[];
  /** From scores to probabilities that hold. */
  sharpness: number;
};

/** Where features are put, row after row. */
export interface Sheet {
  add(column: number, value: number | boolean): void;
  /** The row is whole; what is added next is of the next one. */
  endRow(): void;
}

/** Rows of features that are not zero; most are. Grows as needed and is used again and again. */
export class Rows implements Sheet {
  columns = new Uint16Array(1024);
  values = new Float32Array(1024);
  /** Where each row begins; one more than there are rows. */
  begins = new Uint32Array(64);
  count = 0;
  #filled = 0;

  add(column: number, value: number | boolean): void {
    const amount = Number(value);
    if (amount === 0) return;
    if (this.#filled === this.columns.length) {
      const [columns, values] = [this.columns, this.values];
      this.columns = new Uint16Array(2 * columns.length);
      this.columns.set(columns);
      this.values = new Float32Array(2 * values.length);
      this.values.set(values);
    }
    this.columns[this.#filled] = column;
    this.values[this.#filled] = amount;
    this.#filled++;
  }

  endRow(): void {
    this.count++;
    if (this.count === this.begins.length) {
      const begins = this.begins;
      this.begins = new Uint32Array(2 * begins.length);
      this.begins.set(begins);
    }
    this.begins[this.count] = this.#filled;
  }

  clear(): void {
    this.count = 0;
    this.#filled = 0;
  }
}

/** Sums straight weights while features are put: no row is kept. */
export class Sums implements Sheet {
  readonly #weights: Float64Array;
  scores = new Float64Array(64);
  count = 0;
  #sum = 0;

  constructor(ranker: Ranker, features: readonly string[]) {
    if (ranker.adds.length > 0) throw new Error("A ranker with units needs whole rows.");
    const weights = new Map(ranker.features.map((name, at) => [name, ranker.straight[at] ?? 0]));
    this.#weights = Float64Array.from(features, (name) => weights.get(name) ?? 0);
  }

  add(column: number, value: number | boolean): void {
    const weight = this.#weights[column] ?? 0;
    if (value === true) this.#sum += weight;
    else if (value !== false) this.#sum += weight * value;
  }

  endRow(): void {
    if (this.count === this.scores.length) {
      const scores = this.scores;
      this.scores = new Float64Array(2 * scores.length);
      this.scores.set(scores);
    }
    this.scores[this.count++] = this.#sum;
    this.#sum = 0;
  }

  clear(): void {
    this.count = 0;
  }
}

/** The weights laid out for speed, in the order of the rows' columns; `into` gets a score for each row. */
export function scorerOf(
  ranker: Ranker,
  features: readonly string[],
): (rows: Rows, into: Float64Array) => void {
  const width = ranker.adds.length;
  const places = new Map(ranker.features.map((name, at) => [name, at]));
  const order = features.map((name) => places.get(name) ?? -1);
  const straight = Float64Array.from(order, (place) => ranker.straight[place] ?? 0);
  const units = Float64Array.from(order.flatMap((place) => ranker.units[place] ?? new Array(width).fill(0)));
  const starts = Float64Array.from(ranker.starts);
  const adds = Float64Array.from(ranker.adds);
  const sums = new Float64Array(width);
  return (rows, into) => {
    const { columns, values, begins, count } = rows;
    for (let row = 0; row < count; row++) {
      let score = 0;
      sums.set(starts);
      const end = begins[row + 1] ?? 0;
      for (let at = begins[row] ?? 0; at < end; at++) {
        const column = columns[at] ?? 0;
        const value = values[at] ?? 0;
        score += (straight[column] ?? 0) * value;
        const from = column * width;
        for (let unit = 0; unit < width; unit++)
          sums[unit] = (sums[unit] ?? 0) + (units[from + unit] ?? 0) * value;
      }
      for (let unit = 0; unit < width; unit++) {
        const sum = sums[unit] ?? 0;
        if (sum > 0) score += sum * (adds[unit] ?? 0);
      }
      into[row] = score;
    }
  };
}

/** Scores become probabilities, in place. */
export function softmax(scores: Float64Array, count: number, sharpness: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) highest = Math.max(highest, scores[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const power = Math.exp(((scores[at] ?? 0) - highest) * sharpness);
    scores[at] = power;
    sum += power;
  }
  for (let at = 0; at < count; at++) scores[at] = (scores[at] ?? 0) / sum;
}
