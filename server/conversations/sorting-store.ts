/** Whether messages wait in the tray. */
import type { Db } from "../db/pool.ts";

export type SortableMessage = {
  id: number;
  conversationId: number;
  contactId: number | null;
  saidAt: Date;
  triage: "waiting" | "sorted" | null;
};

/** In id order, so that two people who decide about the same messages wait for each other and never in a circle. */
export async function lockMessages(tx: Db, ids: readonly number[]): Promise<SortableMessage[]> {
  return tx.query<SortableMessage>(
    `select message.id, message.conversation_id as "conversationId",
      coalesce(said.merged_into, said.id) as "contactId",
      message.said_at as "saidAt", message.triage
    from message
    join conversation on conversation.id = message.conversation_id
    left join contact said on said.id = coalesce(conversation.contact_id, message.contact_id)
    where message.id = any($1::bigint[])
    order by message.id
    for update of message`,
    [ids],
  );
}

export async function updateTriage(
  tx: Db,
  ids: readonly number[],
  triage: "waiting" | "sorted",
): Promise<void> {
  await tx.query("update message set triage = $2 where id = any($1::bigint[])", [ids, triage]);
}
