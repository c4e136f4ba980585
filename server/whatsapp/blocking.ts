/** Blocking people on WhatsApp. */
import { z } from "zod";
import type { GraphNumber, Recipient } from "./client.ts";
import { askGraph } from "./graph.ts";

export type BlockResult =
  | { kind: "done" }
  | { kind: "refused"; code: number | null }
  /** WhatsApp was not reached. */
  | { kind: "later" };

const Failed = z.object({
  block_users: z.object({
    failed_users: z
      .array(z.object({ errors: z.array(z.object({ code: z.coerce.number() })).default([]) }))
      .default([]),
  }),
});

export async function setBlocked(
  number: GraphNumber,
  who: Recipient,
  isBlocked: boolean,
): Promise<BlockResult> {
  const answer = await askGraph(number, {
    method: isBlocked ? "POST" : "DELETE",
    path: `${number.phoneNumberId}/block_users`,
    body: {
      messaging_product: "whatsapp",
      block_users: ["phone" in who ? { user: `+${who.phone}` } : { user_id: who.bsuid }],
    },
  });
  if (answer.kind === "unreachable") return { kind: "later" };
  const failed = Failed.safeParse(answer.json).data?.block_users.failed_users[0];
  // The reason of the one person says more than that of the whole list.
  const code = failed?.errors[0]?.code ?? (answer.kind === "refused" ? answer.code : null);
  if (answer.kind === "ok" && !failed) return { kind: "done" };
  return { kind: "refused", code };
}
