/** The few figures of open work that every screen shows. */
import type { Db } from "../db/pool.ts";
import { countOpen } from "./board-store.ts";

export const readFigures = (
  db: Db,
  accountId: number | null,
  now: Date,
): Promise<{ open: number; late: number; inYourHands: number }> => countOpen(db, now, accountId);
