/** Keeps whether a suggestion was right, in the transaction of the decision: predicted first, decided after. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { type DecidedFacts, judge } from "./outcome-rules.ts";
import { deleteOutcomes, findSuggestionFor, insertOutcomes, uncover } from "./outcome-store.ts";

export async function noteDecision(
  tx: Db,
  made: {
    decisionId: number;
    messageIds: readonly number[];
    decided: DecidedFacts;
    at: Date;
    isByRule: boolean;
  },
): Promise<void> {
  const { decisionId, messageIds, at } = made;
  // A rule judges nothing: it would only agree with itself.
  const predicted = made.isByRule ? undefined : await findSuggestionFor(tx, messageIds, at);
  if (predicted) await insertOutcomes(tx, decisionId, judge(predicted, made.decided), at);
  await uncover(tx, messageIds);
  if (!made.isByRule) await announce(tx, [`decision:${decisionId}`]);
}

/** As if it had never been decided: its figures go, and what was learnt from it is forgotten. */
export async function noteUndone(tx: Db, decisionId: number, messageIds: readonly number[]): Promise<void> {
  await deleteOutcomes(tx, decisionId);
  await uncover(tx, messageIds);
  await announce(tx, [`decision:${decisionId}`]);
}
