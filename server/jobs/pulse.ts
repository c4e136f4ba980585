/** This process's signs of life, and the release of what dead processes held. */
import type { Database } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import { beat, deleteProcesses, selectLockingPools, selectProcesses, unlockPools } from "./process-store.ts";
import { TICK_MS, undertaker } from "./undertaker.ts";

export type PulseParts = {
  db: Database;
  log: Log;
  processId: string;
  /** Hears at the start and at each beat which processes live: what any other one was in the middle of is over. */
  onlyAlive: (processIds: readonly string[]) => Promise<void>;
  /** Tests beat faster. */
  tickMs?: number;
};

export type Pulse = {
  /** Takes this process off the list, so that nobody mourns it. */
  stop(): Promise<void>;
};

/** The first sign is written before this returns: until then what this process locks looks abandoned. */
export async function startPulse(parts: PulseParts, poolName: () => string | null): Promise<Pulse> {
  const { db, log, processId } = parts;
  const find = undertaker();
  async function once(): Promise<void> {
    await beat(db, processId, poolName());
    const { alive, dead, ownerless } = find(
      await selectProcesses(db),
      (await selectLockingPools(db)).filter((pool) => pool !== poolName()),
      processId,
    );
    if (ownerless.length > 0) await unlockPools(db, ownerless);
    if (dead.length > 0) {
      log.warn({ processes: dead.length }, "released the jobs of processes that died");
      await deleteProcesses(db, dead);
    }
    await parts.onlyAlive(alive);
  }
  await once();
  let running = Promise.resolve();
  const timer = setInterval(() => {
    // A database that is away for a moment: the next beat tells.
    running = running
      .then(once)
      .catch((error) => log.warn({ error: describeError(error) }, "no sign of life written"));
  }, parts.tickMs ?? TICK_MS);
  return {
    async stop() {
      clearInterval(timer);
      await running;
      // Without a database the others find out by our silence, as they do when we are killed.
      await deleteProcesses(db, [processId]).catch((error) =>
        log.warn({ error: describeError(error) }, "left without a word to the other processes"),
      );
    },
  };
}
