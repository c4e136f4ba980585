/** One PostgreSQL for a whole test run, with a migrated template that each test file copies. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedConnection, startEmbedded } from "../server/db/embedded.ts";
import { migrate } from "../server/db/migrate.ts";

export const TEMPLATE = "baton_template";

export type TestCluster = { connection: EmbeddedConnection; stop(): Promise<void> };

export async function startTestCluster(): Promise<TestCluster> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-test-"));
  const embedded = await startEmbedded({
    dataFolder,
    // Test databases are thrown away, so the disk need not be waited for. Crash tests start clusters of their own.
    settings: { fsync: "off", max_connections: "200" },
  });
  const stop = async () => {
    await embedded.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    await makeTemplate(embedded.connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection: embedded.connection, stop };
}

async function makeTemplate(connection: EmbeddedConnection): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await fillTemplate({ ...connection, database: TEMPLATE });
}

/** Migrations run here, once for the whole run. */
async function fillTemplate(connection: EmbeddedConnection): Promise<void> {
  const pool = new pg.Pool({ ...connection, max: 2 });
  try {
    await migrate(pool);
  } finally {
    await pool.end();
  }
}
