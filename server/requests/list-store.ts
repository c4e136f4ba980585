/** Requests by words, state or contact, newest first. */
import type { State } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type Search = {
  state: State | "open" | "all";
  contactId: number | null;
  /** What to look for; null for everything. */
  words: { pattern: string; digits: string | null; id: number | null } | null;
  /** The last request of the page before. */
  after: number | null;
  /** Leave out what was over before this. */
  overSince?: Date;
};

/** Few fixed texts rather than one with everything optional: the plans differ, and each is prepared once. */
export async function findRequestIds(db: Db, search: Search, limit: number): Promise<number[]> {
  const values: unknown[] = [limit];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const where = ["not r.is_void"];
  if (search.state === "open") where.push("r.state not in ('closed', 'cancelled')");
  else if (search.state !== "all") where.push(`r.state = ${value(search.state)}`);
  if (search.contactId !== null) where.push(`r.contact_id = ${value(search.contactId)}`);
  if (search.after !== null) where.push(`r.id < ${value(search.after)}`);
  if (search.overSince)
    where.push(`(r.state in ('closed', 'cancelled') and r.state_since >= ${value(search.overSince)})`);
  if (search.words) {
    const { pattern, digits, id } = search.words;
    const like = value(pattern);
    where.push(`(title.body ilike ${like} or place.body ilike ${like}
      or client.name ilike ${like} or client.username ilike ${like}
      or client.phone like ${value(digits)} or r.id = ${value(id)})`);
  }
  const rows = await db.query<{ id: number }>(
    `select r.id
    from request r
    ${
      search.words
        ? `join words title on title.id = r.title_id
    left join words place on place.id = r.place_id
    left join contact client on client.id = r.contact_id`
        : ""
    }
    where ${where.join(" and ")}
    order by r.id desc
    limit $1`,
    values,
  );
  return rows.map((row) => row.id);
}

/** Open requests of one contact, and those over since then; freshest word first. */
export async function listOfContact(db: Db, contactId: number, overSince: Date | null): Promise<number[]> {
  const rows = await db.query<{ id: number }>(
    `select id from request
    where contact_id = $1 and not is_void
      and (state not in ('closed', 'cancelled') or state_since >= $2)
    order by coalesce(last_client_message_at, opened_at) desc, id desc
    limit 50`,
    [contactId, overSince],
  );
  return rows.map((row) => row.id);
}
