/** Which messages concern a request: a message may concern several. */
import type { Db } from "../db/pool.ts";
import { linkMessages, unlinkMessages } from "./page-store.ts";

export const addMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  linkMessages(tx, requestId, ids);

export const dropMessages = (tx: Db, requestId: number, ids: readonly number[]): Promise<void> =>
  unlinkMessages(tx, requestId, ids);
