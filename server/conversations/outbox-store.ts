/** The outbox: one row for each message of ours, written before any call (law 7). */
import type { MessageContent, MessageKind, OurReaction } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";

export type ReplyPlace = { numberId: number; lastInAt: Date | null; isGroup: boolean };

/**
 * Locked, so that replies of one conversation get their ids in the order they commit; not against rows that only
 * name it: a decision holds its request and then names the conversation, a reply the other way round.
 */
export async function lockConversation(tx: Db, id: number): Promise<ReplyPlace | undefined> {
  const [row] = await tx.query<ReplyPlace>(
    `
    select number_id as "numberId", last_in_at as "lastInAt", group_id is not null as "isGroup"
    from conversation
    where id = $1
    for no key update`,
    [id],
  );
  return row;
}

export async function selectByKey(tx: Db, key: string): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    "select message_id as id from outbox where idempotency_key = $1",
    [key],
  );
  return row?.id;
}

export type Quoted = { conversationId: number; wamid: string | null };

/** The provider's id of a message one wants to quote; null for one it has not accepted (yet). */
export async function selectQuoted(tx: Db, messageId: number): Promise<Quoted | undefined> {
  const [row] = await tx.query<Quoted>(
    `select conversation_id as "conversationId", wamid from message where id = $1`,
    [messageId],
  );
  return row;
}

export type NewReply = {
  conversationId: number;
  numberId: number;
  accountId: number | null;
  side: "staff" | "bot";
  kind: MessageKind | "reaction";
  body: string | null;
  content: MessageContent | OurReaction;
  quotedWamid: string | null;
  key: string;
  callbackData: string;
  now: Date;
};

/** Message, words, outbox row and turn are one statement: none is without the others. */
export async function insertReply(tx: Db, reply: NewReply): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `
    with said as (
      insert into message (conversation_id, number_id, account_id, side, kind, said_at, recorded_at,
        quoted_wamid, send_state, send_state_at)
      values ($1, $2, $3, $4, $10, $9, $9, $6, 'queued', $9)
      returning id
    ), worded as (
      insert into message_words (message_id, body, content) select id, $5, $11::jsonb from said
    ), boxed as (
      insert into outbox (message_id, conversation_id, callback_data, idempotency_key, state, queued_at)
      select id, $1, $8, $7, 'queued', $9 from said
    ), turned as (
      insert into send_turn as t (conversation_id, number_id, message_id, lane, due_at)
      select $1, $2, id, case when $3::bigint is null then 1 else 0 end, $9 from said
      on conflict (conversation_id) do update set
        message_id = coalesce(t.message_id, excluded.message_id),
        lane = case when t.message_id is null then excluded.lane else least(t.lane, excluded.lane) end,
        due_at = case when t.message_id is null then greatest(excluded.due_at, t.pair_free_at) else t.due_at end
    ), moved as (
      -- A reaction is no message in the thread.
      update conversation set last_message_at = greatest(last_message_at, $9) where id = $1 and $10 <> 'reaction'
    )
    select id from said`,
    [
      reply.conversationId,
      reply.numberId,
      reply.accountId,
      reply.side,
      reply.body,
      reply.quotedWamid,
      reply.key,
      reply.callbackData,
      reply.now,
      reply.kind,
      JSON.stringify(reply.content),
    ],
  );
  if (!row) throw new Error("the new message has no id");
  return row.id;
}

/** Whether a request is one of the conversation's contact, or holds words of theirs. */
export async function isRequestOf(tx: Db, requestId: number, conversationId: number): Promise<boolean> {
  const rows = await tx.query(
    `
    select r.id
    from request r
    join conversation v on v.id = $2
    left join contact client on client.id = r.contact_id
    left join contact said on said.id = v.contact_id
    where r.id = $1 and (r.conversation_id = v.id
      or coalesce(client.merged_into, client.id) = coalesce(said.merged_into, said.id)
      or exists (
        select from request_message l
        join message m on m.id = l.message_id
        join conversation place on place.id = m.conversation_id
        left join contact spoke on spoke.id = place.contact_id
        where l.request_id = r.id
          and (place.id = v.id or coalesce(spoke.merged_into, spoke.id) = coalesce(said.merged_into, said.id))))`,
    [requestId, conversationId],
  );
  return rows.length === 1;
}
