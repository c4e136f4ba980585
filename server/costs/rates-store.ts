/** SQL of prices and of how each number is billed. */
import type { CostRate } from "../../shared/api/costs.ts";
import type { Db } from "../db/pool.ts";

const COLUMNS = `id, country, category, currency, trim_scale(price)::text as price, from_month as "fromMonth", is_example as "isExample"`;

export async function listRates(db: Db): Promise<CostRate[]> {
  return db.query<CostRate>(`select ${COLUMNS} from cost_rate order by country, category, from_month desc`);
}

export async function lockRate(
  tx: Db,
  of: Pick<CostRate, "country" | "category" | "fromMonth">,
): Promise<CostRate | undefined> {
  const [row] = await tx.query<CostRate>(
    `select ${COLUMNS} from cost_rate where country = $1 and category = $2 and from_month = $3 for update`,
    [of.country, of.category, of.fromMonth],
  );
  return row;
}

export async function upsertRate(tx: Db, rate: Omit<CostRate, "id">, now: Date): Promise<CostRate> {
  const [row] = await tx.query<CostRate>(
    `insert into cost_rate as r (country, category, currency, price, from_month, is_example, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (country, category, from_month) do update set
       currency = excluded.currency, price = excluded.price, is_example = excluded.is_example,
       changed_at = excluded.changed_at
     returning ${COLUMNS}`,
    [rate.country, rate.category, rate.currency, rate.price, rate.fromMonth, rate.isExample, now],
  );
  if (!row) throw new Error("the price was not written");
  return row;
}

export async function deleteRate(tx: Db, id: number): Promise<CostRate | undefined> {
  const [row] = await tx.query<CostRate>(`delete from cost_rate where id = $1 returning ${COLUMNS}`, [id]);
  return row;
}

export async function isTimeZone(db: Db, name: string): Promise<boolean> {
  const rows = await db.query("select from pg_timezone_names where name = $1", [name]);
  return rows.length > 0;
}

/** The zone of before; undefined where there is no such number. */
export async function upsertTerms(
  tx: Db,
  numberId: number,
  terms: { timeZone: string; nudgeMinutes: number },
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    `insert into number_terms (number_id, time_zone, nudge_minutes, changed_at)
     select id, $2, $3, $4 from number where id = $1
     on conflict (number_id) do update set time_zone = excluded.time_zone,
       nudge_minutes = excluded.nudge_minutes, changed_at = excluded.changed_at
     returning number_id`,
    [numberId, terms.timeZone, terms.nudgeMinutes, now],
  );
  return rows.length === 1;
}

export type Recipient = { numberId: number; phone: string | null; bsuid: string | null; thisMonth: string };

export async function findRecipient(
  db: Db,
  conversationId: number,
  now: Date,
): Promise<Recipient | undefined> {
  const [row] = await db.query<Recipient>(
    `select v.number_id as "numberId", whole.phone,
       (select i.value from contact_identity i where i.contact_id = said.id and i.kind = 'bsuid'
        order by i.since desc, i.value limit 1) as bsuid,
       to_char($2::timestamptz at time zone coalesce(t.time_zone, 'UTC'), 'YYYY-MM') as "thisMonth"
     from conversation v
     left join number_terms t on t.number_id = v.number_id
     left join contact said on said.id = v.contact_id
     left join contact whole on whole.id = coalesce(said.merged_into, said.id)
     where v.id = $1`,
    [conversationId, now],
  );
  return row;
}
