/** What somebody holds. */
import type { Db } from "../db/pool.ts";

export async function listOpenHeldBy(db: Db, accountId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select id from request
    where owner_account_id = $1 and state not in ('closed', 'cancelled') and not is_void
    order by id`,
    [accountId],
  );
  return rows.map((row) => row.id);
}
