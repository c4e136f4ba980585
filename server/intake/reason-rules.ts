/** From the kept reason of a dead delivery to a code that screens say in words. Pure. */
import type { Why } from "../../shared/api/intake.ts";

/** What `readPayload` says of a body that is no delivery. */
const NO_DELIVERY: Record<string, Why["code"]> = {
  "The body is not JSON.": "not_json",
  "The body holds no list of entries.": "no_entries",
};
const DATABASE = /^Database error (.+)$/s;

export function whyDead(reason: string): Why {
  const known = NO_DELIVERY[reason];
  if (known) return { code: known, detail: null };
  const ofDatabase = DATABASE.exec(reason)?.[1];
  return ofDatabase
    ? { code: "database", detail: ofDatabase }
    : { code: "program", detail: reason === "" ? null : reason };
}
