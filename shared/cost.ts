/** What WhatsApp charges for a message, by the rules of October 2026. Pure, on both sides. */
import { type FreeFacts, freeEntryAt, type WindowFacts, windowAt } from "./window.ts";

/** What a message is charged as; each has a price of its own in each country. */
export const RATE_CATEGORIES = [
  "service",
  "utility",
  "authentication",
  "authentication-international",
  "marketing",
  "marketing_lite",
] as const;
export type RateCategory = (typeof RATE_CATEGORIES)[number];

/** Since then what we write freely is charged, and so are utility templates inside the window. */
const CHARGED_SINCE = new Date("2026-10-01T00:00:00Z");
export const CHARGED_SINCE_MONTH = "2026-10";
/** Deliveries of service messages that each number has free in each month. */
export const FREE_DELIVERIES = 1000;
/** From this share on somebody is told. */
const NEARLY_USED = 0.8;

/** `charged`, or why not; `unsaid`: WhatsApp named no price, or one we do not know. */
export const CHARGES = ["charged", "free_tier", "free_entry", "free", "unsaid"] as const;
export type Charge = (typeof CHARGES)[number];

/** From `pricing.type` of a status. `billable` is going away, so the type decides. */
export function chargeOf(type: string): Charge {
  switch (type) {
    case "regular":
      return "charged";
    case "free_customer_service":
      return "free_tier";
    case "free_entry_point":
      return "free_entry";
    // Typed on the business's phone, to a group, or told only by the old `billable: false`.
    case "on_phone":
    case "free_group_customer_service":
    case "not_billable":
      return "free";
    default:
      return "unsaid";
  }
}

/** Group messages are priced as what they are. */
export function rateCategoryOf(category: string): RateCategory | null {
  const plain = category
    .replace(/^group_/, "")
    .replace("authentication_international", "authentication-international");
  return RATE_CATEGORIES.find((known) => known === plain) ?? null;
}

/** A price from some month on. `price` is in whole units of the currency, as text, so that nothing is rounded. */
export type Rate = {
  country: string;
  category: RateCategory;
  currency: string;
  price: string;
  fromMonth: string;
  isExample: boolean;
};

/** The latest price that is not of a later month. What is written freely is priced as utility where no price of its own is entered. */
export function rateFor(
  rates: readonly Rate[],
  of: { country: string | null; category: string; month: string },
): Rate | null {
  const category = rateCategoryOf(of.category);
  if (of.country === null || category === null) return null;
  const latest = (wanted: RateCategory): Rate | null =>
    rates
      .filter((rate) => rate.country === of.country && rate.category === wanted && rate.fromMonth <= of.month)
      .reduce<Rate | null>((last, rate) => (last && last.fromMonth >= rate.fromMonth ? last : rate), null);
  return latest(category) ?? (category === "service" ? latest("utility") : null);
}

/** How full the free tier is: `watch` from 80 % on, `used` when nothing is left. */
export function freeTierLevel(used: number): "fine" | "nearly_used" | "used" {
  if (used >= FREE_DELIVERIES) return "used";
  return used >= FREE_DELIVERIES * NEARLY_USED ? "nearly_used" : "fine";
}

export type ToSend = { kind: "words" } | { kind: "template"; category: string };

export type PriceFacts = WindowFacts &
  FreeFacts & {
    /** Free deliveries of this month that the number has left. */
    freeLeft: number;
    /** Of the recipient's country and this month; null where none is entered. */
    rateOf: (category: RateCategory) => Pick<Rate, "currency" | "price" | "isExample"> | null;
  };

/** What a message would cost if it went out now. Only WhatsApp knows for sure: it is charged when it is delivered. */
export type Estimate =
  /** `entry`: they came by an advertisement. `before`: nothing of the kind was charged then. */
  | { kind: "free"; why: "entry" | "before" }
  | { kind: "free_tier"; left: number }
  | { kind: "charged"; category: RateCategory; currency: string; price: string; isExample: boolean }
  | { kind: "no_rate"; category: string }
  /** Nothing but a template can go out. */
  | { kind: "not_now" };

export function estimate(what: ToSend, facts: PriceFacts, now: Date): Estimate {
  const isOpen = windowAt(facts, now).kind === "open";
  if (what.kind === "words" && !isOpen) return { kind: "not_now" };
  if (freeEntryAt(facts, now).kind === "free") return { kind: "free", why: "entry" };
  const category = what.kind === "words" ? "service" : what.category.toLowerCase();
  const wasFree = category === "service" || (category === "utility" && isOpen);
  if (wasFree && now < CHARGED_SINCE) return { kind: "free", why: "before" };
  if (category === "service" && facts.freeLeft > 0) return { kind: "free_tier", left: facts.freeLeft };
  const known = rateCategoryOf(category);
  const rate = known && facts.rateOf(known);
  if (!known || !rate) return { kind: "no_rate", category };
  return {
    kind: "charged",
    category: known,
    currency: rate.currency,
    price: rate.price,
    isExample: rate.isExample,
  };
}
