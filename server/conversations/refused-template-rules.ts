/** Which template a refused call was about. Pure. */
import { MessageContent } from "../../shared/message.ts";
import type { Head } from "./call-store.ts";
import type { CallResult } from "./send-rules.ts";

export type RefusedTemplateOf = { numberId: number; name: string; language: string; code: number };

/** Empty for whatever was no template, or was not refused. */
export function refusedTemplateOf({ head, result }: { head: Head; result: CallResult }): RefusedTemplateOf[] {
  if (result.kind !== "refused" || result.code === null || head.kind !== "template") return [];
  const template = MessageContent.safeParse(head.content).data?.template;
  if (!template) return [];
  const { name, language } = template;
  return [{ numberId: head.numberId, name, language, code: result.code }];
}
