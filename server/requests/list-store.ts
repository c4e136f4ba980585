/** Requests by words, state or contact, newest first. */
import { isOpen, type State } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { type Filed, filedUnder } from "./filed-store.ts";

export type Search = {
  state: State | "open" | "all";
  contactId: number | null;
  /** Only ids below this. */
  below: number | null;
  /** Only ids from this on. */
  from: number | null;
  filed?: Filed;
  /** Held by it or by somebody in it. */
  teamId?: number | null;
};
export type Words = { pattern: string; digits: string | null; id: number | null };

/** Of a contact and of all that were found to be the same person, by whichever of their ids. */
const ofPerson = (contactId: string): string => `contact_id = any (array(
      select coalesce(merged_into, id) from contact where id = ${contactId}
      union all
      select part.id from contact named
        join contact part on part.merged_into = coalesce(named.merged_into, named.id)
      where named.id = ${contactId}))`;

const ofTeam = (teamId: string): string =>
  `(owner_team_id = ${teamId}
    or owner_account_id in (select account_id from team_member where team_id = ${teamId}))`;

/** Few fixed texts rather than one with everything optional: the plans differ, and each is prepared once. */
function conditionsOf(search: Search, value: (given: unknown) => string): string {
  const where = ["not is_void"];
  // Said for a single open state too: only then its partial index can be used.
  if (search.state === "open" || (search.state !== "all" && isOpen(search.state)))
    where.push("state not in ('closed', 'cancelled')");
  if (search.state !== "open" && search.state !== "all") where.push(`state = ${value(search.state)}`);
  if (search.contactId !== null) where.push(ofPerson(value(search.contactId)));
  if (search.below !== null) where.push(`id < ${value(search.below)}`);
  if (search.from !== null) where.push(`id >= ${value(search.from)}`);
  if (search.filed) where.push(...filedUnder(search.filed, value));
  if (search.teamId != null) where.push(ofTeam(value(search.teamId)));
  return where.join(" and ");
}

export async function findRequestIds(db: Db, search: Search, limit: number): Promise<number[]> {
  const values: unknown[] = [limit];
  const where = conditionsOf(search, (given) => `$${values.push(given)}`);
  const rows = await db.query<{ id: number }>(
    `select id from request where ${where} order by id desc limit $1`,
    values,
  );
  return rows.map((row) => row.id);
}

/**
 * Those in which a text, the client's name or a part of the number matches. What may match is drawn first: left to
 * itself a general plan walks the whole archive by id (4 s against 0.1 s with a million, when nothing matches).
 */
export async function findByWords(
  db: Db,
  search: Search,
  { pattern, digits, id }: Words,
  limit: number,
): Promise<number[]> {
  const values: unknown[] = [limit, pattern, digits, id];
  const where = conditionsOf(search, (given) => `$${values.push(given)}`);
  const rows = await db.query<{ id: number }>(
    `with candidate as materialized (
      select id, title_id, place_id, contact_id from request where ${where}
    )
    select candidate.id
    from candidate
    join words title on title.id = candidate.title_id
    left join words place on place.id = candidate.place_id
    left join contact asked on asked.id = candidate.contact_id
    left join contact client on client.id = coalesce(asked.merged_into, asked.id)
    where title.body ilike $2 or place.body ilike $2 or client.name ilike $2 or client.username ilike $2
      or client.phone like $3 or candidate.id = $4
    order by candidate.id desc
    limit $1`,
    values,
  );
  return rows.map((row) => row.id);
}

export async function findNewestId(db: Db): Promise<number> {
  const [row] = await db.query<{ id: number | null }>("select max(id) as id from request");
  return row?.id ?? 0;
}

/** Whoever said more about other things since then is asked which request they mean. */
const LATEST = 200;

/**
 * Open requests of one contact, and those over since then; also those of somebody else that hold a word of theirs (a
 * landlord's in a tenant's request). What was merged goes on elsewhere. Freshest word first: 3 ms and 838 buffers for
 * somebody with 5,000 messages among 405,000, and 200,000 requests.
 */
export async function listOfContact(db: Db, contactId: number, overSince: Date | null): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select id from request
    where (${ofPerson("$1")} or id = any (array(
        select distinct l.request_id
        from conversation v
        cross join lateral (
          select m.id from message m where m.conversation_id = v.id order by m.said_at desc, m.id desc
          limit ${LATEST}
        ) latest
        join request_message l on l.message_id = latest.id
        where v.${ofPerson("$1")})))
      and not is_void and merged_into is null
      and (state not in ('closed', 'cancelled') or state_since >= $2)
    order by coalesce(last_client_message_at, opened_at) desc, id desc
    limit 50`,
    [contactId, overSince],
  );
  return rows.map((row) => row.id);
}
