/** What a message costs by the rules of October 2026, as a status tells it. Touches nothing. */
import type { Sent } from "./world.ts";

const FREE_DELIVERIES = 1_000;
/** Since then service messages cost beyond the free thousand, and utility templates cost inside the window too. */
const NEW_RULES_AT = Date.UTC(2026, 9, 1);

export type Case = {
  category: Sent["category"];
  isGroup: boolean;
  at: number;
  /** The person's 24 hours are open. */
  isWindowOpen: boolean;
  /** They came by an advertisement, and all is free until then. */
  freeUntil: number | null;
  /** Service deliveries of this number in this month, with this one. */
  deliveries: number;
};

export function priceOf(facts: Case): object {
  const { category, isGroup, at, isWindowOpen, freeUntil, deliveries } = facts;
  if (freeUntil !== null && at < freeUntil) return price(false, "free_entry_point", "referral_conversion");
  if (isGroup) {
    const isFree = category === "service";
    return price(!isFree, isFree ? "free_group_customer_service" : "regular", `group_${category}`);
  }
  const isFree =
    category === "service"
      ? at < NEW_RULES_AT || deliveries <= FREE_DELIVERIES
      : category === "utility" && isWindowOpen && at < NEW_RULES_AT;
  return price(!isFree, isFree ? "free_customer_service" : "regular", category);
}

function price(billable: boolean, type: string, category: string): object {
  return { billable, pricing_model: "PMP", type, category };
}

/** "2026-11" by the account's own clock. */
export function monthIn(timeZone: string, at: number): string {
  const key = `${timeZone} ${Math.floor(at / 900_000)}`;
  if (lastMonth.key === key) return lastMonth.month;
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit" }).format(at);
  lastMonth = { key, month: parts.slice(0, 7) };
  return lastMonth.month;
}

/** Time zones differ by quarters of an hour: within one quarter the month is the same, and asking is slow. */
let lastMonth = { key: "", month: "" };
