/** Takes away what was said by way of the sample number; after the requests and decisions about it. */
import type { Db } from "../db/pool.ts";
import {
  deleteAnnotations,
  deleteContacts,
  deleteConversations,
  deleteMessages,
  deleteUploads,
  selectConversations,
  selectFiles,
  selectOwnContacts,
} from "./remove-sample-store.ts";

export type Said = { conversationIds: number[]; contactIds: number[] };

/** The conversations by this number, and the people who speak by no other. Held until the transaction ends. */
export async function saidBy(tx: Db, numberId: number): Promise<Said> {
  const conversationIds = await selectConversations(tx, numberId);
  return { conversationIds, contactIds: await selectOwnContacts(tx, numberId) };
}

/** Returns the names of the media files, to be removed once the transaction has ended. */
export async function removeConversations(tx: Db, numberId: number, said: Said): Promise<string[]> {
  const files = await selectFiles(tx, numberId);
  await deleteUploads(tx, files);
  await deleteAnnotations(tx, numberId);
  await deleteMessages(tx, numberId);
  await deleteConversations(tx, numberId);
  await deleteContacts(tx, said.contactIds);
  return files;
}
