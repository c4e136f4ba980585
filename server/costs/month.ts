/** A month of messages, as the page of costs shows it. */
import type { z } from "zod";
import type { costsApi, Sum } from "../../shared/api/costs.ts";
import {
  CHARGED_SINCE_MONTH,
  CHARGES,
  type Charge,
  chargeOf,
  FREE_DELIVERIES,
  rateFor,
} from "../../shared/cost.ts";
import type { Db } from "../db/pool.ts";
import { kindsByFiling } from "../requests/kinds.ts";
import { stripsByIds } from "../requests/strips.ts";
import { NUDGE_MINUTES } from "../requests/window-closing-rules.ts";
import {
  type CategorySum,
  type CostNumber,
  listByRequestCategory,
  listCostNumbers,
  listCounts,
  listDearest,
  listMonths,
  type NumberCount,
  type Price,
  type RequestSum,
} from "./month-store.ts";
import { listRates } from "./rates-store.ts";
import { countOf, microsOf, missingRates, moneyOf, sumOf } from "./sum-rules.ts";

export type Month = z.input<(typeof costsApi)["monthCosts"]["output"]>;
type Rates = Awaited<ReturnType<typeof listRates>>;

const SHOWN_MONTHS = 12;
const SHOWN_REQUESTS = 10;

export async function readMonth(
  db: Db,
  ask: { month?: string | undefined; number?: number | undefined },
  now: Date,
): Promise<Month> {
  const [numbers, known, rates] = await Promise.all([
    listCostNumbers(db, now),
    listMonths(db),
    listRates(db),
  ]);
  const thisMonth =
    numbers
      .map((number) => number.thisMonth)
      .sort()
      .at(-1) ?? now.toISOString().slice(0, 7);
  const months = [...new Set([thisMonth, ...known])].sort().reverse();
  const month = ask.month ?? thisMonth;
  const shown = monthsBack(month, SHOWN_MONTHS);
  const all = await listCounts(db, shown[0] ?? month, month);
  const isAsked = ({ numberId }: NumberCount) => ask.number === undefined || numberId === ask.number;
  const counts = all.filter((count) => count.month === month && isAsked(count));
  const of = { month, numberId: ask.number ?? null, prices: pricesOf(counts, rates) };
  const [dearest, byCategory] = await Promise.all([
    listDearest(db, of, SHOWN_REQUESTS),
    listByRequestCategory(db, of),
  ]);
  return {
    month,
    months: months.includes(month) ? months : [...months, month].sort().reverse(),
    ...sumOf(counts, rates),
    delivered: countOf(counts),
    numbers: numbers.map((number) =>
      numberOf(
        number,
        all.filter((count) => count.numberId === number.id && count.month === month),
        rates,
      ),
    ),
    categories: categoriesOf(counts, rates),
    requestCategories: await requestCategoriesOf(db, byCategory),
    requests: await requestsOf(db, dearest),
    missing: missingRates(counts, rates),
    unsaid: countOf(counts.filter(({ type }) => chargeOf(type) === "unsaid")),
    history: shown.map((month) => ({
      month,
      ...sumOf(
        all.filter((count) => count.month === month && isAsked(count)),
        rates,
      ),
    })),
  };
}

function monthsBack(last: string, count: number): string[] {
  const [year = 0, month = 1] = last.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}

function numberOf(
  number: CostNumber,
  counts: readonly NumberCount[],
  rates: Rates,
): Month["numbers"][number] {
  const month = counts[0]?.month ?? CHARGED_SINCE_MONTH;
  return {
    id: number.id,
    name: number.name,
    kind: number.kind,
    timeZone: number.timeZone ?? "UTC",
    isZoneAssumed: number.timeZone === null,
    nudgeMinutes: number.nudgeMinutes ?? NUDGE_MINUTES,
    ...sumOf(counts, rates),
    delivered: countOf(counts),
    freeUsed:
      month < CHARGED_SINCE_MONTH
        ? null
        : countOf(counts.filter(({ type }) => chargeOf(type) === "free_tier")),
    freeOf: FREE_DELIVERIES,
  };
}

function categoriesOf(counts: readonly NumberCount[], rates: Rates): Month["categories"] {
  return [...Map.groupBy(counts, ({ category }) => category)]
    .map(([category, of]) => ({
      category,
      ...sumOf(of, rates),
      delivered: countOf(of),
      by: Object.fromEntries(
        CHARGES.map((charge) => [charge, countOf(of.filter(({ type }) => chargeOf(type) === charge))]),
      ) as Record<Charge, number>,
    }))
    .sort((a, b) => b.charged - a.charged || b.delivered - a.delivered);
}

/** Each price that this month's charged messages need, found once. */
function pricesOf(counts: readonly NumberCount[], rates: Rates): Price[] {
  const found = new Map<string, Price>();
  for (const { country, category, month, type } of counts) {
    const key = `${country} ${category}`;
    if (chargeOf(type) !== "charged" || found.has(key)) continue;
    const rate = rateFor(rates, { country: country || null, category, month });
    if (rate) found.set(key, { country, category, currency: rate.currency, micros: microsOf(rate.price) });
  }
  return [...found.values()];
}

/** Rows of one subject, one for each currency and one for what has no price. */
function joined(rows: readonly Omit<RequestSum, "requestId">[]): Sum {
  const priced = rows.flatMap(({ currency, micros, charged }) =>
    currency === null || micros === null ? [] : [[currency, { micros, charged }] as const],
  );
  const count = (of: typeof rows) => Math.round(of.reduce((sum, { charged }) => sum + Number(charged), 0));
  return {
    charged: count(rows),
    totals: moneyOf(new Map(priced)),
    withoutRate: count(rows.filter(({ currency }) => currency === null)),
  };
}

async function requestsOf(db: Db, rows: readonly RequestSum[]): Promise<Month["requests"]> {
  const byId = Map.groupBy(rows, ({ requestId }) => requestId);
  const strips = await stripsByIds(db, [...byId.keys()], null);
  return strips.map(({ id, title }) => ({ id, title, ...joined(byId.get(id) ?? []) }));
}

async function requestCategoriesOf(
  db: Db,
  rows: readonly CategorySum[],
): Promise<Month["requestCategories"]> {
  const kinds = await kindsByFiling(db);
  const shown = new Map([...kinds.values()].map((kind) => [kind.id, kind]));
  const kindOf = (id: number | null) => (id === null ? undefined : kinds.get(id)?.id);
  return [...Map.groupBy(rows, ({ categoryId }) => kindOf(categoryId))]
    .map(([id, of]) => ({ category: (id !== undefined && shown.get(id)) || null, ...joined(of) }))
    .sort((a, b) => b.charged - a.charged);
}
