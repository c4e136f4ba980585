/** The sample day goes without a trace: every domain takes away its own, in one transaction. */
import { removeConversations, saidBy } from "../conversations/remove-sample.ts";
import type { Db } from "../db/pool.ts";
import { removeDeliveries, removeWaiting } from "../intake/remove-sample.ts";
import { announce } from "../live/changes.ts";
import { holdSampleNumber, removeSampleNumber } from "../numbers/remove-sample.ts";
import { removeRequests, requestsAbout } from "../requests/remove-sample.ts";
import { removeSampleTemplates } from "../templates/remove-sample.ts";
import { removeDecisions } from "../triage/remove-sample.ts";
import { allowRemoval } from "./store.ts";

/** Returns the names of media files that may be needed no more; undefined when there was nothing to remove. */
export async function removeEverything(tx: Db, phoneNumberId: string): Promise<string[] | undefined> {
  await removeWaiting(tx, phoneNumberId);
  const number = await holdSampleNumber(tx);
  if (!number) return undefined;
  await allowRemoval(tx);
  const said = await saidBy(tx, number.id);
  const requestIds = await requestsAbout(tx, said);
  await removeDeliveries(tx, number);
  await removeDecisions(tx, { ...said, requestIds });
  await removeRequests(tx, { ...said, requestIds });
  const files = await removeConversations(tx, number.id, said);
  await removeSampleTemplates(tx, number.id);
  await removeSampleNumber(tx, number.id);
  await announce(tx, [
    "tray",
    "board",
    "contacts",
    ...requestIds.map((id) => `request:${id}` as const),
    ...said.conversationIds.map((id) => `conversation:${id}` as const),
  ]);
  return files;
}
