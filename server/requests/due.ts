/** What happens when a request's timer falls due. */
import type { Db } from "../db/pool.ts";
import type { System } from "../system.ts";
import { applyCommands } from "./commands.ts";
import { SYSTEM } from "./events.ts";

/** Decided anew under the lock: what no longer holds (a new promise, a word from the client) changes nothing. */
const tell =
  (kind: "promise_due" | "quiet") =>
  async (tx: Db, system: Pick<System, "clock">, requestId: number): Promise<void> => {
    await applyCommands(tx, system, [{ requestId, actor: SYSTEM, ask: { kind } }]);
  };

export const breakPromise = tell("promise_due");
export const closeQuiet = tell("quiet");
