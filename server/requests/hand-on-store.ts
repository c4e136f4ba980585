/** What somebody or a team holds. */
import type { Db } from "../db/pool.ts";
import type { OwnerRef } from "./command.ts";

const HOLDER = { account: "owner_account_id", team: "owner_team_id" } as const;

/** Held until the transaction ends: what was closed, undone or given away while this waited is left out. */
export async function lockOpenHeldBy(tx: Db, holder: OwnerRef): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select id from request
    where ${HOLDER[holder.kind]} = $1 and state not in ('closed', 'cancelled') and not is_void
    order by id
    for update`,
    [holder.id],
  );
  return rows.map((row) => row.id);
}
