/** Each number's pace, and which process sends for it: one row that all of them read. */
import type { Db } from "../db/pool.ts";
import type { Hold, Pace } from "./pace-rules.ts";

export type StoredPace = Pace &
  Hold & {
    /** Nothing leaves for so long. */
    restMs: number;
    isPaused: boolean;
  };

const SELECT = `
  select n.throughput, p.slow_level as "slowLevel", p.slowed_at as "slowedAt", n.paused_at is not null as "isPaused",
    (extract(epoch from greatest(p.free_at, clock_timestamp()) - clock_timestamp()) * 1000)::float8 as "restMs",
    p.held_by is not distinct from $2 as "isOurs", p.carried,
    (extract(epoch from greatest(p.held_until, clock_timestamp() - interval '1 hour') - clock_timestamp()) * 1000)::float8
      as "heldMs"
  from send_pace p
  join number n on n.id = p.number_id
  where p.number_id = $1`;

export async function readPace(db: Db, numberId: number, processId: string): Promise<StoredPace | undefined> {
  const [row] = await db.query<StoredPace>(SELECT, [numberId, processId]);
  return row;
}

/** Locked to the end of the transaction. */
export async function lockPace(tx: Db, numberId: number, processId: string): Promise<StoredPace | undefined> {
  const [row] = await tx.query<StoredPace>(`${SELECT} for update of p`, [numberId, processId]);
  return row;
}

/** It is this process's, for so long from now. */
export async function holdPace(tx: Db, numberId: number, processId: string, forMs: number): Promise<void> {
  await tx.query(
    `
    update send_pace set held_by = $2, carried = null,
      held_until = clock_timestamp() + $3::float8 * interval '1 millisecond'
    where number_id = $1`,
    [numberId, processId, forMs],
  );
}

/** Others may go on, mindful of what was sent within the last second. */
export async function letGoPace(db: Db, numberId: number, processId: string, carried: number): Promise<void> {
  await db.query(
    `
    update send_pace set held_until = clock_timestamp(), carried = $3
    where number_id = $1 and held_by = $2 and held_until > clock_timestamp()`,
    [numberId, processId, carried],
  );
}

export async function insertPace(tx: Db, numberId: number): Promise<void> {
  await tx.query(
    "insert into send_pace (number_id) select id from number where id = $1 on conflict (number_id) do nothing",
    [numberId],
  );
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
