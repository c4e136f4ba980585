/** A message of ours and the copy of it that WhatsApp sent back: one, under the provider's id. */
import type { Db } from "../db/pool.ts";

/**
 * The provider's id of a message of ours. A copy that came back as an echo or in a history before the call was
 * answered makes way for it, unless a person has sorted that copy already: then the id stays there.
 */
export async function setWamid(tx: Db, messageId: number, wamid: string): Promise<void> {
  await tx.query(
    `delete from message copy using message ours
     where ours.id = $1 and copy.number_id = ours.number_id and copy.wamid = $2
       and copy.id <> ours.id and copy.came_by <> 'us'
       and not exists (select from request_message r where r.message_id = copy.id)
       and not exists (select from decision_message d where d.message_id = copy.id)`,
    [messageId, wamid],
  );
  await tx.query(
    `update message ours set wamid = $2
     where ours.id = $1 and not exists (
       select from message copy where copy.number_id = ours.number_id and copy.wamid = $2 and copy.id <> ours.id)`,
    [messageId, wamid],
  );
}

/** The same for calls that a status settles by their mark, before the ids are theirs. */
export async function absorbCopies(
  tx: Db,
  calls: readonly { numberId: number; wamid: string; callbackData: string }[],
): Promise<void> {
  await tx.query(
    `delete from message copy
     using unnest($1::bigint[], $2::text[], $3::text[]) as g (number_id, wamid, callback)
       join outbox o on o.callback_data = g.callback
       join message ours on ours.id = o.message_id and ours.number_id = g.number_id
     where copy.number_id = g.number_id and copy.wamid = g.wamid and copy.id <> ours.id and copy.came_by <> 'us'
       and not exists (select from request_message r where r.message_id = copy.id)
       and not exists (select from decision_message d where d.message_id = copy.id)`,
    [
      calls.map(({ numberId }) => numberId),
      calls.map(({ wamid }) => wamid),
      calls.map(({ callbackData }) => callbackData),
    ],
  );
}
