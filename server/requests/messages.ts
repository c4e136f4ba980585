/** Which messages concern a request: a message may concern several. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf } from "./actor.ts";
import { applyCommand } from "./commands.ts";
import type { EventActor } from "./events.ts";
import { lastHeardOf } from "./last-heard.ts";
import { linkMessages, unlinkMessages } from "./page-store.ts";
import { lockRequests } from "./store.ts";

export const addMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  linkMessages(tx, requestId, ids);

/** An event that brought messages is taken back, and they with it: the clocks run from what is left. */
export async function takeBack(
  tx: Db,
  system: Pick<System, "clock">,
  actor: EventActor,
  of: { requestId: number; seq: number | null; messageIds: readonly number[] },
): Promise<void> {
  const { requestId, seq, messageIds } = of;
  await lockRequests(tx, [requestId]);
  await unlinkMessages(tx, requestId, messageIds);
  const lastClientAt = (await lastHeardOf(tx, [requestId])).get(requestId) ?? null;
  await applyCommand(tx, system, { requestId, actor, ask: { kind: "undo", seq, lastClientAt } });
}

/** A reply written on a request's page belongs to it. @throws UserError when there is no such request */
export async function sortReply(
  tx: Db,
  reply: { requestId: number; messageId: number; actor: Actor; now: Date },
): Promise<void> {
  const { requestId, messageId, actor, now } = reply;
  await applyCommand(
    tx,
    { clock: { now: () => now } },
    { requestId, actor: actorOf(actor), ask: { kind: "reply", messageId } },
  );
  await linkMessages(tx, requestId, [messageId]);
}
