/** Setting and clearing timers, inside the transaction of what they are about. */
import type { Db } from "../db/pool.ts";
import { deleteTimers, upsertTimers } from "./store.ts";

export async function setTimers(
  tx: Db,
  timers: readonly { purpose: string; subjectId: number; dueAt: Date }[],
): Promise<void> {
  if (timers.length > 0) await upsertTimers(tx, timers);
}

export async function clearTimers(
  tx: Db,
  timers: readonly { purpose: string; subjectId: number }[],
): Promise<void> {
  if (timers.length > 0) await deleteTimers(tx, timers);
}

export const setTimer = (tx: Db, purpose: string, subjectId: number, dueAt: Date): Promise<void> =>
  setTimers(tx, [{ purpose, subjectId, dueAt }]);

export const clearTimer = (tx: Db, purpose: string, subjectId: number): Promise<void> =>
  clearTimers(tx, [{ purpose, subjectId }]);
