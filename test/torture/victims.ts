/** Baton processes that may die, on a database of their own, and locks that hold them at an exact point. */

import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { testDatabase } from "../database.ts";
import { entries, text } from "../deliveries.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { NUMBER_ID, post } from "../webhook-load.ts";
import { until } from "../world.ts";

export const SECRET = "s";
/** A machine that does other things as well. */
export const PATIENCE_MS = 60_000;

export type Hold = {
  /** Until a recorder stands before the lock, with its transaction begun. */
  recorderWaits(): Promise<void>;
  /** Until anything of Baton's does. */
  somebodyWaits(count?: number): Promise<void>;
  release(): Promise<void>;
};

export type Summary = { deliveries: number; pending: number; dead: number; messages: number };

export type Victims = {
  env: Record<string, string>;
  pool: pg.Pool;
  query<Row extends pg.QueryResultRow>(statement: string, values?: unknown[]): Promise<Row[]>;
  /** Takes a table from everybody, or whatever a lock statement names. */
  hold(what: string): Promise<Hold>;
  /** Take the database away from everybody, and give it back. */
  setReachable(isReachable: boolean): Promise<void>;
  start(more?: Record<string, string>): Promise<BatonProcess>;
  summary(): Promise<Summary>;
  /** Until nothing waits in the inbox. */
  recorded(): Promise<void>;
  /** Ends whatever still runs. */
  close(): Promise<void>;
};

export async function openVictims(): Promise<Victims> {
  const database = await testDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-torture-"));
  const env = {
    BATON_DATA: dataFolder,
    DATABASE_URL: database.url,
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: "v",
    WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
  };
  const pool = new pg.Pool({ ...database.connection, max: 2 });
  pool.on("error", () => {});
  const started: BatonProcess[] = [];
  const query: Victims["query"] = async <Row extends pg.QueryResultRow>(
    statement: string,
    values: unknown[] = [],
  ) => (await pool.query<Row>(statement, values)).rows;
  return {
    env,
    pool,
    query,
    hold: (table) => hold(database.connection, table, query),
    async setReachable(isReachable) {
      const { database: name } = database.connection;
      const admin = new pg.Client({ ...database.connection, database: "postgres" });
      await admin.connect();
      await admin.query(`alter database ${name} with allow_connections ${isReachable}`);
      if (!isReachable)
        await admin.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [
          name,
        ]);
      await admin.end();
    },
    async start(more = {}) {
      const baton = await startBaton({ ...env, ...more });
      started.push(baton);
      return baton;
    },
    async summary() {
      const { stdout, stderr } = await runBaton(["intake", "summary", "--json"], env);
      if (!stdout.startsWith("{")) throw new Error(stderr);
      return JSON.parse(stdout);
    },
    async recorded() {
      await until(
        () => query("select from inbox limit 1"),
        (rows) => rows.length === 0,
        PATIENCE_MS,
      );
    },
    async close() {
      await Promise.all(
        started
          .filter(({ child }) => child.exitCode === null && child.signalCode === null)
          .map((one) => one.kill()),
      );
      await pool.end();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function hold(connection: pg.ClientConfig, what: string, query: Victims["query"]): Promise<Hold> {
  const holder = new pg.Client(connection);
  // A story that fails takes the database away below it.
  holder.on("error", () => {});
  await holder.connect();
  await holder.query("begin");
  await holder.query(what.includes(" ") ? what : `lock table ${what} in access exclusive mode`);
  const { rows } = await holder.query<{ pid: number }>("select pg_backend_pid() as pid");
  const waiting = async (which: string, count = 1) => {
    await until(
      () =>
        query(
          `select a.pid from pg_stat_activity a
           where a.application_name like 'baton%' and $1 = any (pg_blocking_pids(a.pid)) and ${which}`,
          [rows[0]?.pid],
        ),
      (found) => found.length >= count,
      PATIENCE_MS,
    );
  };
  return {
    // Who takes from the inbox keeps this lock to the end of its transaction.
    recorderWaits: () =>
      waiting(
        `exists (select from pg_locks l where l.pid = a.pid and l.granted
           and l.relation = 'inbox'::regclass and l.mode = 'RowExclusiveLock')`,
      ),
    somebodyWaits: (count) => waiting("true", count),
    async release() {
      await holder.query("commit");
      await holder.end();
    },
  };
}

/** One message of one client as a body of its own. */
export function saying(wamid: string, words: string, client = 1, at = 1_795_000_000): Buffer {
  const waId = String(15_550_200_000 + client);
  return Buffer.from(
    entries(text(wamid, words, { waId, bsuid: `US.9${waId}`, name: `Client ${client}` }, at)),
  );
}

/** Posts all at once; the answers, in the same order. Null: none came. */
export async function postAll(url: string, bodies: readonly Buffer[]): Promise<(number | null)[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  try {
    return await Promise.all(bodies.map((body) => post(agent, url, body, SECRET)));
  } finally {
    agent.destroy();
  }
}
