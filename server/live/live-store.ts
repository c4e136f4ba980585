/** Who of those that watch is still signed in. */
import type { Db } from "../db/pool.ts";

export async function selectLiveSessions(db: Db, ids: readonly number[], now: Date): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `
    select s.id
    from session s
    join account a on a.id = s.account_id
    where s.id = any ($1::bigint[]) and s.expires_at > $2 and a.is_active`,
    [ids, now],
  );
  return rows.map(({ id }) => id);
}

export async function selectLiveTokens(db: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    "select id from api_token where id = any ($1::bigint[]) and revoked_at is null",
    [ids],
  );
  return rows.map(({ id }) => id);
}
