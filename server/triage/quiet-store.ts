/** How long each contact pauses. */
import type { Db } from "../db/pool.ts";
import type { Written } from "./quiet-rules.ts";

export async function listQuietSeconds(db: Db, contactIds: readonly number[]): Promise<Map<number, number>> {
  const rows = await db.query<{ id: number; seconds: number }>(
    `select contact_id as id, quiet_seconds as seconds from contact_pace where contact_id = any($1::bigint[])`,
    [contactIds],
  );
  return new Map(rows.map(({ id, seconds }) => [id, seconds]));
}

/** The last of a thread in order, by `message_thread`. */
export async function listLastWritten(db: Db, conversationId: number, limit: number): Promise<Written[]> {
  const rows = await db.query<Written>(
    `select said_at as "saidAt", side in ('client', 'worker') as "isTheirs" from message
    where conversation_id = $1
    order by said_at desc, id desc
    limit $2`,
    [conversationId, limit],
  );
  return rows.reverse();
}

/** Nothing is written when nothing changes. */
export async function writeQuietSeconds(
  db: Db,
  contactId: number,
  pace: { seconds: number; pauses: number },
  now: Date,
): Promise<void> {
  await db.query(
    `insert into contact_pace as p (contact_id, quiet_seconds, pauses, at) values ($1, $2, $3, $4)
    on conflict (contact_id) do update
      set quiet_seconds = excluded.quiet_seconds, pauses = excluded.pauses, at = excluded.at
      where p.quiet_seconds <> excluded.quiet_seconds`,
    [contactId, pace.seconds, pace.pauses, now],
  );
}
