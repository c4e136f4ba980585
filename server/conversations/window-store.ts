/** What WhatsApp's clocks for a thread are counted from, where the conversation itself does not hold it. */
import { ENTRY_MEMORY_MS, type Entry } from "../../shared/window.ts";
import type { Db } from "../db/pool.ts";

/**
 * Who came by an advertisement lately, and what answered them first. Looked for when a thread is opened, in its last four
 * days: so the recorder keeps nothing for it. Answers typed on the phone open nothing.
 */
export async function selectEntries(
  db: Db,
  conversationIds: readonly number[],
  lastInAt: Date | null,
): Promise<Entry[]> {
  if (!lastInAt) return [];
  return db.query<Entry>(
    `
    select came.at as "cameAt", coalesce(told.at, answer.said_at) as "answeredAt",
      told.pricing as "answerPricing"
    from (
      select m.said_at as at
      from unnest($1::bigint[]) as thread (id)
      join message m on m.conversation_id = thread.id and m.said_at >= $2 and m.side in ('client', 'worker')
      join message_words w on w.message_id = m.id and w.content ? 'referral'
    ) came
    left join lateral (
      select m.number_id, m.wamid, m.said_at
      from unnest($1::bigint[]) as thread (id)
      join message m on m.conversation_id = thread.id and m.said_at >= came.at
      where m.came_by = 'us' and m.send_state in ('sent', 'delivered', 'read', 'played')
      order by m.said_at, m.id
      limit 1
    ) answer on true
    left join lateral (
      select min(s.at) as at, min(s.pricing ->> 'type') as pricing
      from message_status s
      where s.number_id = answer.number_id and s.wamid = answer.wamid
        and s.status in ('sent', 'delivered', 'read', 'played')
    ) told on true`,
    [conversationIds, new Date(lastInAt.getTime() - ENTRY_MEMORY_MS)],
  );
}
