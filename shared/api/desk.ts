/** The desk around the tray: who looks at what, what is put aside, and how the day went. */
import { z } from "zod";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";
import { Decided } from "./tray.ts";

/** Somebody with an item of the tray before them. */
export const Present = z.object({
  account: z.object({ id: Id, name: z.string() }),
  /** The item's earliest message when they came to it. */
  messageId: Id,
  /** They write an answer. */
  isAnswering: z.boolean(),
  /** Who came first has it. */
  since: Instant,
});
export type Present = z.infer<typeof Present>;

const Presence = z.object({ present: z.array(Present) });

export const Snoozed = z.object({
  id: Id,
  contactName: z.string(),
  /** First words of it. */
  preview: z.string().nullable(),
  messageCount: z.number().int(),
  at: Instant,
  by: z.string().nullable(),
  /** Null: only when the client writes again. */
  until: Instant.nullable(),
});
export type Snoozed = z.infer<typeof Snoozed>;

export const deskApi = {
  presence: endpoint({
    method: "GET",
    path: "/api/v1/tray/presence",
    access: "operator",
    summary: "Who looks at which item of the tray",
    output: Presence,
  }),
  lookAt: endpoint({
    method: "POST",
    path: "/api/v1/tray/presence",
    access: "operator",
    summary: "Tell which item one has before one; again every ten seconds, null for none",
    body: z.object({ messageId: Id.nullable(), isAnswering: z.boolean().default(false) }),
    output: Presence,
  }),
  snoozed: endpoint({
    method: "GET",
    path: "/api/v1/tray/snoozed",
    access: "operator",
    summary: "Items put aside, the next to come back first",
    output: z.object({ snoozed: z.array(Snoozed) }),
  }),
  snooze: endpoint({
    method: "POST",
    path: "/api/v1/tray/snoozed",
    access: "operator",
    summary: "Put an item aside until a time or until its client writes again, whichever comes first",
    body: z.object({ messageIds: z.array(Id).min(1).max(1000), until: Instant.nullable().default(null) }),
    output: z.object({ id: Id }),
  }),
  wake: endpoint({
    method: "POST",
    path: "/api/v1/tray/snoozed/:id/wake",
    access: "operator",
    summary: "Bring an item back into the tray now",
    params: IdParams,
    output: Done,
  }),
  deskDay: endpoint({
    method: "GET",
    path: "/api/v1/tray/day",
    access: "operator",
    summary: "How sorting went since a time",
    query: z.object({ since: Instant }),
    output: z.object({
      /** By people. */
      sorted: z.number().int(),
      /** From one decision of a person to their next, when they went on within five minutes; null: too few. */
      medianSeconds: z.number().nullable(),
      byRule: z.number().int(),
      /** What rules decided, newest first; anybody may take it back. */
      ruled: z.array(Decided),
    }),
  }),
} as const;
