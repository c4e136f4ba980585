/** Reading what came in: counts, figures of the page, the dead; and what another try changes. */
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
         + (select coalesce(sum(deliveries), 0)::bigint from delivery_week)
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

export type FigureRow = { since: number; waiting: number; oldestAt: Date | null; dead: number };

/**
 * Nothing here grows with the archive: ids grow with time, so those since this morning are among the last `most`.
 */
export async function readFigures(db: Db, since: Date, most: number): Promise<FigureRow> {
  const [row] = await db.query<FigureRow>(
    `select
       (select count(*) from (select received_at from delivery order by id desc limit $2) as last
        where last.received_at >= $1)
         + (select count(*) from (select received_at from inbox order by id desc limit $2) as last
            where last.received_at >= $1) as since,
       (select count(*) from (select id from inbox order by id limit $2) as oldest) as waiting,
       (select received_at from inbox order by id limit 1) as "oldestAt",
       (select count(*) from delivery where outcome = 'dead') as dead`,
    [since, most],
  );
  if (!row) throw new Error("Counting returned no row.");
  return row;
}

export type LastRow = { receivedAt: Date; body: Buffer | null };

/** The newest of all, waiting or not; without the body where that is large. */
export async function findLast(db: Db, mostBytes: number): Promise<LastRow | null> {
  const [row] = await db.query<LastRow>(
    `select received_at as "receivedAt", case when octet_length(body) <= $1 then body end as body
     from (
       (select 1 as place, received_at, body from inbox order by id desc limit 1)
       union all (select 2, received_at, body from delivery order by id desc limit 1)
     ) newest order by place limit 1`,
    [mostBytes],
  );
  return row ?? null;
}

export async function findNumberName(db: Db, phoneNumberId: string): Promise<string | null> {
  const [row] = await db.query<{ name: string }>("select name from number where phone_number_id = $1", [
    phoneNumberId,
  ]);
  return row?.name ?? null;
}

export type DeadRow = {
  id: number;
  receivedAt: Date;
  reason: string;
  attempts: number;
  times: number;
  bytes: number;
};

const DEAD = `id, received_at as "receivedAt", reason, attempts, times, octet_length(body) as bytes`;

/** Oldest first, without the bodies. */
export async function listDead(db: Db): Promise<DeadRow[]> {
  return db.query<DeadRow>(`select ${DEAD} from delivery where outcome = 'dead' order by id`);
}

/** Newest first, those older than one. */
export async function listDeadBefore(db: Db, before: number | null, limit: number): Promise<DeadRow[]> {
  return db.query<DeadRow>(
    `select ${DEAD} from delivery where outcome = 'dead' and id < coalesce($1, 9223372036854775807)
     order by id desc limit $2`,
    [before, limit],
  );
}

/** Oldest first, those newer than one. */
export async function deadAfter(db: Db, after: number, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    "select id from delivery where outcome = 'dead' and id > $1 order by id limit $2",
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

export async function countDeadAfter(db: Db, after: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*) as count from delivery where outcome = 'dead' and id > $1",
    [after],
  );
  return row?.count ?? 0;
}

export type LockedDelivery = { id: number; receivedAt: Date; body: Buffer | null; outcome: string };

export async function lockDelivery(tx: Db, id: number): Promise<LockedDelivery | null> {
  const [row] = await tx.query<LockedDelivery>(
    `select id, received_at as "receivedAt", body, outcome from delivery where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

export async function findBody(db: Db, id: number): Promise<Buffer | null> {
  const [row] = await db.query<{ body: Buffer | null }>("select body from delivery where id = $1", [id]);
  return row?.body ?? null;
}

export async function markRecorded(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query(
    `update delivery set outcome = 'recorded', recorded_at = $2, reason = null, attempts = attempts + 1 where id = $1`,
    [id, now],
  );
}

/** Whether it is still dead: somebody else may have recorded it meanwhile. */
export async function markStillDead(tx: Db, id: number, reason: string): Promise<boolean> {
  const rows = await tx.query(
    "update delivery set reason = $2, attempts = attempts + 1 where id = $1 and outcome = 'dead' returning id",
    [id, reason],
  );
  return rows.length > 0;
}
