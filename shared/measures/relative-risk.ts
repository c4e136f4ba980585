/** How much likelier something goes wrong under a condition than without it, like compared with like. Pure. */

export type Trial = {
  /** Of those with the same one, like is compared with like. */
  stratum: string;
  isExposed: boolean;
  wentWrong: boolean;
};

/** Trials of one stratum: how many of them, exposed and not, and how many went wrong. */
type Cell = { exposed: number; exposedWrong: number; other: number; otherWrong: number };

const ROUNDS = 1000;

/**
 * Risk ratio over strata by Mantel and Haenszel (1959), with the 95 % percentile interval of a seeded Bayesian
 * bootstrap (Rubin 1981) of the cells, half a case lent to each so that "never" is not taken for certain. Its cost hangs
 * on the number of strata, not of trials. Where one side has nothing that went wrong, the ratio too is lent half a case
 * on both sides. Null where no stratum holds both.
 */
export function relativeRisk(
  trials: Iterable<Trial>,
  seed: number,
): { ratio: number; low: number; high: number } | null {
  const cells = new Map<string, Cell>();
  for (const { stratum, isExposed, wentWrong } of trials) {
    const cell = cells.get(stratum) ?? { exposed: 0, exposedWrong: 0, other: 0, otherWrong: 0 };
    cells.set(stratum, cell);
    if (isExposed) {
      cell.exposed++;
      if (wentWrong) cell.exposedWrong++;
    } else {
      cell.other++;
      if (wentWrong) cell.otherWrong++;
    }
  }
  const both = [...cells.values()].filter(({ exposed, other }) => exposed > 0 && other > 0);
  const ratio = mantelHaenszel(both);
  if (ratio === null) return null;
  const random = seeded(seed);
  const drawn = Array.from(
    { length: ROUNDS },
    () => mantelHaenszel(both.map((cell) => resampled(cell, random))) ?? ratio,
  ).sort((one, other) => one - other);
  const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? ratio;
  return { ratio, low: at(0.025), high: at(0.975) };
}

function mantelHaenszel(cells: readonly Cell[]): number | null {
  let exposed = 0;
  let other = 0;
  let weight = 0;
  for (const cell of cells) {
    const all = cell.exposed + cell.other;
    if (cell.exposed === 0 || cell.other === 0) continue;
    exposed += (cell.exposedWrong * cell.other) / all;
    other += (cell.otherWrong * cell.exposed) / all;
    weight += (cell.exposed * cell.other) / all;
  }
  if (weight === 0) return null;
  if (exposed === 0 || other === 0) return (exposed + 0.5) / (other + 0.5);
  return exposed / other;
}

function resampled(cell: Cell, random: () => number): Cell {
  const exposedWrong = gamma(cell.exposedWrong + 0.5, random);
  const otherWrong = gamma(cell.otherWrong + 0.5, random);
  return {
    exposedWrong,
    exposed: exposedWrong + gamma(cell.exposed - cell.exposedWrong + 0.5, random),
    otherWrong,
    other: otherWrong + gamma(cell.other - cell.otherWrong + 0.5, random),
  };
}

/** By Marsaglia and Tsang (2000), for shapes of a half and more. */
function gamma(shape: number, random: () => number): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const base = shape - 1 / 3;
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const cube = (1 + normal / Math.sqrt(9 * base)) ** 3;
    if (cube > 0 && Math.log(1 - random()) < normal ** 2 / 2 + base * (1 - cube + Math.log(cube)))
      return base * cube;
  }
}

/** The same figures from the same seed, from 0 up to 1 (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
