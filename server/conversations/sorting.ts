/** Taking messages out of the tray and putting them back. */
import type { Db } from "../db/pool.ts";
import { lockMessages, type SortableMessage, selectConversations, updateTriage } from "./sorting-store.ts";

export type { SortableMessage };

/** Hold messages until the transaction ends; each says whether it still waits. Those that are not there are left out. */
export const lockUnsorted = (tx: Db, ids: readonly number[]): Promise<SortableMessage[]> =>
  lockMessages(tx, ids);

/** In which conversations messages were said. */
export const conversationsOf = (tx: Db, ids: readonly number[]): Promise<number[]> =>
  selectConversations(tx, ids);

export const markSorted = (tx: Db, ids: readonly number[]): Promise<void> => updateTriage(tx, ids, "sorted");

export const markWaiting = (tx: Db, ids: readonly number[]): Promise<void> =>
  updateTriage(tx, ids, "waiting");
