/** What came in: counts, the dead, another try. */
import { z } from "zod";
import { Done, endpoint, Id, IdParams, Instant } from "./endpoint.ts";

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

const DeadDelivery = z.object({
  id: Id,
  receivedAt: Instant,
  reason: z.string(),
  attempts: z.number().int(),
  bytes: z.number().int(),
});

export const intakeApi = {
  intakeSummary: endpoint({
    method: "GET",
    path: "/api/v1/intake/summary",
    access: "manager",
    summary: "Counts of what came in",
    output: IntakeSummary,
  }),
  deadDeliveries: endpoint({
    method: "GET",
    path: "/api/v1/intake/dead",
    access: "manager",
    summary: "Deliveries that could not be recorded, with the reason",
    output: z.object({ dead: z.array(DeadDelivery) }),
  }),
  replayDead: endpoint({
    method: "POST",
    path: "/api/v1/intake/dead/:id/replay",
    access: "manager",
    summary: "Try one dead delivery again; safe to repeat",
    params: IdParams,
    output: Done,
  }),
} as const;
