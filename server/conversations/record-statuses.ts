/** Where messages of ours stand, from what was said about them: by us, or by someone who only has the mark of a call. */
import type { Db } from "../db/pool.ts";
import { absorbCopies } from "./copies-store.ts";
import { awaitCalls, foldStatuses, settleCalls, type Target } from "./record-store.ts";

/** Settle our own calls by the marks their statuses carry. For whoever learns of a status outside a delivery. */
export async function settleByCallback(
  tx: Db,
  calls: readonly (Target & { callbackData: string })[],
  now: Date,
): Promise<number[]> {
  if (calls.length === 0) return [];
  const settled = await settleMarked(tx, calls, now);
  const folded = await foldStatuses(tx, calls);
  return [...settled, ...folded.map(({ conversationId }) => conversationId)];
}

/** The same for whoever joins the statuses afterwards. */
export async function settleMarked(
  tx: Db,
  calls: readonly (Target & { callbackData: string })[],
  now: Date,
): Promise<number[]> {
  if (calls.length === 0) return [];
  await absorbCopies(tx, calls);
  const settled = await settleCalls(tx, calls, now);
  return settled.map(({ conversationId }) => conversationId);
}

/** Statuses may have come before the message of ours they speak of had its id: join them now. */
export async function joinStatuses(
  tx: Db,
  targets: readonly Target[],
  conversationIds: readonly number[],
): Promise<number[]> {
  if (conversationIds.length > 0) await awaitCalls(tx, conversationIds);
  const folded = await foldStatuses(tx, targets);
  return folded.map(({ conversationId }) => conversationId);
}
