/**
 * One line for each label against all others, fitted together: the L2-regularised squared hinge by dual coordinate
 * descent (Hsieh et al. 2008). The weights of a feature lie side by side for all labels, so one pass over an
 * example's features serves every label and stays in the cache. Pure.
 */
import { chanceFrom, shuffle } from "./random.ts";

/** Sparse rows one after another. */
export type Rows = { starts: Uint32Array; columns: Uint32Array; values: Float32Array };

export type FitInput = {
  rows: Rows;
  /** The label of each row, and how much it counts. */
  labels: Uint16Array;
  weights: Float32Array;
  labelCount: number;
  columnCount: number;
};

export type FitOptions = { cost: number; rounds: number; seed: number; positiveCost?: number };

/** weights[column * labelCount + label]; one bias a label. */
export type Lines = { weights: Float32Array; bias: Float32Array };

/** Rows whose gradient is below this for every label count as settled. */
const SETTLED = 0.02;

export function fitLines(input: FitInput, options: FitOptions): Lines {
  const { rows, labels, labelCount } = input;
  const rowCount = labels.length;
  const lines: Lines = {
    weights: new Float32Array(input.columnCount * labelCount),
    bias: new Float32Array(labelCount),
  };
  const alphas = new Float32Array(rowCount * labelCount);
  const squares = squaresOf(rows, rowCount);
  const order = Uint32Array.from({ length: rowCount }, (_, row) => row);
  const chance = chanceFrom(options.seed);
  const scores = new Float64Array(labelCount);
  const changes = new Float32Array(labelCount);
  const changed = new Uint16Array(labelCount);

  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, chance);
    let worst = 0;
    for (const row of order) {
      scoreRow(lines, rows, row, labelCount, scores);
      let changedCount = 0;
      const right = labels[row] ?? 0;
      const importance = input.weights[row] ?? 1;
      for (let label = 0; label < labelCount; label++) {
        const sign = label === right ? 1 : -1;
        const cost = options.cost * importance * (label === right ? (options.positiveCost ?? 1) : 1);
        const ridge = 0.5 / cost;
        const at = row * labelCount + label;
        const alpha = alphas[at] ?? 0;
        const gradient = sign * (scores[label] ?? 0) - 1 + alpha * ridge;
        if (alpha === 0 && gradient >= 0) continue;
        const size = gradient < 0 ? -gradient : gradient;
        if (size > worst) worst = size;
        if (size < 1e-4) continue;
        const next = Math.max(0, alpha - gradient / ((squares[row] ?? 1) + ridge));
        alphas[at] = next;
        changes[label] = (next - alpha) * sign;
        changed[changedCount++] = label;
      }
      if (changedCount > 0) moveLines(lines, rows, row, labelCount, changes, changed, changedCount);
    }
    if (worst < SETTLED) break;
  }
  return lines;
}

function squaresOf(rows: Rows, rowCount: number): Float32Array {
  const squares = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    let square = 1;
    for (let at = rows.starts[row] ?? 0; at < (rows.starts[row + 1] ?? 0); at++)
      square += (rows.values[at] ?? 0) ** 2;
    squares[row] = square;
  }
  return squares;
}

/** Four labels at a time, their sums in registers: half the time of one pass that writes each sum at each feature. */
function scoreRow(
  { weights, bias }: Lines,
  { starts, columns, values }: Rows,
  row: number,
  labelCount: number,
  scores: Float64Array,
): void {
  const start = starts[row] ?? 0;
  const end = starts[row + 1] ?? 0;
  let label = 0;
  for (; label + 4 <= labelCount; label += 4) {
    let first = bias[label] ?? 0;
    let second = bias[label + 1] ?? 0;
    let third = bias[label + 2] ?? 0;
    let fourth = bias[label + 3] ?? 0;
    for (let at = start; at < end; at++) {
      const value = values[at] ?? 0;
      const place = (columns[at] ?? 0) * labelCount + label;
      first += value * (weights[place] ?? 0);
      second += value * (weights[place + 1] ?? 0);
      third += value * (weights[place + 2] ?? 0);
      fourth += value * (weights[place + 3] ?? 0);
    }
    scores[label] = first;
    scores[label + 1] = second;
    scores[label + 2] = third;
    scores[label + 3] = fourth;
  }
  for (; label < labelCount; label++) {
    let sum = bias[label] ?? 0;
    for (let at = start; at < end; at++)
      sum += (values[at] ?? 0) * (weights[(columns[at] ?? 0) * labelCount + label] ?? 0);
    scores[label] = sum;
  }
}

function moveLines(
  { weights, bias }: Lines,
  rows: Rows,
  row: number,
  labelCount: number,
  changes: Float32Array,
  changed: Uint16Array,
  changedCount: number,
): void {
  const end = rows.starts[row + 1] ?? 0;
  for (let each = 0; each < changedCount; each++) {
    const label = changed[each] ?? 0;
    bias[label] = (bias[label] ?? 0) + (changes[label] ?? 0);
  }
  for (let at = rows.starts[row] ?? 0; at < end; at++) {
    const value = rows.values[at] ?? 0;
    const base = (rows.columns[at] ?? 0) * labelCount;
    for (let each = 0; each < changedCount; each++) {
      const label = changed[each] ?? 0;
      weights[base + label] = (weights[base + label] ?? 0) + value * (changes[label] ?? 0);
    }
  }
}
