/** What only a request's own page shows: its events with names, and its messages. */
import type { Db } from "../db/pool.ts";
import type { KeptEvent } from "./events.ts";

export type HistoryRow = KeptEvent & {
  text: string | null;
  actorName: string | null;
  actorUsername: string | null;
  actorPhone: string | null;
};

export async function listHistory(db: Db, requestId: number): Promise<HistoryRow[]> {
  const rows = await db.query<Omit<HistoryRow, "at" | "recorded_at"> & { at: Date; recorded_at: Date }>(
    `select e.seq, e.at, e.recorded_at, e.kind, e.actor_kind, e.actor_id, e.through, e.changes, e.facts, e.text_id,
      words.body as text,
      coalesce(account.name, api_token.name, contact.name) as "actorName",
      contact.username as "actorUsername", contact.phone as "actorPhone"
    from request_event e
    left join words on words.id = e.text_id
    left join account on e.actor_kind = 'account' and account.id = e.actor_id
    left join api_token on e.actor_kind = 'token' and api_token.id = e.actor_id
    left join contact acted on e.actor_kind = 'contact' and acted.id = e.actor_id
    left join contact on contact.id = coalesce(acted.merged_into, acted.id)
    where e.request_id = $1
    order by e.seq`,
    [requestId],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    recorded_at: row.recorded_at.toISOString(),
  }));
}

export async function listMessageIds(db: Db, requestId: number): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select message.id
    from request_message
    join message on message.id = request_message.message_id
    where request_message.request_id = $1
    order by message.said_at, message.id`,
    [requestId],
  );
  return rows.map((row) => row.id);
}

export type RequestLink = { contactId: number | null; linkedTo: number | null; mergedInto: number | null };

export async function findLink(db: Db, requestId: number): Promise<RequestLink | undefined> {
  const [row] = await db.query<RequestLink>(
    `select contact_id as "contactId", linked_to as "linkedTo",
      merged_into as "mergedInto"
    from request where id = $1 and not is_void`,
    [requestId],
  );
  return row;
}

export type PartyRow = {
  contactId: number;
  name: string | null;
  username: string | null;
  phone: string | null;
  conversationId: number;
  number: string;
};

/** Whose words a request holds, one row for a person on a number; its own client first. */
export async function listParties(db: Db, requestId: number): Promise<PartyRow[]> {
  return db.query<PartyRow>(
    `with held as (
      select distinct m.conversation_id as id
      from request_message l join message m on m.id = l.message_id
      where l.request_id = $1
    ), own as (
      select conversation_id as id from request where id = $1 and conversation_id is not null
    ), party as (
      select distinct on (v.number_id, c.id) c.id as "contactId", c.name, c.username, c.phone,
        v.id as "conversationId", n.name as number, own.id is not null as "isOwn"
      from (select id from held union select id from own) as place
      join conversation v on v.id = place.id
      join number n on n.id = v.number_id
      join contact said on said.id = v.contact_id
      join contact c on c.id = coalesce(said.merged_into, said.id)
      left join own on own.id = v.id
      order by v.number_id, c.id, own.id nulls last, v.id
    )
    select "contactId", name, username, phone, "conversationId", number
    from party
    order by "isOwn" desc, "conversationId"`,
    [requestId],
  );
}

/** Messages sorted to a request; said twice is said once. */
export async function linkMessages(tx: Db, requestId: number, messageIds: readonly number[]): Promise<void> {
  await tx.query(
    `insert into request_message (request_id, message_id)
    select $1, id from unnest($2::bigint[]) as said (id)
    on conflict (request_id, message_id) do nothing`,
    [requestId, messageIds],
  );
}

export async function unlinkMessages(
  tx: Db,
  requestId: number,
  messageIds: readonly number[],
): Promise<void> {
  await tx.query("delete from request_message where request_id = $1 and message_id = any($2::bigint[])", [
    requestId,
    messageIds,
  ]);
}

export async function namesOfFacts(
  db: Db,
  wanted: {
    accounts: number[];
    teams: number[];
    contacts: number[];
    categories: number[];
    areas: number[];
    rules: number[];
  },
): Promise<{ kind: string; id: number; name: string | null }[]> {
  return db.query(
    `select 'account' as kind, id, name from account where id = any($1::bigint[])
    union all
    select 'team', id, name from team where id = any($2::bigint[])
    union all
    select 'worker', given.id, coalesce(worker.name, '@' || worker.username, '+' || worker.phone)
    from contact given
    join contact worker on worker.id = coalesce(given.merged_into, given.id)
    where given.id = any($3::bigint[])
    union all
    select 'category', id, name from category where id = any($4::bigint[])
    union all
    select 'area', id, name from area where id = any($5::bigint[])
    union all
    select 'rule', id, name from house_rule where id = any($6::bigint[])`,
    [wanted.accounts, wanted.teams, wanted.contacts, wanted.categories, wanted.areas, wanted.rules],
  );
}
