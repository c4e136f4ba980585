/** What somebody holds. */
import type { Db } from "../db/pool.ts";

/** Held until the transaction ends: what was closed, undone or given away while this waited is left out. */
export async function lockOpenHeldBy(tx: Db, accountId: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select id from request
    where owner_account_id = $1 and state not in ('closed', 'cancelled') and not is_void
    order by id
    for update`,
    [accountId],
  );
  return rows.map((row) => row.id);
}
