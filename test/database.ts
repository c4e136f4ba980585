/** A database of its own, on the real schema, for one test file. */
import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { EmbeddedConnection } from "../server/db/embedded.ts";
import { TEMPLATE } from "./cluster.ts";

export type TestDatabase = {
  connection: EmbeddedConnection;
  /** The same as a DATABASE_URL. */
  url: string;
  drop(): Promise<void>;
};

export async function testDatabase(): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(cluster, `create database ${name} template ${TEMPLATE}`);
  const { user, password, host } = cluster;
  return {
    connection: { ...cluster, database: name },
    url: `postgres://${user}:${password}@/${name}?host=${encodeURIComponent(host)}`,
    drop: () => administer(cluster, `drop database ${name} with (force)`),
  };
}

async function administer(cluster: EmbeddedConnection, statement: string): Promise<void> {
  const client = new pg.Client(cluster);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
