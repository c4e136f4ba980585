/** The shape of a voice note, read from its sound. */

const BARS = 48;

/** Loudness of each slice between 0 and 1, the loudest being 1. */
export function peaksOf(samples: Float32Array, bars = BARS): number[] {
  const size = Math.max(1, Math.floor(samples.length / bars));
  const loud = Array.from({ length: bars }, (_, bar) => {
    let sum = 0;
    const end = Math.min(samples.length, (bar + 1) * size);
    for (let at = bar * size; at < end; at++) sum += (samples[at] ?? 0) ** 2;
    return Math.sqrt(sum / size);
  });
  const top = Math.max(...loud);
  return top > 0 ? loud.map((value) => value / top) : loud;
}
