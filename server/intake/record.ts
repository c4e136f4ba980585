/** From raw bodies to rows: one transaction a batch, decided in sets, told to screens once. */
import { createHash } from "node:crypto";
import { recordEvents } from "../conversations/record.ts";
import type { RecordableEvent } from "../conversations/record-sort-rules.ts";
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { claimNumbers } from "../numbers/register.ts";
import { noteTemplateNotices } from "../templates/sync.ts";
import { PayloadError, readPayload } from "../whatsapp/payload.ts";
import type { NoticeEvent, PayloadEvent } from "../whatsapp/payload-events.ts";
import { cleanJson, cleanText } from "../whatsapp/payload-read.ts";
import { addNotices, markDead, type NoticeRow, type TakenDelivery } from "./store.ts";

export type Unread = { id: number; reason: string };
type FromDelivery = { event: PayloadEvent; deliveryId: number };

/** Bodies read into events; `unread` are those that are no deliveries at all, with why. */
export type ReadDeliveries = { read: FromDelivery[]; unread: Unread[] };

export function readDeliveries(
  deliveries: readonly Pick<TakenDelivery, "id" | "receivedAt" | "body">[],
): ReadDeliveries {
  const read: FromDelivery[] = [];
  const unread: Unread[] = [];
  for (const { id, receivedAt, body } of deliveries) {
    try {
      for (const event of readPayload(body, receivedAt)) read.push({ event, deliveryId: id });
    } catch (error) {
      if (!(error instanceof PayloadError)) throw error;
      unread.push({ id, reason: error.message });
    }
  }
  return { read, unread };
}

/** Writes everything that was read, and marks what could not be. */
export async function recordRead(tx: Db, { read, unread }: ReadDeliveries, now: Date): Promise<void> {
  if (unread.length > 0) await markDead(tx, unread);
  if (read.length === 0) return;
  const numbers = await claimNumbers(tx, numbersSpokenOf(read), now);
  const notices = read.flatMap(({ event, deliveryId }) =>
    event.kind === "notice" ? [noticeRow(event, numbers, deliveryId)] : [],
  );
  if (notices.length > 0) {
    await addNotices(tx, notices);
    await noteTemplateNotices(tx, notices);
  }
  const topics = await recordEvents(
    tx,
    read.flatMap((item) => recordable(item, numbers)),
    now,
  );
  // What WhatsApp says of a number may change how it is.
  await announce(tx, notices.length > 0 ? [...topics, "numbers"] : topics);
}

function numbersSpokenOf(read: readonly FromDelivery[]): Map<string, string | null> {
  const spoken = new Map<string, string | null>();
  for (const { event } of read) {
    if (!("about" in event) || event.about === null) continue;
    spoken.set(event.about.phoneNumberId, event.about.displayPhone);
  }
  return spoken;
}

function recordable(
  { event, deliveryId }: FromDelivery,
  numbers: ReadonlyMap<string, number>,
): RecordableEvent[] {
  switch (event.kind) {
    case "notice":
      return [];
    case "identity":
    case "person":
    case "preference":
      return [{ ...event, deliveryId }];
    default:
      return [{ ...event, deliveryId, numberId: idOf(numbers, event.about.phoneNumberId) }];
  }
}

function idOf(numbers: ReadonlyMap<string, number>, phoneNumberId: string): number {
  const id = numbers.get(phoneNumberId);
  if (id === undefined) throw new Error("A number that was claimed has no row.");
  return id;
}

/** The same notice again, also in another body, is one. */
function noticeRow(event: NoticeEvent, numbers: ReadonlyMap<string, number>, deliveryId: number): NoticeRow {
  const { about, businessAccountId, at } = event;
  const body = JSON.stringify(cleanJson(event.body) ?? null);
  const field = cleanText(event.field);
  // The time tells two equal notices of different days apart; what has none of its own counts as said once.
  const digest = createHash("sha256")
    .update(JSON.stringify([field, about?.phoneNumberId ?? null, businessAccountId, event.saidAt, body]))
    .digest();
  return {
    digest,
    numberId: about ? idOf(numbers, about.phoneNumberId) : null,
    businessAccountId,
    field,
    at,
    body,
    deliveryId,
  };
}
