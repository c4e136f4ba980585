/** SQL of messages of which nobody knows whether they went out. */
import type { Db } from "../db/pool.ts";

export async function countUnknown(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*)::integer as count from outbox where state = 'unknown'",
  );
  return row?.count ?? 0;
}
