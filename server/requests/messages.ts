/** Which messages concern a request: a message may concern several. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import { actorOf } from "./actor.ts";
import { applyCommand } from "./commands.ts";
import { linkMessages, unlinkMessages } from "./page-store.ts";

export const addMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  linkMessages(tx, requestId, ids);

export const dropMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  unlinkMessages(tx, requestId, ids);

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
