/** The door for notices about templates: what of them is understood; anything else is left out, never refused. */
import { z } from "zod";

export const TEMPLATE_FIELDS = [
  "message_template_status_update",
  "message_template_quality_update",
  "message_template_components_update",
  "template_category_update",
] as const;

const word = z
  .union([z.string(), z.number()])
  .transform((value) => String(value).trim() || undefined)
  .optional()
  .catch(undefined);
const Body = z
  .object({
    event: word,
    reason: word,
    message_template_id: word,
    message_template_name: word,
    message_template_language: word,
    new_quality_score: word,
    previous_category: word,
    new_category: word,
    correct_category: word,
    category_update_timestamp: word,
    other_info: z.object({ title: word }).optional().catch(undefined),
  })
  .catch({});

export type NoticeBody = z.infer<typeof Body>;
export type TemplateNotice = { field: string; at: Date; body: NoticeBody };

export const readTemplateNotice = (row: { field: string; at: Date; body: unknown }): TemplateNotice => ({
  ...row,
  body: Body.parse(row.body ?? {}),
});
