/** The database the settings name: a server by DATABASE_URL, else the embedded one, started or, where it runs, joined. */
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type { Config } from "../config.ts";
import { StartError } from "../start-error.ts";
import { joinEmbedded, type Loss, startEmbedded } from "./embedded.ts";
import { migrate } from "./migrate.ts";
import { type Database, openDatabase } from "./pool.ts";

export type Opened = {
  db: Database;
  /** For the parts that keep a connection of their own (LISTEN, jobs, the timers' lock). */
  connection: pg.PoolConfig;
  close(): Promise<void>;
};

export type OpenOptions = {
  onError: (error: Error) => void;
  onLost?: (loss: Loss) => void;
  log?: (line: string) => void;
};

/** For the server: starts the embedded PostgreSQL and brings the schema up. */
export async function openForServing(config: Config, options: OpenOptions): Promise<Opened> {
  if (config.databaseUrl) return openUrl(config.databaseUrl, options);
  const embedded = await startEmbedded({
    dataFolder: config.dataFolder,
    ...(options.log && { log: options.log }),
    ...(options.onLost && { onLost: options.onLost }),
  });
  const db = openDatabase(embedded.connection, options.onError);
  try {
    await migrate(db.pool);
  } catch (error) {
    await db.close();
    await embedded.stop();
    throw error;
  }
  return {
    db,
    connection: embedded.connection,
    async close() {
      await db.close();
      await embedded.stop();
    },
  };
}

/** For one command: joins the PostgreSQL of a running Baton, else starts it for as long as the command runs. */
export async function openForCommand(config: Config, options: OpenOptions): Promise<Opened> {
  if (config.databaseUrl) return openUrl(config.databaseUrl, options);
  const joined = await joinEmbedded(config.dataFolder);
  if (!joined) return openForServing(config, options);
  const db = openDatabase({ ...joined, max: 4 }, options.onError);
  await migrate(db.pool);
  return { db, connection: joined, close: () => db.close() };
}

/** A server may still be starting (compose, systemd): wait a little before saying it is not there. */
const PATIENCE_MS = 10_000;

async function openUrl(url: string, options: OpenOptions): Promise<Opened> {
  const connection: pg.PoolConfig = { connectionString: url, connectionTimeoutMillis: 5_000 };
  const db = openDatabase(connection, options.onError);
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await db.pool.query("select 1");
      break;
    } catch (error) {
      const fault = connectionFault(error);
      if (fault.isFinal || performance.now() > until) {
        await db.close();
        throw new StartError(fault.message, { cause: error });
      }
      await sleep(500);
    }
  }
  try {
    await checkServer(db);
    await migrate(db.pool);
  } catch (error) {
    await db.close();
    throw error;
  }
  return { db, connection, close: () => db.close() };
}

const OLDEST_SERVER = 150_000;

async function checkServer(db: Database): Promise<void> {
  const [row] = await db.query<{ version: string; encoding: string }>(
    "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
  );
  if (Number(row?.version) < OLDEST_SERVER)
    throw new StartError("The server at DATABASE_URL is older than PostgreSQL 15. Use 15 or newer.");
  if (row?.encoding !== "UTF8")
    throw new StartError(
      "The database at DATABASE_URL is not UTF-8. Create it with: createdb -E UTF8 -T template0",
    );
}

/** In words, without the address: it holds a password. */
function connectionFault(error: unknown): { message: string; isFinal: boolean } {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "28P01":
    case "28000":
      return {
        isFinal: true,
        message: "The server at DATABASE_URL refuses this user or password. Correct DATABASE_URL.",
      };
    case "3D000":
      return {
        isFinal: true,
        message: "The database in DATABASE_URL does not exist. Create it first, or correct its name.",
      };
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return { isFinal: true, message: "The host in DATABASE_URL is not known. Correct DATABASE_URL." };
    default:
      return {
        isFinal: false,
        message:
          "No PostgreSQL answers at DATABASE_URL. Start it, or correct host and port, then start again.",
      };
  }
}
