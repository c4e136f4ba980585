/** Messages go from one request to another, or back to the tray; the client sees one chat throughout. */
import { markWaiting } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf } from "./actor.ts";
import { lastHeardWithout } from "./last-heard.ts";
import { firstSpeaker, keepMending, lockChosen, type Mended, saidOf, tellAll } from "./mending.ts";
import { selectHeld, selectHeldAnywhere } from "./mending-store.ts";
import { unlinkMessages } from "./page-store.ts";
import { markSeen } from "./seen.ts";

/** `keep`: they concern both from now on. */
export async function moveMessages(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  fromId: number,
  body: { messageIds: number[]; toRequestId: number; keep: boolean },
): Promise<Mended> {
  const { toRequestId: toId, keep } = body;
  if (toId === fromId)
    throw new UserError("bad_request", "They are there already. Choose another request.", {
      code: "merge_itself",
    });
  const { messages } = await lockChosen(tx, fromId, body.messageIds, [toId]);
  const ids = messages.map(({ id }) => id);
  const there = new Set(await selectHeld(tx, toId, ids));
  const speaker = firstSpeaker(messages);
  const told = { count: ids.length, isKept: keep };
  const by = actorOf(actor);
  const parts = await tellAll(tx, system, [
    {
      requestId: fromId,
      actor: by,
      ask: {
        kind: "leave",
        as: "messages_left",
        toId,
        ...told,
        lastClientAt: await lastHeardWithout(tx, fromId, ids),
      },
    },
    {
      requestId: toId,
      actor: by,
      ask: {
        kind: "come",
        fromId,
        ...told,
        said: saidOf(messages),
        contactId: speaker?.contactId ?? null,
        conversationId: speaker?.conversationId ?? null,
      },
    },
  ]);
  const at = system.clock.now();
  const mended = await keepMending(tx, {
    kind: "moved",
    at,
    actor,
    parts,
    links: ids.flatMap((messageId) => [
      ...(keep ? [] : [{ requestId: fromId, messageId, isAdded: false, waits: false }]),
      ...(there.has(messageId) ? [] : [{ requestId: toId, messageId, isAdded: true, waits: false }]),
    ]),
    conversationIds: messages.map(({ conversationId }) => conversationId),
  });
  if (actor.kind === "account") await markSeen(tx, actor.id, toId, at);
  return mended;
}

/** What no other request holds waits in the tray again; what we said ourselves only leaves. */
export async function takeOut(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  fromId: number,
  messageIds: readonly number[],
): Promise<Mended> {
  const { messages } = await lockChosen(tx, fromId, messageIds, []);
  const ids = messages.map(({ id }) => id);
  const parts = await tellAll(tx, system, [
    {
      requestId: fromId,
      actor: actorOf(actor),
      ask: {
        kind: "leave",
        as: "messages_left",
        toId: null,
        count: ids.length,
        isKept: false,
        lastClientAt: await lastHeardWithout(tx, fromId, ids),
      },
    },
  ]);
  await unlinkMessages(tx, fromId, ids);
  const elsewhere = new Set(await selectHeldAnywhere(tx, ids));
  const waiting = messages
    .filter(({ id, triage }) => triage === "sorted" && !elsewhere.has(id))
    .map(({ id }) => id);
  await markWaiting(tx, waiting);
  return keepMending(tx, {
    kind: "taken_out",
    at: system.clock.now(),
    actor,
    parts,
    links: ids.map((messageId) => ({
      requestId: fromId,
      messageId,
      isAdded: false,
      waits: waiting.includes(messageId),
    })),
    conversationIds: messages.map(({ conversationId }) => conversationId),
  });
}
