/** Reads the catalog, and empties and fills tables whatever they are. Only this domain treats them all alike. */
import type { Db } from "../db/pool.ts";
import type { Head } from "./manifest.ts";

/** Migrations are compared, not copied; processes that lived then do not live now. */
const LEFT_OUT = ["kysely_migration", "kysely_migration_lock", "job_process"];

export type Table = Head["tables"][number];

export async function listTables(db: Db): Promise<Table[]> {
  const rows = await db.query<Table>(
    `select c.relname as name,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
       (select coalesce(json_agg(json_build_object('name', p.relname, 'bound', pg_get_expr(p.relpartbound, p.oid))
           order by p.relname), '[]')
         from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid) as parts
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> all($1)
     group by c.oid, c.relname
     order by c.relname`,
    [LEFT_OUT],
  );
  return rows;
}

/** Which table must be filled before which: foreign keys that are checked with each statement. */
export async function listNeeds(db: Db): Promise<{ table: string; needs: string }[]> {
  return db.query<{ table: string; needs: string }>(
    `select distinct conrelid::regclass::text as "table", confrelid::regclass::text as needs
     from pg_constraint
     where contype = 'f' and not condeferrable and conrelid <> confrelid
       and connamespace = current_schema()::regnamespace`,
  );
}

export async function listSequences(db: Db): Promise<{ name: string; last: number | null; start: number }[]> {
  return db.query<{ name: string; last: number | null; start: number }>(
    `select sequencename as name, last_value as last, start_value as start
     from pg_sequences where schemaname = current_schema() order by sequencename`,
  );
}

export async function setSequence(tx: Db, name: string, last: number, isUsed: boolean): Promise<void> {
  await tx.query("select setval($1::regclass, $2, $3)", [name, last, isUsed]);
}

/** Filled in every new database, by the migrations or at the start. */
const SEEDED = ["team", "category", "number", "setup_code", "cost_rate", "cost_pass", "model"];

/** Tables that hold something nobody but a person or WhatsApp brings. */
export async function listFilled(db: Db, tables: readonly Table[]): Promise<string[]> {
  const names = tables.map(({ name }) => name).filter((name) => !SEEDED.includes(name));
  const filled: string[] = [];
  for (const name of names) {
    const rows = await db.query(`select 1 from ${name} limit 1`);
    if (rows.length > 0) filled.push(name);
  }
  return filled;
}

export async function emptyTables(tx: Db, tables: readonly Table[]): Promise<void> {
  await tx.query(`truncate ${tables.map(({ name }) => name).join(", ")}`);
}

/** The parts that rows of `tables` need and that are not there. */
export async function makeParts(tx: Db, tables: readonly Table[]): Promise<void> {
  for (const { name, parts } of tables)
    for (const part of parts)
      await tx.query(`create table if not exists ${part.name} partition of ${name} ${part.bound}`);
}

export const copyOutStatement = ({ name, columns }: Table): string =>
  `copy (select ${columns.join(", ")} from ${name}) to stdout`;

export const copyInStatement = ({ name, columns }: Table): string =>
  `copy ${name} (${columns.join(", ")}) from stdin`;

/** One page of the names of kept files, in their order. */
export async function listMedia(db: Db, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `select name from (
       (select distinct stored_as as name from media where stored_as > $1 order by stored_as limit $2)
       union
       (select distinct thumbnail_as from media where thumbnail_as > $1 order by thumbnail_as limit $2)
       union
       (select distinct stored_as from upload where stored_as > $1 order by stored_as limit $2)
       union
       (select distinct thumbnail_as from upload where thumbnail_as > $1 order by thumbnail_as limit $2)
     ) as kept
     order by name limit $2`,
    [after, limit],
  );
  return rows.map((row) => row.name);
}

/** Parts of a running server, by what they call themselves. */
export async function countRunningParts(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*) as count from pg_stat_activity
     where datname = current_database() and application_name like 'baton %'`,
  );
  return row?.count ?? 0;
}
