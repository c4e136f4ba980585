/** Messages of a request that are about something else become a request of their own. */
import type { z } from "zod";
import type { mendingApi } from "../../shared/api/mending.ts";
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf, ownerFor } from "./actor.ts";
import { reserveRequestIds } from "./commands.ts";
import { lastHeardWithout } from "./last-heard.ts";
import { firstSpeaker, keepMending, lockChosen, type Mended, saidOf, tellAll } from "./mending.ts";
import { markSeen } from "./seen.ts";

type Body = z.infer<(typeof mendingApi)["splitRequest"]["body"]>;

export async function splitRequest(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  fromId: number,
  body: Body,
): Promise<Mended & { requestId: number }> {
  const { messages, rows } = await lockChosen(tx, fromId, body.messageIds, []);
  const from = rows.get(fromId);
  const [requestId] = await reserveRequestIds(tx, 1);
  if (!from || requestId === undefined) throw new Error("nothing to split from, or no id was reserved");
  const ids = messages.map(({ id }) => id);
  const speaker = firstSpeaker(messages);
  const by = actorOf(actor);
  const parts = await tellAll(tx, system, [
    {
      requestId: fromId,
      actor: by,
      ask: {
        kind: "leave",
        as: "split",
        toId: requestId,
        count: ids.length,
        isKept: body.keep,
        lastClientAt: await lastHeardWithout(tx, fromId, ids),
      },
    },
    {
      requestId,
      actor: by,
      ask: {
        kind: "open",
        // Whoever gives it a title has understood it.
        state: "ready",
        title: body.title,
        place: body.place || null,
        categoryId: body.categoryId,
        priority: body.priority,
        contactId: speaker?.contactId ?? from.contact_id,
        conversationId: speaker?.conversationId ?? from.conversation_id,
        owner: body.owner ?? (await ownerFor(tx, actor)),
        said: saidOf(messages),
        note: null,
        linkedTo: null,
        splitFrom: fromId,
      },
    },
  ]);
  const at = system.clock.now();
  const mended = await keepMending(tx, {
    kind: "split",
    at,
    actor,
    parts,
    links: ids.flatMap((messageId) => [
      ...(body.keep ? [] : [{ requestId: fromId, messageId, isAdded: false, waits: false }]),
      { requestId, messageId, isAdded: true, waits: false },
    ]),
    conversationIds: messages.map(({ conversationId }) => conversationId),
  });
  if (actor.kind === "account") await markSeen(tx, actor.id, requestId, at);
  return { ...mended, requestId };
}
