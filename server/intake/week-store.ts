/** The tables of the weeks that deliveries are kept by. */
import type { Db } from "../db/pool.ts";
import { type Week, weekAfter } from "./week-rules.ts";

/** Two processes that open or clear the same week wait for each other. */
const WEEK_LOCK = 41_003;

const tableOf = (week: Week): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(week)) throw new Error("A week is named by its Monday.");
  return `delivery_${week.replaceAll("-", "_")}`;
};

export async function lockWeeks(tx: Db): Promise<void> {
  await tx.query("select pg_advisory_xact_lock($1)", [WEEK_LOCK]);
}

/** Weeks that have a table. */
export async function listWeeks(db: Db): Promise<Week[]> {
  const rows = await db.query<{ name: string }>(
    `select c.relname::text as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'delivery'::regclass order by 1`,
  );
  return rows.map(({ name }) => name.slice("delivery_".length).replaceAll("_", "-"));
}

/** Made first and joined then: nobody who reads or writes deliveries waits for it, not even behind a backup. */
export async function makeWeek(tx: Db, week: Week): Promise<void> {
  const table = tableOf(week);
  await tx.query(`create table ${table} (like delivery including all)`);
  await tx.query(
    `alter table delivery attach partition ${table} for values from ('${week}') to ('${weekAfter(week)}')`,
  );
}

/** What could not be recorded is never cleared away: it goes on with another week. */
export async function moveDead(tx: Db, from: Week, to: Week): Promise<void> {
  await tx.query(
    `update delivery d set kept_since = $2
     where d.kept_since = $1 and d.outcome = 'dead'
       and not exists (select from delivery o where o.kept_since = $2 and o.sha256 = d.sha256)`,
    [from, to],
  );
}

/** The week's deliveries stay counted. */
export async function countCleared(tx: Db, week: Week, now: Date): Promise<void> {
  await tx.query(
    `insert into delivery_week (kept_since, deliveries, cleared_at)
     select $1::date, count(*), $2 from delivery where kept_since = $1::date
     on conflict (kept_since) do update set
       deliveries = delivery_week.deliveries + excluded.deliveries, cleared_at = excluded.cleared_at`,
    [week, now],
  );
}

/** Waits a moment for whoever reads deliveries, then gives up: everybody else would wait behind it. */
export async function dropWeek(tx: Db, week: Week): Promise<void> {
  await tx.query("select set_config('lock_timeout', '2s', true)");
  await tx.query(`drop table ${tableOf(week)}`);
}
