import { describe, expect, test } from "vitest";
import {
  chargeOf,
  estimate,
  freeTierLevel,
  type PriceFacts,
  type Rate,
  rateCategoryOf,
  rateFor,
} from "./cost.ts";

const now = new Date("2026-10-12T09:00:00Z");
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe("what WhatsApp said of a delivery", () => {
  test.each([
    ["regular", "charged"],
    ["free_customer_service", "free_tier"],
    ["free_entry_point", "free_entry"],
    ["free_group_customer_service", "free"],
    ["on_phone", "free"],
    ["", "unsaid"],
    ["something_new", "unsaid"],
  ])("%s is %s", (type, charge) => {
    expect(chargeOf(type)).toBe(charge);
  });

  test("group messages are priced as what they are; an unknown category has no price", () => {
    expect(rateCategoryOf("group_utility")).toBe("utility");
    expect(rateCategoryOf("authentication_international")).toBe("authentication-international");
    expect(rateCategoryOf("referral_conversion")).toBeNull();
  });
});

const rate = (more: Partial<Rate>): Rate => ({
  country: "CO",
  category: "service",
  currency: "USD",
  price: "0.0008",
  fromMonth: "2026-10",
  isExample: false,
  ...more,
});

describe("the price of a month", () => {
  const of = { country: "CO", category: "service", month: "2026-11" };
  test("is the latest that is not of a later month", () => {
    const rates = [
      rate({ price: "1" }),
      rate({ price: "3", fromMonth: "2027-01" }),
      rate({ price: "2", fromMonth: "2026-11" }),
    ];
    expect(rateFor(rates, of)?.price).toBe("2");
    expect(rateFor(rates, { ...of, month: "2026-10" })?.price).toBe("1");
    expect(rateFor(rates, { ...of, month: "2027-03" })?.price).toBe("3");
    expect(rateFor(rates, { ...of, month: "2026-09" })).toBeNull();
  });
  test("is never another country's, and never zero for want of one", () => {
    expect(rateFor([rate({})], { ...of, country: "MX" })).toBeNull();
    expect(rateFor([rate({})], { ...of, country: null })).toBeNull();
    expect(rateFor([rate({})], { ...of, category: "marketing" })).toBeNull();
    expect(rateFor([rate({})], { ...of, category: "utility" })).toBeNull();
  });
  test("of what is written freely is the utility price where none of its own is entered", () => {
    const utility = rate({ category: "utility", price: "5" });
    expect(rateFor([utility], of)?.price).toBe("5");
    expect(rateFor([utility, rate({ price: "4" })], of)?.price).toBe("4");
  });
});

test("the free tier is nearly used from 800 on, and used at 1,000", () => {
  expect([0, 799, 800, 999, 1000, 1001].map(freeTierLevel)).toEqual([
    "fine",
    "fine",
    "nearly_used",
    "nearly_used",
    "used",
    "used",
  ]);
});

describe("before sending", () => {
  const open: PriceFacts = {
    lastInAt: at(-1),
    freeUntil: null,
    freeIfAnsweredBy: null,
    freeLeft: 3,
    rateOf: (category) =>
      category === "marketing" ? null : { currency: "USD", price: "0.01", isExample: true },
  };
  const shut = { ...open, lastInAt: at(-24) };
  const words = { kind: "words" } as const;
  const template = (category: string) => ({ kind: "template", category }) as const;

  test("words use up the free tier first, and then cost", () => {
    expect(estimate(words, open, now)).toEqual({ kind: "free_tier", left: 3 });
    expect(estimate(words, { ...open, freeLeft: 0 }, now)).toEqual({
      kind: "charged",
      category: "service",
      currency: "USD",
      price: "0.01",
      isExample: true,
    });
  });

  test("in a shut window only a template can go out, and it costs", () => {
    expect(estimate(words, shut, now)).toEqual({ kind: "not_now" });
    expect(estimate(template("UTILITY"), shut, now)).toMatchObject({ kind: "charged", category: "utility" });
  });

  test("a template uses no free delivery, also in an open window", () => {
    expect(estimate(template("utility"), open, now).kind).toBe("charged");
  });

  test("before October 2026 words were free, and utility templates in an open window", () => {
    const september = new Date("2026-09-30T23:59:59Z");
    const then = { ...open, freeLeft: 0, lastInAt: new Date("2026-09-30T20:00:00Z") };
    expect(estimate(words, then, september)).toEqual({ kind: "free", why: "before" });
    expect(estimate(template("utility"), then, september)).toEqual({ kind: "free", why: "before" });
    expect(estimate(template("utility"), { ...then, lastInAt: null }, september).kind).toBe("charged");
    expect(estimate(words, then, new Date("2026-10-01T00:00:00Z")).kind).toBe("charged");
  });

  test("who came by an advertisement is written to for free, but not in words once the window is shut", () => {
    const free = { freeUntil: at(10) };
    expect(estimate(words, { ...open, ...free }, now)).toEqual({ kind: "free", why: "entry" });
    expect(estimate(template("marketing"), { ...shut, ...free }, now)).toEqual({
      kind: "free",
      why: "entry",
    });
    expect(estimate(words, { ...shut, ...free }, now)).toEqual({ kind: "not_now" });
    expect(estimate(words, { ...open, freeUntil: now }, now).kind).toBe("free_tier");
  });

  test("without a price it says so", () => {
    expect(estimate(template("marketing"), open, now)).toEqual({ kind: "no_rate", category: "marketing" });
    expect(estimate(template("new_kind"), open, now)).toEqual({ kind: "no_rate", category: "new_kind" });
  });
});
