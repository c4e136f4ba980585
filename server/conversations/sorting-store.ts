/** Whether messages wait in the tray. */
import type { Db } from "../db/pool.ts";

export type SortableMessage = {
  id: number;
  conversationId: number;
  /** Whose thread it was said in: what opens from it stays theirs if the person is taken apart. */
  contactId: number | null;
  /** Who that is now. */
  personId: number | null;
  saidAt: Date;
  triage: "waiting" | "sorted" | null;
};

/**
 * In id order, so that two people who decide about the same messages wait for each other and never in a circle. Not
 * against rows that only name a message: a merge holds its requests and then names their messages, a decision the other
 * way round.
 */
export async function lockMessages(tx: Db, ids: readonly number[]): Promise<SortableMessage[]> {
  return tx.query<SortableMessage>(
    `select message.id, message.conversation_id as "conversationId",
      said.id as "contactId", coalesce(said.merged_into, said.id) as "personId",
      message.said_at as "saidAt", message.triage
    from message
    join conversation on conversation.id = message.conversation_id
    left join contact said on said.id = coalesce(conversation.contact_id, message.contact_id)
    where message.id = any($1::bigint[])
    order by message.id
    for no key update of message`,
    [ids],
  );
}

export async function selectConversations(tx: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select distinct conversation_id as id from message where id = any($1::bigint[]) order by id`,
    [ids],
  );
  return rows.map((row) => row.id);
}

export async function updateTriage(
  tx: Db,
  ids: readonly number[],
  triage: "waiting" | "sorted",
): Promise<void> {
  await tx.query("update message set triage = $2 where id = any($1::bigint[])", [ids, triage]);
}
