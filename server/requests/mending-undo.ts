/** Taking a mending back as one: its events, and every message to where it was. */
import { UNDO_MS } from "../../shared/request.ts";
import { conversationsOf, lockUnsorted, markSorted } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf } from "./actor.ts";
import { lastHeardOf } from "./last-heard.ts";
import { announceMoved, setLinks, tellAll } from "./mending.ts";
import {
  findDecidedAfter,
  findMendedAfter,
  findMendingOfEvent,
  lockMending,
  type Mending,
  selectLinks,
  selectParts,
  updateMendingUndone,
} from "./mending-store.ts";
import { nameOf } from "./refusals.ts";
import { lockRequests } from "./store.ts";

export const mendingOfEvent = (db: Db, requestId: number, seq: number): Promise<number | undefined> =>
  findMendingOfEvent(db, requestId, seq);

/** @throws UserError when it is not theirs, too long ago, or something was built on it */
export async function undoMending(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  id: number,
): Promise<void> {
  const mending = await lockMending(tx, id);
  if (!mending)
    throw new UserError("not_found", "This is not here any more.", { code: "decision_not_found" });
  const links = await selectLinks(tx, id);
  const parts = await selectParts(tx, id);
  const messageIds = [...new Set(links.map(({ messageId }) => messageId))];
  if (mending.kind !== "merged") await lockUnsorted(tx, messageIds);
  const requestIds = parts.map(({ requestId }) => requestId);
  await lockRequests(tx, requestIds);
  const now = system.clock.now();
  const refusal = (await whyNot(tx, mending, actor, now)) ?? (await builtOn(tx, mending, messageIds));
  if (refusal) throw refusal;
  await setLinks(
    tx,
    links.map((link) => ({ ...link, isAdded: !link.isAdded })),
  );
  const waited = links.filter(({ waits }) => waits).map(({ messageId }) => messageId);
  await markSorted(tx, waited);
  const lastHeard = await lastHeardOf(tx, requestIds);
  await tellAll(
    tx,
    system,
    parts.map(({ requestId, seq }) => ({
      requestId,
      actor: actorOf(actor),
      ask: { kind: "undo", seq, lastClientAt: lastHeard.get(requestId) ?? null },
    })),
  );
  await updateMendingUndone(tx, id, now);
  await announceMoved(tx, links, await conversationsOf(tx, messageIds));
}

async function whyNot(tx: Db, mending: Mending, actor: Actor, now: Date): Promise<UserError | null> {
  if (mending.undoneAt)
    return new UserError("conflict", "This was taken back already.", { code: "undo_nothing" });
  if (mending.actorKind !== actor.kind || mending.actorId !== actor.id) {
    const by = await nameOf(tx, { kind: mending.actorKind, id: mending.actorId });
    return new UserError("conflict", `${by ?? "Somebody else"} did this. Only they can undo it.`, {
      code: "undo_not_yours",
      detail: { by },
    });
  }
  if (now.getTime() - mending.at.getTime() > UNDO_MS)
    return new UserError(
      "conflict",
      "This was more than ten minutes ago. Make the opposite change instead.",
      { code: "undo_too_late" },
    );
  return null;
}

/** Messages go back in the order they came, each by itself: what is about others does not stand in the way. */
async function builtOn(tx: Db, mending: Mending, messageIds: readonly number[]): Promise<UserError | null> {
  const mended = await findMendedAfter(tx, messageIds, { mendingId: mending.id });
  if (mended) return wentOnBy(tx, mended);
  const decided = await findDecidedAfter(tx, messageIds, mending.afterDecision);
  return decided ? wentOnBy(tx, { kind: "account", id: decided.accountId }) : null;
}

async function wentOnBy(tx: Db, doer: { kind: "account" | "token"; id: number | null }): Promise<UserError> {
  const by = await nameOf(tx, doer);
  return new UserError(
    "conflict",
    `${by ?? "Somebody"} went on with these messages since. Undo that first.`,
    {
      code: "undo_built_on",
      detail: { by },
    },
  );
}

/** For a decision of the tray: its messages went on elsewhere by a mending that stands. */
export async function refuseMended(tx: Db, messageIds: readonly number[], decisionId: number): Promise<void> {
  const mended = await findMendedAfter(tx, messageIds, { decisionId });
  if (mended) throw await wentOnBy(tx, mended);
}
