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
  const totals = new Map<string, number>();
  for (const { count, ...of } of counts) {
    if (chargeOf(of.type) !== "charged") continue;
    charged += count;
    const rate = rateFor(rates, { ...of, country: of.country || null });
    if (rate) totals.set(rate.currency, (totals.get(rate.currency) ?? 0) + count * microsOf(rate.price));
    else withoutRate += count;
  }
  return { charged: Math.round(charged), withoutRate: Math.round(withoutRate), totals: moneyOf(totals) };
}

export const moneyOf = (micros: ReadonlyMap<string, number>): Money[] =>
  [...micros]
    .map(([currency, amount]) => ({ currency, amount: Math.round(amount) / MICRO }))
    .sort((a, b) => b.amount - a.amount || a.currency.localeCompare(b.currency));

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
