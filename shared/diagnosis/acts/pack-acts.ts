/** The weights of acts as text: half a byte each for the many that words have, a byte for the others. Pure. */
import { type ActWeights, emptyWeights } from "./act-scores.ts";

type Packed = { scale: number; bytes: string };
export type PackedActs = Record<keyof ActWeights, Packed>;

const FINE = 127;
/** Half a byte: -7 to 7. */
const COARSE = 7;

export const packActs = ({ words, voiced, texts, contexts, second }: ActWeights): PackedActs => ({
  words: packCoarse(words),
  voiced: packCoarse(voiced),
  texts: packFine(texts),
  contexts: packFine(contexts),
  second: packCoarse(second),
});

/** Throws where the weights are of another shape than this version's. */
export function unpackActs(packed: PackedActs): ActWeights {
  const weights = emptyWeights();
  unpackCoarse(packed.words, weights.words);
  unpackCoarse(packed.voiced, weights.voiced);
  unpackFine(packed.texts, weights.texts);
  unpackFine(packed.contexts, weights.contexts);
  unpackCoarse(packed.second, weights.second);
  return weights;
}

const largestOf = (values: Float32Array): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);

function packFine(values: Float32Array): Packed {
  const scale = Number((largestOf(values) / FINE).toPrecision(6));
  return { scale, bytes: textOf(Uint8Array.from(values, (value) => Math.round(value / scale) & 255)) };
}

function packCoarse(values: Float32Array): Packed {
  // A few weights lie far out: what the rest needs counts, they are cut off.
  const sizes = Float32Array.from(values, Math.abs).sort();
  const scale = Number(
    (Math.max(sizes[Math.floor(sizes.length * 0.999)] ?? 0, 1e-9) / COARSE).toPrecision(6),
  );
  const half = (value: number): number =>
    Math.max(-COARSE, Math.min(COARSE, Math.round(value / scale))) + COARSE;
  const bytes = new Uint8Array(Math.ceil(values.length / 2));
  for (let at = 0; at < bytes.length; at++)
    bytes[at] = half(values[2 * at] ?? 0) | (half(values[2 * at + 1] ?? 0) << 4);
  return { scale, bytes: textOf(bytes) };
}

function unpackFine({ scale, bytes }: Packed, values: Float32Array): void {
  const signed = Int8Array.from(bytesOf(bytes, values.length));
  signed.forEach((byte, at) => {
    values[at] = byte * scale;
  });
}

function unpackCoarse({ scale, bytes }: Packed, values: Float32Array): void {
  const halves = bytesOf(bytes, Math.ceil(values.length / 2));
  for (let at = 0; at < values.length; at++) {
    const byte = halves[at >> 1] ?? 0;
    values[at] = ((at & 1 ? byte >> 4 : byte & 15) - COARSE) * scale;
  }
}

const textOf = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

function bytesOf(text: string, length: number): Uint8Array {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  if (bytes.length !== length) throw new Error(`${bytes.length} bytes of weights, ${length} wanted`);
  return bytes;
}
