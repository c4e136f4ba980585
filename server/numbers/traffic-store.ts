/** SQL of the hourly counts. */
import type { Db } from "../db/pool.ts";

/** Any fixed number that nothing else locks. */
const LOCK = 7_022_685;

/** One process counts at a time; the others need not. Until the transaction ends. */
export async function tryCountingLock(tx: Db): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [LOCK]);
  return row?.mine === true;
}

/** A number that is being removed is waited for and then not counted. */
export async function holdNumbers(tx: Db): Promise<void> {
  await tx.query("select id from number order by id for key share");
}

export async function lastCountedHour(db: Db, now: Date): Promise<Date | null> {
  const [row] = await db.query<{ hour: Date | null }>(
    "select max(hour) as hour from number_traffic where hour <= $1",
    [now],
  );
  return row?.hour ?? null;
}

/**
 * Counts everything recorded since that full hour anew. What was imported from the past is no traffic; what a business
 * phone or an AI agent said is.
 * Over 1,000,000 messages, three hours of them (1,680): bitmap scan of message_recorded, 152 buffers, 2 ms to read, 20 ms
 * with the writing; the index is 24 kB. The very first count, of five weeks, took 3.5 s.
 */
export async function recount(tx: Db, from: Date): Promise<void> {
  await tx.query(
    `with counted as materialized (
       select number_id, date_trunc('hour', recorded_at, 'UTC') as hour,
         count(*) filter (where is_in)::integer as came_in,
         count(*) filter (where is_out)::integer as went_out,
         count(*) filter (where is_out and from_phone)::integer as from_phone,
         max(recorded_at) filter (where is_in) as last_in_at,
         max(recorded_at) filter (where is_out) as last_out_at
       from (
         select number_id, recorded_at, from_phone,
           side in ('client', 'worker') and came_by in ('webhook', 'standby') as is_in,
           side in ('staff', 'bot') and came_by <> 'history' as is_out
         from message where recorded_at >= $1
       ) as said
       where is_in or is_out
       group by number_id, hour
     ), gone as (
       delete from number_traffic t
       where t.hour >= $1
         and not exists (select from counted c where c.number_id = t.number_id and c.hour = t.hour)
     )
     insert into number_traffic as t
       (number_id, hour, came_in, went_out, from_phone, last_in_at, last_out_at)
     select number_id, hour, came_in, went_out, from_phone, last_in_at, last_out_at from counted
     on conflict (number_id, hour) do update set
       came_in = excluded.came_in, went_out = excluded.went_out, from_phone = excluded.from_phone,
       last_in_at = excluded.last_in_at, last_out_at = excluded.last_out_at
     where (t.came_in, t.went_out, t.from_phone, t.last_in_at, t.last_out_at) is distinct from
       (excluded.came_in, excluded.went_out, excluded.from_phone, excluded.last_in_at, excluded.last_out_at)`,
    [from],
  );
}

export type TrafficHour = {
  numberId: number;
  hour: Date;
  cameIn: number;
  wentOut: number;
  fromPhone: number;
};

export async function listHours(db: Db, from: Date): Promise<TrafficHour[]> {
  return db.query<TrafficHour>(
    `select number_id as "numberId", hour, came_in as "cameIn", went_out as "wentOut", from_phone as "fromPhone"
     from number_traffic where hour >= $1 order by number_id, hour`,
    [from],
  );
}

export type LastHeard = { numberId: number; lastInAt: Date | null; lastOutAt: Date | null };

/** By the counts, and by the messages since they were last made: a silence ends when a message comes, not later. */
export async function listLastHeard(db: Db, uncountedFrom: Date): Promise<LastHeard[]> {
  return db.query<LastHeard>(
    `select number_id as "numberId", max(last_in_at) as "lastInAt", max(last_out_at) as "lastOutAt"
     from (
       select number_id, last_in_at, last_out_at from number_traffic
       union all
       select number_id,
         max(recorded_at) filter (where side in ('client', 'worker') and came_by in ('webhook', 'standby')),
         max(recorded_at) filter (where side in ('staff', 'bot') and came_by <> 'history')
       from message where recorded_at >= $1 group by number_id
     ) as heard
     group by number_id`,
    [uncountedFrom],
  );
}
