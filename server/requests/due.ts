/** What happens when a request's timer falls due. */
import type { Db } from "../db/pool.ts";
import type { System } from "../system.ts";
import { applyCommands } from "./commands.ts";
import { SYSTEM } from "./events.ts";

/** Decided anew under the lock: what no longer holds (a new promise, a word from the client) changes nothing. */
const tell =
  (kind: "promise_due" | "quiet") =>
  async (tx: Db, { clock }: Pick<System, "clock">, requestId: number, sweptAt: Date): Promise<void> => {
    // Were the clock set back since, it would seem too early, and the timer is gone after this.
    const now = () => new Date(Math.max(clock.now().getTime(), sweptAt.getTime()));
    await applyCommands(tx, { clock: { now } }, [{ requestId, actor: SYSTEM, ask: { kind } }]);
  };

export const breakPromise = tell("promise_due");
export const closeQuiet = tell("quiet");
