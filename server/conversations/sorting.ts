/** Taking messages out of the tray and putting them back. */
import type { Db } from "../db/pool.ts";
import { lockMessages, type SortableMessage, updateTriage } from "./sorting-store.ts";

export type { SortableMessage };

/** Hold messages until the transaction ends; each says whether it still waits. Those that are not there are left out. */
export const lockUnsorted = (tx: Db, ids: readonly number[]): Promise<SortableMessage[]> =>
  lockMessages(tx, ids);

export const markSorted = (tx: Db, ids: readonly number[]): Promise<void> => updateTriage(tx, ids, "sorted");

export const markWaiting = (tx: Db, ids: readonly number[]): Promise<void> =>
  updateTriage(tx, ids, "waiting");
