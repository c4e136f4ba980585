/** Messages as screens see them. */
import type { z } from "zod";
import type { conversationsApi, Message, Waiting } from "../../shared/api/conversations.ts";
import { MESSAGE_KINDS, MessageContent, type MessageKind } from "../../shared/message.ts";
import { freeFacts, windowUntil } from "../../shared/window.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { shownMedia } from "./media-rules.ts";
import { type MessageRow, selectMessages } from "./message-store.ts";
import { contactName, type Place, placeFromText, placeToText } from "./rules.ts";
import { selectRequestPage, selectThreadHead, selectThreadPage } from "./thread-store.ts";
import { selectWaiting } from "./waiting-store.ts";
import { selectEntries } from "./window-store.ts";

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
    ? await selectRequestPage(db, ask.requestId, before, PAGE + 1)
    : await selectThreadPage(db, head.conversationIds, before, PAGE + 1);
  const page = found.slice(0, PAGE);
  const oldest = page.at(-1);
  const ids = page.map(({ id }) => id);
  const messages = await messagesByIds(db, ids);
  // A page of nothing but our reactions, which are shown elsewhere, would look like the beginning.
  if (messages.length === 0 && found.length > PAGE && oldest)
    return readThread(db, { ...ask, before: placeToText(oldest) });
  const free = freeFacts(await selectEntries(db, head.conversationIds, head.lastInAt));
  return {
    messages,
    waiting: ask.requestId
      ? []
      : await waitingIn(db, ask.conversationId, found.length > PAGE && oldest ? oldest.at : null, before?.at),
    before: found.length > PAGE && oldest ? placeToText(oldest) : null,
    contact: head.contact && {
      id: head.contact.id,
      name: contactName(head.contact),
      phone: head.contact.phone,
    },
    conversationIds: head.conversationIds,
    number: head.number,
    windowUntil: windowUntil(head.lastInAt)?.toISOString() ?? null,
    freeUntil: free.freeUntil?.toISOString() ?? null,
    freeIfAnsweredBy: free.freeIfAnsweredBy?.toISOString() ?? null,
  };
}

function placeOf(text: string | undefined): Place | null {
  if (text === undefined) return null;
  const place = placeFromText(text);
  if (!place) throw new UserError("bad_request", "This page of the thread is not known. Open it anew.");
  return place;
}

/** Of the span of time a page shows: from its oldest message, or the beginning, to where the page after it begins. */
async function waitingIn(
  db: Db,
  conversationId: number,
  from: Date | null,
  until: Date | undefined,
): Promise<Waiting[]> {
  const rows = await selectWaiting(db, { conversationId, from, until: until ?? null });
  return rows.map(({ at, contact, ...row }) => ({
    ...row,
    at: at.toISOString(),
    by: contact && contactName(contact),
  }));
}

/** What its sender took back is not shown, though its facts stay. */
function shown(row: MessageRow): Message {
  const isRevoked = row.revokedAt !== null;
  return {
    id: row.id,
    conversationId: row.conversationId,
    kind: knownKind(row.kind),
    side: row.side,
    author: row.accountName ?? (row.contact && contactName(row.contact)),
    fromPhone: row.fromPhone,
    cameBy: row.cameBy,
    saidAt: row.saidAt.toISOString(),
    text: isRevoked ? null : row.body,
    content: isRevoked ? {} : contentOf(row),
    media: row.media && !isRevoked ? shownMedia(row.media) : null,
    quotes: quotesOf(row),
    reactions: row.reactions.map(({ emoji, isOurs, contact, carrierId, sendState, sendError }) => ({
      emoji,
      isOurs,
      by: contact && contactName(contact),
      ...(sendState &&
        carrierId !== null && { send: { messageId: carrierId, state: sendState, errorCode: sendError } }),
    })),
    isEdited: row.isEdited,
    versions: isRevoked ? [] : versionsOf(row),
    isRevoked,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    send: sendOf(row),
    requestIds: row.requestIds,
    unsorted: row.unsorted,
  };
}

const knownKind = (kind: MessageKind): MessageKind => (MESSAGE_KINDS.includes(kind) ? kind : "unknown");

function quotesOf(row: MessageRow): Message["quotes"] {
  if (!row.quotedWamid) return null;
  return {
    messageId: row.quotedId,
    text: row.quotedIsRevoked ? null : row.quotedBody,
    kind: row.quotedKind && knownKind(row.quotedKind),
    author: row.quotedAuthor && contactName(row.quotedAuthor),
    isOurs: row.quotedSide === "staff" || row.quotedSide === "bot",
    isRevoked: row.quotedIsRevoked ?? false,
  };
}

/** The last edit is what it says now. */
function versionsOf({ saidAt, firstBody, edits }: MessageRow): Message["versions"] {
  if (edits.length === 0) return [];
  const said = [{ at: saidAt.toISOString(), text: firstBody }];
  const later = edits.slice(0, -1).map(({ at, body }) => ({ at: new Date(at).toISOString(), text: body }));
  return [...said, ...later];
}

function sendOf(row: MessageRow): Message["send"] {
  if (!row.sendState || !row.sendStateAt) return null;
  return {
    state: row.sendState,
    at: row.sendStateAt.toISOString(),
    errorCode: row.sendError,
    remarks: row.remarks,
    group: row.members.of > 0 ? row.members : null,
  };
}

/** Content written by an older or newer program is shown as far as it is understood: one odd row must not shut a thread. */
function contentOf(row: MessageRow): MessageContent {
  const parsed = MessageContent.safeParse(row.content ?? {});
  return parsed.success ? parsed.data : {};
}
