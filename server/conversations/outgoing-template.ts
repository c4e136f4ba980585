/** A template filled in for one contact, or why it cannot be sent. */
import type { MessageContent } from "../../shared/message.ts";
import { fillTemplate, isBeyondUs, mediaHeaderOf, type TemplateState } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type SendableTemplate, templateForSending } from "../templates/read.ts";
import { refusesMarketing } from "./contact-store.ts";

export type SentTemplate = { text: string; content: MessageContent };

export type TemplateAsk = {
  templateId: number;
  values: Readonly<Record<string, string>>;
  hasFile: boolean;
  businessAccountId: string | null;
  contactId: number | null;
};

/** @throws UserError with what to do instead */
export async function filledTemplate(tx: Db, ask: TemplateAsk): Promise<SentTemplate> {
  const template = await templateForSending(tx, ask.templateId);
  if (!template)
    throw new UserError("not_found", "This template is not here (any more). Choose another one.", {
      code: "template_gone",
    });
  refuseUnsendable(template, ask.businessAccountId);
  if (
    template.category === "marketing" &&
    ask.contactId !== null &&
    (await refusesMarketing(tx, ask.contactId))
  )
    throw new UserError(
      "conflict",
      "They asked WhatsApp for no more marketing messages from you. Send a utility template, or call.",
      { code: "marketing_stopped" },
    );
  const header = mediaHeaderOf(template.definition);
  if (header && !ask.hasFile)
    throw new UserError("bad_request", "This template has a file above its words. Choose one.", {
      code: "template_file_missing",
      detail: { kind: header },
    });
  if (!header && ask.hasFile)
    throw new UserError("bad_request", "This template has no place for a file. Leave it out.", {
      code: "template_file_unwanted",
    });
  const filled = fillTemplate(template.definition, ask.values);
  if (filled.missing.length > 0)
    throw new UserError("bad_request", "Some places of this template are not filled in yet.", {
      code: "template_values_missing",
      detail: { missing: filled.missing },
    });
  const { name, language, category } = template;
  return {
    text: filled.text,
    content: {
      ...(filled.header && { header: filled.header }),
      ...(filled.footer && { footer: filled.footer }),
      ...(filled.buttons.length > 0 && { buttons: filled.buttons }),
      template: { name, language, category, components: filled.components, ...(header && { header }) },
    },
  };
}

function refuseUnsendable(
  { state, definition, businessAccountId }: SendableTemplate,
  ofNumber: string | null,
): void {
  if (state !== "approved") throw new UserError("conflict", WHY[state], { code: `template_${state}` });
  if (isBeyondUs(definition))
    throw new UserError("conflict", "This template has parts that cannot be filled in here yet.", {
      code: "template_beyond",
    });
  if (ofNumber !== null && ofNumber !== businessAccountId)
    throw new UserError(
      "conflict",
      "This template belongs to another business account. Choose one of this number's.",
      {
        code: "template_other_account",
      },
    );
}

const WHY: Record<Exclude<TemplateState, "approved">, string> = {
  pending: "WhatsApp has not approved this template yet, which takes up to a day. Choose another one.",
  rejected: "WhatsApp rejected this template. Choose another one, or change it and have it looked at again.",
  paused:
    "WhatsApp paused this template because people reported it. Choose another one, or wait until it is back.",
  disabled: "WhatsApp disabled this template for good. Choose another one.",
  deleted: "This template was deleted at WhatsApp. Choose another one.",
  unknown: "WhatsApp says of this template what is not known here, so it is not sent. Choose another one.",
};
