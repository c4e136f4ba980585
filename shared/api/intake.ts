/** What came in: figures, the dead, another try, and every step of one delivery or message. */
import { z } from "zod";
import { MESSAGE_KINDS, SEND_STATES, SIDES } from "../message.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const IntakeSummary = z.object({
  deliveries: z.number().int(),
  pending: z.number().int(),
  dead: z.number().int(),
  messages: z.number().int(),
  statuses: z.number().int(),
  contacts: z.number().int(),
  conversations: z.number().int(),
  requests: z.number().int(),
});

const IntakeFigures = z.object({
  /** Since the asked time; counted up to a most, and `isMore` beyond it. */
  since: z.object({ deliveries: z.number().int(), isMore: z.boolean() }),
  waiting: z.object({ deliveries: z.number().int(), oldestAt: Instant.nullable() }),
  dead: z.number().int(),
  /** `number` is what the number that got it is called; null when its body does not say. */
  last: z.object({ receivedAt: Instant, number: z.string().nullable() }).nullable(),
});
export type IntakeFigures = z.infer<typeof IntakeFigures>;

/** Why a delivery is dead: a code to say in words, and for a mistake of ours what the log calls it. */
export const WHY_DEAD = ["not_json", "no_entries", "database", "program"] as const;
const Why = z.object({ code: z.enum(WHY_DEAD), detail: z.string().nullable() });
export type Why = z.infer<typeof Why>;

const DeadDelivery = z.object({
  id: Id,
  receivedAt: Instant,
  reason: z.string(),
  why: Why,
  attempts: z.number().int(),
  /** How often WhatsApp sent the very same. */
  times: z.number().int(),
  bytes: z.number().int(),
});
export type DeadDelivery = z.infer<typeof DeadDelivery>;

const Replay = z.object({
  id: Id,
  outcome: z.enum(["recorded", "dead"]),
  /** Somebody was there before: nothing was done now. */
  wasRecorded: z.boolean(),
  why: Why.nullable(),
});
export type Replay = z.infer<typeof Replay>;

const ANNOTATIONS = ["status", "reaction", "edit", "revoke"] as const;
const about = { messageId: Id.nullable(), deliveryId: Id.nullable() };

/** What happened at a step: a code and its facts, for each screen to say in its own language. Never words or numbers of people. */
const StepFact = z.discriminatedUnion("code", [
  z.object({ code: z.literal("received"), deliveryId: Id, times: z.number().int() }),
  z.object({ code: z.literal("recorded"), deliveryId: Id }),
  /** `at` is when it came: when it was given up is not kept. */
  z.object({ code: z.literal("dead"), deliveryId: Id, attempts: z.number().int(), why: Why }),
  z.object({
    code: z.literal("replayed"),
    deliveryId: Id,
    outcome: z.enum(["recorded", "dead"]),
    by: z.string().nullable(),
  }),
  z.object({ code: z.literal("notice"), field: z.string() }),
  z.object({ code: z.literal("person"), what: z.enum(["identity", "person", "preference"]) }),
  z.object({
    code: z.literal("said"),
    messageId: Id,
    kind: z.enum(MESSAGE_KINDS),
    side: z.enum(SIDES),
    fromPhone: z.boolean(),
  }),
  z.object({ code: z.literal("written"), messageId: Id, conversationId: Id, cameBy: z.string() }),
  /** The same message had come by another delivery before. */
  z.object({ code: z.literal("known"), messageId: Id, deliveryId: Id.nullable() }),
  /** Came before what it speaks of; `until` is when that came, null while it has not. */
  z.object({
    code: z.literal("parked"),
    what: z.enum([...ANNOTATIONS, "quote"]),
    deliveryId: Id.nullable(),
    until: Instant.nullable(),
  }),
  z.object({
    code: z.literal("status"),
    status: z.string(),
    errorCode: z.number().int().nullable(),
    ...about,
  }),
  z.object({ code: z.literal("reaction"), isTakenBack: z.boolean(), ...about }),
  z.object({ code: z.literal("edit"), ...about }),
  z.object({ code: z.literal("revoke"), ...about }),
  z.object({
    code: z.literal("media"),
    state: z.enum(["asked", "fetched", "failed"]),
    attempts: z.number().int(),
    reason: z.string().nullable(),
  }),
  z.object({ code: z.literal("queued"), messageId: Id }),
  z.object({ code: z.literal("called"), attempts: z.number().int() }),
  z.object({
    code: z.literal("answered"),
    state: z.enum(["accepted", "refused", "unknown"]),
    errorCode: z.number().int().nullable(),
  }),
  z.object({
    code: z.literal("sorted"),
    decision: z.enum(["opens", "belongs", "answers", "chase", "no_request"]),
    requestId: Id.nullable(),
    by: z.string().nullable(),
  }),
  z.object({ code: z.literal("unsorted"), requestId: Id.nullable() }),
]);
export type StepFact = z.infer<typeof StepFact>;

const Step = z.object({
  at: Instant,
  /** Since the step before; null for the first. */
  afterMs: z.number().nullable(),
  /** Its time is WhatsApp's, whose clock is not ours. */
  byWhatsapp: z.boolean(),
  fact: StepFact,
});
export type Step = z.infer<typeof Step>;

const Trace = z.object({
  delivery: z
    .object({
      id: Id,
      outcome: z.enum(["recorded", "dead"]),
      bytes: z.number().int().nullable(),
      times: z.number().int(),
    })
    .nullable(),
  /** That brought it, but is not kept any more. */
  goneDeliveryId: Id.nullable(),
  messages: z.array(
    z.object({
      id: Id,
      conversationId: Id,
      kind: z.enum(MESSAGE_KINDS),
      side: z.enum(SIDES),
      sendState: z.enum(SEND_STATES).nullable(),
      triage: z.enum(["waiting", "sorted"]).nullable(),
      /** Requests it was sorted to. */
      requestIds: z.array(Id),
    }),
  ),
  /** Oldest first. */
  steps: z.array(Step),
  /** How many things of a large delivery are left out. */
  leftOut: z.number().int(),
});
export type Trace = z.infer<typeof Trace>;

export const intakeApi = {
  intakeSummary: endpoint({
    method: "GET",
    path: "/api/v1/intake/summary",
    access: "manager",
    summary: "Counts of everything that came in; takes seconds over millions of messages",
    output: IntakeSummary,
  }),
  intakeFigures: endpoint({
    method: "GET",
    path: "/api/v1/intake/figures",
    access: "manager",
    summary: "What came in since a time, what waits, what is dead, what came last",
    query: z.object({ since: Instant }),
    output: IntakeFigures,
  }),
  deadDeliveries: endpoint({
    method: "GET",
    path: "/api/v1/intake/dead",
    access: "manager",
    summary: "Deliveries that could not be recorded, newest first, with the reason",
    query: z.object({ before: Id.optional() }),
    output: z.object({ dead: z.array(DeadDelivery), hasMore: z.boolean() }),
  }),
  replayDead: endpoint({
    method: "POST",
    path: "/api/v1/intake/dead/:id/replay",
    access: "manager",
    summary: "Try one dead delivery again; safe to repeat",
    params: IdParams,
    output: Replay,
  }),
  replaySomeDead: endpoint({
    method: "POST",
    path: "/api/v1/intake/dead/replay",
    access: "manager",
    summary: "Try the dead again, oldest first, for a second; ask again with `next` until it is null",
    body: z.object({ after: Id.nullable() }),
    output: z.object({ replays: z.array(Replay), next: Id.nullable(), left: z.number().int() }),
  }),
  /** A change by its method, though nothing changes: whoever looks is written down. */
  deliveryBody: endpoint({
    method: "POST",
    path: "/api/v1/intake/deliveries/:id/body",
    access: "admin",
    summary: "The bytes as WhatsApp posted them, in base64; written to the audit",
    params: IdParams,
    output: z.object({ id: Id, bytes: z.number().int(), base64: z.string() }),
  }),
  /** In the body, never in an address: WhatsApp's ids hold a phone number (law 11). */
  traceIntake: endpoint({
    method: "POST",
    path: "/api/v1/intake/trace",
    access: "manager",
    summary:
      "Every step of one delivery or message, by its number (12, delivery:12, message:34) or WhatsApp's id",
    body: z.object({ id: z.string().trim().min(1).max(500) }),
    output: Trace,
  }),
} as const;
