/** Writing to somebody who has not written: the conversation is there before they know of it. */
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Numbers } from "../numbers/directory.ts";
import { selectRoot } from "./contact-store.ts";
import { openConversations } from "./record-conversations.ts";
import { type Reply, refuseMute, reply } from "./reply.ts";
import { isReachable, selectConversationWith } from "./writing-first-store.ts";

export type WriteFirst = Pick<Reply, "accountId" | "message" | "key"> & {
  contactId: number;
  numberId: number;
};

/** @throws UserError when WhatsApp would not take it, with what to do */
export async function writeFirst(
  tx: Db,
  parts: { numbers: Numbers; now: Date },
  { contactId, numberId, ...ask }: WriteFirst,
): Promise<{ conversationId: number; messageId: number; isNew: boolean }> {
  const rootId = await selectRoot(tx, contactId);
  if (rootId === undefined)
    throw new UserError("not_found", "This contact is not here (any more). Look it up under Contacts.");
  refuseMute(parts.numbers.get(numberId));
  if (!(await isReachable(tx, rootId)))
    throw new UserError("conflict", "This contact has no number on WhatsApp here. Write one down first.", {
      code: "contact_without_number",
    });
  const conversationId =
    (await selectConversationWith(tx, rootId, numberId)) ?? (await open(tx, rootId, numberId, parts.now));
  const made = await reply(tx, parts, { ...ask, conversationId, quotesMessageId: null });
  return { ...made, conversationId };
}

/** Two who write first at the same moment, or a message that comes in then, make one conversation. */
async function open(tx: Db, contactId: number, numberId: number, now: Date): Promise<number> {
  const wanted = { numberId, contactId, groupId: null, opens: true };
  const opened = await openConversations(tx, [wanted], [], now);
  const id = opened.of(numberId, null, { id: contactId, kinds: [], familyIds: [contactId] });
  if (id === null) throw new Error("a conversation that was opened is not there");
  return id;
}
