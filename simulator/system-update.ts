/** Something happened to a person's account. System messages carry no contacts. */
import { toUnixSeconds } from "./clock.ts";
import { type Business, header, type Update } from "./webhooks.ts";

export function systemUpdate(
  business: Business,
  message: { id: string; from: string; at: number },
  system: { type: string } & Record<string, unknown>,
): Update {
  const { id, from, at } = message;
  const messages = [{ from, id, timestamp: toUnixSeconds(at), type: "system", system }];
  return { kind: "message, system", ids: [id], value: { ...header(business), messages } };
}
