/** Reading what came in: counts, the dead, and the steps of one delivery or message. */
import type { Db } from "../db/pool.ts";

export type Counts = {
  deliveries: number;
  pending: number;
  dead: number;
  messages: number;
  statuses: number;
  contacts: number;
  conversations: number;
  requests: number;
};

/** A body waiting in the inbox counts as a delivery unless its like is there already. */
export async function countIntake(db: Db): Promise<Counts> {
  const [row] = await db.query<Counts>(
    `select
       (select count(*) from delivery)
         + (select count(distinct sha256(i.body)) from inbox i
            where not exists (select from delivery d where d.sha256 = sha256(i.body))) as deliveries,
       (select count(*) from inbox) as pending,
       (select count(*) from delivery where outcome = 'dead') as dead,
       (select count(*) from message) as messages,
       (select count(*) from message_status) as statuses,
       (select count(*) from contact where merged_into is null) as contacts,
       (select count(*) from conversation) as conversations,
       (select count(*) from request where not is_void) as requests`,
  );
  if (!row) throw new Error("Counting returned no row.");
  return row;
}

export type DeadRow = { id: number; receivedAt: Date; reason: string; attempts: number; bytes: number };

/** Oldest first, without the bodies. */
export async function listDead(db: Db): Promise<DeadRow[]> {
  return db.query<DeadRow>(
    `select id, received_at as "receivedAt", reason, attempts, octet_length(body) as bytes
     from delivery where outcome = 'dead' order by id`,
  );
}

export type LockedDelivery = { id: number; receivedAt: Date; body: Buffer | null; outcome: string };

export async function lockDelivery(tx: Db, id: number): Promise<LockedDelivery | null> {
  const [row] = await tx.query<LockedDelivery>(
    `select id, received_at as "receivedAt", body, outcome from delivery where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

export async function markRecorded(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query(
    `update delivery set outcome = 'recorded', recorded_at = $2, reason = null, attempts = attempts + 1 where id = $1`,
    [id, now],
  );
}

export async function markStillDead(tx: Db, id: number, reason: string): Promise<void> {
  await tx.query(
    "update delivery set reason = $2, attempts = attempts + 1 where id = $1 and outcome = 'dead'",
    [id, reason],
  );
}

export type DeliveryFacts = {
  id: number;
  receivedAt: Date;
  recordedAt: Date | null;
  outcome: string;
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

export type MessageFacts = {
  id: number;
  wamid: string | null;
  conversationId: number;
  deliveryId: number | null;
  side: string;
  kind: string;
  cameBy: string;
  saidAt: Date;
  recordedAt: Date;
  sendState: string | null;
  sendStateAt: Date | null;
  triage: string | null;
};

const MESSAGE_FACTS = `
  m.id, m.wamid, m.conversation_id as "conversationId", m.delivery_id as "deliveryId", m.side, m.kind,
  m.came_by as "cameBy", m.said_at as "saidAt", m.recorded_at as "recordedAt", m.send_state as "sendState",
  m.send_state_at as "sendStateAt", m.triage`;

export async function messagesOfDelivery(db: Db, deliveryId: number): Promise<MessageFacts[]> {
  return db.query<MessageFacts>(
    `select ${MESSAGE_FACTS} from message m where m.delivery_id = $1 order by m.id`,
    [deliveryId],
  );
}

export async function findMessage(
  db: Db,
  ask: { id: number | null; wamid: string },
): Promise<MessageFacts | null> {
  const [row] = await db.query<MessageFacts>(
    `select ${MESSAGE_FACTS} from message m where m.id = $1 or m.wamid = $2 order by m.id limit 1`,
    [ask.id, ask.wamid],
  );
  return row ?? null;
}

export type Step = { at: Date; what: string; deliveryId: number | null };

/** Everything that happened about one provider id and its row, oldest first. */
export async function stepsOfMessage(db: Db, ask: { id: number | null; wamid: string }): Promise<Step[]> {
  return db.query<Step>(
    `select at, what, "deliveryId" from (
       select s.at, concat('status ', s.status, case when s.error_code is not null then concat(' (code ', s.error_code, ')') end) as what,
         s.delivery_id as "deliveryId" from message_status s where s.wamid = $2
       union all
       select r.at, case when r.emoji is null then 'reaction taken back' else 'reaction' end, r.delivery_id
         from reaction r where r.target_wamid = $2
       union all
       select v.at, v.kind, v.delivery_id from revision v where v.target_wamid = $2 or v.wamid = $2
       union all
       select coalesce(f.fetched_at, f.created_at), concat('media ', f.state, ' after ', f.attempts, ' tries', ' (' || f.reason || ')'), null
         from media f where f.message_id = $1
       union all
       select o.queued_at, 'queued to be sent', null from outbox o where o.message_id = $1
       union all
       select coalesce(o.answered_at, o.called_at), concat('call ', o.state, ' (code ' || o.error_code || ')'), null
         from outbox o where o.message_id = $1 and coalesce(o.answered_at, o.called_at) is not null
       union all
       select d.at, concat('sorted: ', d.kind, ' R-' || d.request_id), null
         from decision d join decision_message dm on dm.decision_id = d.id where dm.message_id = $1
       union all
       select d.undone_at, 'sorting taken back', null
         from decision d join decision_message dm on dm.decision_id = d.id
         where dm.message_id = $1 and d.undone_at is not null
     ) steps order by at`,
    [ask.id, ask.wamid],
  );
}
