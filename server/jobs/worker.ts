/** Does the jobs: graphile-worker on connections of its own, with the jobs of dead processes released. */
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Logger as QueueLogger,
  type Runner,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import pg from "pg";
import { z } from "zod";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import type { Job } from "./add.ts";
import { type PulseParts, startPulse } from "./pulse.ts";

/** One function a task. Throwing means: again later, with growing pauses. */
export type Tasks = Record<Job["task"], (payload: Job["payload"]) => Promise<void>>;

/** Workers of different tasks do not wait for each other: each has its own places and its own `processId`. */
export type WorkerParts = PulseParts & {
  connection: pg.PoolConfig;
  tasks: Partial<Tasks>;
  /** How many jobs at once. */
  concurrency?: number;
};

export type Worker = {
  /** Lets running jobs end, gives the others back. */
  stop(): Promise<void>;
};

/** Calls wait on the network, so many may be under way at once; the database is spared by the local queue. */
const CONCURRENCY = 16;
/** One hears of new jobs, one is to spare. */
const connectionsFor = (concurrency: number): number => 2 + Math.ceil(concurrency / 4);
/** A running call gets this long to end when the server stops. */
const DRAIN_MS = 20_000;
const RESTART_MS = 1_000;
/** New jobs are heard of at once; this is how long one waits that stood behind another of its queue. */
const POLL_MS = 500;

/** The schema of the job queue. Before anything adds jobs; safe to repeat and from several processes. */
export async function migrateJobs(connection: pg.PoolConfig): Promise<void> {
  const pool = openPool({ ...connection, max: 1 }, () => {});
  try {
    await runMigrations({ pgPool: pool, logger: silent });
  } finally {
    await pool.end();
  }
}

export async function openWorker(parts: WorkerParts): Promise<Worker> {
  const { connection, log, concurrency = CONCURRENCY } = parts;
  await migrateJobs(connection);
  const max = connectionsFor(concurrency);
  const pool = openPool({ ...connection, max, application_name: "baton jobs" }, (error) =>
    log.warn({ error: describeError(error) }, "a connection of the job queue broke"),
  );
  let poolName: string | null = null;
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    poolName = workerPool.id;
  });
  const pulse = await startPulse(parts, () => poolName);
  let stopping = false;
  const start = () => startRunner(pool, parts, events);
  let runner = await start();
  const running = (async () => {
    for (;;) {
      await runner.promise.catch((error) =>
        log.error({ error: describeError(error) }, "the job queue stopped"),
      );
      if (stopping) return;
      // It gives up when the database is away for long; we do not.
      await sleep(RESTART_MS);
      if (stopping) return;
      runner = await start().catch((error) => {
        log.warn({ error: describeError(error) }, "the job queue does not start yet");
        return { ...runner, promise: Promise.resolve() };
      });
    }
  })();
  return {
    async stop() {
      stopping = true;
      await runner.stop().catch(() => {});
      await running;
      await pulse.stop();
      await pool.end();
    },
  };
}

/** Every connection is listened to, idle or in use: one that breaks unheard would end the process. */
function openPool(config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool(config);
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return pool;
}

function startRunner(
  pgPool: pg.Pool,
  { tasks, log, concurrency = CONCURRENCY }: WorkerParts,
  events: WorkerEvents,
): Promise<Runner> {
  return run({
    pgPool,
    events,
    concurrency,
    noHandleSignals: true,
    taskList: taskList(tasks),
    logger: queueLogger(log),
    gracefulShutdownAbortTimeout: DRAIN_MS,
    preset: { worker: { pollInterval: POLL_MS, localQueue: { size: concurrency * 4 } } },
  });
}

const Payload = z.record(z.string(), z.union([z.string(), z.number()]));

function taskList(tasks: Partial<Tasks>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(Payload.parse(payload))]),
  );
}

const silent = new QueueLogger(() => () => {});

function queueLogger(log: Log): QueueLogger {
  return new QueueLogger(() => (level, message, meta) => {
    // Its messages quote the error's own, which may quote somebody's words (law 11).
    if (meta?.error !== undefined) log.error({ error: describeError(meta.error) }, "a job did not end well");
    else if (level === "error") log.error(message);
    // Fewer connections than jobs is what the local queue is for.
    else if (level === "warning" && !message.includes("maxPoolSize")) log.warn(message);
    else log.debug(message);
  });
}
