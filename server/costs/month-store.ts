/** SQL of what is read of costs: from the counts of months; for requests from the charged rows alone. */
import type { Db } from "../db/pool.ts";
import type { Count } from "./sum-rules.ts";

export type CostNumber = {
  id: number;
  name: string;
  kind: "real" | "sample" | "unclaimed";
  timeZone: string | null;
  nudgeMinutes: number | null;
  /** Which month it is there now. */
  thisMonth: string;
};

export async function listCostNumbers(db: Db, now: Date): Promise<CostNumber[]> {
  return db.query<CostNumber>(
    `select n.id, n.name, n.kind, t.time_zone as "timeZone", t.nudge_minutes as "nudgeMinutes",
       to_char($1::timestamptz at time zone coalesce(t.time_zone, 'UTC'), 'YYYY-MM') as "thisMonth"
     from number n left join number_terms t on t.number_id = n.id
     order by (n.kind = 'real') desc, n.name, n.id`,
    [now],
  );
}

export type NumberCount = Count & { numberId: number };

/** A handful of rows for each number and month, whatever was sent. */
export async function listCounts(db: Db, fromMonth: string, toMonth: string): Promise<NumberCount[]> {
  return db.query<NumberCount>(
    `select number_id as "numberId", month, category, type, country, count
     from cost_month where month between $1 and $2 and count <> 0`,
    [fromMonth, toMonth],
  );
}

export async function listMonths(db: Db): Promise<string[]> {
  const rows = await db.query<{ month: string }>(
    "select distinct month from cost_month where count <> 0 order by month desc",
  );
  return rows.map(({ month }) => month);
}

/** Free deliveries each number has used in the month it is there. */
export async function listFreeUsed(db: Db, now: Date): Promise<{ numberId: number; used: number }[]> {
  return db.query(
    `select n.id as "numberId", sum(c.count)::integer as used
     from number n
     left join number_terms t on t.number_id = n.id
     join cost_month c on c.number_id = n.id and c.type = 'free_customer_service'
       and c.month = to_char($1::timestamptz at time zone coalesce(t.time_zone, 'UTC'), 'YYYY-MM')
     group by n.id`,
    [now],
  );
}

/** Of one request, what was charged; a message of several requests is shared between them. */
export async function listRequestCounts(db: Db, requestId: number): Promise<Count[]> {
  return db.query<Count>(
    `select c.month, c.category, c.type, c.country,
       sum(1.0 / (select count(*) from request_message o where o.message_id = rm.message_id))::float8 as count
     from request_message rm
     join message_cost c on c.message_id = rm.message_id and c.type = 'regular'
     where rm.request_id = $1
     group by c.month, c.category, c.type, c.country`,
    [requestId],
  );
}

export type Price = { country: string; category: string; currency: string; micros: number };

const PRICED = `
  price as (
    select * from unnest($3::text[], $4::text[], $5::text[], $6::float8[]) as p (country, category, currency, micros)
  ), charged as materialized (
    select c.message_id, c.country, c.category, count(*) as count
    from message_cost c
    where c.month = $1 and c.type = 'regular' and c.message_id is not null and ($2::bigint is null or c.number_id = $2)
    group by c.message_id, c.country, c.category
  ), part as materialized (
    select rm.request_id, c.country, c.category, (c.count::float8 / count(*) over (partition by rm.message_id, c.country, c.category)) as count
    from charged c join request_message rm on rm.message_id = c.message_id
  )`;

const priceColumns = (prices: readonly Price[]): unknown[] => [
  prices.map(({ country }) => country),
  prices.map(({ category }) => category),
  prices.map(({ currency }) => currency),
  prices.map(({ micros }) => micros),
];

export type RequestSum = {
  requestId: number;
  currency: string | null;
  charged: number;
  micros: number | null;
};

/** Dearest first. What has no price comes last, so that it is not mistaken for cheap. */
export async function listDearest(
  db: Db,
  of: { month: string; numberId: number | null; prices: readonly Price[] },
  limit: number,
): Promise<RequestSum[]> {
  return db.query<RequestSum>(
    `with ${PRICED}
     select part.request_id as "requestId", price.currency, sum(part.count) as charged, sum(part.count * price.micros) as micros
     from part left join price on price.country = part.country and price.category = part.category
     group by part.request_id, price.currency
     order by micros desc nulls last, charged desc, part.request_id
     limit $7`,
    [of.month, of.numberId, ...priceColumns(of.prices), limit],
  );
}

export type CategorySum = Omit<RequestSum, "requestId"> & { categoryId: number | null };

export async function listByRequestCategory(
  db: Db,
  of: { month: string; numberId: number | null; prices: readonly Price[] },
): Promise<CategorySum[]> {
  return db.query<CategorySum>(
    `with ${PRICED}
     select r.category_id as "categoryId", price.currency, sum(part.count) as charged, sum(part.count * price.micros) as micros
     from part
     join request r on r.id = part.request_id
     left join price on price.country = part.country and price.category = part.category
     group by r.category_id, price.currency`,
    [of.month, of.numberId, ...priceColumns(of.prices)],
  );
}
