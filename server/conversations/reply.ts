/** A reply is a row before it is a call (law 7): message, words, outbox row and turn in the caller's transaction. */
import { randomUUID } from "node:crypto";
import type { Outgoing } from "../../shared/outgoing.ts";
import { type Window, windowAt } from "../../shared/window.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { announce } from "../live/changes.ts";
import type { NumberRow, Numbers } from "../numbers/directory.ts";
import { refuseBlocked } from "./block.ts";
import {
  insertReply,
  lockConversation,
  type NewReply,
  type Quoted,
  selectByKey,
  selectQuoted,
} from "./outbox-store.ts";
import { storedOf } from "./outgoing.ts";
import { givenFor } from "./outgoing-given.ts";
import { selectThreadHead } from "./thread-store.ts";
import { insertMediaOf } from "./upload-store.ts";

export type Reply = {
  conversationId: number;
  /** Null for a program: then a bot speaks. */
  accountId: number | null;
  message: Outgoing;
  quotesMessageId: number | null;
  /** Made by the caller, unique for each intended message. */
  key: string;
};

/** The message's id; with a key that was used before, the one it made then, and nothing else happens. */
export async function reply(
  tx: Db,
  { numbers, now }: { numbers: Numbers; now: Date },
  ask: Reply,
): Promise<{ messageId: number; isNew: boolean }> {
  const thread = await selectThreadHead(tx, ask.conversationId);
  const quoted = ask.quotesMessageId === null ? null : await selectQuoted(tx, ask.quotesMessageId);
  // Whoever is known by several ids is answered where they were heard last, a quote where it was said.
  const conversationId =
    quoted && thread?.conversationIds.includes(quoted.conversationId)
      ? quoted.conversationId
      : (thread?.replyTo ?? ask.conversationId);
  const place = await lockConversation(tx, conversationId);
  if (!place || !thread)
    throw new UserError("not_found", "This conversation is not here (any more). Go back and look again.");
  // Keys are the caller's, so they only have to differ within a conversation.
  const key = `${ask.conversationId}:${ask.key}`;
  const before = await selectByKey(tx, key);
  if (before) return { messageId: before, isNew: false };
  const { businessAccountId } = refuseMute(numbers.get(place.numberId));
  refuseGroup(place);
  // A template is what one writes with while the window is shut.
  if (ask.message.kind !== "template")
    refuseOutside(windowAt({ lastInAt: later(place.lastInAt, thread.lastInAt) }, now));
  const sender = { accountId: ask.accountId, contactId: thread.contact?.id ?? null, businessAccountId };
  const given = await givenFor(tx, ask.message, sender);
  const messageId = await enqueue(tx, {
    conversationId,
    numberId: place.numberId,
    accountId: ask.accountId,
    side: ask.accountId === null ? "bot" : "staff",
    ...storedOf(ask.message, given),
    quotedWamid: ask.quotesMessageId === null ? null : wamidOf(quoted, conversationId),
    key,
    callbackData: `baton:${randomUUID()}`,
    now,
  });
  if (given.file) await insertMediaOf(tx, { messageId, numberId: place.numberId, now }, given.file);
  return { messageId, isNew: true };
}

/** Everything of ours goes out this way: a row first, then its turn. */
export async function enqueue(tx: Db, row: NewReply): Promise<number> {
  await refuseBlocked(tx, row.conversationId);
  const messageId = await insertReply(tx, row);
  await announce(tx, [`conversation:${row.conversationId}`, "outbox"]);
  return messageId;
}

export function refuseMute(number: NumberRow | null): NumberRow {
  if (!number?.canSend)
    throw new UserError(
      "conflict",
      "Nothing can be sent from this number: it has no access token here. An admin can connect it in the settings.",
      { code: "number_cannot_send" },
    );
  return number;
}

export function refuseGroup({ isGroup }: { isGroup: boolean }): void {
  if (isGroup)
    throw new UserError("conflict", "Baton cannot write to groups yet. Answer on the phone.", {
      code: "group",
    });
}

export function refuseOutside(window: Window): void {
  switch (window.kind) {
    case "open":
      return;
    case "shut":
      throw new UserError(
        "conflict",
        `The 24-hour window shut at ${window.since.toISOString().slice(11, 16)} (UTC). Ask them to write, or call.`,
        { code: "window_shut", detail: { since: window.since.toISOString() } },
      );
    case "never":
      throw new UserError(
        "conflict",
        "They have not written yet, and WhatsApp lets the contact write first.",
        {
          code: "window_never_open",
        },
      );
    default:
      window satisfies never;
  }
}

const later = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));

function wamidOf(message: Quoted | undefined | null, conversationId: number): string {
  if (message?.conversationId !== conversationId)
    throw new UserError("bad_request", "The quoted message is of another conversation. Quote one from here.");
  if (message.wamid === null)
    throw new UserError(
      "conflict",
      "The quoted message has not gone out yet. Wait a moment, or do not quote.",
      {
        code: "quoted_unsent",
      },
    );
  return message.wamid;
}
