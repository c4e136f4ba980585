/** Each number's pace: one row that all processes take departures from, each as many as it can use at once. */
import type { Db } from "../db/pool.ts";
import type { Pace } from "./pace-rules.ts";

export type LockedPace = Pace & { slots: number; isPaused: boolean };

/** Locked to the end of the transaction: who comes second sees what is left. */
export async function lockPace(tx: Db, numberId: number): Promise<LockedPace | undefined> {
  const [row] = await tx.query<LockedPace>(
    `
    select greatest(extract(epoch from p.free_at - clock_timestamp()) * 1000, -1000)::float8 as "waitMs",
      n.throughput, p.slow_level as "slowLevel", p.slowed_at as "slowedAt", p.slots,
      n.paused_at is not null as "isPaused"
    from send_pace p
    join number n on n.id = p.number_id
    where p.number_id = $1
    for update of p`,
    [numberId],
  );
  return row;
}

export async function insertPace(tx: Db, numberId: number): Promise<void> {
  await tx.query(
    "insert into send_pace (number_id) select id from number where id = $1 on conflict (number_id) do nothing",
    [numberId],
  );
}

/** From now to the first of so many departures, which follow each other at the gap. */
export async function takeSlots(tx: Db, numberId: number, count: number, gapMs: number): Promise<number> {
  const [row] = await tx.query<{ firstMs: number }>(
    `
    with moved as (
      update send_pace set slots = slots + $2,
        free_at = greatest(free_at, clock_timestamp()) + $2::float8 * $3::float8 * interval '1 millisecond'
      where number_id = $1
      returning free_at
    )
    select extract(epoch from free_at - clock_timestamp())::float8 * 1000 - $2::float8 * $3::float8 as "firstMs"
    from moved`,
    [numberId, count, gapMs],
  );
  return row?.firstMs ?? 0;
}

/**
 * Messages came so much later than planned, and may have come together: as much is left out, once for all that any process
 * saw of it within a second. How much was left out now.
 */
export async function leaveOut(tx: Db, numberId: number, lateMs: number): Promise<number> {
  const [row] = await tx.query<{ ms: number }>(
    `
    with extra as (
      select number_id, greatest(0, $2::float8 - case when late_until > clock_timestamp() then late_ms else 0 end) as ms
      from send_pace
      where number_id = $1
    )
    update send_pace p set late_ms = $2, late_until = clock_timestamp() + (1000 + extra.ms) * interval '1 millisecond',
      free_at = greatest(free_at, clock_timestamp()) + extra.ms * interval '1 millisecond'
    from extra
    where p.number_id = extra.number_id and extra.ms > 0
    returning extra.ms`,
    [numberId, lateMs],
  );
  return row?.ms ?? 0;
}

/** Nothing leaves for so much longer than was planned. */
export async function putOffPace(tx: Db, numberId: number, ms: number): Promise<void> {
  await tx.query(
    `
    update send_pace set free_at = greatest(free_at, clock_timestamp()) + $2::float8 * interval '1 millisecond'
    where number_id = $1`,
    [numberId, ms],
  );
}

export async function slowPace(
  tx: Db,
  numberId: number,
  slow: { slowLevel: number; slowedAt: Date },
): Promise<void> {
  await tx.query("update send_pace set slow_level = $2, slowed_at = $3 where number_id = $1", [
    numberId,
    slow.slowLevel,
    slow.slowedAt,
  ]);
}
