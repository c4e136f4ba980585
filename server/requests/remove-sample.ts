/** Takes the sample day's requests away, events and all; the one time a request ever goes. */
import type { Db } from "../db/pool.ts";
import { clearTimers } from "../timers/set.ts";
import {
  deleteEvents,
  deleteLinks,
  deleteMendings,
  deleteRequests,
  deleteSeen,
  deleteWords,
  lockRequestsAbout,
  selectWords,
} from "./remove-sample-store.ts";

export const requestsAbout = (
  tx: Db,
  about: { conversationIds: readonly number[]; contactIds: readonly number[] },
): Promise<number[]> => lockRequestsAbout(tx, about);

/** All that a request can have, whatever its row says now. */
const PURPOSES = ["request_quiet", "promise_due", "window_closing"];

export async function removeRequests(
  tx: Db,
  of: { requestIds: readonly number[]; conversationIds: readonly number[] },
): Promise<void> {
  const { requestIds, conversationIds } = of;
  const wordIds = await selectWords(tx, requestIds);
  await clearTimers(
    tx,
    requestIds.flatMap((subjectId) => PURPOSES.map((purpose) => ({ purpose, subjectId }))),
  );
  await deleteSeen(tx, requestIds);
  await deleteLinks(tx, requestIds, conversationIds);
  await deleteMendings(tx, requestIds);
  await deleteEvents(tx, requestIds);
  await deleteRequests(tx, requestIds);
  await deleteWords(tx, wordIds);
}
