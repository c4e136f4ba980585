/** Rows as they are kept, for comparing with their events. */
import type { Db } from "../db/pool.ts";

export type KeptRow = Record<string, unknown> & { id: number; version: number };

/** Rows and events as of one moment: a request that changes between the two reads would look wrong. */
export async function readOneMoment(tx: Db): Promise<void> {
  await tx.query("set transaction isolation level repeatable read read only");
}

/** By id, so that each step costs the same however many there are. */
export async function listRowsAfter(db: Db, after: number, limit: number): Promise<KeptRow[]> {
  const rows = await db.query<{ row: KeptRow }>(
    "select to_jsonb(request) as row from request where id > $1 order by id limit $2",
    [after, limit],
  );
  return rows.map(({ row }) => row);
}
