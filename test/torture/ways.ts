/** Ways to deliver a stream: turned over, doubled, cut into bodies and batches, some dead first; told in words. */
import fc from "fast-check";
import type { Item } from "./scenes.ts";

/** How a stream is delivered: the lists are read round and round. Shrinks to once each, in order, one by one. */
export type Way = {
  order: number[];
  twice: boolean[];
  sizes: number[];
  batches: number[];
  dead: boolean[];
  byTwo: boolean;
};

const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 12 });
export const anyWay: fc.Arbitrary<Way> = fc.record({
  order: few(fc.nat(99)),
  twice: few(fc.boolean()),
  sizes: few(fc.integer({ min: 1, max: 4 })),
  batches: few(fc.integer({ min: 1, max: 5 })),
  dead: few(fc.boolean()),
  byTwo: fc.boolean(),
});

/** Once each, in order, one by one. */
export const PLAIN: Way = {
  order: [0],
  twice: [false],
  sizes: [1],
  batches: [1],
  dead: [false],
  byTwo: false,
};

export type Body = { items: Item[]; isDeadFirst: boolean };
export type Delivery = { batches: Body[][]; byTwo: boolean };

export function deliveryOf(items: readonly Item[], way: Way): Delivery {
  const round = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;
  const all = items.flatMap((item, n) => (round(way.twice, n) ? [item, item] : [item]));
  const shuffled = all
    .map((item, n) => ({ item, n, key: round(way.order, n * 7 + Math.floor(n / way.order.length)) }))
    .sort((a, b) => a.key - b.key || a.n - b.n)
    .map(({ item }) => item);
  const bodies = cut(shuffled, way.sizes).map((some, n) => ({
    items: some,
    isDeadFirst: round(way.dead, n),
  }));
  return { batches: cut(bodies, way.batches), byTwo: way.byTwo };
}

function cut<T>(list: readonly T[], sizes: readonly number[]): T[][] {
  const pieces: T[][] = [];
  for (let from = 0, n = 0; from < list.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1;
    pieces.push(list.slice(from, from + size));
    from += size;
  }
  return pieces;
}

export const bodyOf = ({ items }: Body): string =>
  JSON.stringify({
    object: "whatsapp_business_account",
    entry: items.map(({ head, change: one }) => ({ ...head, changes: [one] })),
  });

/** As a person reads it: bodies in brackets, batches on lines. */
export const told = ({ batches, byTwo }: Delivery): string =>
  batches
    .map((batch) =>
      batch
        .map(
          ({ items, isDeadFirst }) =>
            `[${items.map(({ say }) => say).join(" + ")}]${isDeadFirst ? " (dead first)" : ""}`,
        )
        .join(" "),
    )
    .join("\n  ")
    .concat(byTwo ? "\n  by two recorders" : "");
