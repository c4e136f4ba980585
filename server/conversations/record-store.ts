/** What is said about messages by their provider ids, a set at a time: kept whether or not the message is here, joined when it is. */
import { bigints, instants, integers, jsons, strings } from "../db/arrays.ts";
import type { Db } from "../db/pool.ts";
import type { ReactionRow, StatusRow } from "./record-rules.ts";

export type Target = { numberId: number; wamid: string };
type Touched = { conversationId: number };

const targetColumns = (targets: readonly Target[]): unknown[] => [
  bigints(targets.map(({ numberId }) => numberId)),
  strings(targets.map(({ wamid }) => wamid)),
];

/** The same status twice keeps the least of each value, in whatever order they come. */
export async function writeStatuses(tx: Db, rows: readonly StatusRow[]): Promise<void> {
  await tx.query(
    `insert into message_status as s (number_id, wamid, status, participant, at, error_code, pricing, callback_data, delivery_id)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::integer[],
       $7::jsonb[], $8::text[], $9::bigint[])
     order by 1, 2, 3, 4
     on conflict (number_id, wamid, status, participant) do update set
       at = least(s.at, excluded.at), error_code = least(s.error_code, excluded.error_code),
       pricing = least(s.pricing, excluded.pricing), callback_data = least(s.callback_data, excluded.callback_data)
     where (s.at, s.error_code, s.pricing, s.callback_data) is distinct from
       (least(s.at, excluded.at), least(s.error_code, excluded.error_code), least(s.pricing, excluded.pricing),
        least(s.callback_data, excluded.callback_data))`,
    [
      bigints(rows.map((row) => row.numberId)),
      strings(rows.map((row) => row.wamid)),
      strings(rows.map((row) => row.status)),
      strings(rows.map((row) => row.participant)),
      instants(rows.map((row) => row.at)),
      integers(rows.map((row) => row.errorCode)),
      jsons(rows.map((row) => row.pricing)),
      strings(rows.map((row) => row.callbackData)),
      bigints(rows.map((row) => row.deliveryId)),
    ],
  );
}

/**
 * Where our messages stand, from everything known about them: never backwards, a failure undone only by a later
 * word that it arrived (sent < failed < delivered < read < played).
 */
export async function foldStatuses(tx: Db, targets: readonly Target[]): Promise<Touched[]> {
  return tx.query<Touched>(
    `with top as (
       select distinct on (s.number_id, s.wamid) s.number_id, s.wamid, s.status, s.at, s.error_code
       from (select distinct * from unnest($1::bigint[], $2::text[]) as d (number_id, wamid)) g
       join message_status s on s.number_id = g.number_id and s.wamid = g.wamid
       where s.status = any (array['sent', 'failed', 'delivered', 'read', 'played'])
       order by s.number_id, s.wamid,
         array_position(array['sent', 'failed', 'delivered', 'read', 'played'], s.status) desc, s.at, s.error_code
     )
     update message m set send_state = top.status, send_state_at = top.at,
       send_error = case when top.status = 'failed' then top.error_code end
     from top
     where m.number_id = top.number_id and m.wamid = top.wamid and m.send_state is not null
       and (m.send_state, m.send_state_at, m.send_error) is distinct from
         (top.status, top.at, case when top.status = 'failed' then top.error_code end)
     returning m.conversation_id as "conversationId"`,
    targetColumns(targets),
  );
}

/** Conversations of calls that carry one of these marks, so that they can be locked before anything of them. */
export async function conversationsOfCallbacks(tx: Db, callbacks: readonly string[]): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `select distinct m.conversation_id as id from outbox o join message m on m.id = o.message_id
     where o.callback_data = any ($1::text[])`,
    [callbacks],
  );
  return rows.map(({ id }) => id);
}

/** A call under way there is about to learn its provider id: waits for that, so that a status cannot slip between. */
export async function awaitCalls(tx: Db, conversationIds: readonly number[]): Promise<boolean> {
  const rows = await tx.query(
    `select o.message_id from outbox o join message m on m.id = o.message_id
     where o.state = 'calling' and m.conversation_id = any ($1::bigint[])
     order by o.message_id for update of o`,
    [conversationIds],
  );
  return rows.length > 0;
}

/** A status that carries a call's mark settles it: WhatsApp has the message, whatever became of the answer (law 7). */
export async function settleCalls(
  tx: Db,
  calls: readonly (Target & { callbackData: string })[],
  now: Date,
): Promise<Touched[]> {
  return tx.query<Touched>(
    `with given as (
       select distinct on (callback) * from unnest($1::bigint[], $2::text[], $3::text[]) as d (number_id, wamid, callback)
       order by callback, wamid
     ), marked as materialized (
       -- By itself: nearly all messages are of one number, and a join by it alone would read them all.
       select o.message_id, o.state, g.number_id, g.wamid
       from given g join outbox o on o.callback_data = g.callback
     ), open as materialized (
       select k.message_id, k.number_id, k.wamid
       from marked k join message m on m.id = k.message_id
       -- "+ 0", so that no index of numbers is taken: before a new table's first statistics all ways look alike, and this
       -- one read every message of the number for each call (23 seconds a batch on the first busy day).
       where m.number_id + 0 = k.number_id and (k.state <> 'accepted' or m.wamid is null)
     ), settled as (
       update outbox o set state = 'accepted', answered_at = coalesce(o.answered_at, $4), error_code = null, error_detail = null
       from open k
       where o.message_id = k.message_id
       returning o.message_id, k.number_id, k.wamid
     )
     update message m set send_state = 'sent', send_state_at = $4, send_error = null,
       wamid = case when m.wamid is null and not exists (
           select from message o where o.number_id = s.number_id and o.wamid = s.wamid)
         then s.wamid else m.wamid end
     from settled s where m.id = s.message_id
     returning m.conversation_id as "conversationId"`,
    [...targetColumns(calls), calls.map(({ callbackData }) => callbackData), now],
  );
}

/** The latest reaction of each person to each message wins. */
export async function writeReactions(tx: Db, rows: readonly ReactionRow[]): Promise<void> {
  await tx.query(
    `insert into reaction as r (number_id, target_wamid, contact_id, wamid, emoji, at, delivery_id, with_contact_id, group_id)
     select * from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[],
       $8::bigint[], $9::text[])
     order by 1, 2, 3
     on conflict (number_id, target_wamid, contact_id) do update set
       wamid = excluded.wamid, emoji = excluded.emoji, at = excluded.at, delivery_id = excluded.delivery_id,
       with_contact_id = excluded.with_contact_id, group_id = excluded.group_id
     where (excluded.at, coalesce(excluded.wamid, '')) > (r.at, coalesce(r.wamid, ''))`,
    [
      rows.map((row) => row.numberId),
      rows.map((row) => row.targetWamid),
      rows.map((row) => row.contactId),
      rows.map((row) => row.wamid),
      rows.map((row) => row.emoji),
      rows.map((row) => row.at),
      rows.map((row) => row.deliveryId),
      rows.map((row) => row.withContactId),
      rows.map((row) => row.groupId),
    ],
  );
}

/** In whose threads these messages are, if they are here. */
export async function conversationsOf(tx: Db, targets: readonly Target[]): Promise<Touched[]> {
  return tx.query<Touched>(
    `select distinct m.conversation_id as "conversationId"
     from unnest($1::bigint[], $2::text[]) as g (number_id, wamid)
     join message m on m.number_id = g.number_id and m.wamid = g.wamid`,
    targetColumns(targets),
  );
}

export type RevisionRow = {
  numberId: number;
  wamid: string;
  targetWamid: string;
  kind: "edit" | "revoke";
  at: Date;
  body: string | null;
  content: string;
  deliveryId: number;
  withContactId: number | null;
  groupId: string | null;
  isOurs: boolean;
};

export async function writeRevisions(tx: Db, rows: readonly RevisionRow[]): Promise<void> {
  await tx.query(
    `insert into revision (number_id, wamid, target_wamid, kind, at, body, content, delivery_id, with_contact_id, group_id,
       from_us)
     select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[],
       $7::jsonb[], $8::bigint[], $9::bigint[], $10::text[], $11::boolean[])
     order by 1, 2
     on conflict (number_id, wamid) do nothing`,
    [
      rows.map((row) => row.numberId),
      rows.map((row) => row.wamid),
      rows.map((row) => row.targetWamid),
      rows.map((row) => row.kind),
      rows.map((row) => row.at),
      rows.map((row) => row.body),
      rows.map((row) => row.content),
      rows.map((row) => row.deliveryId),
      rows.map((row) => row.withContactId),
      rows.map((row) => row.groupId),
      rows.map((row) => row.isOurs),
    ],
  );
}

/** Edits and revokes of these messages, whichever came first. What it said at first stays beside the latest words. */
export async function applyRevisions(tx: Db, targets: readonly Target[]): Promise<Touched[]> {
  return tx.query<Touched>(
    `with found as (
       select m.id, r.wamid, r.kind, r.at, r.body, r.content
       from (select distinct * from unnest($1::bigint[], $2::text[]) as d (number_id, wamid)) g
       join revision r on r.number_id = g.number_id and r.target_wamid = g.wamid
       join message m on m.number_id = g.number_id and m.wamid = g.wamid
     ), edit as (
       -- One that could not be read says why and leaves the words that can be.
       select distinct on (id) id, at, body, content from found
       where kind = 'edit' and jsonb_exists(content, 'why') is false order by id, at desc, wamid desc
     ), worded as (
       update message_words w set
         first_body = case when w.first_content is null then w.body else w.first_body end,
         first_content = coalesce(w.first_content, w.content),
         body = edit.body, content = coalesce(w.first_content, w.content) || edit.content
       from edit where w.message_id = edit.id
     )
     update message m set edited_at = marks.edited_at, revoked_at = marks.revoked_at
     from (
       select found.id, max(found.at) filter (where found.kind = 'edit') as edited_at,
         min(found.at) filter (where found.kind = 'revoke') as revoked_at
       from found group by found.id
     ) marks
     where m.id = marks.id
     returning m.conversation_id as "conversationId"`,
    targetColumns(targets),
  );
}
