/** What messages cost: by month, number, category and request; the prices; what one more would cost. */
import { z } from "zod";
import { CHARGES, RATE_CATEGORIES } from "../cost.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const Currency = z.string().regex(/^[A-Z]{3}$/);

/** In whole units; currencies are never added to each other. */
const Money = z.object({ currency: Currency, amount: z.number() });
export type Money = z.infer<typeof Money>;

const Sum = z.object({
  /** Deliveries that WhatsApp charges. */
  charged: z.int(),
  totals: z.array(Money),
  /** Of the charged: how many have no price here. They are in no total. */
  withoutRate: z.int(),
});
export type Sum = z.infer<typeof Sum>;

const CostRate = z.object({
  id: Id,
  country: z.string(),
  category: z.enum(RATE_CATEGORIES),
  currency: Currency,
  /** For one message, in whole units. */
  price: z.string(),
  fromMonth: Month,
  /** Came with Baton: to be checked against WhatsApp's own list. */
  isExample: z.boolean(),
});
export type CostRate = z.infer<typeof CostRate>;

const NewRate = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  category: z.enum(RATE_CATEGORIES),
  currency: Currency,
  price: z
    .string()
    .trim()
    .regex(/^\d{1,5}(\.\d{1,6})?$/),
  fromMonth: Month,
  isExample: z.boolean().default(false),
});

const NumberCosts = Sum.extend({
  id: Id,
  name: z.string(),
  kind: z.enum(["real", "sample", "unclaimed"]),
  /** Where its months begin. */
  timeZone: z.string(),
  /** Nobody has chosen the zone yet. */
  isZoneAssumed: z.boolean(),
  nudgeMinutes: z.int(),
  delivered: z.int(),
  /** Of the free deliveries of this month; null for months before there were any. */
  freeUsed: z.int().nullable(),
  freeOf: z.int(),
});

export const MonthCosts = Sum.extend({
  month: Month,
  /** Newest first: this month, and those of which anything is known. */
  months: z.array(Month),
  delivered: z.int(),
  numbers: z.array(NumberCosts),
  /** By what WhatsApp calls them, dearest first. */
  categories: z.array(
    Sum.extend({
      category: z.string(),
      delivered: z.int(),
      by: z.record(z.enum(CHARGES), z.int()),
    }),
  ),
  /** By the category of the request they were said in; null: of none. */
  requestCategories: z.array(Sum.extend({ category: z.object({ id: Id, name: z.string() }).nullable() })),
  requests: z.array(Sum.extend({ id: Id, title: z.string() })),
  /** Charged, and no price entered. */
  missing: z.array(z.object({ country: z.string().nullable(), category: z.string(), count: z.int() })),
  /** Delivered, and WhatsApp did not say at what price. */
  unsaid: z.int(),
  /** Oldest first, at most twelve, this one last. */
  history: z.array(Sum.extend({ month: Month })),
});
export type MonthCosts = z.infer<typeof MonthCosts>;

export const costsApi = {
  monthCosts: endpoint({
    method: "GET",
    path: "/api/v1/costs",
    access: "manager",
    summary: "What a month's messages cost, by number, category and request; without a month, this one",
    query: z.object({ month: Month.optional(), number: Id.optional() }),
    output: MonthCosts,
  }),
  recountCosts: endpoint({
    method: "POST",
    path: "/api/v1/costs/recount",
    access: "manager",
    summary: "Count all messages again from what WhatsApp said of them",
    output: Done,
  }),
  rates: endpoint({
    method: "GET",
    path: "/api/v1/costs/rates",
    access: "manager",
    summary: "Prices per message by country and category",
    output: z.object({ rates: z.array(CostRate) }),
  }),
  setRate: endpoint({
    method: "PUT",
    path: "/api/v1/costs/rates",
    access: "manager",
    summary: "Enter a price; the same country, category and month is replaced",
    body: NewRate,
    /** `before`: what it replaced; give it back to undo. */
    output: z.object({ rate: CostRate, before: CostRate.nullable() }),
  }),
  removeRate: endpoint({
    method: "DELETE",
    path: "/api/v1/costs/rates/:id",
    access: "manager",
    summary: "Take a price away; it is answered, to be entered again",
    params: IdParams,
    output: z.object({ rate: CostRate }),
  }),
  setTerms: endpoint({
    method: "PUT",
    path: "/api/v1/numbers/:id/terms",
    access: "manager",
    summary: "The time zone of a number's months, and how long before a window closes one is told",
    params: IdParams,
    body: z.object({ timeZone: z.string().max(60), nudgeMinutes: z.int().min(10).max(720) }),
    output: Done,
  }),
  requestCost: endpoint({
    method: "GET",
    path: "/api/v1/requests/:id/cost",
    access: "operator",
    summary: "What the messages of a request cost so far; one of several requests is shared between them",
    params: IdParams,
    output: Sum,
  }),
  sendingCost: endpoint({
    method: "GET",
    path: "/api/v1/conversations/:id/cost",
    access: "operator",
    summary: "What a message to this contact would cost now: free deliveries left, and the prices",
    params: IdParams,
    output: z.object({
      /** Null where it cannot be told. */
      country: z.string().nullable(),
      /** By these clocks it is free or not. */
      lastInAt: Instant.nullable(),
      freeUntil: Instant.nullable(),
      freeIfAnsweredBy: Instant.nullable(),
      freeLeft: z.int(),
      rates: z.array(CostRate.pick({ category: true, currency: true, price: true, isExample: true })),
    }),
  }),
} as const;
