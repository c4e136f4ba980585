/** Learning one example more, at once. Changes the model it is given and nothing else. */
import type { Example } from "./classifier.ts";
import { featuresOf } from "./features.ts";
import { type Classifier, COST, move, type Remembered, RIGHT_COUNTS, scoresOf } from "./linear-model.ts";
import { type Reading, readingOf } from "./vocabulary.ts";

/** So many corrections are weighed against each other; more would take longer than a keystroke. */
const REMEMBERED = 150;
/** By how much the right label leads in the end on the very same text, and in how many steps at most. */
const LEAD = 0.1;
const STEPS = 8;

/**
 * The corrections remembered are fitted together once more, as training would, with the new one; if another label
 * still leads on its text, passive-aggressive steps against that one. A label not known yet is added.
 */
export function updateClassifier(model: Classifier, { text, label, weight = 1 }: Example): void {
  const right = numberOf(model, label);
  const vector = featuresOf(text);
  learnFeatures(model, vector.ids);
  const alphas = new Float32Array(model.labels.length);
  const remembered: Remembered = { reading: readingOf(model, vector), right, weight, alphas };
  model.recent = [...model.recent.slice(-REMEMBERED + 1), remembered];
  for (const each of model.recent) settle(model, each);
  lead(model, remembered);
}

/** One step of dual coordinate descent for each label (see linear-fit.ts). */
function settle(model: Classifier, { reading, right, weight, alphas }: Remembered): void {
  const square = squareOf(reading);
  scoresOf(model, reading).forEach((score, label) => {
    const sign = label === right ? 1 : -1;
    const ridge = 0.5 / (COST * weight * (label === right ? RIGHT_COUNTS : 1));
    const alpha = alphas[label] ?? 0;
    const gradient = sign * score - 1 + alpha * ridge;
    if (alpha === 0 && gradient >= 0) return;
    const next = Math.max(0, alpha - gradient / (square + ridge));
    alphas[label] = next;
    move(model, reading, label, sign * (next - alpha));
  });
}

function lead(model: Classifier, { reading, right }: Remembered): void {
  const square = squareOf(reading);
  for (let step = 0; step < STEPS; step++) {
    const scores = scoresOf(model, reading);
    const rival = strongestBut(scores, right);
    const missing = rival < 0 ? 0 : LEAD - ((scores[right] ?? 0) - (scores[rival] ?? 0));
    if (missing <= 0) return;
    move(model, reading, right, missing / (2 * square));
    move(model, reading, rival, -missing / (2 * square));
  }
}

const squareOf = ({ values }: Reading): number => values.reduce((sum, value) => sum + value ** 2, 1);

function strongestBut(scores: Float32Array, right: number): number {
  let best = -1;
  scores.forEach((score, label) => {
    if (label !== right && (best < 0 || score > (scores[best] ?? 0))) best = label;
  });
  return best;
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
  for (const each of model.recent) {
    const alphas = new Float32Array(before + 1);
    alphas.set(each.alphas);
    each.alphas = alphas;
  }
  return before;
}

/** One part in so many. */
const ROOM = 8;

function learnFeatures(model: Classifier, ids: Uint32Array): void {
  for (const id of ids) if (!model.columns.has(id)) model.columns.set(id, model.columns.size);
  const needed = model.columns.size;
  if (model.telling.length < needed) {
    // Room for the next ones too: growing copies everything.
    const telling = new Float32Array(needed + Math.ceil(needed / ROOM)).fill(model.tellingUnknown);
    telling.set(model.telling);
    model.telling = telling;
  }
  if (model.weights.length < needed * model.labels.length) {
    const weights = new Float32Array(model.telling.length * model.labels.length);
    weights.set(model.weights);
    model.weights = weights;
  }
}
