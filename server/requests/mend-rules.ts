/** What a request says of messages that leave it or come to it by a person's hand. */
import type { ComeAsk, LeaveAsk, Outcome } from "./command.ts";
import type { Facts } from "./events.ts";
import { heard, isOver } from "./heard-rules.ts";
import { event } from "./move-rules.ts";
import type { Changes, RequestRow } from "./row.ts";

const countOf = ({ count, isKept }: { count: number; isKept: boolean }): Facts => ({
  messageCount: count,
  ...(isKept && { isKept }),
});

/** Owner, next step and time stay as they are: a request is not over because words were taken out of it (law 4). */
export function leave(ask: LeaveAsk, now: Date): Outcome {
  const changes: Changes = ask.isKept ? {} : { last_client_message_at: ask.lastClientAt };
  const facts = { ...countOf(ask), ...(ask.toId !== null && { toRequestId: ask.toId }) };
  return { ok: true, events: [event(ask.as, now.toISOString(), changes, { facts })] };
}

export function come(row: RequestRow, ask: ComeAsk, now: Date): Outcome {
  if (isOver(row)) return { ok: false, why: "over", state: row.state };
  const changes: Changes = ask.said ? heard(row, ask.said, now) : {};
  if (row.contact_id === null && ask.contactId !== null) {
    changes.contact_id = ask.contactId;
    changes.conversation_id = ask.conversationId;
  }
  const facts = { ...countOf(ask), fromRequestId: ask.fromId };
  return { ok: true, events: [event("messages_came", now.toISOString(), changes, { facts })] };
}
