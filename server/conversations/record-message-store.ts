/** Conversations and messages, a set at a time. */
import { bigints, booleans, instants, jsons, strings } from "../db/arrays.ts";
import type { Db } from "../db/pool.ts";
import type { CameBy } from "../whatsapp/payload-events.ts";
import type { MessageRow } from "./record-rules.ts";

export type Place = { numberId: number; contactId: number | null; groupId: string | null };
export type PlacedConversation = Place & { id: number };

/** In order of their ids: two recorders with the same conversations wait for each other, never in a ring. */
export async function lockConversations(
  tx: Db,
  places: readonly Place[],
  alsoIds: readonly number[],
): Promise<PlacedConversation[]> {
  return tx.query<PlacedConversation>(
    `select c.id, c.number_id as "numberId", c.contact_id as "contactId", c.group_id as "groupId"
     from conversation c
     where c.id in (
       select d.id from unnest($1::bigint[], $2::bigint[]) as g (number_id, contact_id)
         join conversation d on d.number_id = g.number_id and d.contact_id = g.contact_id
       union all
       select d.id from unnest($1::bigint[], $3::text[]) as g (number_id, group_id)
         join conversation d on d.number_id = g.number_id and d.group_id = g.group_id
       union all
       select unnest($4::bigint[])
     )
     order by c.id for no key update of c`,
    [...placeColumns(places), bigints(alsoIds)],
  );
}

export async function addConversations(
  tx: Db,
  places: readonly Place[],
  now: Date,
): Promise<PlacedConversation[]> {
  return tx.query<PlacedConversation>(
    `insert into conversation (number_id, contact_id, group_id, created_at)
     select number_id, contact_id, group_id, $4
     from unnest($1::bigint[], $2::bigint[], $3::text[]) as g (number_id, contact_id, group_id)
     order by 1, 2, 3
     on conflict do nothing
     returning id, number_id as "numberId", contact_id as "contactId", group_id as "groupId"`,
    [...placeColumns(places), now],
  );
}

const placeColumns = (places: readonly Place[]): unknown[] => [
  bigints(places.map(({ numberId }) => numberId)),
  bigints(places.map(({ contactId }) => contactId)),
  strings(places.map(({ groupId }) => groupId)),
];

export type WrittenMessage = { id: number; numberId: number; wamid: string };

/** To each delivery so many numbers: more than a body can hold messages. */
const IDS_OF_DELIVERY = 65_536;

/**
 * Those already here are left as they are and not returned. Numbered after their delivery, in the order given: within
 * one of WhatsApp's seconds the thread is in the order in which things came, whoever writes first.
 */
export async function addMessages(tx: Db, rows: readonly MessageRow[], now: Date): Promise<WrittenMessage[]> {
  return tx.query<WrittenMessage>(
    `with given as (
       select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[],
         $7::boolean[], $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[],
         $14::text[], $15::jsonb[]) with ordinality
         as g (conversation_id, number_id, wamid, contact_id, side, kind, from_phone, said_at, quoted_wamid,
           send_state, triage, came_by, delivery_id, body, content, place)
     ), added as (
       insert into message (id, conversation_id, number_id, wamid, contact_id, side, kind, from_phone, said_at,
         recorded_at, quoted_wamid, send_state, send_state_at, triage, came_by, delivery_id)
       select id, conversation_id, number_id, wamid, contact_id, side, kind, from_phone, said_at, $16, quoted_wamid,
         send_state, case when send_state is not null then said_at end, triage, came_by, delivery_id
       from given join unnest($17::bigint[]) with ordinality as n (id, place) using (place) order by place
       on conflict (number_id, wamid) do nothing
       returning id, number_id, wamid
     ), worded as (
       insert into message_words (message_id, body, content)
       select added.id, given.body, given.content from added join given using (number_id, wamid)
     )
     select id, number_id as "numberId", wamid from added`,
    [...messageColumns(rows), now, bigints(idsOf(rows))],
  );
}

function idsOf(rows: readonly MessageRow[]): number[] {
  const taken = new Map<number, number>();
  return rows.map(({ deliveryId }) => {
    const n = taken.get(deliveryId) ?? 0;
    taken.set(deliveryId, n + 1);
    return deliveryId * IDS_OF_DELIVERY + n;
  });
}

const messageColumns = (rows: readonly MessageRow[]): unknown[] => [
  bigints(rows.map((row) => row.conversationId)),
  bigints(rows.map((row) => row.numberId)),
  strings(rows.map((row) => row.wamid)),
  bigints(rows.map((row) => row.contactId)),
  strings(rows.map((row) => row.side)),
  strings(rows.map((row) => row.kind)),
  booleans(rows.map((row) => row.fromPhone)),
  instants(rows.map((row) => row.saidAt)),
  strings(rows.map((row) => row.quotedWamid)),
  strings(rows.map((row) => row.sendState)),
  strings(rows.map((row) => row.triage)),
  strings(rows.map((row) => row.cameBy)),
  bigints(rows.map((row) => row.deliveryId)),
  strings(rows.map((row) => row.body)),
  jsons(rows.map((row) => row.content)),
];

export type ExistingMessage = WrittenMessage & { cameBy: CameBy | "us"; kind: string };

export async function lockExisting(
  tx: Db,
  keys: readonly { numberId: number; wamid: string }[],
): Promise<ExistingMessage[]> {
  return tx.query<ExistingMessage>(
    `select m.id, m.number_id as "numberId", m.wamid, m.came_by as "cameBy", m.kind
     from unnest($1::bigint[], $2::text[]) as g (number_id, wamid)
     join message m on m.number_id = g.number_id and m.wamid = g.wamid
     order by m.id for update of m`,
    [bigints(keys.map(({ numberId }) => numberId)), strings(keys.map(({ wamid }) => wamid))],
  );
}

/** A stronger copy takes the place of a weaker one; what was sorted stays sorted. */
export async function replaceMessages(tx: Db, rows: readonly (MessageRow & { id: number })[]): Promise<void> {
  await tx.query(
    `with given as (
       select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[],
         $7::boolean[], $8::timestamptz[], $9::text[], $10::text[], $11::text[], $12::text[], $13::bigint[],
         $14::text[], $15::jsonb[], $16::bigint[])
         as g (conversation_id, number_id, wamid, contact_id, side, kind, from_phone, said_at, quoted_wamid,
           send_state, triage, came_by, delivery_id, body, content, id)
     ), worded as (
       update message_words w set body = g.body, content = g.content, first_body = null, first_content = null
       from given g where w.message_id = g.id
     )
     update message m set conversation_id = g.conversation_id, contact_id = g.contact_id, side = g.side,
       kind = g.kind, from_phone = g.from_phone, said_at = g.said_at, quoted_wamid = g.quoted_wamid,
       send_state = g.send_state, send_state_at = case when g.send_state is not null then g.said_at end,
       send_error = null, triage = coalesce(m.triage, g.triage), came_by = g.came_by,
       delivery_id = g.delivery_id, edited_at = null
     from given g where m.id = g.id`,
    [...messageColumns(rows), bigints(rows.map(({ id }) => id))],
  );
}

/** Times only move outward: forward to the last word, back to the first. */
export async function moveConversations(
  tx: Db,
  moves: readonly { id: number; firstAt: Date; lastAt: Date; lastInAt: Date | null }[],
): Promise<void> {
  await tx.query(
    `update conversation c set last_message_at = greatest(c.last_message_at, g.last_at),
       last_in_at = greatest(c.last_in_at, g.last_in_at), created_at = least(c.created_at, g.first_at)
     from unnest($1::bigint[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[])
       as g (id, first_at, last_at, last_in_at)
     where c.id = g.id`,
    [
      bigints(moves.map(({ id }) => id)),
      instants(moves.map(({ firstAt }) => firstAt)),
      instants(moves.map(({ lastAt }) => lastAt)),
      instants(moves.map(({ lastInAt }) => lastInAt)),
    ],
  );
}

export type NewMedia = {
  messageId: number;
  numberId: number;
  mediaId: string;
  mimeType: string;
  sha256: string | null;
  /** WhatsApp has dropped the bytes already. */
  isGone: boolean;
};

/** Ids of those that are still to be had. */
export async function addMedia(tx: Db, media: readonly NewMedia[], now: Date): Promise<number[]> {
  const rows = await tx.query<{ id: number; state: string }>(
    `insert into media (message_id, number_id, media_id, mime_type, sha256, state, reason, created_at)
     select message_id, number_id, media_id, mime_type, sha256, case when is_gone then 'failed' else 'waiting' end,
       case when is_gone then 'expired' end, $7
     from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::boolean[])
       as g (message_id, number_id, media_id, mime_type, sha256, is_gone)
     on conflict (message_id) do nothing
     returning id, state`,
    [
      bigints(media.map(({ messageId }) => messageId)),
      bigints(media.map(({ numberId }) => numberId)),
      strings(media.map(({ mediaId }) => mediaId)),
      strings(media.map(({ mimeType }) => mimeType)),
      strings(media.map(({ sha256 }) => sha256)),
      booleans(media.map(({ isGone }) => isGone)),
      now,
    ],
  );
  return rows.filter(({ state }) => state === "waiting").map(({ id }) => id);
}
