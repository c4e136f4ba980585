/** What the client's words change on a request, whichever way they came to it. */
import type { Said } from "./command.ts";
import { later } from "./move-rules.ts";
import type { Changes, RequestRow } from "./row.ts";

/** By WhatsApp's time for the clocks, by ours for the unread mark. */
export function heard(row: RequestRow, said: Said, now: Date): Changes {
  return {
    last_client_message_at:
      row.last_client_message_at === null ? said.lastAt : later(said.lastAt, row.last_client_message_at),
    last_heard_at: now.toISOString(),
  };
}

export const isOver = (row: Pick<RequestRow, "state">): boolean =>
  row.state === "closed" || row.state === "cancelled";
