/** How sorting went: counted from the decisions that stand. */
import type { Db } from "../db/pool.ts";

/** Reads `decision_at` from its new end: one day. */
export async function countDay(
  db: Db,
  since: Date,
): Promise<{ sorted: number; byRule: number; medianSeconds: number | null }> {
  const [row] = await db.query<{ sorted: number; byRule: number; medianSeconds: number | null }>(
    `with made as (
      select account_id, rule, extract(epoch from at - lag(at) over (partition by account_id order by at, id)) as pause
      from decision where at >= $1 and undone_at is null
    )
    select (count(*) filter (where rule is null))::int as sorted, (count(*) filter (where rule is not null))::int as "byRule",
      (percentile_cont(0.5) within group (order by pause)
        filter (where account_id is not null and pause <= 300))::float8 as "medianSeconds"
    from made`,
    [since],
  );
  return row ?? { sorted: 0, byRule: 0, medianSeconds: null };
}

/** What rules decided and nobody took back, newest first. */
export async function listRuled(db: Db, since: Date, limit: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select id from decision where at >= $1 and rule is not null and undone_at is null
    order by at desc, id desc limit $2`,
    [since, limit],
  );
  return rows.map((row) => row.id);
}
