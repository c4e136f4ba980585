/** Our WhatsApp numbers, how they are, and what WhatsApp said about them. */
import { z } from "zod";
import { FINDING_CODES, HEALTH_LEVELS, HEALTH_STEPS } from "../number-health.ts";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const WhatsappNumber = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(["real", "sample", "unclaimed"]),
  phone: z.string().nullable(),
  canSend: z.boolean(),
  lastMessageAt: Instant.nullable(),
});

const Finding = z.object({
  code: z.enum(FINDING_CODES),
  level: z.enum(HEALTH_LEVELS),
  since: Instant.nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  whatToDo: z.enum(HEALTH_STEPS),
});
export type Finding = z.infer<typeof Finding>;

const NumberHealth = z.object({
  id: Id,
  name: z.string(),
  kind: z.enum(["real", "sample", "unclaimed"]),
  phone: z.string().nullable(),
  phoneNumberId: z.string(),
  businessAccountId: z.string().nullable(),
  level: z.enum(HEALTH_LEVELS),
  findings: z.array(Finding),
  canSend: z.boolean(),
  quality: z.enum(["low", "fine"]).nullable(),
  /** How many people one may write to first in a day; null while WhatsApp has not said. */
  messagingLimit: z.union([z.int(), z.literal("unlimited")]).nullable(),
  /** Messages a second. */
  throughput: z.int(),
  displayName: z.object({ name: z.string().nullable(), decision: z.string() }).nullable(),
  username: z.object({ name: z.string(), status: z.string() }).nullable(),
  /** The same number is used in the WhatsApp Business app. */
  isOnPhone: z.boolean(),
  lastInAt: Instant.nullable(),
  lastOutAt: Instant.nullable(),
  /** People who wanted no more marketing in the last 30 days. */
  marketingStops: z.int(),
  /** Hours of the last 28 days in which something was said: hours since 1970, came in, went out. */
  traffic: z.array(z.tuple([z.int(), z.int(), z.int()])),
});
export type NumberHealth = z.infer<typeof NumberHealth>;

const Notice = z.object({
  id: Id,
  field: z.string(),
  /** What of the field: an event, a decision or a status, as WhatsApp calls it. */
  event: z.string().nullable(),
  at: Instant,
  isKnown: z.boolean(),
  /** What WhatsApp sent, as JSON. */
  body: z.string(),
});
export type Notice = z.infer<typeof Notice>;

export const numbersApi = {
  numbers: endpoint({
    method: "GET",
    path: "/api/v1/numbers",
    access: "operator",
    summary: "WhatsApp numbers of ours",
    output: z.object({ numbers: z.array(WhatsappNumber) }),
  }),
  numbersHealth: endpoint({
    method: "GET",
    path: "/api/v1/numbers/health",
    access: "manager",
    summary: "How every number is, with what to do, and how intake as a whole is",
    output: z.object({
      /** About no number in particular. */
      house: z.array(Finding),
      lastDeliveryAt: Instant.nullable(),
      /** WhatsApp also spoke of accounts to which none of the numbers belongs. */
      hasOtherNotices: z.boolean(),
      numbers: z.array(NumberHealth),
    }),
  }),
  numberHealth: endpoint({
    method: "GET",
    path: "/api/v1/numbers/:id/health",
    access: "manager",
    summary: "How one number is, with what to do",
    params: IdParams,
    output: NumberHealth,
  }),
  numbersAttention: endpoint({
    method: "GET",
    path: "/api/v1/numbers/attention",
    access: "manager",
    summary: "Only what somebody should act on, for the bar",
    output: z.object({
      findings: z.array(Finding.extend({ numberId: Id.nullable(), numberName: z.string().nullable() })),
    }),
  }),
  numberNotices: endpoint({
    method: "GET",
    path: "/api/v1/numbers/notices",
    access: "manager",
    summary:
      "What WhatsApp said about a number and its account, newest first; without a number, about none of ours",
    query: z.object({
      number: Id.optional(),
      before: z.string().max(60).optional(),
      limit: z.coerce.number<number>().int().min(1).max(100).default(20),
    }),
    output: z.object({ notices: z.array(Notice), next: z.string().nullable() }),
  }),
} as const;
