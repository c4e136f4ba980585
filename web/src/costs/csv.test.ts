import { expect, test } from "vitest";
import type { MonthCosts, Sum } from "../../../shared/api/costs.ts";
import { csvOf } from "./csv.ts";

const none: Sum = { charged: 0, withoutRate: 0, totals: [] };
const month: MonthCosts = {
  month: "2026-11",
  months: ["2026-11"],
  charged: 3,
  withoutRate: 1,
  totals: [
    { currency: "USD", amount: 0.017 },
    { currency: "INR", amount: 0.115 },
  ],
  delivered: 9,
  numbers: [],
  categories: [],
  requestCategories: [{ category: null, ...none }],
  requests: [{ id: 7, title: '=HYPERLINK("x"), said she', ...none }],
  missing: [{ country: "DE", category: "service", count: 1 }],
  unsaid: 0,
  history: [],
};

test("a sum in two currencies is two lines, and its counts stand once", () => {
  expect(csvOf(month).split("\r\n").slice(0, 3)).toEqual([
    "part,name,delivered,charged,without_price,currency,amount",
    "month,2026-11,9,3,1,USD,0.017",
    "month,2026-11,,,,INR,0.115",
  ]);
});

test("what has no price has a line of its own", () => {
  expect(csvOf(month)).toContain("without_price,DE service,,1,1,,");
});

test("quotes and commas stay in their cell, and nothing becomes a formula", () => {
  expect(csvOf(month)).toContain('request,"R-7 =HYPERLINK(""x""), said she",,0,0,,');
  const odd = {
    ...{
      id: 1,
      name: "=1+1",
      kind: "real" as const,
      timeZone: "UTC",
      isZoneAssumed: true,
      nudgeMinutes: 120,
    },
    ...{ delivered: 0, freeUsed: 0, freeOf: 1000, ...none },
  } satisfies MonthCosts["numbers"][number];
  expect(csvOf({ ...month, numbers: [odd] })).toContain("number,'=1+1,0");
});
