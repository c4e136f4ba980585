/** The outbox: one row for each message of ours, written before any call (law 7). */
import type { MessageContent, MessageKind, SendState } from "../../shared/message.ts";
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
  content: MessageContent;
  quotedWamid: string | null;
  key: string;
  callbackData: string;
  now: Date;
};

/** Message, words and outbox row are one statement: none is without the others. */
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
      insert into outbox (message_id, callback_data, idempotency_key, state, queued_at)
      select id, $8, $7, 'queued', $9 from said
    ), moved as (
      update conversation set last_message_at = greatest(last_message_at, $9) where id = $1
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

export type Head = {
  messageId: number;
  state: "queued" | "calling";
  calledBy: string | null;
  queuedAt: Date;
  nextAt: Date | null;
  attempts: number;
  callbackData: string;
  numberId: number;
  kind: MessageKind | "reaction";
  text: string | null;
  /** As it lies in the row; null when its words were erased. */
  content: unknown;
  quotedWamid: string | null;
  phone: string | null;
  bsuid: string | null;
};

/**
 * What goes out next in a conversation; nothing overtakes it. Locked. Of one person known by several ids it goes to the
 * ids of this conversation, unless those were left: then to whatever they have now.
 */
export async function lockHead(tx: Db, conversationId: number): Promise<Head | undefined> {
  const [row] = await tx.query<Head>(
    `
    select o.message_id as "messageId", o.state, o.called_by as "calledBy", o.queued_at as "queuedAt",
      o.next_at as "nextAt", o.attempts, o.callback_data as "callbackData", m.number_id as "numberId",
      m.kind, w.body as text, w.content, m.quoted_wamid as "quotedWamid",
      case when c.is_joined and (own.phone is not null or own.bsuid is not null) then own.phone else c.phone end as phone,
      coalesce(own.bsuid, whole.bsuid) as bsuid
    from outbox o
    join message m on m.id = o.message_id
    left join message_words w on w.message_id = m.id
    join conversation v on v.id = m.conversation_id
    left join contact said on said.id = v.contact_id
    left join contact c on c.id = coalesce(said.merged_into, said.id)
    left join lateral (
      select (array_agg(i.value order by i.since desc) filter (where i.kind = 'wa_id'))[1] as phone,
        (array_agg(i.value order by i.since desc) filter (where i.kind = 'bsuid'))[1] as bsuid
      from contact_identity i
      where i.contact_id = said.id and i.until is null
    ) own on true
    left join lateral (
      select i.value as bsuid
      from contact part
      join contact_identity i on i.contact_id = part.id and i.kind = 'bsuid' and i.until is null
      where c.is_joined and (part.id = c.id or part.merged_into = c.id)
      order by i.since desc
      limit 1
    ) whole on true
    where m.conversation_id = $1 and o.state in ('queued', 'calling')
    order by o.message_id
    limit 1
    for update of o`,
    [conversationId],
  );
  return row;
}

export async function markCalling(tx: Db, messageId: number, processId: string, now: Date): Promise<void> {
  await tx.query(
    `
    update outbox set state = 'calling', called_by = $2, called_at = $3, next_at = null,
      attempts = attempts + 1
    where message_id = $1`,
    [messageId, processId, now],
  );
}

/** Null when the row is gone (its conversation was removed meanwhile). */
export async function lockOutbox(
  tx: Db,
  messageId: number,
): Promise<{ state: string; attempts: number; conversationId: number } | undefined> {
  const [row] = await tx.query<{ state: string; attempts: number; conversationId: number }>(
    `
    select o.state, o.attempts, m.conversation_id as "conversationId"
    from outbox o
    join message m on m.id = o.message_id
    where o.message_id = $1
    for update of o`,
    [messageId],
  );
  return row;
}

export type Settled = {
  state: "queued" | "accepted" | "refused" | "unknown";
  errorCode: number | null;
  errorDetail: string | null;
  nextAt: Date | null;
  now: Date;
};

export async function settleOutbox(tx: Db, messageId: number, to: Settled): Promise<void> {
  await tx.query(
    `
    update outbox set state = $2, error_code = $3, error_detail = $4, next_at = $5, answered_at = $6,
      called_by = null
    where message_id = $1`,
    [messageId, to.state, to.errorCode, to.errorDetail, to.nextAt, to.now],
  );
}

export async function setSendState(
  tx: Db,
  messageId: number,
  state: SendState,
  at: Date,
  errorCode: number | null,
): Promise<void> {
  await tx.query("update message set send_state = $2, send_state_at = $3, send_error = $4 where id = $1", [
    messageId,
    state,
    at,
    errorCode,
  ]);
}

/** Whether a request is one of the conversation's contact. */
export async function isRequestOf(tx: Db, requestId: number, conversationId: number): Promise<boolean> {
  const rows = await tx.query(
    `
    select r.id
    from request r
    join conversation v on v.id = $2
    left join contact client on client.id = r.contact_id
    left join contact said on said.id = v.contact_id
    where r.id = $1 and (r.conversation_id = v.id
      or coalesce(client.merged_into, client.id) = coalesce(said.merged_into, said.id))`,
    [requestId, conversationId],
  );
  return rows.length === 1;
}

/** Calls of processes that live no more: how they ended is unknown. */
export async function abandonCallsBut(
  tx: Db,
  aliveIds: readonly string[],
  now: Date,
): Promise<{ conversationId: number }[]> {
  return tx.query<{ conversationId: number }>(
    `
    with ended as (
      update outbox set state = 'unknown', answered_at = $2, called_by = null
      where state = 'calling' and (called_by is null or called_by <> all ($1::text[]))
      returning message_id
    )
    update message m set send_state = 'unknown', send_state_at = $2
    from ended
    where m.id = ended.message_id
    returning m.conversation_id as "conversationId"`,
    [aliveIds, now],
  );
}

/** Conversations with something still to go out: a restored backup has the rows but not the jobs. */
export async function selectWaitingConversations(db: Db): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `
    select distinct m.conversation_id as id
    from outbox o
    join message m on m.id = o.message_id
    where o.state = 'queued'`,
  );
  return rows.map(({ id }) => id);
}

/** What still waits to be sent becomes unknown; how many messages. */
export async function doubtWaiting(tx: Db, now: Date): Promise<number> {
  const doubted = await tx.query(
    `
    with ended as (
      update outbox set state = 'unknown', answered_at = $1, called_by = null, next_at = null
      where state in ('queued', 'calling')
      returning message_id
    )
    update message m set send_state = 'unknown', send_state_at = $1
    from ended where m.id = ended.message_id
    returning m.id`,
    [now],
  );
  return doubted.length;
}
