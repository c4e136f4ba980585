/** Items of the tray that were put aside. */
import type { Db } from "../db/pool.ts";

export type SnoozeRow = {
  id: number;
  conversationId: number;
  accountName: string | null;
  at: Date;
  until: Date | null;
  messageCount: number;
  preview: string | null;
  contactName: string | null;
  contactUsername: string | null;
  contactPhone: string | null;
};

/** Those that still rest: nobody sorted them, the client has not written again. */
export async function listResting(db: Db): Promise<SnoozeRow[]> {
  return db.query<SnoozeRow>(
    `select snooze.id, snooze.conversation_id as "conversationId", account.name as "accountName", snooze.at,
      snooze.until, rests.count as "messageCount", first_words.preview,
      contact.name as "contactName", contact.username as "contactUsername", contact.phone as "contactPhone"
    from (
      select resting_message.snooze_id, count(*)::int as count, min(message.id) as first_id,
        array_agg(message.id order by message.said_at, message.id) as ids
      from resting_message join message on message.id = resting_message.message_id
      where message.triage = 'waiting'
      group by resting_message.snooze_id
    ) as rests
    join snooze on snooze.id = rests.snooze_id
    join conversation on conversation.id = snooze.conversation_id
    left join account on account.id = snooze.account_id
    left join message head on head.id = rests.first_id
    left join contact said on said.id = coalesce(conversation.contact_id, head.contact_id)
    left join contact on contact.id = coalesce(said.merged_into, said.id)
    left join lateral (
      select left(message_words.body, 160) as preview
      from unnest(rests.ids) with ordinality as part (id, place)
      join message_words on message_words.message_id = part.id
      where message_words.body <> ''
      order by part.place limit 1
    ) as first_words on true
    order by snooze.until nulls last, snooze.id`,
  );
}

/** Takes them from any earlier snooze as well. */
export async function insertSnooze(
  tx: Db,
  made: {
    conversationId: number;
    accountId: number | null;
    at: Date;
    until: Date | null;
    messageIds: readonly number[];
  },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `with made as (
      insert into snooze (conversation_id, account_id, at, until, after_message)
      select $1, $2, $3, $4, max(id) from message where conversation_id = $1
      returning id
    ), put as (
      insert into snoozed_message (message_id, snooze_id)
      select part.id, made.id from made, unnest($5::bigint[]) as part (id)
      on conflict (message_id) do update set snooze_id = excluded.snooze_id
    )
    select id from made`,
    [made.conversationId, made.accountId, made.at, made.until, made.messageIds],
  );
  if (!row) throw new Error("the new snooze has no id");
  return row.id;
}

export async function deleteSnooze(tx: Db, id: number): Promise<boolean> {
  const gone = await tx.query("delete from snooze where id = $1 returning id", [id]);
  return gone.length > 0;
}

/** Locked, so that a sweep and a person do not both act on it. */
export async function lockSnooze(tx: Db, id: number): Promise<{ until: Date | null } | undefined> {
  const [row] = await tx.query<{ until: Date | null }>(`select until from snooze where id = $1 for update`, [
    id,
  ]);
  return row;
}

/** Snoozes that hold nothing any more: sorted, or awake because the client wrote. */
export async function deleteSpent(tx: Db, conversationId: number): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `delete from snooze where conversation_id = $1 and not exists (
      select 1 from resting_message join message on message.id = resting_message.message_id
      where resting_message.snooze_id = snooze.id and message.triage = 'waiting')
    returning id`,
    [conversationId],
  );
  return rows.map((row) => row.id);
}
