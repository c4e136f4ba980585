/** Somebody writes in a conversation, for tests: it waits in the outbox. */
import { reply } from "../server/conversations/reply.ts";
import { Outgoing, type OutgoingInput } from "../shared/outgoing.ts";
import type { ConversationSystem } from "./conversation-system.ts";

let count = 0;

/** A text, or any other message; its id. By a program when no account is given. */
export async function aReply(
  system: ConversationSystem,
  conversationId: number,
  message: string | OutgoingInput,
  accountId: number | null = null,
): Promise<number> {
  count += 1;
  const ask = {
    conversationId,
    accountId,
    message: Outgoing.parse(typeof message === "string" ? { kind: "text", text: message } : message),
    quotesMessageId: null,
    key: `key-${count}-of-a-reply`,
  };
  const made = await system.db.transaction((tx) =>
    reply(tx, { numbers: system.numbers, now: system.clock.now() }, ask),
  );
  return made.messageId;
}
