/** What falls due: (purpose, subject) is unique, so there are never two live timers for one thing. */
import type { Db } from "../db/pool.ts";

/** In key order, so that two batches never wait for each other in a circle. */
export async function upsertTimers(
  tx: Db,
  timers: readonly { purpose: string; subjectId: number; dueAt: Date }[],
): Promise<void> {
  await tx.query(
    `insert into timer (purpose, subject_id, due_at)
    select purpose, subject_id, due_at
    from unnest($1::text[], $2::bigint[], $3::timestamptz[]) as due (purpose, subject_id, due_at)
    order by purpose, subject_id
    on conflict (purpose, subject_id) do update set due_at = excluded.due_at`,
    [timers.map((one) => one.purpose), timers.map((one) => one.subjectId), timers.map((one) => one.dueAt)],
  );
}

export async function deleteTimers(
  tx: Db,
  timers: readonly { purpose: string; subjectId: number }[],
): Promise<void> {
  await tx.query(
    `delete from timer
    where (purpose, subject_id) in (select purpose, subject_id from unnest($1::text[], $2::bigint[]) as gone (purpose, subject_id))`,
    [timers.map((one) => one.purpose), timers.map((one) => one.subjectId)],
  );
}

/** Reads the due end of the index alone: the cost is what is due, not what is open. */
export async function listDue(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ purpose: string; subjectId: number }[]> {
  return db.query(
    `select purpose, subject_id as "subjectId" from timer where due_at <= $1 order by due_at limit $2`,
    [now, limit],
  );
}

/** Acted on; one that was set again meanwhile, for later, stays. */
export async function deleteDue(tx: Db, purpose: string, subjectId: number, now: Date): Promise<void> {
  await tx.query("delete from timer where purpose = $1 and subject_id = $2 and due_at <= $3", [
    purpose,
    subjectId,
    now,
  ]);
}

export async function putOffTimer(db: Db, purpose: string, subjectId: number, until: Date): Promise<void> {
  await db.query("update timer set due_at = $3 where purpose = $1 and subject_id = $2 and due_at < $3", [
    purpose,
    subjectId,
    until,
  ]);
}
