/** A PostgreSQL of the bench's own, set up as the embedded one is: nothing is switched off, only more may connect. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { startEmbedded } from "../server/db/embedded.ts";
import { migrate } from "../server/db/migrate.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { migrateJobs } from "../server/jobs/worker.ts";

export type BenchDatabase = { db: Database; connection: pg.PoolConfig; close(): Promise<void> };

export async function benchDatabase(): Promise<BenchDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-bench-"));
  const embedded = await startEmbedded({ dataFolder, settings: { max_connections: "120" } });
  const db = openDatabase(embedded.connection, () => {});
  await migrate(db.pool);
  await migrateJobs(embedded.connection);
  return {
    db,
    connection: embedded.connection,
    async close() {
      await db.close();
      await embedded.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
