/** SQL of the pass that makes costs from statuses. It only reads what the recorder wrote. */
import type { Db } from "../db/pool.ts";
import type { CostRow, Unit } from "./pass-rules.ts";

/** The price still as WhatsApp gave it. */
export type UnitRow = Omit<Unit, "pricing"> & { pricing: unknown };

/** Any fixed number that nothing else locks. */
const LOCK = 7_022_686;

/** One process counts at a time; the others need not. Until the transaction ends. */
export async function tryCostLock(tx: Db): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }>("select pg_try_advisory_xact_lock($1) as mine", [LOCK]);
  return row?.mine === true;
}

/** For what must not happen while it is counted. */
export async function waitForCostLock(tx: Db): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1)", [LOCK]);
}

export type Place = { readTo: number; againFrom: number };

export async function readPlace(tx: Db): Promise<Place> {
  const [row] = await tx.query<Place>(`select read_to as "readTo", again_from as "againFrom" from cost_pass`);
  if (!row) throw new Error("the place of the cost pass is gone");
  return row;
}

export async function writePlace(tx: Db, { readTo, againFrom }: Place): Promise<void> {
  await tx.query("update cost_pass set read_to = $1, again_from = $2", [readTo, againFrom]);
}

/** Every delivery up to here has been recorded: the oldest that waits stands right behind it. */
export async function recordedTo(db: Db): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    "select coalesce((select min(id) - 1 from inbox), (select last_value from inbox_id_seq))::float8 as id",
  );
  return row?.id ?? 0;
}

/** Where the deliveries of a time begin. */
export async function firstDeliverySince(db: Db, from: Date): Promise<number | null> {
  const [row] = await db.query<{ id: number | null }>(
    "select min(id)::float8 as id from delivery where received_at >= $1",
    [from],
  );
  return row?.id ?? null;
}

/** How much there is to read in a stretch, so that none is too long. */
export async function countStatuses(tx: Db, after: number, to: number): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "select count(*)::integer as count from message_status where delivery_id > $1 and delivery_id <= $2",
    [after, to],
  );
  return row?.count ?? 0;
}

const UNITS = `
  select t.number_id as "numberId", t.wamid, s.participant, s.at as "deliveredAt",
    to_char(s.at at time zone coalesce(terms.time_zone, 'UTC'), 'YYYY-MM') as month,
    coalesce(s.pricing, sent.pricing) as pricing,
    m.id as "messageId", m.came_by as "cameBy", coalesce(m.from_phone, false) as "fromPhone",
    whole.phone, bsuid.value as bsuid
  from touched t
  join lateral (
    select participant, min(at) filter (where status in ('delivered', 'read', 'played')) as at,
      (array_agg(pricing order by array_position(array['delivered', 'read', 'played', 'sent'], status), status)
        filter (where pricing is not null))[1] as pricing
    from message_status
    where number_id = t.number_id and wamid = t.wamid
    group by participant
  ) s on s.at is not null
  left join message_status sent on sent.number_id = t.number_id and sent.wamid = t.wamid
    and sent.status = 'sent' and sent.participant = ''
  left join number_terms terms on terms.number_id = t.number_id
  left join message m on m.number_id = t.number_id and m.wamid = t.wamid
  left join conversation v on v.id = m.conversation_id
  left join contact said on said.id = v.contact_id
  left join contact whole on whole.id = coalesce(said.merged_into, said.id)
  left join lateral (
    select i.value
    from contact_identity i
    where i.contact_id = said.id and i.kind = 'bsuid' and whole.phone is null
    order by i.since desc, i.value
    limit 1
  ) bsuid on true`;

/**
 * What reached somebody, of all messages that these deliveries speak of. A message counts once however many statuses it
 * has, and each of them may have brought the price.
 * Of 1,000,000 statuses, 5,000 of them (1,667 messages): bitmap scan of message_status_delivery (32 kB), 135 buffers,
 * 2 ms; with all that is joined 150 ms, 21,000 buffers, on a machine with much else to do. All of them from the beginning
 * took 43 s, a pass with nothing new 60 ms.
 */
export async function selectUnits(tx: Db, after: number, to: number): Promise<UnitRow[]> {
  return tx.query<UnitRow>(
    `with touched as materialized (
       select distinct number_id, wamid from message_status where delivery_id > $1 and delivery_id <= $2
     ) ${UNITS}`,
    [after, to],
  );
}

/** The same of what lately had no message of ours: it may have come meanwhile. */
export async function selectUnclaimed(tx: Db, from: Date, limit: number): Promise<UnitRow[]> {
  return tx.query<UnitRow>(
    `with touched as materialized (
       select distinct number_id, wamid from (
         select number_id, wamid from message_cost
         where message_id is null and delivered_at >= $1 order by delivered_at desc limit $2) as lately
     ) ${UNITS}`,
    [from, limit],
  );
}

/**
 * Rows and counts in one statement: what changes in a row is taken from the one count and given to the other, and what
 * was written before in the same words changes nothing.
 */
export async function writeCosts(tx: Db, rows: readonly CostRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `with kept as (
       insert into message_cost as c
         (number_id, wamid, participant, message_id, delivered_at, month, category, type, country)
       select * from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::text[],
         $7::text[], $8::text[], $9::text[])
       order by 1, 2, 3
       on conflict (number_id, wamid, participant) do update set
         message_id = excluded.message_id, delivered_at = excluded.delivered_at, month = excluded.month,
         category = excluded.category, type = excluded.type, country = excluded.country
       where (c.message_id, c.delivered_at, c.month, c.category, c.type, c.country) is distinct from
         (excluded.message_id, excluded.delivered_at, excluded.month, excluded.category, excluded.type, excluded.country)
       returning new.number_id, new.month, new.category, new.type, new.country,
         old.month as old_month, old.category as old_category, old.type as old_type, old.country as old_country
     ), change as (
       select number_id, month, category, type, country, sum(by)::integer as by
       from (
         select number_id, month, category, type, country, 1 as by from kept
         union all
         select number_id, old_month, old_category, old_type, old_country, -1 from kept where old_month is not null
       ) as moved
       group by number_id, month, category, type, country
       having sum(by) <> 0
     )
     insert into cost_month as r (number_id, month, category, type, country, count)
     select number_id, month, category, type, country, by from change order by 1, 2, 3, 4, 5
     on conflict (number_id, month, category, type, country) do update set count = r.count + excluded.count`,
    [
      rows.map((row) => row.numberId),
      rows.map((row) => row.wamid),
      rows.map((row) => row.participant),
      rows.map((row) => row.messageId),
      rows.map((row) => row.deliveredAt),
      rows.map((row) => row.month),
      rows.map((row) => row.category),
      rows.map((row) => row.type),
      rows.map((row) => row.country),
    ],
  );
}

export async function forgetCosts(tx: Db): Promise<void> {
  await tx.query("delete from message_cost");
  await tx.query("delete from cost_month");
  await tx.query("update cost_pass set read_to = 0, again_from = 0");
}

/** Months begin elsewhere now: the rows move, and their number is counted anew from them. */
export async function moveMonths(tx: Db, numberId: number, timeZone: string): Promise<void> {
  await tx.query(
    `update message_cost set month = to_char(delivered_at at time zone $2, 'YYYY-MM')
     where number_id = $1 and month <> to_char(delivered_at at time zone $2, 'YYYY-MM')`,
    [numberId, timeZone],
  );
  await tx.query("delete from cost_month where number_id = $1", [numberId]);
  await tx.query(
    `insert into cost_month (number_id, month, category, type, country, count)
     select number_id, month, category, type, country, count(*)
     from message_cost where number_id = $1
     group by number_id, month, category, type, country`,
    [numberId],
  );
}
