/** Who looks at what in the tray, the same in every process: a hint that keeps two people from taking one item. */
import type { Present } from "../../shared/api/desk.ts";
import type { Db } from "../db/pool.ts";
import { announce } from "../live/changes.ts";
import { lookAgain, STALE_MS } from "./presence-rules.ts";
import { deletePresent, findPresent, listPresent, upsertPresent } from "./presence-store.ts";

export async function readPresence(db: Db, now: Date): Promise<Present[]> {
  const rows = await listPresent(db, new Date(now.getTime() - STALE_MS));
  return rows.map(({ accountId, name, messageId, isAnswering, since }) => ({
    account: { id: accountId, name },
    ...{ messageId, isAnswering, since: since.toISOString() },
  }));
}

/** `messageId` null: looks at nothing any more. */
export async function lookAt(
  tx: Db,
  accountId: number,
  sign: { messageId: number | null; isAnswering: boolean },
  now: Date,
): Promise<void> {
  const { messageId, isAnswering } = sign;
  if (messageId === null) {
    if (await deletePresent(tx, accountId)) await announce(tx, ["presence"]);
    return;
  }
  const before = await findPresent(tx, accountId);
  const { look, isNews } = lookAgain(before, { messageId, isAnswering }, now);
  await upsertPresent(tx, accountId, look);
  if (isNews) await announce(tx, ["presence"]);
}
