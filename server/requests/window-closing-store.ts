/** Windows of open requests, and who was told that one closes. */
import type { State, WaitsOn } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type Watched = {
  state: State;
  is_void: boolean;
  waits_on: WaitsOn | null;
  conversationId: number | null;
};

export async function lockWatched(tx: Db, requestId: number): Promise<Watched | undefined> {
  const [row] = await tx.query<Watched>(
    `select state, is_void, waits_on, conversation_id as "conversationId" from request where id = $1 for no key update`,
    [requestId],
  );
  return row;
}

/** How long before the end the number of a conversation wants to be told; null where nobody chose. */
export async function selectNudgeMinutes(tx: Db, conversationId: number): Promise<number | null> {
  const [row] = await tx.query<{ minutes: number }>(
    `select t.nudge_minutes as minutes
     from conversation v join number_terms t on t.number_id = v.number_id
     where v.id = $1`,
    [conversationId],
  );
  return row?.minutes ?? null;
}

/** False when this window was told already. */
export async function writeNudge(tx: Db, requestId: number, until: Date, now: Date): Promise<boolean> {
  const told = await tx.query(
    `insert into window_nudge as n (request_id, until, told_at) values ($1, $2, $3)
     on conflict (request_id) do update set until = excluded.until, told_at = excluded.told_at
     where n.until <> excluded.until
     returning request_id`,
    [requestId, until, now],
  );
  return told.length === 1;
}

/**
 * Requests of this person, or of a team of theirs, whose window closes soon. Reads the nudges that are still to end, not
 * the open requests (a join of the two reads all of those): 0.34 ms, 605 buffers for 100 of 10,000 open requests.
 */
export async function countClosing(db: Db, accountId: number, now: Date): Promise<number> {
  const [row] = await db.query<{ count: number }>(
    `select count(*)::integer as count
     from window_nudge n
     cross join lateral (
       select state, is_void, waits_on, conversation_id, owner_account_id, owner_team_id
       from request where id = n.request_id limit 1
     ) r
     left join conversation v on v.id = r.conversation_id
     where n.until > $2 and r.state not in ('done', 'closed', 'cancelled') and not r.is_void
       and r.waits_on <> 'client' and (v.last_in_at is null or v.last_in_at + interval '24 hours' <= n.until)
       and (r.owner_account_id = $1
         or r.owner_team_id in (select team_id from team_member where account_id = $1))`,
    [accountId, now],
  );
  return row?.count ?? 0;
}
