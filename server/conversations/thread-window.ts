/** When the person of a thread last wrote or called, by whichever of their ids: the window is counted from it. */
import type { Db } from "../db/pool.ts";
import { selectThreadHead } from "./thread-store.ts";

export async function threadLastIn(db: Db, conversationId: number): Promise<Date | null> {
  return (await selectThreadHead(db, conversationId))?.lastInAt ?? null;
}
