/**
 * Reading the steps of one delivery or message. Everything is found by an index: what is known by WhatsApp's id is
 * looked up once for each of our numbers, since every index on such ids begins with the number.
 */
import type { MessageKind, SendState, Side } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";

export type DeliveryFacts = {
  id: number;
  receivedAt: Date;
  recordedAt: Date | null;
  outcome: "recorded" | "dead";
  reason: string | null;
  attempts: number;
  times: number;
  bytes: number | null;
};

export async function findDelivery(db: Db, id: number): Promise<DeliveryFacts | null> {
  const [row] = await db.query<DeliveryFacts>(
    `select id, received_at as "receivedAt", recorded_at as "recordedAt", outcome, reason, attempts, times,
       octet_length(body) as bytes
     from delivery where id = $1`,
    [id],
  );
  return row ?? null;
}

export type ReplayRow = { at: Date; outcome: "recorded" | "dead"; by: string | null };

/** By the time of the audit, which is what its index knows. */
export async function replaysOf(db: Db, id: number, from: Date, until: Date | null): Promise<ReplayRow[]> {
  return db.query<ReplayRow>(
    `select a.at, a.facts ->> 'outcome' as outcome, account.name as by
     from audit a left join account on a.actor_kind = 'account' and account.id = a.actor_id
     where a.at >= $2 and ($3::timestamptz is null or a.at <= $3)
       and a.action = 'delivery.replayed' and a.subject_id = $1 and a.facts ->> 'outcome' in ('recorded', 'dead')
     order by a.id`,
    [id, from, until],
  );
}

export type MessageFacts = {
  id: number;
  wamid: string | null;
  conversationId: number;
  numberId: number;
  deliveryId: number | null;
  side: Side;
  kind: MessageKind;
  fromPhone: boolean;
  cameBy: string;
  saidAt: Date;
  recordedAt: Date;
  quotedWamid: string | null;
  sendState: SendState | null;
  sendStateAt: Date | null;
  triage: "waiting" | "sorted" | null;
};

const MESSAGE = `
  m.id, m.wamid, m.conversation_id as "conversationId", m.number_id as "numberId", m.delivery_id as "deliveryId",
  m.side, m.kind, m.from_phone as "fromPhone", m.came_by as "cameBy", m.said_at as "saidAt",
  m.recorded_at as "recordedAt", m.quoted_wamid as "quotedWamid", m.send_state as "sendState",
  m.send_state_at as "sendStateAt", m.triage`;

/**
 * For deliveries whose body is not kept. The index only narrows it down to some hundred pages (148 buffers, 1.3 ms over
 * 1 M messages), and no plan but that one will do, so it is asked where whole tables are not read.
 */
export async function messagesOfDelivery(tx: Db, deliveryId: number, limit: number): Promise<MessageFacts[]> {
  return tx.query<MessageFacts>(
    `with found as materialized (select * from message where delivery_id = $1)
     select ${MESSAGE} from found m order by m.id limit $2`,
    [deliveryId, limit],
  );
}

export async function findMessage(db: Db, id: number): Promise<MessageFacts | null> {
  const [row] = await db.query<MessageFacts>(`select ${MESSAGE} from message m where m.id = $1`, [id]);
  return row ?? null;
}

/** A provider's id and whose number it came to, as WhatsApp names that. */
export type Named = { phoneNumberId: string; wamid: string };

/** `limit 1` in each look-up keeps them look-ups: 3 to 4 buffers each over 1 M messages. */
export async function findMessages(db: Db, named: readonly Named[]): Promise<(MessageFacts & Named)[]> {
  return db.query<MessageFacts & Named>(
    `select ${MESSAGE}, n.phone_number_id as "phoneNumberId"
     from (select distinct * from unnest($1::text[], $2::text[]) as d (phone_number_id, wamid)) g
     join number n on n.phone_number_id = g.phone_number_id
     cross join lateral (
       select * from message where message.number_id = n.id and message.wamid = g.wamid limit 1
     ) m
     order by m.id`,
    [named.map(({ phoneNumberId }) => phoneNumberId), named.map(({ wamid }) => wamid)],
  );
}

export type Key = { numberId: number; wamid: string };

/**
 * The number that knows a provider's id, by a message or by what is said about one; an edit's own id means its message.
 * Index scans alone: 74 buffers and 0.2 ms for five numbers over 1 M messages, as many statuses and 50,000 edits.
 */
export async function findKey(db: Db, wamid: string): Promise<Key | null> {
  const [row] = await db.query<Key>(
    `select n.id as "numberId", coalesce(found.wamid, $1) as wamid
     from number n cross join lateral (
       (select 1 as place, wamid from message where number_id = n.id and wamid = $1 limit 1)
       union all (select 2, target_wamid from revision where number_id = n.id and wamid = $1 limit 1)
       union all (select 3, target_wamid from revision where target_wamid = $1 and number_id = n.id limit 1)
       union all (select 4, wamid from message_status where number_id = n.id and wamid = $1 limit 1)
       union all (select 5, target_wamid from reaction where number_id = n.id and target_wamid = $1 limit 1)
     ) found
     order by found.place, n.id limit 1`,
    [wamid],
  );
  return row ?? null;
}

export type AnnotationRow = {
  what: "status" | "reaction" | "edit" | "revoke";
  at: Date;
  /** A status's name; for a reaction whether it is there. */
  value: string | null;
  errorCode: number | null;
  deliveryId: number | null;
  /** When the delivery that brought it was recorded; null when that is not kept. */
  deliveryRecordedAt: Date | null;
};

/** Statuses, reactions, edits and revokes by the id of what they are about, whether or not that is here. */
export async function annotationsOf(db: Db, { numberId, wamid }: Key): Promise<AnnotationRow[]> {
  return db.query<AnnotationRow>(
    `select said.what, said.at, said.value, said.error_code as "errorCode", said.delivery_id as "deliveryId",
       d.recorded_at as "deliveryRecordedAt"
     from (
       (select 'status' as what, at, status as value, error_code, delivery_id from message_status
        where number_id = $1 and wamid = $2 limit 200)
       union all
       (select 'reaction', at, case when emoji is null then null else 'there' end, null, delivery_id from reaction
        where number_id = $1 and target_wamid = $2 limit 200)
       union all
       (select kind, at, null, null, delivery_id from revision where target_wamid = $2 and number_id = $1 limit 200)
     ) said
     left join lateral (select recorded_at from delivery where id = said.delivery_id limit 1) d on true
     order by said.at`,
    [numberId, wamid],
  );
}

export async function findMessageByKey(db: Db, { numberId, wamid }: Key): Promise<MessageFacts | null> {
  const [row] = await db.query<MessageFacts>(
    `select ${MESSAGE} from message m where m.number_id = $1 and m.wamid = $2`,
    [numberId, wamid],
  );
  return row ?? null;
}

export type MediaRow = {
  state: "waiting" | "fetched" | "failed";
  attempts: number;
  reason: string | null;
  createdAt: Date;
  fetchedAt: Date | null;
};

export async function mediaOf(db: Db, messageId: number): Promise<MediaRow | null> {
  const [row] = await db.query<MediaRow>(
    `select state, attempts, reason, created_at as "createdAt", fetched_at as "fetchedAt"
     from media where message_id = $1`,
    [messageId],
  );
  return row ?? null;
}

export type OutboxRow = {
  state: "queued" | "calling" | "accepted" | "refused" | "unknown";
  queuedAt: Date;
  calledAt: Date | null;
  answeredAt: Date | null;
  attempts: number;
  errorCode: number | null;
};

export async function outboxOf(db: Db, messageId: number): Promise<OutboxRow | null> {
  const [row] = await db.query<OutboxRow>(
    `select state, queued_at as "queuedAt", called_at as "calledAt", answered_at as "answeredAt", attempts,
       error_code as "errorCode"
     from outbox where message_id = $1`,
    [messageId],
  );
  return row ?? null;
}

export type SortingRow = {
  at: Date;
  decision: "opens" | "belongs" | "answers" | "chase" | "no_request";
  requestId: number | null;
  undoneAt: Date | null;
  by: string | null;
};

export async function sortingOf(db: Db, messageId: number): Promise<SortingRow[]> {
  return db.query<SortingRow>(
    `select d.at, d.kind as decision, d.request_id as "requestId", d.undone_at as "undoneAt", account.name as by
     from decision_message dm join decision d on d.id = dm.decision_id left join account on account.id = d.account_id
     where dm.message_id = $1 order by d.id`,
    [messageId],
  );
}

export async function requestsOf(
  db: Db,
  messageIds: readonly number[],
): Promise<{ messageId: number; requestId: number }[]> {
  return db.query(
    `select message_id as "messageId", request_id as "requestId" from request_message
     where message_id = any ($1::bigint[]) order by request_id`,
    [messageIds],
  );
}
