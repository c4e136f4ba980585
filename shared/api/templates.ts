/** Message templates: what WhatsApp lets us say first, and to whom nobody wrote for a day. */
import { z } from "zod";
import { CHOSEN_SOURCES, FILL_SOURCES } from "../filling.ts";
import { TEMPLATE_CATEGORIES, TEMPLATE_STATES, TemplateDefinition } from "../template.ts";
import { TemplateDraft } from "../template-check.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

/** Why it cannot be changed just now; `freeAt` when that ends. */
const EditState = z.discriminatedUnion("may", [
  /** `left`: changes that WhatsApp still takes in these thirty days; null while it does not count them. */
  z.object({ may: z.literal(true), left: z.int().nullable() }),
  z.object({
    may: z.literal(false),
    why: z.enum(["state", "once_a_day", "ten_a_month", "not_from_here", "no_access"]),
    freeAt: Instant.nullable(),
  }),
]);

const Template = z.object({
  id: Id,
  businessAccountId: z.string(),
  name: z.string(),
  /** As WhatsApp writes it: en, en_US, pt_BR. */
  language: z.string(),
  category: z.string(),
  state: z.enum(TEMPLATE_STATES),
  stateAt: Instant,
  /** Meta's own word for the state. */
  providerState: z.string(),
  /** Why it was refused or stopped, in Meta's word: ABUSIVE_CONTENT, INVALID_FORMAT. */
  reason: z.string().nullable(),
  quality: z.enum(["high", "medium", "low"]).nullable(),
  pausedUntil: Instant.nullable(),
  /** What Meta will make of its category, and when. */
  nextCategory: z.string().nullable(),
  nextCategoryAt: Instant.nullable(),
  /** What it was before Meta changed it. */
  previousCategory: z.string().nullable(),
  definition: TemplateDefinition,
  edit: EditState,
});
export type Template = z.infer<typeof Template>;

const TemplateAccount = z.object({
  businessAccountId: z.string(),
  numbers: z.array(z.object({ id: Id, name: z.string() })),
  /** One of its numbers has a token that opens. */
  canAsk: z.boolean(),
  sync: z
    .object({
      begunAt: Instant,
      endedAt: Instant.nullable(),
      /** Null when it went well or is under way. */
      trouble: z.enum(["token", "permission", "limit", "unreachable", "refused"]).nullable(),
      errorCode: z.int().nullable(),
    })
    .nullable(),
});
export type TemplateAccount = z.infer<typeof TemplateAccount>;

const Suggestion = z.object({
  key: z.string(),
  value: z.string(),
  source: z.enum(CHOSEN_SOURCES),
});

export const templatesApi = {
  templates: endpoint({
    method: "GET",
    path: "/api/v1/templates",
    access: "operator",
    summary: "Message templates of all business accounts, by name; those deleted at WhatsApp last",
    output: z.object({ templates: z.array(Template), accounts: z.array(TemplateAccount) }),
  }),
  template: endpoint({
    method: "GET",
    path: "/api/v1/templates/:id",
    access: "operator",
    summary: "One template",
    params: IdParams,
    output: Template,
  }),
  syncTemplates: endpoint({
    method: "POST",
    path: "/api/v1/templates/sync",
    access: "manager",
    summary: "Ask WhatsApp for all templates anew; live events tell when they are here",
    output: Done,
  }),
  createTemplate: endpoint({
    method: "POST",
    path: "/api/v1/templates",
    access: "manager",
    summary: "Hand a template in for review, which takes up to a day",
    body: z.object({ businessAccountId: z.string().max(60), draft: TemplateDraft }),
    output: Template,
  }),
  editTemplate: endpoint({
    method: "PUT",
    path: "/api/v1/templates/:id",
    access: "manager",
    summary: "Replace its content; approved ones once a day and ten times in thirty days",
    params: IdParams,
    body: z.object({ category: z.enum(TEMPLATE_CATEGORIES).optional(), definition: TemplateDefinition }),
    output: Template,
  }),
  deleteTemplate: endpoint({
    method: "DELETE",
    path: "/api/v1/templates/:id",
    access: "manager",
    summary: "Delete it at WhatsApp; the name of an approved one stays blocked for thirty days",
    params: IdParams,
    query: z.object({ languages: z.enum(["this", "all"]).default("this") }),
    output: Done,
  }),
  suggestTemplateValues: endpoint({
    method: "POST",
    path: "/api/v1/templates/:id/suggested",
    access: "operator",
    summary: "What its variables may be filled with here, and where each value came from",
    params: IdParams,
    body: z.object({
      conversationId: Id.nullable(),
      requestId: Id.nullable(),
      contactId: Id.nullable().default(null),
      /** In which a promised time is said, as the browser knows it. */
      timeZone: z.string().max(60).default("UTC"),
    }),
    output: z.object({
      /** One for each variable; `typed` with no value where nothing is known. */
      values: z.array(Suggestion),
      /** Everything that is known here, for choosing another. */
      sources: z.array(z.object({ source: z.enum(FILL_SOURCES), value: z.string() })),
    }),
  }),
  rememberTemplateSources: endpoint({
    method: "PUT",
    path: "/api/v1/templates/:id/sources",
    access: "operator",
    summary: "From where each variable was filled, so that it fills itself the next time",
    params: IdParams,
    body: z.object({
      sources: z
        .array(
          z.object({
            key: z.string().max(200),
            source: z.enum(CHOSEN_SOURCES),
            /** With `fixed`. */
            value: z.string().max(1024).optional(),
          }),
        )
        .max(60),
    }),
    output: Done,
  }),
} as const;
