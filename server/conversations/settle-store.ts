/** SQL of what people decide about messages of ours. */
import type { SendState } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";
import type { OutboxState } from "./call-store.ts";

export type OurMessage = {
  conversationId: number;
  outbox: OutboxState;
  shown: SendState | null;
  isTyped: boolean;
};

export async function selectConversationOf(tx: Db, messageId: number): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    "select m.conversation_id as id from message m join outbox o on o.message_id = m.id where m.id = $1",
    [messageId],
  );
  return row?.id;
}

/** A reaction is shown at the message it is about, any other at itself. */
export async function selectShownAt(db: Db, messageId: number): Promise<number> {
  const [row] = await db.query<{ id: number }>(
    `
    select coalesce(about.id, m.id) as id
    from message m
    left join message_words w on w.message_id = m.id and m.kind = 'reaction'
    left join message about on about.number_id = m.number_id and about.wamid = w.content #>> '{reaction,wamid}'
    where m.id = $1`,
    [messageId],
  );
  return row?.id ?? messageId;
}

/** Its turn is locked before, as everywhere. */
export async function lockOurMessage(tx: Db, messageId: number): Promise<OurMessage | undefined> {
  const [row] = await tx.query<OurMessage>(
    `
    select m.conversation_id as "conversationId", o.state as outbox, m.send_state as shown,
      m.account_id is not null as "isTyped"
    from outbox o
    join message m on m.id = o.message_id
    where o.message_id = $1
    for update of o`,
    [messageId],
  );
  return row;
}

export async function writeDecision(
  tx: Db,
  messageId: number,
  state: "accepted" | "refused",
  now: Date,
): Promise<void> {
  await tx.query(
    `
    with settled as (
      update outbox set state = $2, answered_at = $3, next_at = null, error_code = null, error_detail = 'a person decided'
      where message_id = $1
    )
    update message set send_state = case when $2 = 'accepted' then 'sent' else 'failed' end, send_state_at = $3,
      send_error = null
    where id = $1`,
    [messageId, state, now],
  );
}

/**
 * In line again, as if it had just been written. Under the mark it had: a late status of the first call still settles it,
 * and then it is not sent. What WhatsApp said of its first id stays with that.
 */
export async function queueAgain(tx: Db, messageId: number, now: Date): Promise<void> {
  await tx.query(
    `
    with boxed as (
      update outbox o set state = 'queued', conversation_id = m.conversation_id, queued_at = $2, next_at = null,
        attempts = 0, called_by = null, error_code = null, error_detail = null
      from message m
      where o.message_id = $1 and m.id = $1
    )
    update message set send_state = 'queued', send_state_at = $2, send_error = null, wamid = null where id = $1`,
    [messageId, now],
  );
}
