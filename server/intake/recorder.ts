/** Records what waits in the inbox, batch after batch, until it is stopped. Several processes may each run one. */
import { setTimeout as sleep } from "node:timers/promises";
import type { System } from "../system.ts";
import { recordTaken } from "./record.ts";
import { bury, isInboxEmpty, peekInbox, takeInbox, takeOne } from "./store.ts";
import { isPassing, reasonOf } from "./trouble-rules.ts";

export type Recorder = {
  start(): void;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
  /** Something arrived. */
  wake(): void;
  /** When everything that arrived before is recorded or dead. */
  idle(): Promise<void>;
};

export type RecorderOptions = {
  /** Told how many new bodies each batch took, for the metrics. */
  onBatch?: (bodies: number, tookMs: number) => void;
};

const BATCH = 200;
/** What another process left behind, or what came while nobody woke us, waits no longer than this. */
const LOOK_MS = 1_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5_000;

export function openRecorder(
  { db, clock, log }: Pick<System, "db" | "clock" | "log">,
  { onBatch }: RecorderOptions = {},
): Recorder {
  let running: Promise<void> | null = null;
  let isStopping = false;
  let isWoken = false;
  let wakeUp = () => {};

  /** How many distinct new bodies it took; a failure that will not pass is narrowed down to the body that causes it. */
  async function recordBatch(): Promise<number> {
    const began = performance.now();
    let bodies = 0;
    try {
      await db.transaction(async (tx) => {
        const now = clock.now();
        const taken = await takeInbox(tx, BATCH, now);
        bodies = taken.length;
        await recordTaken(tx, taken, now);
      });
    } catch (error) {
      if (isPassing(error)) throw error;
      log.warn(
        { reason: reasonOf(error) },
        "a batch could not be recorded; trying its deliveries one by one",
      );
      await recordOneByOne();
    }
    onBatch?.(bodies, performance.now() - began);
    return bodies;
  }

  async function recordOneByOne(): Promise<void> {
    for (const inboxId of await peekInbox(db, BATCH)) {
      try {
        await db.transaction(async (tx) => {
          const now = clock.now();
          await recordTaken(tx, await takeOne(tx, inboxId, now), now);
        });
      } catch (error) {
        if (isPassing(error)) throw error;
        const reason = reasonOf(error);
        log.error({ inbox: inboxId, reason }, "a delivery could not be recorded and is kept as dead");
        await db.transaction((tx) => bury(tx, inboxId, reason));
      }
    }
  }

  async function run(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!isStopping) {
      try {
        isWoken = false;
        await recordBatch();
        pauseMs = FIRST_PAUSE_MS;
        if (!isWoken && (await isInboxEmpty(db))) await nap(LOOK_MS);
      } catch (error) {
        // The database is away or busy: what waits stays where it is, nothing is lost.
        log.warn({ reason: reasonOf(error), pauseMs }, "recording waits and tries again");
        await nap(pauseMs, "through wakes");
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  async function nap(ms: number, how?: "through wakes"): Promise<void> {
    if (isStopping || (isWoken && !how)) return;
    const abort = new AbortController();
    wakeUp = () => {
      if (isStopping || !how) abort.abort();
    };
    await sleep(ms, undefined, { signal: abort.signal, ref: false }).catch(() => undefined);
    wakeUp = () => {};
  }

  return {
    start() {
      isStopping = false;
      running ??= run().finally(() => {
        running = null;
      });
    },
    async stop() {
      isStopping = true;
      wakeUp();
      await running;
    },
    wake() {
      isWoken = true;
      wakeUp();
    },
    async idle() {
      // A row that a recorder has in hand is still in the inbox for everybody else.
      while (!(await isInboxEmpty(db))) await sleep(5);
    },
  };
}
