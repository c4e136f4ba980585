/** Which messages concern a request: a message may concern several. */
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf } from "./actor.ts";
import { applyCommand } from "./commands.ts";
import type { EventActor } from "./events.ts";
import { lastHeardOf } from "./last-heard.ts";
import { tellAll } from "./mending.ts";
import { linkMessages, unlinkMessages } from "./page-store.ts";
import { lockRequests } from "./store.ts";

export const addMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  linkMessages(tx, requestId, ids);

/** Events that brought messages are taken back, and they with them: the clocks run from what is left. */
export async function takeBack(
  tx: Db,
  system: Pick<System, "clock">,
  actor: EventActor,
  of: { parts: readonly { requestId: number; seq: number | null }[]; messageIds: readonly number[] },
): Promise<void> {
  const { parts, messageIds } = of;
  const ids = parts.map(({ requestId }) => requestId);
  await lockRequests(tx, ids);
  for (const id of ids) await unlinkMessages(tx, id, messageIds);
  const lastHeard = await lastHeardOf(tx, ids);
  await tellAll(
    tx,
    system,
    parts.map(({ requestId, seq }) => ({
      requestId,
      actor,
      ask: { kind: "undo", seq, lastClientAt: lastHeard.get(requestId) ?? null },
    })),
  );
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
