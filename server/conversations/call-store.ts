/** What is read before a call and written after it, many at once. */
import type { MessageKind } from "../../shared/message.ts";
import type { Db } from "../db/pool.ts";

/** A message that is being called. */
export type Head = {
  messageId: number;
  conversationId: number;
  queuedAt: Date;
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
 * All that their calls need. Of one person known by several ids it goes to the ids of this conversation, unless those
 * were left: then to whatever they have now.
 */
export async function selectHeads(db: Db, messageIds: readonly number[]): Promise<Head[]> {
  return db.query<Head>(
    `
    select o.message_id as "messageId", m.conversation_id as "conversationId", o.queued_at as "queuedAt", o.attempts,
      o.callback_data as "callbackData", m.number_id as "numberId", m.kind, w.body as text, w.content,
      m.quoted_wamid as "quotedWamid",
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
    where o.message_id = any ($1::bigint[]) and o.state = 'calling'`,
    [messageIds],
  );
}

export type OutboxState = "queued" | "calling" | "accepted" | "refused" | "unknown";

/** Rows that are gone were removed with their conversation meanwhile. */
export async function lockOutbox(
  tx: Db,
  messageIds: readonly number[],
): Promise<{ messageId: number; state: OutboxState }[]> {
  return tx.query(
    `
    select message_id as "messageId", state
    from outbox
    where message_id = any ($1::bigint[])
    order by message_id
    for update`,
    [messageIds],
  );
}

export type Settled = {
  messageId: number;
  state: "queued" | "accepted" | "refused" | "unknown";
  errorCode: number | null;
  errorDetail: string | null;
  nextAt: Date | null;
};

export async function settleOutbox(tx: Db, settled: readonly Settled[], now: Date): Promise<void> {
  await tx.query(
    `
    update outbox o set state = s.state, error_code = s.code, error_detail = s.detail, next_at = s.next_at,
      answered_at = $6, called_by = null
    from unnest($1::bigint[], $2::text[], $3::integer[], $4::text[], $5::timestamptz[])
      as s (message_id, state, code, detail, next_at)
    where o.message_id = s.message_id`,
    [
      settled.map(({ messageId }) => messageId),
      settled.map(({ state }) => state),
      settled.map(({ errorCode }) => errorCode),
      settled.map(({ errorDetail }) => errorDetail),
      settled.map(({ nextAt }) => nextAt),
      now,
    ],
  );
}

/** The provider took them: each has its id, unless a person has sorted a copy that has it already. */
export async function markSent(
  tx: Db,
  sent: readonly { messageId: number; wamid: string }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `
    update message ours set send_state = 'sent', send_state_at = $3, send_error = null,
      wamid = case when exists (
          select from message copy where copy.number_id = ours.number_id and copy.wamid = s.wamid and copy.id <> ours.id)
        then ours.wamid else s.wamid end
    from unnest($1::bigint[], $2::text[]) as s (message_id, wamid)
    where ours.id = s.message_id`,
    [sent.map(({ messageId }) => messageId), sent.map(({ wamid }) => wamid), now],
  );
}

export async function markUnsent(
  tx: Db,
  unsent: readonly { messageId: number; state: "queued" | "failed" | "unknown"; errorCode: number | null }[],
  now: Date,
): Promise<void> {
  await tx.query(
    `
    update message m set send_state = s.state, send_state_at = $4, send_error = s.code
    from unnest($1::bigint[], $2::text[], $3::integer[]) as s (message_id, state, code)
    where m.id = s.message_id`,
    [
      unsent.map(({ messageId }) => messageId),
      unsent.map(({ state }) => state),
      unsent.map(({ errorCode }) => errorCode),
      now,
    ],
  );
}

/** Calls of processes that live no more: how they ended is unknown. */
export async function abandonCallsBut(tx: Db, aliveIds: readonly string[], now: Date): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `
    with ended as (
      update outbox set state = 'unknown', answered_at = $2, called_by = null
      where state = 'calling' and (called_by is null or called_by <> all ($1::text[]))
      returning message_id
    )
    update message m set send_state = 'unknown', send_state_at = $2
    from ended
    where m.id = ended.message_id
    returning m.conversation_id as id`,
    [aliveIds, now],
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
