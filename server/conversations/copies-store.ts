/** A message of ours and the copy of it that WhatsApp sent back: one, under the provider's id. */
import type { Db } from "../db/pool.ts";

/**
 * A copy that came back as an echo or in a history before the call was answered makes way for ours, unless a person has
 * sorted that copy already: then the id stays there.
 */
export async function dropCopies(
  tx: Db,
  sent: readonly { messageId: number; wamid: string }[],
): Promise<void> {
  await tx.query(
    `delete from message copy
     using unnest($1::bigint[], $2::text[]) as s (message_id, wamid)
       join message ours on ours.id = s.message_id
     where copy.number_id = ours.number_id and copy.wamid = s.wamid and copy.id <> ours.id and copy.came_by <> 'us'
       and not exists (select from request_message r where r.message_id = copy.id)
       and not exists (select from decision_message d where d.message_id = copy.id)`,
    [sent.map(({ messageId }) => messageId), sent.map(({ wamid }) => wamid)],
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
