/** A message of ours and the copy of it that WhatsApp sent back: one, under the provider's id. */
import type { Db } from "../db/pool.ts";

/**
 * A copy that came back as an echo or in a history before the call was answered makes way for ours, unless a person has
 * sorted that copy already: then the id stays there.
 */
export async function dropCopies(
  tx: Db,
  sent: readonly { messageId: number; numberId: number; wamid: string }[],
): Promise<void> {
  await tx.query(
    `delete from message copy
     using unnest($1::bigint[], $2::bigint[], $3::text[]) as s (message_id, number_id, wamid)
     where copy.number_id = s.number_id and copy.wamid = s.wamid and copy.id <> s.message_id and copy.came_by <> 'us'
       and not exists (select from request_message r where r.message_id = copy.id)
       and not exists (select from decision_message d where d.message_id = copy.id)`,
    [
      sent.map(({ messageId }) => messageId),
      sent.map(({ numberId }) => numberId),
      sent.map(({ wamid }) => wamid),
    ],
  );
}

/**
 * The same for calls that a status settles by their mark, before the ids are theirs. One look into an index a mark,
 * whatever the planner believes: a plan made while there were few messages read them all for each batch (measured: 700 ms).
 */
export async function absorbCopies(
  tx: Db,
  calls: readonly { numberId: number; wamid: string; callbackData: string }[],
): Promise<void> {
  await tx.query(
    `delete from message
     where id = any (array(
       select found.id
       from unnest($1::bigint[], $2::text[], $3::text[]) as g (number_id, wamid, callback)
       cross join lateral (
         select copy.id
         from message copy
         where copy.number_id = g.number_id and copy.wamid = g.wamid and copy.came_by <> 'us'
         limit 1
       ) found
       where exists (
           select from outbox o join message ours on ours.id = o.message_id
           where o.callback_data = g.callback and ours.number_id = g.number_id and ours.id <> found.id)
         and not exists (select from request_message r where r.message_id = found.id)
         and not exists (select from decision_message d where d.message_id = found.id)
     ))`,
    [
      calls.map(({ numberId }) => numberId),
      calls.map(({ wamid }) => wamid),
      calls.map(({ callbackData }) => callbackData),
    ],
  );
}
