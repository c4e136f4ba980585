/** Free deliveries that a number has used in its month; nothing is known of a number that used none. */
import type { Db } from "../db/pool.ts";
import { listFreeUsed } from "./month-store.ts";

export const freeUsed = (db: Db, now: Date): Promise<{ numberId: number; used: number }[]> =>
  listFreeUsed(db, now);
