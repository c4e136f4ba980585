/** The clocks of a thread: when its person last wrote or called, by whichever of their ids, and what is free because of it. */
import { type FreeFacts, freeFacts, type WindowFacts } from "../../shared/window.ts";
import type { Db } from "../db/pool.ts";
import { selectThreadHead } from "./thread-store.ts";
import { selectEntries } from "./window-store.ts";

export async function threadLastIn(db: Db, conversationId: number): Promise<Date | null> {
  return (await selectThreadHead(db, conversationId))?.lastInAt ?? null;
}

export async function threadWindow(db: Db, conversationId: number): Promise<WindowFacts & FreeFacts> {
  const head = await selectThreadHead(db, conversationId);
  if (!head) return { lastInAt: null, ...freeFacts([]) };
  return {
    lastInAt: head.lastInAt,
    ...freeFacts(await selectEntries(db, head.conversationIds, head.lastInAt)),
  };
}
