/** Requests of the sample day with all that hangs on them. */
import type { Db } from "../db/pool.ts";

type Requests = readonly number[];

/** Held until the transaction ends, so that nobody moves one while it goes. */
export async function lockRequestsAbout(
  tx: Db,
  about: { conversationIds: readonly number[]; contactIds: readonly number[] },
): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `
    select id
    from request
    where conversation_id = any ($1::bigint[]) or contact_id = any ($2::bigint[])
    order by id
    for update`,
    [about.conversationIds, about.contactIds],
  );
  return rows.map(({ id }) => id);
}

/** Every text they ever had: an event that changed a title names the one before. */
export async function selectWords(tx: Db, ids: Requests): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `
    select distinct id
    from (
      select unnest(array[title_id, place_id, next_step_text_id]) as id
      from request where id = any ($1::bigint[])
      union all
      select unnest(array[text_id, (changes ->> 'title_id')::bigint, (changes ->> 'place_id')::bigint,
        (changes ->> 'next_step_text_id')::bigint])
      from request_event where request_id = any ($1::bigint[])
    ) named
    where id is not null`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

export async function deleteSeen(tx: Db, ids: Requests): Promise<void> {
  await tx.query("delete from request_seen where request_id = any ($1::bigint[])", [ids]);
}

/** Also the sample's messages from a request that stays. */
export async function deleteLinks(tx: Db, ids: Requests, conversationIds: readonly number[]): Promise<void> {
  await tx.query(
    `
    delete from request_message l
    using message m
    where m.id = l.message_id
      and (l.request_id = any ($1::bigint[]) or m.conversation_id = any ($2::bigint[]))`,
    [ids, conversationIds],
  );
}

/** A mending goes as one, also where one of its requests stays. */
export async function deleteMendings(tx: Db, ids: Requests): Promise<void> {
  await tx.query(
    `
    delete from mending where id in (
      select mending_id from mending_part where request_id = any ($1::bigint[]))`,
    [ids],
  );
}

/** Only where the transaction has said that it removes the sample: events are append-only else. */
export async function deleteEvents(tx: Db, ids: Requests): Promise<void> {
  await tx.query("delete from request_event where request_id = any ($1::bigint[])", [ids]);
}

export async function deleteRequests(tx: Db, ids: Requests): Promise<void> {
  await tx.query("delete from request where id = any ($1::bigint[])", [ids]);
}

export async function deleteWords(tx: Db, wordIds: readonly number[]): Promise<void> {
  await tx.query("delete from words where id = any ($1::bigint[])", [wordIds]);
}
