/** Until when a person has seen a request. */
import type { Db } from "../db/pool.ts";
import { upsertSeen } from "./strip-store.ts";

export const markSeen = (tx: Db, accountId: number, requestId: number, now: Date): Promise<void> =>
  upsertSeen(tx, accountId, requestId, now);
