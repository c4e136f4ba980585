/** Two open requests that are one: one stays with all that was said, the other ends and leads on to it. */
import type { PromiseOf } from "../../shared/merging.ts";
import { conversationsOf } from "../conversations/sorting.ts";
import type { Db } from "../db/pool.ts";
import type { Actor } from "../http/route.ts";
import type { System } from "../system.ts";
import { actorOf } from "./actor.ts";
import { keepMending, lockAll, type Mended, tellAll } from "./mending.ts";
import { selectHeld } from "./mending-store.ts";
import { listMessageIds } from "./page-store.ts";
import { markSeen } from "./seen.ts";

export async function mergeRequests(
  tx: Db,
  system: Pick<System, "clock">,
  actor: Actor,
  fromId: number,
  { intoId, promise }: { intoId: number; promise: PromiseOf | null },
): Promise<Mended> {
  const rows = await lockAll(tx, [fromId, intoId]);
  const from = rows.get(fromId);
  const into = rows.get(intoId);
  if (!from || !into) throw new Error("a locked request is gone");
  const ids = await listMessageIds(tx, fromId);
  const there = new Set(await selectHeld(tx, intoId, ids));
  const by = actorOf(actor);
  const told = { count: ids.length, promise };
  // The one that ends is asked first: most that speaks against it is said there.
  const parts = await tellAll(tx, system, [
    { requestId: fromId, actor: by, ask: { kind: "merge_away", other: into, ...told } },
    { requestId: intoId, actor: by, ask: { kind: "merge_in", other: from, ...told } },
  ]);
  const at = system.clock.now();
  const mended = await keepMending(tx, {
    kind: "merged",
    at,
    actor,
    parts,
    links: ids.flatMap((messageId) => [
      { requestId: fromId, messageId, isAdded: false, waits: false },
      ...(there.has(messageId) ? [] : [{ requestId: intoId, messageId, isAdded: true, waits: false }]),
    ]),
    conversationIds: await conversationsOf(tx, ids),
  });
  if (actor.kind === "account") await markSeen(tx, actor.id, intoId, at);
  return mended;
}
