/** Texts of our own that are said again and again, with places to fill, in several languages. */
import { z } from "zod";
import { LIMITS } from "../outgoing.ts";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/);

const Written = z.object({
  /** What is typed after the slash. */
  shortcut: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(40)
    .regex(/^[^\s/]+$/),
  title: z.string().trim().min(1).max(120),
  texts: z
    .array(z.object({ language: Language, body: z.string().trim().min(1).max(LIMITS.text) }))
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ language }) => language)).size === all.length, {
      message: "Each language once.",
    }),
});
export type QuickReplyWritten = z.input<typeof Written>;

const QuickReply = z.object({
  id: Id,
  shortcut: z.string(),
  title: z.string(),
  /** The first one is given to whoever speaks none of them. */
  texts: z.array(z.object({ language: z.string(), body: z.string() })),
  uses: z.int(),
  lastUsedAt: Instant.nullable(),
});
export type QuickReply = z.infer<typeof QuickReply>;

const FilledReply = z.object({
  id: Id,
  shortcut: z.string(),
  title: z.string(),
  language: z.string(),
  text: z.string(),
  /** Places for which nothing is known here; they still stand in the text. */
  missing: z.array(z.string()),
});
export type FilledReply = z.infer<typeof FilledReply>;

export const quickRepliesApi = {
  quickReplies: endpoint({
    method: "GET",
    path: "/api/v1/quick-replies",
    access: "operator",
    summary: "All quick replies, as they were written",
    output: z.object({ quickReplies: z.array(QuickReply) }),
  }),
  addQuickReply: endpoint({
    method: "POST",
    path: "/api/v1/quick-replies",
    access: "coordinator",
    summary: "Write a quick reply",
    body: Written,
    output: QuickReply,
  }),
  changeQuickReply: endpoint({
    method: "PUT",
    path: "/api/v1/quick-replies/:id",
    access: "coordinator",
    summary: "Write it anew",
    params: IdParams,
    body: Written,
    output: QuickReply,
  }),
  removeQuickReply: endpoint({
    method: "DELETE",
    path: "/api/v1/quick-replies/:id",
    access: "coordinator",
    summary: "Take it away",
    params: IdParams,
    output: Done,
  }),
  filledQuickReplies: endpoint({
    method: "POST",
    path: "/api/v1/quick-replies/filled",
    access: "operator",
    summary: "Quick replies filled in for a conversation, in its contact's language; most used first",
    body: z.object({
      conversationId: Id.nullable(),
      requestId: Id.nullable(),
      timeZone: z.string().max(60).default("UTC"),
    }),
    output: z.object({ quickReplies: z.array(FilledReply) }),
  }),
  countQuickReply: endpoint({
    method: "POST",
    path: "/api/v1/quick-replies/:id/used",
    access: "operator",
    summary: "It was put into a reply",
    params: IdParams,
    output: Done,
  }),
} as const;
