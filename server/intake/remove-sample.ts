/** Everything the sample number's webhooks left here; before the messages, which say which delivery they came by. */
import type { Db } from "../db/pool.ts";
import { deleteDeliveries, deleteInbox, deleteNotices } from "./remove-sample-store.ts";

/** First of all, before the number is locked: a recorder that has it locked must be let finish. */
export const removeWaiting = (tx: Db, phoneNumberId: string): Promise<void> => deleteInbox(tx, phoneNumberId);

export async function removeDeliveries(tx: Db, number: { id: number; phoneNumberId: string }): Promise<void> {
  await deleteDeliveries(tx, number.id, number.phoneNumberId);
  await deleteNotices(tx, number.id);
}
