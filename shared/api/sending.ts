/** What a person decides about sending: how a call ended that nobody saw end, and that a number may speak again. */
import { z } from "zod";
import { Message } from "./conversations.ts";
import { Done, endpoint, IdParams } from "./endpoint.ts";

/**
 * - `arrived`: it is on their phone, though nobody told us. Of an unknown one.
 * - `again`: send it again. Of an unknown or failed one; whoever presses it knows that it might arrive twice.
 * - `given_up`: it is not to go out any more. Of an unknown one, or one that still waits.
 */
export const SETTLEMENTS = ["arrived", "again", "given_up"] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

export const sendingApi = {
  settleMessage: endpoint({
    method: "POST",
    path: "/api/v1/messages/:id/settle",
    access: "operator",
    summary:
      "Decide about a message of ours: it arrived, send it again, or give it up. Of a reaction the answer is the message it is about. 409 with the code `not_to_settle` when it stands otherwise by now",
    params: IdParams,
    body: z.object({ as: z.enum(SETTLEMENTS) }),
    output: Message,
  }),
  resumeNumber: endpoint({
    method: "POST",
    path: "/api/v1/numbers/:id/resume",
    access: "manager",
    summary: "Send from a number again that WhatsApp had refused; what waits goes out in its order",
    params: IdParams,
    output: Done,
  }),
} as const;
