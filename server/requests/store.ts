/** Locks, reads and writes requests and their events, always in sets. */
import type { Priority } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import type { KeptEvent } from "./events.ts";
import { COLUMNS, isInstant, type RequestRow } from "./row.ts";

const NAMES = COLUMNS.join(", ");

/** In id order, so that two batches never wait for each other in a circle. */
export async function lockRequests(tx: Db, ids: readonly number[]): Promise<RequestRow[]> {
  const rows = await tx.query<Record<string, unknown>>(
    `select id, version, ${NAMES} from request where id = any($1::bigint[]) order by id for update`,
    [ids],
  );
  return rows.map(fromDatabase);
}

/** Dates as ISO strings, as events hold them. */
function fromDatabase(row: Record<string, unknown>): RequestRow {
  for (const column of COLUMNS) {
    const value = row[column];
    if (isInstant(column) && value instanceof Date) row[column] = value.toISOString();
  }
  // The select above lists exactly these columns.
  return row as RequestRow;
}

/** Numbers for requests or texts about to be written. */
export async function reserveIds(tx: Db, table: "request" | "words", count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence($1, 'id')) as id from generate_series(1, $2::int)`,
    [table, count],
  );
  return rows.map((row) => row.id);
}

export async function insertWords(
  tx: Db,
  texts: readonly { id: number; body: string }[],
  now: Date,
): Promise<void> {
  if (texts.length === 0) return;
  await tx.query(
    `insert into words (id, body, created_at) overriding system value
    select id, body, $3 from unnest($1::bigint[], $2::text[]) as texts (id, body)`,
    [texts.map((text) => text.id), texts.map((text) => text.body), now],
  );
}

export async function insertRequests(tx: Db, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `insert into request (id, version, ${NAMES}) overriding system value
    select id, version, ${NAMES} from jsonb_populate_recordset(null::request, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

export async function updateRequests(tx: Db, rows: readonly RequestRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `update request set version = changed.version, ${COLUMNS.map((name) => `${name} = changed.${name}`).join(", ")}
    from jsonb_populate_recordset(null::request, $1::jsonb) as changed
    where request.id = changed.id`,
    [JSON.stringify(rows)],
  );
}

export async function insertEvents(
  tx: Db,
  events: readonly (KeptEvent & { request_id: number })[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `insert into request_event
      (request_id, seq, at, recorded_at, kind, actor_kind, actor_id, through, changes, facts, text_id)
    select request_id, seq, at, recorded_at, kind, actor_kind, actor_id, through, changes, facts, text_id
    from jsonb_populate_recordset(null::request_event, $1::jsonb)`,
    [JSON.stringify(events)],
  );
}

/** All events of these requests, each in order. */
export async function listEvents(
  db: Db,
  ids: readonly number[],
): Promise<(KeptEvent & { request_id: number })[]> {
  const rows = await db.query<
    Omit<KeptEvent, "at" | "recorded_at"> & { request_id: number; at: Date; recorded_at: Date }
  >(
    `select request_id, seq, at, recorded_at, kind, actor_kind, actor_id, through, changes, facts, text_id
    from request_event
    where request_id = any($1::bigint[])
    order by request_id, seq`,
    [ids],
  );
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    recorded_at: row.recorded_at.toISOString(),
  }));
}

/** Which of these people are not here any more, and all teams that were put away, with the one each went into. */
export async function listGone(
  tx: Db,
  accountIds: readonly number[],
): Promise<{ kind: "account" | "team"; id: number; into: number | null }[]> {
  return tx.query(
    `select 'account' as kind, id, null::bigint as into
    from account where id = any($1::bigint[]) and not is_active
    union all
    select 'team', id, merged_into from team where archived_at is not null`,
    [accountIds],
  );
}

/**
 * What a command points to, and whether it is there: a person is told, instead of a constraint failing. Whoever is
 * given a request stays until the transaction ends, so that nobody leaves with one that was just handed to them.
 */
export async function findReferences(
  tx: Db,
  wanted: { accounts: number[]; teams: number[]; workers: number[] },
): Promise<{ accounts: number[]; teams: number[]; workers: number[] }> {
  const [found] = await tx.query<{ accounts: number[]; teams: number[]; workers: number[] }>(
    `select
      array(select id from account where id = any($1::bigint[]) and is_active for share)::float8[] as accounts,
      array(select id from team where id = any($2::bigint[]) and archived_at is null for share)::float8[] as teams,
      array(select given.id from contact given
        join contact whole on whole.id = coalesce(given.merged_into, given.id)
        where given.id = any($3::bigint[]) and 'worker' = any(whole.kinds))::float8[] as workers`,
    [wanted.accounts, wanted.teams, wanted.workers],
  );
  return found ?? { accounts: [], teams: [], workers: [] };
}

/** A category, as itself or as the one it was merged into. */
export type Kind = {
  id: number;
  name: string;
  needsWork: boolean;
  priority: Priority;
  countsAs: number;
  isArchived: boolean;
};

/** Also those put away: requests may still be filed under them. What is asked of work is asked by the one they count as. */
export async function listCategories(db: Db): Promise<Kind[]> {
  return db.query<Kind>(
    `select filed.id, filed.name, shown.needs_work as "needsWork", filed.priority,
      shown.id as "countsAs",
      filed.archived_at is not null as "isArchived"
    from category filed
    join category shown on shown.id = coalesce(filed.counts_as, filed.id)
    order by filed.id`,
  );
}

/** Where each of these areas is found now; put away: absent, unless it went into another. */
export async function listAreas(db: Db, ids: readonly number[]): Promise<{ id: number; countsAs: number }[]> {
  return db.query<{ id: number; countsAs: number }>(
    `select lies.id, shown.id as "countsAs"
    from area lies
    join area shown on shown.id = coalesce(lies.counts_as, lies.id)
    where lies.id = any($1::bigint[]) and shown.archived_at is null`,
    [ids],
  );
}

/** The team that holds what nobody took: the first one, whatever it is called now. */
export async function findIntakeTeam(db: Db): Promise<number> {
  const [team] = await db.query<{ id: number }>("select id from team order by id limit 1");
  if (!team) throw new Error("there is no team");
  return team.id;
}

/** Names for a refusal or an event line. */
export async function namesOf(
  db: Db,
  wanted: { accounts: readonly number[]; contacts: readonly number[]; tokens: readonly number[] },
): Promise<{ kind: "account" | "contact" | "token"; id: number; name: string | null }[]> {
  return db.query(
    `select 'account' as kind, id, name from account where id = any($1::bigint[])
    union all
    select 'contact', given.id, coalesce(whole.name, whole.username, '+' || whole.phone)
    from contact given
    join contact whole on whole.id = coalesce(given.merged_into, given.id)
    where given.id = any($2::bigint[])
    union all
    select 'token', id, name from api_token where id = any($3::bigint[])`,
    [wanted.accounts, wanted.contacts, wanted.tokens],
  );
}
