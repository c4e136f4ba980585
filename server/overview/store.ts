/** The figures of the bar. */
import type { Db } from "../db/pool.ts";

export async function countDead(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    "select count(*)::int as count from delivery where outcome = 'dead'",
  );
  return row?.count ?? 0;
}

export async function findFirstRun(db: Db): Promise<{ hasNumber: boolean; hasSecondPerson: boolean }> {
  const [row] = await db.query<{ hasNumber: boolean; hasSecondPerson: boolean }>(
    `select exists (select from number where kind = 'real') as "hasNumber",
      (select count(*) > 1 from (select from account where is_active limit 2) as few) as "hasSecondPerson"`,
  );
  return row ?? { hasNumber: false, hasSecondPerson: false };
}

/** The first real number is called what the business is called. */
export async function findBusinessName(db: Db): Promise<string | null> {
  const [row] = await db.query<{ name: string }>(
    "select name from number where kind <> 'unclaimed' order by (kind = 'real') desc, id limit 1",
  );
  return row?.name ?? null;
}

export type PromiseRow = {
  requestId: number;
  title: string;
  at: Date;
  state: "open" | "kept" | "broken";
  ownerAccountId: number | null;
};

export async function listPromises(db: Db, from: Date, until: Date): Promise<PromiseRow[]> {
  return db.query<PromiseRow>(
    `select request.id as "requestId", title.body as title, request.promise_at as at,
      request.promise_state as state, request.owner_account_id as "ownerAccountId"
    from request
    join words title on title.id = request.title_id
    where request.promise_at >= $1 and request.promise_at < $2 and not request.is_void
    order by request.promise_at, request.id
    limit 200`,
    [from, until],
  );
}

export async function findContacts(
  db: Db,
  pattern: string,
  digits: string | null,
  limit: number,
): Promise<{ id: number; name: string | null; username: string | null; phone: string | null }[]> {
  return db.query(
    `select id, name, username, phone from contact
    where merged_into is null and (name ilike $1 or username ilike $1 or phone like $2)
    order by name, id
    limit $3`,
    [pattern, digits, limit],
  );
}
