/** Acts on what falls due, each second, in the one process that holds the lock; another takes over when it dies. */
import type pg from "pg";
import { describeError } from "../describe-error.ts";
import type { System } from "../system.ts";
import { HANDLERS, type Handler } from "./handlers.ts";
import { takeLock } from "./lock-store.ts";
import { deleteDue, listDue, putOffTimer } from "./store.ts";

const EVERY_MS = 1000;
const STEP = 200;
/** A timer whose work failed is tried again after this, so that it holds up no other. */
const RETRY_MS = 60_000;

type Sweeping = Pick<System, "db" | "clock" | "log">;

/** Act on everything due by the clock. Safe in two processes at once: each timer's subject is locked and decided anew. */
export async function sweepOnce(
  system: Sweeping,
  handlers: ReadonlyMap<string, Handler> = HANDLERS,
): Promise<number> {
  const now = system.clock.now();
  let acted = 0;
  for (;;) {
    const due = await listDue(system.db, now, STEP);
    for (const timer of due) if (await act(system, timer, now, handlers)) acted += 1;
    if (due.length < STEP) return acted;
  }
}

async function act(
  system: Sweeping,
  { purpose, subjectId }: { purpose: string; subjectId: number },
  now: Date,
  handlers: ReadonlyMap<string, Handler>,
): Promise<boolean> {
  try {
    const handle = handlers.get(purpose);
    if (!handle) throw new Error(`no handler for timers of purpose ${purpose}`);
    await system.db.transaction(async (tx) => {
      // The subject first and the timer after it, as commands do: never a circle.
      await handle(tx, system, subjectId, now);
      await deleteDue(tx, purpose, subjectId, now);
    });
    return true;
  } catch (error) {
    system.log.error(
      { error: describeError(error), purpose, subjectId },
      "a timer's work failed and is tried again",
    );
    await putOffTimer(system.db, purpose, subjectId, new Date(now.getTime() + RETRY_MS));
    return false;
  }
}

export type Sweeper = { isLeader(): boolean; stop(): Promise<void> };

/** Sweep each second while this process holds the lock; else ask for it each second. */
export function startSweeper(system: Sweeping, connection: pg.ClientConfig, everyMs = EVERY_MS): Sweeper {
  let stopped = false;
  let lock: pg.Client | null = null;
  let wake = () => {};
  const rest = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const drop = async () => {
    const client = lock;
    lock = null;
    await client?.end().catch(() => {});
  };
  const run = async () => {
    while (!stopped) {
      try {
        lock ??= await takeLock(connection, (lost) => {
          // An older connection may tell of its end after the next one was made.
          if (lock === lost) lock = null;
        });
        if (lock) await sweepOnce(system);
      } catch (error) {
        // The database is away or restarts: the next second asks again.
        system.log.warn({ error: describeError(error) }, "timers could not be swept");
        await drop();
      }
      if (!stopped) await rest();
    }
    await drop();
  };
  const running = run();
  return {
    isLeader: () => lock !== null,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
