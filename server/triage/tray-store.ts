/** The tray: runs of unsorted messages. They are no rows of their own, so nothing can disagree with the messages. */
import type { DecisionKind } from "../../shared/api/tray.ts";
import type { Db } from "../db/pool.ts";

export type ItemRow = {
  id: number;
  conversationId: number;
  messageIds: number[];
  firstAt: Date;
  lastAt: Date;
  photos: number;
  voiceNotes: number;
  others: number;
  contactId: number | null;
  contactName: string | null;
  contactUsername: string | null;
  contactPhone: string | null;
  isWorker: boolean | null;
  preview: string | null;
  hintKind: DecisionKind | null;
  hintRequestId: number | null;
  hintConfidence: number | null;
  isUrgent: boolean;
  wroteAgainAt: Date | null;
  windowUntil: Date | null;
};

/**
 * Gaps and islands: a message that comes later after its neighbour in the same thread than this person usually pauses
 * (a minute, until it is known better) begins a new run. A thread is all of one person with one number. Finds by
 * `message_tray`, so it costs what waits, not what was ever said. $1: conversations, whose whole threads are read; null: all.
 */
const RUNS = `
  with asked as (
    select coalesce(said.merged_into, said.id) as person_id, v.number_id
    from conversation v join contact said on said.id = v.contact_id
    where v.id = any($1::bigint[])
  ), wanted as (
    select unnest($1::bigint[]) as id
    union
    select v.id from asked
      join contact part on part.id = asked.person_id or part.merged_into = asked.person_id
      join conversation v on v.contact_id = part.id and v.number_id = asked.number_id
  ), waiting as (
    select message.id, message.conversation_id, message.said_at, message.kind, message.contact_id,
      message.number_id, coalesce(said.merged_into, said.id) as person_id,
      case when said.id is null then message.conversation_id end as group_conversation_id
    from message
    join conversation v on v.id = message.conversation_id
    left join contact said on said.id = v.contact_id
    where message.triage = 'waiting' and message.id not in (select message_id from resting_message)
      and ($1::bigint[] is null or message.conversation_id in (select id from wanted))
  ), begun as (
    select waiting.*, coalesce(
        said_at - lag(said_at) over thread > coalesce(pace.quiet_seconds, 60) * interval '1 second', true) as begins
    from waiting left join contact_pace pace on pace.contact_id = waiting.person_id
    window thread as (partition by number_id, person_id, group_conversation_id order by said_at, id)
  ), numbered as (
    select *, count(*) filter (where begins)
      over (partition by number_id, person_id, group_conversation_id order by said_at, id) as run
    from begun
  ), item as (
    select (array_agg(id order by said_at, id))[1] as id,
      (array_agg(conversation_id order by said_at, id))[1] as conversation_id,
      array_agg(id order by said_at, id) as ids, min(said_at) as first_at, max(said_at) as last_at,
      (array_agg(contact_id order by said_at, id))[1] as speaker_id,
      max(max(said_at)) over (partition by number_id, person_id, group_conversation_id) as last_in_thread,
      count(*) filter (where kind = 'image') as photos,
      count(*) filter (where kind = 'audio') as voice_notes,
      count(*) filter (where kind not in ('text', 'image', 'audio')) as others
    from numbered
    group by number_id, person_id, group_conversation_id, run
  )`;

/** What sounds urgent, then oldest first. Null: of all conversations. */
export async function listItems(
  db: Db,
  conversationIds: readonly number[] | null,
  limit: number,
): Promise<ItemRow[]> {
  return db.query<ItemRow>(
    `${RUNS}
    select item.id, item.conversation_id as "conversationId", item.ids::float8[] as "messageIds",
      item.first_at as "firstAt", item.last_at as "lastAt",
      item.photos::int as photos, item.voice_notes::int as "voiceNotes", item.others::int as others,
      contact.id as "contactId", contact.name as "contactName", contact.username as "contactUsername",
      contact.phone as "contactPhone", 'worker' = any(contact.kinds) as "isWorker",
      first_words.body as preview,
      hint.kind as "hintKind", hint.request_id as "hintRequestId", hint.confidence as "hintConfidence",
      coalesce(hint.is_urgent, false) as "isUrgent",
      nullif(item.last_in_thread, item.last_at) as "wroteAgainAt",
      conversation.last_in_at + interval '24 hours' as "windowUntil"
    from (
      select item.* from item left join suggestion on suggestion.head_id = item.id
      order by coalesce(suggestion.is_urgent, false) desc, item.first_at, item.id limit $2
    ) as item
    join conversation on conversation.id = item.conversation_id
    left join suggestion hint on hint.head_id = item.id
    left join contact spoke on spoke.id = coalesce(conversation.contact_id, item.speaker_id)
    left join contact on contact.id = coalesce(spoke.merged_into, spoke.id)
    left join lateral (
      select left(told.body, 160) as body
      from unnest(item.ids) with ordinality as said (id, place)
      join message_words on message_words.message_id = said.id
      -- A pin without a word is told by the name of its place.
      cross join lateral (
        select coalesce(nullif(message_words.body, ''), message_words.content -> 'location' ->> 'name',
          message_words.content -> 'location' ->> 'address') as body
      ) as told
      where told.body is not null
      order by said.place
      limit 1
    ) as first_words on true
    order by "isUrgent" desc, item.first_at, item.id`,
    [conversationIds, limit],
  );
}

export async function countItems(db: Db): Promise<number> {
  const [row] = await db.query<{ count: number }>(`${RUNS} select count(*)::int as count from item`, [null]);
  return row?.count ?? 0;
}

/** Where a message is, and whether it still waits. */
export async function findMessage(
  db: Db,
  id: number,
): Promise<{ conversationId: number; triage: string | null } | undefined> {
  const [row] = await db.query<{ conversationId: number; triage: string | null }>(
    `select conversation_id as "conversationId", triage from message where id = $1`,
    [id],
  );
  return row;
}

export async function findClient(
  db: Db,
  contactId: number,
): Promise<{ since: Date; requestCount: number } | undefined> {
  const [row] = await db.query<{ since: Date; requestCount: number }>(
    `select contact.created_at as since,
      (select count(*)::int from request
        where not is_void and contact_id in (
          select contact.id union all select part.id from contact part where part.merged_into = contact.id)
      ) as "requestCount"
    from contact where contact.id = $1`,
    [contactId],
  );
  return row;
}
