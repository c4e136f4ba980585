/** Taking a decision back: its messages wait again, and what it wrote on a request is undone. */
import { RULE_UNDO_MS, UNDO_MS } from "../../shared/request.ts";
import { lockUnsorted, markWaiting } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { actorOf } from "../requests/actor.ts";
import { applyCommand } from "../requests/commands.ts";
import { mendingOfEvent, refuseMended, undoMending } from "../requests/mending-undo.ts";
import { takeBack } from "../requests/messages.ts";
import { asUserError } from "../requests/refusals.ts";
import { findUndoable, readEvents } from "../requests/undo.ts";
import type { System } from "../system.ts";
import {
  type DecisionRow,
  findDecisionOfEvent,
  listDecidedMessages,
  lockDecision,
  updateUndone,
} from "./decision-store.ts";
import { noteUndone } from "./outcome.ts";

export async function undoDecision(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  id: number,
): Promise<number[]> {
  const decision = await lockDecision(tx, id);
  const now = system.clock.now();
  const refusal = whyNot(decision, actor, now);
  if (refusal) throw refusal;
  if (!decision) throw new Error("a missing decision was not refused");
  const { requestId, eventSeq, conversationId } = decision;
  const messageIds = await listDecidedMessages(tx, id);
  await lockUnsorted(tx, messageIds);
  if (requestId !== null) {
    const parts = [
      { requestId, seq: eventSeq },
      ...decision.also.map(({ id, seq }) => ({ requestId: id, seq })),
    ];
    await takeBack(tx, system, actorOf(actor), { parts, messageIds });
    await refuseMended(tx, messageIds, id);
  }
  await markWaiting(tx, messageIds);
  await updateUndone(tx, id, now);
  await noteUndone(tx, id, messageIds);
  await announce(tx, ["tray", `conversation:${conversationId}`]);
  return messageIds;
}

/**
 * One's own last change of a request; when a decision of the tray made it, its messages go back there, and what mended
 * several requests is taken back on all of them.
 */
export async function undoLast(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  requestId: number,
): Promise<void> {
  const found = findUndoable(await readEvents(tx, requestId), null, actor, system.clock.now());
  // Asked anew under the lock it might be another one by now, which is not to be taken back by halves.
  if (!found.ok) throw await asUserError(tx, requestId, found);
  const { seq } = found.target;
  const decisionId = await findDecisionOfEvent(tx, requestId, seq);
  if (decisionId !== undefined) {
    await undoDecision(tx, system, actor, decisionId);
    return;
  }
  const mendingId = await mendingOfEvent(tx, requestId, seq);
  if (mendingId !== undefined) await undoMending(tx, system, actor, mendingId);
  else await applyCommand(tx, system, { requestId, actor: actorOf(actor), ask: { kind: "undo", seq } });
}

function whyNot(decision: DecisionRow | undefined, actor: Actor, now: Date): UserError | null {
  if (!decision)
    return new UserError("not_found", "This decision is not here.", { code: "decision_not_found" });
  if (decision.undoneAt)
    return new UserError("conflict", "This decision was taken back already.", { code: "undo_nothing" });
  const isByRule = decision.rule !== null;
  const isMine =
    actor.kind === "account" ? decision.accountId === actor.id : decision.accountId === null && !isByRule;
  // A rule cannot take back what it decided: anybody may, for longer, since nobody was asked then.
  if (!isMine && !(isByRule && actor.kind === "account"))
    return new UserError(
      "conflict",
      `${decision.accountName ?? "Somebody else"} decided this. Only they can undo it.`,
      { code: "undo_not_yours", detail: { by: decision.accountName } },
    );
  if (now.getTime() - decision.at.getTime() > (isByRule ? RULE_UNDO_MS : UNDO_MS))
    return new UserError("conflict", "This was more than ten minutes ago. Move the messages instead.", {
      code: "undo_too_late",
    });
  return null;
}
