/** What WhatsApp was told of what was read here: a row before the call, so that several screens tell it once. */
import type { Db } from "../db/pool.ts";

export type NewestIn = { messageId: number; conversationId: number; wamid: string; saidAt: Date };

/** The newest thing a contact said to us in a thread, unless it is older than WhatsApp cares for. */
export async function selectNewestIn(
  db: Db,
  conversationIds: readonly number[],
  since: Date,
): Promise<NewestIn | undefined> {
  const [row] = await db.query<NewestIn>(
    `
    select said.id as "messageId", said.conversation_id as "conversationId", said.wamid, said.said_at as "saidAt"
    from unnest($1::bigint[]) as thread (id)
    cross join lateral (
      select m.id, m.conversation_id, m.wamid, m.said_at
      from message m
      where m.conversation_id = thread.id and m.said_at > $2 and m.contact_id is not null
        and m.send_state is null and m.came_by not in ('history', 'standby') and m.wamid is not null and m.side <> 'system'
      order by m.said_at desc, m.id desc
      limit 1
    ) said
    order by said.said_at desc, said.id desc
    limit 1`,
    [conversationIds, since],
  );
  return row;
}

/** The newest of these messages that a contact said. */
export async function selectNewestOf(
  db: Db,
  messageIds: readonly number[],
  since: Date,
): Promise<(NewestIn & { numberId: number }) | undefined> {
  const [row] = await db.query<NewestIn & { numberId: number }>(
    `
    select id as "messageId", conversation_id as "conversationId", wamid, said_at as "saidAt", number_id as "numberId"
    from message
    where id = any ($1::bigint[]) and said_at > $2 and contact_id is not null and send_state is null
      and came_by not in ('history', 'standby') and wamid is not null and side <> 'system'
    order by said_at desc, id desc
    limit 1`,
    [messageIds, since],
  );
  return row;
}

/** False when it, or something newer, was marked before. */
export async function markOnce(db: Db, newest: NewestIn, now: Date): Promise<boolean> {
  const rows = await db.query(
    `
    insert into read_mark as r (conversation_id, message_id, said_at, marked_at)
    values ($1, $2, $3, $4)
    on conflict (conversation_id) do update set
      message_id = excluded.message_id, said_at = excluded.said_at, marked_at = excluded.marked_at
    where (r.said_at, r.message_id) < (excluded.said_at, excluded.message_id)
    returning conversation_id`,
    [newest.conversationId, newest.messageId, newest.saidAt, now],
  );
  return rows.length === 1;
}

/** False when it was told so after `since`. Whoever types has read. */
export async function typeOnce(db: Db, newest: NewestIn, since: Date, now: Date): Promise<boolean> {
  const rows = await db.query(
    `
    insert into read_mark as r (conversation_id, message_id, said_at, marked_at, typed_at)
    values ($1, $2, $3, $5, $5)
    on conflict (conversation_id) do update set
      message_id = excluded.message_id, said_at = excluded.said_at, typed_at = excluded.typed_at
    where coalesce(r.typed_at <= $4, true)
    returning conversation_id`,
    [newest.conversationId, newest.messageId, newest.saidAt, since, now],
  );
  return rows.length === 1;
}
