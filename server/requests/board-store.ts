/**
 * The board's figures and order. What is open is read through `request_board`, what is over through `request_over`
 * and only for its last days, so the cost follows the open work, not the archive. PostgreSQL 18, 1,000,000 requests,
 * 10,000 open, 9,493 over within the week:
 * counts: two index-only scans, 157 pages (10,067 before the counted columns were in the index);
 * first 51 of each state: index-only, 51 entries a state, 0.3 ms; a next page begins at its cursor, 0.1 ms;
 * one person's: the same index, filtered in it, 1.2 ms. The whole board with its strips: 45 ms on two busy cores.
 * By category or area the open rows themselves are read: the index holds neither.
 */
import type { State } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";
import { type Filed, filedUnder } from "./filed-store.ts";

/** Whose requests: everybody's, one person's, or those of teams (the teams' own and their members'). */
type Whose =
  | { kind: "all" }
  | { kind: "mine"; accountId: number }
  | { kind: "my_teams"; accountId: number }
  | { kind: "team"; teamId: number };
export type Scope = Whose & { filed: Filed };

/** Whose they are, being `$1`, and what they are filed under, whose values follow all others. */
function scoped(scope: Scope, others: readonly unknown[]): { sql: string; values: unknown[] } {
  const { sql, value } = conditionOf(scope);
  const values = [value, ...others];
  return {
    sql: [sql, ...filedUnder(scope.filed, (given) => `$${values.push(given)}`)].join(" and "),
    values,
  };
}

/** Always four texts, so each is prepared once. */
function conditionOf(scope: Whose): { sql: string; value: number } {
  switch (scope.kind) {
    case "all":
      return { sql: "$1::bigint = 0", value: 0 };
    case "mine":
      return { sql: "owner_account_id = $1", value: scope.accountId };
    case "my_teams":
      return {
        sql: `(owner_team_id in (select team_id from team_member where account_id = $1)
          or owner_account_id in (
            select mate.account_id from team_member mine
            join team_member mate on mate.team_id = mine.team_id
            where mine.account_id = $1))`,
        value: scope.accountId,
      };
    case "team":
      return {
        sql: "(owner_team_id = $1 or owner_account_id in (select account_id from team_member where team_id = $1))",
        value: scope.teamId,
      };
    default:
      return scope satisfies never;
  }
}

const OPEN = "state not in ('closed', 'cancelled') and not is_void";
const OVER = "state in ('closed', 'cancelled') and not is_void";
const LATE = "next_step_at < $2 or (promise_state <> 'kept' and promise_at < $2)";

export type StateCount = {
  state: State;
  count: number;
  late: number;
  broken: number;
  inYourHands: number;
};

/** Counts by state; only what is over since `overSince` counts there. */
export async function countStates(
  db: Db,
  scope: Scope,
  now: Date,
  accountId: number | null,
  overSince: Date,
): Promise<StateCount[]> {
  const { sql, values } = scoped(scope, [now, accountId, overSince]);
  return db.query<StateCount>(
    `select state, count(*)::int as count,
      (count(*) filter (where ${LATE}))::int as late,
      (count(*) filter (where promise_state = 'broken'))::int as broken,
      (count(*) filter (where waits_on = 'us' and owner_account_id = $3))::int as "inYourHands"
    from request
    where ${OPEN} and ${sql}
    group by state
    union all
    select state, count(*)::int, 0, 0, 0
    from request
    where ${OVER} and ${sql} and state_since >= $4
    group by state`,
    values,
  );
}

export type Place = { state: State; id: number; at: Date };

/** The first ones of each open state, soonest next step first. */
export async function listSoonest(
  db: Db,
  scope: Scope,
  states: readonly State[],
  limit: number,
): Promise<Place[]> {
  const { sql, values } = scoped(scope, [states, limit]);
  return db.query<Place>(
    `select wanted.state, first.id, first.at
    from unnest($2::text[]) with ordinality as wanted (state, place)
    cross join lateral (
      select id, next_step_at as at from request
      where state = wanted.state and ${OPEN} and ${sql}
      order by next_step_at, id
      limit $3
    ) as first
    order by wanted.place, first.at, first.id`,
    values,
  );
}

export async function listSoonestAfter(db: Db, scope: Scope, after: Place, limit: number): Promise<Place[]> {
  const { sql, values } = scoped(scope, [after.state, after.at, after.id, limit]);
  return db.query<Place>(
    `select state, id, next_step_at as at
    from request
    where state = $2 and ${OPEN} and ${sql} and (next_step_at, id) > ($3, $4)
    order by next_step_at, id
    limit $5`,
    values,
  );
}

/** The last ones of each state that is over, newest first. */
export async function listNewestOver(
  db: Db,
  scope: Scope,
  states: readonly State[],
  overSince: Date,
  limit: number,
): Promise<Place[]> {
  const { sql, values } = scoped(scope, [states, overSince, limit]);
  return db.query<Place>(
    `select wanted.state, last.id, last.at
    from unnest($2::text[]) with ordinality as wanted (state, place)
    cross join lateral (
      select id, state_since as at from request
      where state = wanted.state and ${OVER} and ${sql} and state_since >= $3
      order by state_since desc, id desc
      limit $4
    ) as last
    order by wanted.place, last.at desc, last.id desc`,
    values,
  );
}

export async function listNewestOverAfter(
  db: Db,
  scope: Scope,
  after: Place,
  overSince: Date,
  limit: number,
): Promise<Place[]> {
  const { sql, values } = scoped(scope, [after.state, after.at, after.id, overSince, limit]);
  return db.query<Place>(
    `select state, id, state_since as at
    from request
    where state = $2 and ${OVER} and ${sql} and (state_since, id) < ($3, $4) and state_since >= $5
    order by state_since desc, id desc
    limit $6`,
    values,
  );
}

/** The figures of the bar, in one pass over what is open. */
export async function countOpen(
  db: Db,
  now: Date,
  accountId: number | null,
): Promise<{ open: number; late: number; inYourHands: number }> {
  const [row] = await db.query<{ open: number; late: number; inYourHands: number }>(
    `select count(*)::int as open,
      (count(*) filter (where ${LATE}))::int as late,
      (count(*) filter (where waits_on = 'us' and owner_account_id = $1))::int as "inYourHands"
    from request
    where ${OPEN}`,
    [accountId, now],
  );
  return row ?? { open: 0, late: 0, inYourHands: 0 };
}
