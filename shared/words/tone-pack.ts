/** A reader's weights as text: a byte each, the largest 127. */
import type { Reader } from "./tone.ts";

export type PackedReader = { labels: string[]; bias: number[]; scale: number; bytes: string };

export function packReader({ labels, weights, bias }: Reader): PackedReader {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9);
  const scale = Number((largest / 127).toPrecision(6));
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / scale));
  return {
    labels: [...labels],
    bias: bias.map((value) => Number(value.toFixed(4))),
    scale,
    bytes: btoa(Array.from(new Uint8Array(bytes.buffer), (byte) => String.fromCharCode(byte)).join("")),
  };
}

export function unpackReader({ labels, bias, scale, bytes }: PackedReader): Reader {
  const signed = Int8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  return { labels, bias, weights: Float32Array.from(signed, (byte) => byte * scale) };
}
