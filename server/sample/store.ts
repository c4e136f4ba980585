/** The database's side of the sample day: who runs the simulator, and leave to remove. */
import type { Db } from "../db/pool.ts";

/** Lets this transaction delete events, which are append-only else. */
export async function allowRemoval(tx: Db): Promise<void> {
  if (!tx.inTransaction) throw new Error("the leave to remove is for one transaction");
  await tx.query("select set_config('baton.removing', 'sample', true)");
}

/** Held as long as the connection lives, so of all processes one runs the simulator. */
export const TRY_LOCK = "select pg_try_advisory_lock(hashtext('baton sample day')) as held";

/** Whether anything was said by way of a number yet. */
export async function hasMessages(db: Db, numberId: number): Promise<boolean> {
  const rows = await db.query("select from message where number_id = $1 limit 1", [numberId]);
  return rows.length > 0;
}
