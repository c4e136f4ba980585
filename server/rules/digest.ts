/** The mark of what a rule says, whatever it is called: a dry run counts for exactly that. */
import { createHash } from "node:crypto";
import type { WrittenRule } from "../../shared/api/rules.ts";

export const digestOf = ({
  match,
  conditions,
  actions,
}: Pick<WrittenRule, "match" | "conditions" | "actions">): string =>
  createHash("sha256")
    .update(JSON.stringify([match, conditions, actions], sorted))
    .digest("hex");

/** Keys in one order: how a form was filled in says nothing. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
