/** Signs of life of the processes that do jobs. */
import type { Db } from "../db/pool.ts";

export type ProcessRow = { id: string; pool: string | null; beats: number };

/** Also after others took this process for dead: it was only asleep. */
export async function beat(db: Db, id: string, pool: string | null): Promise<void> {
  await db.query(
    `
    insert into job_process as p (id, pool, beats) values ($1, $2, 1)
    on conflict (id) do update set beats = p.beats + 1, pool = excluded.pool`,
    [id, pool],
  );
}

export async function selectProcesses(db: Db): Promise<ProcessRow[]> {
  return db.query<ProcessRow>("select id, pool, beats from job_process");
}

export async function deleteProcesses(db: Db, ids: readonly string[]): Promise<void> {
  await db.query("delete from job_process where id = any ($1)", [ids]);
}

/** Under which names jobs are locked at the moment. */
export async function selectLockingPools(db: Db): Promise<string[]> {
  const rows = await db.query<{ pool: string }>(
    "select distinct locked_by as pool from graphile_worker.jobs where locked_by is not null",
  );
  return rows.map(({ pool }) => pool);
}

export async function unlockPools(db: Db, pools: readonly string[]): Promise<void> {
  await db.query("select graphile_worker.force_unlock_workers($1)", [pools]);
}
