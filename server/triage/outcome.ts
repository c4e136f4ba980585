/** Keeps whether a suggestion was right, in the transaction of the decision: predicted first, decided after. */
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { type DecidedFacts, judge } from "./outcome-rules.ts";
import {
  deleteOutcomes,
  deleteSuggestions,
  findSuggestionFor,
  insertLesson,
  insertOutcomes,
  uncover,
} from "./outcome-store.ts";

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
  const suggested = made.isByRule ? undefined : await findSuggestionFor(tx, messageIds, at);
  if (suggested) {
    await insertOutcomes(tx, decisionId, judge(suggested.predicted, made.decided), at);
    const chosen = chosenIn(made.decided);
    const { candidates } = suggested;
    if (candidates?.some(([name]) => name === chosen))
      await insertLesson(tx, decisionId, { candidates, chosen });
  }
  await uncover(tx, messageIds);
  await deleteSuggestions(tx, messageIds);
  if (!made.isByRule) await announce(tx, [`decision:${decisionId}`]);
}

/** As the ranker names it. */
const chosenIn = ({ kind, requestId }: DecidedFacts): string =>
  kind === "opens" ? "new" : kind === "no_request" ? "none" : String(requestId);

/** As if it had never been decided: its figures go, and what was learnt from it is forgotten. */
export async function noteUndone(tx: Db, decisionId: number, messageIds: readonly number[]): Promise<void> {
  await deleteOutcomes(tx, decisionId);
  await uncover(tx, messageIds);
  await announce(tx, [`decision:${decisionId}`]);
}
