/** Chance that is the same for the same seed on every machine (mulberry32). Pure. */

export type Chance = () => number;

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** In place (Fisher and Yates). */
export function shuffle<Item>(items: { length: number; [at: number]: Item }, chance: Chance): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const item = items[at];
    const swapped = items[other];
    if (item === undefined || swapped === undefined) continue;
    items[at] = swapped;
    items[other] = item;
  }
}
