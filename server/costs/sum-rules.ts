/** What counts come to, by the prices of their month. Pure. */
import type { Money, Sum } from "../../shared/api/costs.ts";
import { chargeOf, type Rate, rateFor } from "../../shared/cost.ts";

export type Count = { month: string; category: string; type: string; country: string; count: number };

/** Millionths, so that adding rounds nothing. */
const MICRO = 1_000_000;
export const microsOf = (price: string): number => Math.round(Number(price) * MICRO);

/** `count` may be a part, where a message belongs to several requests; how many is rounded at the end. */
export function sumOf(counts: readonly Count[], rates: readonly Rate[]): Sum {
  let charged = 0;
  let withoutRate = 0;
  const totals = new Map<string, Part>();
  for (const { count, ...of } of counts) {
    if (chargeOf(of.type) !== "charged") continue;
    charged += count;
    const rate = rateFor(rates, { ...of, country: of.country || null });
    if (!rate) {
      withoutRate += count;
      continue;
    }
    const total = totals.get(rate.currency) ?? { micros: 0, charged: 0 };
    total.micros += count * microsOf(rate.price);
    total.charged += count;
    totals.set(rate.currency, total);
  }
  return { charged: Math.round(charged), withoutRate: Math.round(withoutRate), totals: moneyOf(totals) };
}

type Part = { micros: number; charged: number };

/** The currency most messages are priced in first: amounts of two cannot be compared. */
export const moneyOf = (totals: ReadonlyMap<string, Part>): Money[] =>
  [...totals]
    .sort(([a, one], [b, other]) => other.charged - one.charged || a.localeCompare(b))
    .map(([currency, { micros }]) => ({ currency, amount: Math.round(micros) / MICRO }));

export const countOf = (counts: readonly Count[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);

/** What was charged and has no price, most first. */
export function missingRates(
  counts: readonly Count[],
  rates: readonly Rate[],
): { country: string | null; category: string; count: number }[] {
  const missing = new Map<string, { country: string | null; category: string; count: number }>();
  for (const { count, ...of } of counts) {
    if (chargeOf(of.type) !== "charged" || rateFor(rates, { ...of, country: of.country || null })) continue;
    const key = `${of.country} ${of.category}`;
    const row = missing.get(key) ?? { country: of.country || null, category: of.category, count: 0 };
    missing.set(key, { ...row, count: row.count + count });
  }
  return [...missing.values()].sort((a, b) => b.count - a.count);
}
