/** The inbox, deliveries and notices. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { weekBefore, weekOf } from "./week-rules.ts";

export type TakenDelivery = {
  id: number;
  receivedAt: Date;
  body: Buffer;
};

/**
 * This transaction waits for no disk: what was acknowledged is on it since the webhook's own commit, and a batch that
 * a crash undoes is back in the inbox.
 */
export async function commitWithoutWaiting(tx: Db): Promise<void> {
  await tx.query("select set_config('synchronous_commit', 'off', true)");
}

/**
 * A body may hold 3 MiB (a history does), and becomes several times that in memory while it is recorded: 200 of them
 * at once would be more than a small machine has, at each new start again.
 */
const MOST_TAKEN_BYTES = 8 * 1024 * 1024;

/**
 * Takes the oldest waiting bodies away and keeps each distinct one once. Returns those nobody had seen before.
 * Two recorders never take the same row, and of equal bodies the second waits for the first.
 */
export async function takeInbox(tx: Db, limit: number, now: Date): Promise<TakenDelivery[]> {
  return keepDistinct(
    tx,
    `id = any (array(
       select id from (
         select id, sum(bytes) over (order by id) - bytes as bytes_before
         from (select id, octet_length(body) as bytes from inbox order by id limit $4 for update skip locked) as oldest
       ) as weighed where bytes_before < $5))`,
    now,
    [limit, MOST_TAKEN_BYTES],
  );
}

/** The same for one row, to find out which of a batch is the poisonous one. Empty when it is taken already. */
export async function takeOne(tx: Db, inboxId: number, now: Date): Promise<TakenDelivery[]> {
  return keepDistinct(tx, "id in (select id from inbox where id = $4 for update skip locked)", now, [
    inboxId,
  ]);
}

/** WhatsApp sends again for seven days at most, so a body's like is of this week or the last. */
function keepDistinct(
  tx: Db,
  which: string,
  now: Date,
  values: readonly unknown[],
): Promise<TakenDelivery[]> {
  const week = weekOf(now);
  return tx.query<TakenDelivery>(
    `with taken as (
       delete from inbox where ${which} returning id, received_at, body, sha256(body) as sha256
     ), distinct_bodies as (
       select sha256, min(received_at) as received_at, count(*)::integer as times, min(id) as first,
         (array_agg(body))[1] as body
       from taken group by sha256
     ), of_last_week as (
       update delivery d set times = d.times + b.times from distinct_bodies b
       where d.kept_since = $2::date and d.sha256 = b.sha256
       returning d.sha256
     ), kept as (
       insert into delivery as d (id, kept_since, sha256, received_at, recorded_at, times, body, outcome)
       select first, $3::date, sha256, received_at, $1::timestamptz, times, body, 'recorded' from distinct_bodies b
       where not exists (select from of_last_week o where o.sha256 = b.sha256) order by sha256
       on conflict (sha256, kept_since) do update set times = d.times + excluded.times
       returning d.id, d.sha256, d.times
     )
     select kept.id, b.received_at as "receivedAt", b.body
     from kept join distinct_bodies b using (sha256) where kept.times = b.times order by b.first`,
    [now, weekBefore(week), week, ...values],
  );
}

/** Ids of the oldest that wait, without taking them. */
export async function peekInbox(db: Db, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>("select id from inbox order by id limit $1", [limit]);
  return rows.map(({ id }) => id);
}

/** Deliveries of this transaction that turned out to be none. */
export async function markDead(tx: Db, dead: readonly { id: number; reason: string }[]): Promise<void> {
  await tx.query(
    `update delivery d set outcome = 'dead', reason = g.reason, recorded_at = null
     from unnest($1::bigint[], $2::text[]) as g (id, reason) where d.id = g.id`,
    [dead.map(({ id }) => id), dead.map(({ reason }) => reason)],
  );
  await announce(tx, ["intake"]);
}

/** What could not be recorded leaves the inbox and is kept, with why. */
export async function bury(tx: Db, inboxId: number, reason: string, now: Date): Promise<void> {
  await tx.query(
    `with taken as (
       delete from inbox where id = $1 returning id, received_at, body
     )
     insert into delivery as d (id, kept_since, sha256, received_at, body, outcome, reason)
     select id, $3::date, sha256(body), received_at, body, 'dead', $2 from taken
     on conflict (sha256, kept_since) do update set times = d.times + 1`,
    [inboxId, reason, weekOf(now)],
  );
  await announce(tx, ["intake"]);
}

export type NoticeRow = {
  digest: Buffer;
  numberId: number | null;
  businessAccountId: string | null;
  field: string;
  at: Date;
  body: string;
  deliveryId: number;
};

export async function addNotices(tx: Db, notices: readonly NoticeRow[]): Promise<void> {
  await tx.query(
    `insert into notice (digest, number_id, business_account_id, field, at, body, delivery_id)
     select distinct on (digest) * from unnest($1::bytea[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[],
       $6::jsonb[], $7::bigint[]) as g (digest, number_id, business_account_id, field, at, body, delivery_id)
     order by digest, delivery_id
     on conflict (digest) do nothing`,
    [
      notices.map((notice) => notice.digest),
      notices.map((notice) => notice.numberId),
      notices.map((notice) => notice.businessAccountId),
      notices.map((notice) => notice.field),
      notices.map((notice) => notice.at),
      notices.map((notice) => notice.body),
      notices.map((notice) => notice.deliveryId),
    ],
  );
}

/** By the index, which remembers where rows were taken away; the table itself would be read from its emptied front. */
export async function isInboxEmpty(db: Db): Promise<boolean> {
  const [row] = await db.query<{ empty: boolean }>("select min(id) is null as empty from inbox");
  return row?.empty ?? true;
}
