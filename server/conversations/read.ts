/** Messages as screens see them. */
import type { z } from "zod";
import type { conversationsApi, Message } from "../../shared/api/conversations.ts";
import { MESSAGE_KINDS, MessageContent } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type MessageRow, selectMessages } from "./message-store.ts";
import { contactName, type Place, placeFromText, placeToText, windowUntil } from "./rules.ts";
import { selectRequestPage, selectThreadHead, selectThreadPage } from "./thread-store.ts";

/** In WhatsApp's order; ids that are not there are left out. */
export async function messagesByIds(db: Db, ids: readonly number[]): Promise<Message[]> {
  return ids.length === 0 ? [] : (await selectMessages(db, ids)).map(shown);
}

const PAGE = 50;

type ThreadOutput = z.input<(typeof conversationsApi)["thread"]["output"]>;
export type Thread = Omit<ThreadOutput, "number"> & { number: { id: number; name: string } };

/** The newest page, or the one before a place given by an earlier page; oldest message first within it. */
export async function readThread(
  db: Db,
  ask: { conversationId: number; before?: string | undefined; requestId?: number | undefined },
): Promise<Thread> {
  const before = placeOf(ask.before);
  const head = await selectThreadHead(db, ask.conversationId);
  if (!head)
    throw new UserError("not_found", "This conversation is not here (any more). Go back and look again.");
  const found = ask.requestId
    ? await selectRequestPage(db, ask.conversationId, ask.requestId, before, PAGE + 1)
    : await selectThreadPage(db, ask.conversationId, before, PAGE + 1);
  const page = found.slice(0, PAGE);
  const oldest = page.at(-1);
  return {
    messages: await messagesByIds(
      db,
      page.map(({ id }) => id),
    ),
    before: found.length > PAGE && oldest ? placeToText(oldest) : null,
    contact: head.contact && {
      id: head.contact.id,
      name: contactName(head.contact),
      phone: head.contact.phone,
    },
    number: head.number,
    windowUntil: windowUntil(head.lastInAt)?.toISOString() ?? null,
  };
}

function placeOf(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const place = placeFromText(text);
  if (!place) throw new UserError("bad_request", "This page of the thread is not known. Open it anew.");
  return place;
}

/** What its sender took back is not shown, though its facts stay. */
function shown(row: MessageRow): Message {
  return {
    id: row.id,
    conversationId: row.conversationId,
    kind: MESSAGE_KINDS.includes(row.kind) ? row.kind : "unknown",
    side: row.side,
    author: row.accountName ?? (row.contact && contactName(row.contact)),
    fromPhone: row.fromPhone,
    saidAt: row.saidAt.toISOString(),
    text: row.isRevoked ? null : row.body,
    content: row.isRevoked ? {} : contentOf(row),
    media: row.media && !row.isRevoked ? { ...row.media, url: mediaUrl(row.media) } : null,
    quotes: row.quotedWamid
      ? { messageId: row.quotedId, text: row.quotedIsRevoked ? null : row.quotedBody }
      : null,
    reactions: row.reactions.map(({ emoji, contact }) => ({ emoji, by: contact && contactName(contact) })),
    isEdited: row.isEdited,
    isRevoked: row.isRevoked,
    send:
      row.sendState && row.sendStateAt
        ? { state: row.sendState, at: row.sendStateAt.toISOString(), errorCode: row.sendError }
        : null,
    requestIds: row.requestIds,
    unsorted: row.unsorted,
  };
}

/** Content written by an older or newer program is shown as far as it is understood: one odd row must not shut a thread. */
function contentOf(row: MessageRow): MessageContent {
  const parsed = MessageContent.safeParse(row.content ?? {});
  return parsed.success ? parsed.data : {};
}

function mediaUrl(media: { id: number; state: string }): string | null {
  return media.state === "fetched" ? `/api/v1/media/${media.id}` : null;
}
