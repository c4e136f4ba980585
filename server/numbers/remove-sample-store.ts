/** The sample number's own row. */
import type { Db } from "../db/pool.ts";

/** Recorders that hold it finish first; none begins with it before the transaction ends. */
export async function lockSample(
  tx: Db,
): Promise<{ id: number; phoneNumberId: string; graphUrl: string | null } | undefined> {
  const [row] = await tx.query<{ id: number; phoneNumberId: string; graphUrl: string | null }>(
    `
    select id, phone_number_id as "phoneNumberId", graph_url as "graphUrl"
    from number
    where kind = 'sample'
    for update`,
  );
  return row;
}

export async function deleteNumber(tx: Db, id: number): Promise<void> {
  await tx.query("delete from number where id = $1 and kind = 'sample'", [id]);
}
