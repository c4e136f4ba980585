/**
 * Writes what deliveries said: set by set, in one transaction, the same rows whatever the order, however often (law 2).
 * Locks are taken in the same order by everyone: people, conversations, messages.
 */
import type { Db } from "../db/pool.ts";
import { addJobs } from "../jobs/add.ts";
import type { Topic } from "../live/changes.ts";
import type { MessageEvent, PreferenceEvent } from "../whatsapp/payload-events.ts";
import { fetchJob } from "./fetch-job.ts";
import { recordAnnotations, type Written } from "./record-annotations.ts";
import { type Conversations, openConversations, wantedPlaces } from "./record-conversations.ts";
import {
  addMedia,
  addMessages,
  lockExisting,
  moveConversations,
  replaceMessages,
} from "./record-message-store.ts";
import { type People, resolvePeople } from "./record-people.ts";
import { writePreferences } from "./record-people-write-store.ts";
import { type MessageRow, messageRow, strength, strongest } from "./record-rules.ts";
import { type RecordableEvent, type Recorded, sortOut } from "./record-sort-rules.ts";
import { conversationsOfCallbacks } from "./record-store.ts";

/** Media ids from webhooks work for seven days. */
const MEDIA_MS = 7 * 24 * 3_600_000;

/** What changed on screens; to be announced once by the caller. */
export async function recordEvents(
  tx: Db,
  events: readonly RecordableEvent[],
  now: Date,
): Promise<Set<Topic>> {
  const sorted = sortOut(events);
  const people = await resolvePeople(tx, sorted.sightings, sorted.links);
  const topics = new Set<Topic>(people.isChanged ? ["contacts"] : []);
  // Who is one person now has one thread, one tray item and one name on every strip.
  if (people.isRegrouped) for (const topic of ["tray", "board"] as const) topics.add(topic);
  await recordPreferences(tx, sorted.preferences, people);

  const callbacks = sorted.statuses.flatMap((status) => status.callbackData ?? []);
  const called = callbacks.length > 0 ? await conversationsOfCallbacks(tx, callbacks) : [];
  const conversations = await openConversations(tx, wantedPlaces(sorted, people), called, now);
  const written = await recordMessages(tx, sorted.messages, people, conversations, topics, now);
  await recordAnnotations(tx, { ...sorted, written, people, conversations, topics, now });
  return topics;
}

async function recordPreferences(tx: Db, events: readonly PreferenceEvent[], people: People): Promise<void> {
  if (events.length === 0) return;
  const latest = new Map<number, { contactId: number; wantsMarketing: boolean; at: Date }>();
  for (const { person, wantsMarketing, at } of events) {
    const contact = people.contactOf(person);
    const before = contact && latest.get(contact.id);
    const isLater =
      !before || at > before.at || (at.getTime() === before.at.getTime() && before.wantsMarketing);
    if (contact && isLater) latest.set(contact.id, { contactId: contact.id, wantsMarketing, at });
  }
  await writePreferences(tx, [...latest.values()]);
}

type Source = { row: MessageRow; event: Recorded<MessageEvent> };

/** New ones, and stronger copies of old ones; returns the ids whose parked statuses and edits may join now. */
async function recordMessages(
  tx: Db,
  events: readonly Recorded<MessageEvent>[],
  people: People,
  conversations: Conversations,
  topics: Set<Topic>,
  now: Date,
): Promise<Written[]> {
  if (events.length === 0) return [];
  const eventOf = new Map<MessageRow, Recorded<MessageEvent>>();
  for (const event of events) {
    const contact = event.person && people.contactOf(event.person);
    const conversationId = conversations.of(event.numberId, event.groupId, contact);
    if (conversationId === null) throw new Error("A message has no conversation.");
    const { numberId, deliveryId } = event;
    eventOf.set(messageRow(event, { conversationId, numberId, contact, deliveryId }), event);
  }
  const rows = strongest([...eventOf.keys()]);
  const added = await addMessages(tx, rows, now);
  const idOf = new Map(added.map(({ id, numberId, wamid }) => [`${numberId}:${wamid}`, id]));
  const isNew = (row: MessageRow) => idOf.has(`${row.numberId}:${row.wamid}`);
  const replacing = await stronger(
    tx,
    rows.filter((row) => !isNew(row)),
  );
  if (replacing.length > 0) await replaceMessages(tx, replacing);
  for (const row of replacing) idOf.set(`${row.numberId}:${row.wamid}`, row.id);

  const written: Source[] = rows.flatMap((row) => {
    // `replacing` holds copies of the rows, so the event is found by the row as it was given.
    const event = eventOf.get(row);
    return event && isNew(row) ? [{ row, event }] : [];
  });
  await recordMedia(tx, written, idOf, now);
  if (written.length > 0) await moveConversations(tx, movesOf(written));
  for (const { row } of written) {
    topics.add(`conversation:${row.conversationId}`);
    if (row.triage) topics.add("tray");
  }
  return written.map(({ row: { numberId, wamid, sendState } }) => ({
    numberId,
    wamid,
    isOut: sendState !== null,
  }));
}

async function stronger(tx: Db, rows: readonly MessageRow[]): Promise<(MessageRow & { id: number })[]> {
  if (rows.length === 0) return [];
  const existing = await lockExisting(tx, rows);
  const byKey = new Map(existing.map((copy) => [`${copy.numberId}:${copy.wamid}`, copy]));
  return rows.flatMap((row) => {
    const copy = byKey.get(`${row.numberId}:${row.wamid}`);
    return copy && strength(row) > strength(copy) ? [{ ...row, id: copy.id }] : [];
  });
}

async function recordMedia(
  tx: Db,
  written: readonly Source[],
  idOf: ReadonlyMap<string, number>,
  now: Date,
): Promise<void> {
  const media = written.flatMap(({ row, event }) => {
    const messageId = idOf.get(`${row.numberId}:${row.wamid}`);
    if (!event.media || messageId === undefined) return [];
    const isGone = event.cameBy === "history" && now.getTime() - event.saidAt.getTime() > MEDIA_MS;
    return [{ ...event.media, messageId, numberId: row.numberId, isGone }];
  });
  if (media.length === 0) return;
  const waiting = await addMedia(tx, media, now);
  await addJobs(
    tx,
    waiting.map((mediaId) => fetchJob(mediaId)),
  );
}

function movesOf(
  written: readonly Source[],
): { id: number; firstAt: Date; lastAt: Date; lastInAt: Date | null }[] {
  const moves = new Map<number, { id: number; firstAt: Date; lastAt: Date; lastInAt: Date | null }>();
  // Rows come in WhatsApp's order.
  for (const { row, event } of written) {
    const move = moves.get(row.conversationId) ?? {
      id: row.conversationId,
      firstAt: row.saidAt,
      lastAt: row.saidAt,
      lastInAt: null,
    };
    move.lastAt = row.saidAt;
    if (event.speaker === "contact") move.lastInAt = row.saidAt;
    moves.set(row.conversationId, move);
  }
  return [...moves.values()].sort((a, b) => a.id - b.id);
}
