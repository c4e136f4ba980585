/** Blocking a contact on WhatsApp: for each of our numbers by itself. */
import { z } from "zod";
import { endpoint, Id, IdParams, Instant } from "./endpoint.ts";

const Blocks = z.object({
  /** Numbers of ours they have written to; `at` null where they are not blocked. */
  numbers: z.array(z.object({ id: Id, name: z.string(), at: Instant.nullable(), by: z.string().nullable() })),
  isBlocked: z.boolean(),
});
export type Blocks = z.infer<typeof Blocks>;

export const blocksApi = {
  contactBlocks: endpoint({
    method: "GET",
    path: "/api/v1/contacts/:id/blocks",
    access: "operator",
    summary: "On which of our numbers a contact is blocked",
    params: IdParams,
    output: Blocks,
  }),
  blockContact: endpoint({
    method: "POST",
    path: "/api/v1/contacts/:id/block",
    access: "coordinator",
    summary:
      "Block a contact on every number of ours they write to; WhatsApp wants them to have written within a day",
    params: IdParams,
    output: Blocks,
  }),
  unblockContact: endpoint({
    method: "POST",
    path: "/api/v1/contacts/:id/unblock",
    access: "coordinator",
    summary: "Let a contact write again",
    params: IdParams,
    output: Blocks,
  }),
} as const;
