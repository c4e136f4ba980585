import { expect, test } from "vitest";
import { type Case, monthIn, priceOf } from "./pricing-rules.ts";

const NOVEMBER = Date.UTC(2026, 10, 22);
const SEPTEMBER = Date.UTC(2026, 8, 30, 23);
const facts = (change: Partial<Case>): Case => ({
  category: "service",
  isGroup: false,
  at: NOVEMBER,
  isWindowOpen: true,
  freeUntil: null,
  deliveries: 1,
  ...change,
});

test.each([
  ["the first service message of a month", {}, "free_customer_service", "service", false],
  ["the thousandth", { deliveries: 1_000 }, "free_customer_service", "service", false],
  ["the one after it", { deliveries: 1_001 }, "regular", "service", true],
  ["utility inside the window", { category: "utility" }, "regular", "utility", true],
  [
    "utility inside the window before October",
    { category: "utility", at: SEPTEMBER },
    "free_customer_service",
    "utility",
    false,
  ],
  [
    "service beyond a thousand before October",
    { deliveries: 2_000, at: SEPTEMBER },
    "free_customer_service",
    "service",
    false,
  ],
  ["marketing", { category: "marketing" }, "regular", "marketing", true],
  [
    "anything after an advertisement",
    { category: "utility", freeUntil: NOVEMBER + 1 },
    "free_entry_point",
    "referral_conversion",
    false,
  ],
  ["just after that time", { category: "utility", freeUntil: NOVEMBER }, "regular", "utility", true],
  ["a word in a group", { isGroup: true }, "free_group_customer_service", "group_service", false],
] as const)("%s", (_name, change, type, category, billable) => {
  expect(priceOf(facts(change))).toEqual({ billable, pricing_model: "PMP", type, category });
});

test("the month turns by the account's own clock", () => {
  const turn = Date.UTC(2026, 10, 30, 23, 30);
  expect(monthIn("UTC", turn)).toBe("2026-11");
  expect(monthIn("Asia/Dubai", turn)).toBe("2026-12");
});
