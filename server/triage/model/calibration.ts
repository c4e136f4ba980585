/** From scores to probabilities that hold: of what is said with 80 %, four in five are right. Pure. */

/** Scores one must be able to trust, with the label that was right. */
export type HeldOut = { scores: Float32Array; right: number };

export function softmax(scores: Float32Array, sharpness: number): Float32Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > highest) highest = score;
  const probabilities = new Float32Array(scores.length);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const power = Math.exp(((scores[label] ?? 0) - highest) * sharpness);
    probabilities[label] = power;
    sum += power;
  }
  for (let label = 0; label < scores.length; label++)
    probabilities[label] = (probabilities[label] ?? 0) / sum;
  return probabilities;
}

const BLUNTEST = 0.2;
const SHARPEST = 60;
/** Where nothing could be held out: about what the figures' data gave. */
const SHARPNESS_UNKNOWN = 4;

/** The one number that makes what was held out most likely (temperature scaling), by golden section. */
export function fitSharpness(heldOut: readonly HeldOut[]): number {
  const usable = heldOut.filter(({ right }) => right >= 0);
  if (usable.length < 10) return SHARPNESS_UNKNOWN;
  const loss = (logarithm: number): number => lossAt(usable, Math.exp(logarithm));
  const ratio = (Math.sqrt(5) - 1) / 2;
  let low = Math.log(BLUNTEST);
  let high = Math.log(SHARPEST);
  for (let step = 0; step < 24; step++) {
    const left = high - ratio * (high - low);
    const right = low + ratio * (high - low);
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

function lossAt(heldOut: readonly HeldOut[], sharpness: number): number {
  let loss = 0;
  for (const { scores, right } of heldOut)
    loss -= Math.log(Math.max(1e-6, softmax(scores, sharpness)[right] ?? 0));
  return loss;
}
