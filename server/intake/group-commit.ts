/**
 * Many requests, one commit: one insert is in flight, whatever arrives meanwhile is the next batch. No timer, so a
 * lone request waits for nothing but its own commit.
 */
import pg from "pg";
import type { Clock } from "../clock.ts";
import { appendBodies } from "./inbox-store.ts";

export type GroupCommit = {
  /** Resolves when the body is on disk; rejects when it is not or nobody knows. */
  append(body: Buffer): Promise<void>;
  close(): Promise<void>;
};

export type GroupCommitParts = {
  /** Of the shared pool: the lane has one connection of its own, so that nothing else can hold it up. */
  pool: pg.Pool;
  clock: Clock;
  onCommit: (bodies: number) => void;
  onConnectionError: (error: Error) => void;
};

/** One insert stays well below what PostgreSQL takes in one message, and below what a pause of it may cost. */
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_BODIES = 2_000;
/** More than this waiting means that the database does not keep up or is away: better refuse than fill the memory. */
const MOST_WAITING_BYTES = 128 * 1024 * 1024;
const CONNECT_MS = 5_000;
/** No answer for so long: nobody knows whether it is on disk, so it is not acknowledged and Meta sends it again. */
const COMMIT_MS = 20_000;

class IntakeFull extends Error {
  override readonly name = "IntakeFull";
}

type Waiting = { body: Buffer; resolve: () => void; reject: (error: unknown) => void };

export function openGroupCommit({ pool, clock, onCommit, onConnectionError }: GroupCommitParts): GroupCommit {
  const lane = new pg.Pool({
    ...pool.options,
    // The pool hides these from being copied.
    password: pool.options.password,
    ssl: pool.options.ssl,
    max: 1,
    application_name: "baton webhook",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: COMMIT_MS,
    keepAlive: true,
  });
  lane.on("error", onConnectionError);

  let waiting: Waiting[] = [];
  let waitingBytes = 0;
  let committing: Promise<void> | null = null;

  function nextBatch(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { body } of waiting) {
      if (count > 0 && (bytes + body.length > MOST_BYTES || count >= MOST_BODIES)) break;
      bytes += body.length;
      count += 1;
    }
    const batch = count === waiting.length ? waiting : waiting.slice(0, count);
    waiting = count === waiting.length ? [] : waiting.slice(count);
    waitingBytes -= bytes;
    return batch;
  }

  async function commitAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = nextBatch();
      try {
        await appendBodies(
          lane,
          batch.map(({ body }) => body),
          clock.now(),
        );
      } catch (error) {
        for (const { reject } of batch) reject(error);
        continue;
      }
      for (const { resolve } of batch) resolve();
      onCommit(batch.length);
    }
  }

  return {
    append(body) {
      if (waitingBytes + body.length > MOST_WAITING_BYTES)
        return Promise.reject(new IntakeFull("Too much waits to be written."));
      return new Promise((resolve, reject) => {
        waiting.push({ body, resolve, reject });
        waitingBytes += body.length;
        committing ??= commitAll().finally(() => {
          committing = null;
        });
      });
    },
    async close() {
      await committing;
      await lane.end();
    },
  };
}
