/** WhatsApp's refusals of a template in words one can act on. Pure. */
import { UserError } from "../errors.ts";
import type { TemplateRefusal } from "../whatsapp/templates.ts";
import { type SyncTrouble, troubleOf } from "./sync-rules.ts";

/** Meta's subcodes that stay the same; for everything else it says what it says. */
const BY_SUBCODE: Readonly<Record<number, [code: string, message: string]>> = {
  2388024: [
    "template_exists",
    "There is a template of this name in this language already. Choose another name, or change that one.",
  ],
  2388023: [
    "template_name_blocked",
    "A template of this name is being deleted. WhatsApp keeps the name for up to thirty days: choose another.",
  ],
  2388025: ["template_name_blocked", "WhatsApp still keeps this name. Choose another."],
  2388299: [
    "template_variable_edge",
    "The text may not begin or end with a variable. Write some words around it.",
  ],
  2388293: [
    "template_many_variables",
    "There are too many variables for so few words. Write more, or fill in less.",
  ],
  2388040: ["template_too_long", "One part is longer than WhatsApp takes. Shorten it."],
  2388019: ["template_limit", "This account has as many templates as it may. Delete some first."],
};

const BY_TROUBLE: Readonly<Record<Exclude<SyncTrouble, "refused">, string>> = {
  token: "WhatsApp refuses the token of this number. Enter a new one under Numbers.",
  permission:
    "The token may not manage templates. Give it the permission whatsapp_business_management, or enter another one.",
  limit: "WhatsApp takes no more changes of templates for now. Try again in an hour.",
  unreachable: "WhatsApp could not be reached, or it failed. Look whether it was done before you try again.",
};

export function refusedByWhatsapp(refusal: TemplateRefusal): UserError {
  const trouble = troubleOf(refusal);
  if (trouble !== "refused")
    return new UserError(trouble === "limit" ? "too_many" : "unavailable", BY_TROUBLE[trouble], {
      code: `template_${trouble}`,
    });
  const { subcode, said, code } =
    refusal.kind === "refused" ? refusal : { subcode: null, said: "", code: null };
  const known = subcode === null ? undefined : BY_SUBCODE[subcode];
  const detail = { code, said };
  return known
    ? new UserError("conflict", known[1], { code: known[0], detail })
    : new UserError("conflict", `WhatsApp refuses it: ${said}`, { code: "template_refused", detail });
}
