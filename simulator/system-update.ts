/** Something happened to a person's account. System messages carry no contacts. */
import type { Business } from "./accounts.ts";
import { toUnixSeconds } from "./clock.ts";
import { header, type Update, via } from "./webhooks.ts";

export function systemUpdate(
  business: Business,
  message: { id: string; from: string; at: number },
  system: { type: string } & Record<string, unknown>,
): Update {
  const { id, from, at } = message;
  const messages = [{ from, id, timestamp: toUnixSeconds(at), type: "system", system }];
  return { kind: "message, system", ids: [id], ...via(business), value: { ...header(business), messages } };
}
