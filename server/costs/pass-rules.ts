/** From what is known of a delivered message to the row that says how it is charged. Pure. */
import { countryOf } from "../../shared/country.ts";
import type { Pricing } from "./pricing.ts";

export type Unit = {
  numberId: number;
  wamid: string;
  /** A group member's id; empty for the one recipient. */
  participant: string;
  deliveredAt: Date;
  month: string;
  pricing: Pricing;
  messageId: number | null;
  cameBy: string | null;
  fromPhone: boolean;
  phone: string | null;
  bsuid: string | null;
};

export type CostRow = Omit<Unit, "pricing" | "cameBy" | "fromPhone" | "phone" | "bsuid"> & {
  category: string;
  type: string;
  country: string;
};

/**
 * Null for what no price can be meant for: typed on the business's phone and WhatsApp named none. What we sent and has no
 * price is counted as that, never as nothing.
 */
export function costRow({ pricing, cameBy, fromPhone, phone, bsuid, ...unit }: Unit): CostRow | null {
  const isOnPhone = fromPhone || cameBy === "echo" || cameBy === "history";
  const isUnsaid = pricing.type === "" && pricing.category === "" && pricing.billable === null;
  if (isUnsaid && cameBy !== "us") return null;
  return {
    ...unit,
    category: pricing.category,
    type: isOnPhone ? "on_phone" : pricing.type || typeOf(pricing.billable),
    country: countryOf([unit.participant || null, phone, bsuid]) ?? "",
  };
}

/** Before there was a type the price said only whether it was to be paid. */
const typeOf = (billable: boolean | null): string =>
  billable === null ? "" : billable ? "regular" : "not_billable";

/**
 * A slice is to hold about this many statuses, whatever a delivery holds. In smaller ones a message is met again for each of
 * its statuses: twice the work.
 */
const WANTED = 5_000;
const WIDEST = 1_000_000_000_000;

/** How many deliveries to read at once, after a slice of `width` held `count` statuses. */
export function nextWidth(width: number, count: number): number {
  if (count === 0) return Math.min(WIDEST, width * 16);
  return Math.max(1, Math.min(WIDEST, Math.round((width * WANTED) / count), width * 4));
}
