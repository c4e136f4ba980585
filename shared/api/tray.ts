/** The tray: what a person must still sort, one decision at a time. */
import { z } from "zod";
import { PRIORITIES } from "../request.ts";
import { Message } from "./conversations.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";
import { Strip } from "./requests.ts";
import { Suggestion } from "./suggestion.ts";

/** The five decisions, always on the keys 1 to 5. */
export const DECISIONS = ["opens", "belongs", "answers", "chase", "no_request"] as const;
export type DecisionKind = (typeof DECISIONS)[number];

/**
 * A run of unsorted messages of one thread, with no longer pause between them than this contact usually makes. Named by its
 * earliest message.
 */
export const TrayItem = z.object({
  id: Id,
  conversationId: Id,
  contact: z.object({ id: Id, name: z.string(), isWorker: z.boolean() }).nullable(),
  messageIds: z.array(Id),
  firstAt: Instant,
  lastAt: Instant,
  /** First words of it, or null when there are none. */
  preview: z.string().nullable(),
  photos: z.number().int(),
  voiceNotes: z.number().int(),
  others: z.number().int(),
  /** What would be proposed, before anybody opened it; null: nothing, or not yet. */
  hint: z
    .object({ kind: z.enum(DECISIONS), requestId: Id.nullable(), confidence: z.number().min(0).max(1) })
    .nullable(),
  /** Its words sound urgent. */
  isUrgent: z.boolean(),
  /** The same client has written again after it, last at this time: patience wears thin. */
  wroteAgainAt: Instant.nullable(),
  /** Until then free words reach them. */
  windowUntil: Instant.nullable(),
});
export type TrayItem = z.infer<typeof TrayItem>;

export const TrayItemPage = z.object({
  item: TrayItem,
  messages: z.array(Message),
  /** Open requests of this client, and those closed within 72 h, freshest first. */
  requests: z.array(Strip),
  clientSince: Instant.nullable(),
  requestCount: z.number().int(),
  /** A title drawn from the first words. */
  suggestedTitle: z.string(),
  /** Made for this look at it, field by field with reasons; null when nothing can be said. */
  suggestion: Suggestion.nullable(),
});
export type TrayItemPage = z.infer<typeof TrayItemPage>;

export const Decided = z.object({
  id: Id,
  kind: z.enum(DECISIONS),
  at: Instant,
  by: z.string().nullable(),
  /** The code of the rule that was sure, when no person decided. Anybody may take that back. */
  rule: z.string().nullable(),
  request: z.object({ id: Id, title: z.string() }).nullable(),
  /** What else its messages concern, by the same decision; absent for none. */
  also: z.array(z.object({ id: Id, title: z.string() })).optional(),
  contactName: z.string(),
});
export type Decided = z.infer<typeof Decided>;

const Opening = {
  /** For opens. */
  title: z.string().trim().min(1).max(200).nullable().default(null),
  categoryId: Id.nullable().default(null),
  priority: z.enum(PRIORITIES).default("normal"),
  place: z.string().trim().max(300).nullable().default(null),
  /** For opens: an older request of the same client that this one follows. */
  linkedTo: Id.nullable().default(null),
  /** For opens: in whose hands at once; left out, in those of whoever decides. */
  owner: z
    .object({ kind: z.enum(["account", "team"]), id: Id })
    .nullable()
    .optional(),
};

export const trayApi = {
  tray: endpoint({
    method: "GET",
    path: "/api/v1/tray",
    access: "operator",
    summary: "What waits to be sorted, oldest first",
    output: z.object({
      count: z.number().int(),
      items: z.array(TrayItem),
      /** The last decisions, newest first. */
      decided: z.array(Decided),
      /** This person's last decision that can still be undone. */
      undoable: Decided.nullable(),
    }),
  }),
  trayItem: endpoint({
    method: "GET",
    path: "/api/v1/tray/:id",
    access: "operator",
    summary: "One item with its messages and the client's open requests",
    params: IdParams,
    output: TrayItemPage,
  }),
  decide: endpoint({
    method: "POST",
    path: "/api/v1/tray/decisions",
    access: "operator",
    summary: "Sort the messages of an item; those already sorted by someone else are refused",
    body: z.object({
      messageIds: z.array(Id).min(1).max(1000),
      kind: z.enum(DECISIONS),
      /** For belongs, answers and chase. */
      requestId: Id.nullable().default(null),
      ...Opening,
      /** The same messages concern these too: one decision, taken back as one. */
      also: z
        .array(
          z.object({
            kind: z.enum(["opens", "belongs", "answers", "chase"]),
            requestId: Id.nullable().default(null),
            ...Opening,
          }),
        )
        .max(9)
        .optional(),
    }),
    output: z.object({ decision: Decided, strip: Strip.nullable() }),
  }),
  undoDecision: endpoint({
    method: "POST",
    path: "/api/v1/tray/decisions/:id/undo",
    access: "operator",
    summary: "Take a decision back: its messages return to the tray",
    params: IdParams,
    output: z.object({ ok: z.literal(true), messageIds: z.array(Id) }),
  }),
} as const;
