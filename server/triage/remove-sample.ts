/** Decisions about the sample day's messages and requests; before either of them. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { deleteAllModels } from "./model-store.ts";
import { deleteDecidedMessages, deleteDecisionParts, deleteDecisions } from "./remove-sample-store.ts";

export async function removeDecisions(
  tx: Db,
  of: { conversationIds: readonly number[]; requestIds: readonly number[] },
): Promise<void> {
  await deleteDecisions(tx, of);
  await deleteDecisionParts(tx, of.requestIds);
  await deleteDecidedMessages(tx, of.conversationIds);
  // What was learnt from the sample is forgotten; the next model is made of what is left.
  await deleteAllModels(tx);
  await announce(tx, ["models"]);
}
