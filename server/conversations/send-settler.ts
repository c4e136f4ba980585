/** Ends of calls as they come, written together when many come. */
import { setTimeout as sleep } from "node:timers/promises";
import { describeError } from "../describe-error.ts";
import type { SendParts } from "./send.ts";
import { type CallEnd, settleCallEnds } from "./send-ends.ts";

/** Ends that come so close together are one transaction; one that comes alone waits for nothing. */
const GATHER_MS = 30;
const GATHER_FROM = 5;
/** The database is away, or two waited for each other. */
const RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;

/** Ends are written in the order they come, many at once when many come. */
export function openSettler(parts: SendParts, wake: () => void) {
  let waiting: { end: CallEnd; written: () => void }[] = [];
  let isRunning = false;
  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const more = await settleSurely(
        parts,
        batch.map(({ end }) => end),
      );
      for (const { written } of batch) written();
      if (more > 0) wake();
      if (batch.length >= GATHER_FROM) await sleep(GATHER_MS);
    }
    isRunning = false;
  }
  return {
    settle: (end: CallEnd) =>
      new Promise<void>((resolve) => {
        waiting.push({ end, written: resolve });
        if (!isRunning) void run();
      }),
  };
}

/** An end that is not written is taken for unknown once this process is gone, so it is worth waiting for the database. */
async function settleSurely(parts: SendParts, ends: readonly CallEnd[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await settleCallEnds(parts, ends);
    } catch (error) {
      parts.system.log.warn(
        { error: describeError(error), ends: ends.length },
        "ends of calls are not written yet",
      );
      await sleep(Math.min(RETRY_MS * attempt, LONGEST_RETRY_MS));
    }
  }
}
