/** Forward-only migrations: migrations/NNNN-name.sql, each in one transaction, under a lock that several processes share. */
import { readdir, readFile } from "node:fs/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import { type MigrationProvider, Migrator } from "kysely/migration";
import type pg from "pg";
import { StartError } from "../start-error.ts";

const FOLDER = new URL("../../migrations/", import.meta.url);

/** The file names in order, without ending: what the migration table holds. */
export async function migrationNames(): Promise<string[]> {
  const files = await readdir(FOLDER);
  return files
    .filter((file) => file.endsWith(".sql"))
    .map((file) => file.slice(0, -4))
    .sort();
}

const provider: MigrationProvider = {
  async getMigrations() {
    const names = await migrationNames();
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => {
          const text = await readFile(new URL(`${name}.sql`, FOLDER), "utf8");
          return [
            name,
            {
              up: (db: Kysely<unknown>) =>
                sql
                  .raw(text)
                  .execute(db)
                  .then(() => undefined),
            },
          ] as const;
        }),
      ),
    );
  },
};

/**
 * Bring the schema up to this program. A schema that is newer than the program is refused: an older program
 * would write rows the newer rules do not allow.
 * @throws StartError with what to do
 */
export async function migrate(pool: pg.Pool): Promise<{ applied: string[] }> {
  const known = new Set(await migrationNames());
  // The dialect must not end the pool: it is ours.
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const done = await appliedNames(pool);
  const unknown = done.filter((name) => !known.has(name));
  if (unknown.length > 0) throw newerSchema(unknown[0]);
  const { error, results } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error) throw new StartError("The database could not be brought up to this version.", { cause: error });
  return { applied: (results ?? []).map((result) => result.migrationName) };
}

function newerSchema(name: string | undefined): StartError {
  return new StartError(
    `This database was made by a newer Baton (it has "${name}"). Start that version, or restore a backup made with this one.`,
  );
}

/** What was applied before, oldest first; nothing in an empty database. */
export async function appliedNames(pool: pg.Pool): Promise<string[]> {
  const there = await pool.query<{ there: boolean }>(
    "select to_regclass('kysely_migration') is not null as there",
  );
  if (!there.rows[0]?.there) return [];
  const rows = await pool.query<{ name: string }>("select name from kysely_migration order by name");
  return rows.rows.map((row) => row.name);
}
