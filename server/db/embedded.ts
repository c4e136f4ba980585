/** Supervises a PostgreSQL of Baton's own: made on first use, kept running, never left behind. */
import { rmdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../start-error.ts";
import { type Binaries, findBinaries } from "./embedded-binaries.ts";
import {
  type Cluster,
  clusterFolder,
  openDataFolder,
  prepareCluster,
  readPassword,
} from "./embedded-cluster.ts";
import { anotherBaton, DiskFull, isFull, staleLock, waitsForRoom } from "./embedded-faults.ts";
import {
  attemptStart,
  connectionTo,
  type EmbeddedConnection,
  isAnswering,
  isForeign,
  makeSocketFolder,
  type Running,
  readLock,
} from "./embedded-process.ts";
import { hasRoom } from "./embedded-room.ts";

/**
 * Restarting: connections broke, the pool finds the new process by itself. Waiting: the disk is full, it is started
 * when there is room again. Gone: it could not be started again.
 */
export type Loss = { kind: "restarting" } | { kind: "waiting" | "gone"; error: StartError };

export type EmbeddedOptions = {
  dataFolder: string;
  log?: (line: string) => void;
  onLost?: (loss: Loss) => void;
  /** PostgreSQL settings over Baton's own, for tests. */
  settings?: Readonly<Record<string, string>>;
};

export type Embedded = {
  connection: EmbeddedConnection;
  /** Of the postgres that runs now; another after a restart. */
  readonly pid: number;
  stop(): Promise<void>;
};

export type { EmbeddedConnection };

const DATABASE = "baton";
/** Long enough for the watchdog of a killed Baton to act; a live one stays. */
const PATIENCE_MS = { ready: 3_000, leaving: 60_000 };
const RESTARTS_IN_A_ROW = 5;
const CALM_MS = 60_000;
/** Between looks for room, and after tries that failed for want of it where the system says that there is some. */
const ROOM_MS = { first: 1_000, longest: 15_000 };

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => {});
  const { dataFolder, runAs } = await openDataFolder(options.dataFolder);
  const binaries = await findBinaries(runAs);
  const cluster = await prepareCluster(dataFolder, runAs, binaries, options.settings);
  const socketFolder = await makeSocketFolder(dataFolder, runAs);
  const start = () => startPatiently(cluster, binaries, socketFolder, log);

  let running = await start();
  const stopping = new AbortController();
  const { signal } = stopping;
  const supervising = supervise();
  await ensureDatabase(connectionTo(socketFolder, cluster.password, "postgres"));

  async function supervise(): Promise<void> {
    let restarts = 0;
    for (;;) {
      const since = performance.now();
      const said = await running.ended;
      if (signal.aborted) return;
      // For want of room it may end as often as the disk fills up.
      const isAnew = isFull(said) || performance.now() - since > CALM_MS;
      restarts = isAnew ? 1 : restarts + 1;
      log("PostgreSQL ended unexpectedly and is started again");
      options.onLost?.({ kind: "restarting" });
      try {
        if (restarts > RESTARTS_IN_A_ROW) throw new StartError(`PostgreSQL in ${dataFolder} keeps ending.`);
        running = await startWithRoom();
      } catch (error) {
        if (!signal.aborted) options.onLost?.({ kind: "gone", error: asStartError(error) });
        return;
      }
      // stop() may have come while it started.
      if (signal.aborted) return running.stop();
    }
  }

  /** A full disk is nothing to give up for: whoever frees it should have nothing else to do. */
  async function startWithRoom(): Promise<Running> {
    let isTold = false;
    for (let pauseMs = ROOM_MS.first; ; ) {
      if (await hasRoom(dataFolder)) {
        try {
          return await start();
        } catch (error) {
          if (!(error instanceof DiskFull)) throw error;
          pauseMs = Math.min(pauseMs * 2, ROOM_MS.longest);
        }
      }
      if (!isTold) options.onLost?.({ kind: "waiting", error: waitsForRoom(dataFolder) });
      isTold = true;
      await sleep(pauseMs, undefined, { signal });
    }
  }

  return {
    connection: connectionTo(socketFolder, cluster.password, DATABASE),
    get pid() {
      return running.pid;
    },
    async stop() {
      stopping.abort();
      await running.stop();
      await supervising;
      await rmdir(socketFolder).catch(() => {});
    },
  };
}

/** The connection to the PostgreSQL a running Baton has started on this folder; undefined where none runs. */
export async function joinEmbedded(wanted: string): Promise<EmbeddedConnection | undefined> {
  const lock = await readLock(clusterFolder(wanted));
  if (lock === undefined || lock.socketFolder === "") return undefined;
  const password = await readPassword(clusterFolder(wanted));
  const isUp = await isAnswering(connectionTo(lock.socketFolder, password, DATABASE));
  return isUp ? connectionTo(lock.socketFolder, password, DATABASE) : undefined;
}

/** A lock may be a predecessor's that is just shutting down: wait for that one, but not for a live Baton. */
async function startPatiently(
  cluster: Cluster,
  binaries: Binaries,
  socketFolder: string,
  log: (line: string) => void,
): Promise<Running> {
  const begunAt = performance.now();
  for (;;) {
    const attempt = await attemptStart(cluster, binaries, socketFolder, log);
    switch (attempt.kind) {
      case "running":
        return attempt;
      case "failed":
        throw attempt.error;
      case "locked": {
        const lock = await readLock(cluster.folder);
        const patienceMs = lock?.state === "ready" ? PATIENCE_MS.ready : PATIENCE_MS.leaving;
        if (performance.now() - begunAt > patienceMs) {
          throw lock !== undefined && (await isForeign(lock.pid))
            ? staleLock(cluster.dataFolder, cluster.folder, lock.pid)
            : anotherBaton(cluster.dataFolder);
        }
        await sleep(100);
        break;
      }
      default:
        return attempt satisfies never;
    }
  }
}

async function ensureDatabase(connection: EmbeddedConnection): Promise<void> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  try {
    await client.connect();
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function asStartError(error: unknown): StartError {
  return error instanceof StartError
    ? error
    : new StartError("The embedded PostgreSQL could not be started again.", { cause: error });
}
