/** Templates for other domains: what is needed to send one. */
import { TemplateDefinition, type TemplateState } from "../../shared/template.ts";
import type { Db } from "../db/pool.ts";
import { findForSending } from "./store.ts";

export type SendableTemplate = {
  id: number;
  businessAccountId: string;
  name: string;
  /** WhatsApp's code, for the call. */
  language: string;
  category: string;
  /** Only `approved` is accepted by WhatsApp. */
  state: TemplateState;
  definition: TemplateDefinition;
};

/** Null when there is none of that id. Which number may send it: those of its business account. */
export async function templateForSending(tx: Db, id: number): Promise<SendableTemplate | null> {
  const row = await findForSending(tx, id);
  return row && { ...row, definition: TemplateDefinition.parse(row.definition) };
}
