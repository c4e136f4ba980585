/** Requests as any screen shows them, by id: whoever asks finds the ids with a plan of their own. */
import type { NextStep, Priority, State, WaitsOn } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type StripRow = {
  id: number;
  version: number;
  title: string;
  place: string | null;
  state: State;
  stateSince: Date;
  returnsTo: State | null;
  categoryId: number | null;
  categoryName: string | null;
  needsWork: boolean | null;
  areaId: number | null;
  areaName: string | null;
  conversationId: number | null;
  clientId: number | null;
  clientName: string | null;
  clientUsername: string | null;
  clientPhone: string | null;
  workerId: number | null;
  workerName: string | null;
  workerUsername: string | null;
  workerPhone: string | null;
  ownerAccountId: number | null;
  ownerTeamId: number | null;
  ownerName: string | null;
  waitsOn: WaitsOn | null;
  nextStep: NextStep | null;
  nextStepText: string | null;
  nextStepAt: Date | null;
  promiseAt: Date | null;
  promiseState: "open" | "kept" | "broken" | null;
  priority: Priority;
  chases: number;
  openedAt: Date;
  linkedTo: number | null;
  unread: boolean;
  windowClosesAt: Date | null;
};

/**
 * In the order of the ids; voided ones are left out. Unread for `accountId` (null: a program, which reads nothing):
 * we heard from the client after this person last looked, or joined.
 */
export async function selectStrips(
  db: Db,
  ids: readonly number[],
  accountId: number | null,
): Promise<StripRow[]> {
  return db.query<StripRow>(
    `select r.id, r.version, title.body as title, place.body as place,
      r.state, r.state_since as "stateSince", r.returns_to as "returnsTo",
      category.id as "categoryId", category.name as "categoryName", category.needs_work as "needsWork",
      area.id as "areaId", area.name as "areaName",
      r.conversation_id as "conversationId",
      client.id as "clientId", client.name as "clientName", client.username as "clientUsername",
      client.phone as "clientPhone",
      worker.id as "workerId", worker.name as "workerName", worker.username as "workerUsername",
      worker.phone as "workerPhone",
      r.owner_account_id as "ownerAccountId", r.owner_team_id as "ownerTeamId",
      coalesce(owner.name, team.name) as "ownerName",
      r.waits_on as "waitsOn", r.next_step as "nextStep", step.body as "nextStepText",
      r.next_step_at as "nextStepAt", r.promise_at as "promiseAt", r.promise_state as "promiseState",
      r.priority, r.chases, r.opened_at as "openedAt", r.linked_to as "linkedTo",
      coalesce(r.last_heard_at > coalesce(seen.seen_at, me.created_at), false) as unread,
      nudge.until as "windowClosesAt"
    from unnest($1::bigint[]) with ordinality as wanted (id, place)
    join request r on r.id = wanted.id
    join words title on title.id = r.title_id
    left join words place on place.id = r.place_id
    left join words step on step.id = r.next_step_text_id
    left join category filed on filed.id = r.category_id
    left join category on category.id = coalesce(filed.counts_as, filed.id)
    left join area lies on lies.id = r.area_id
    left join area on area.id = coalesce(lies.counts_as, lies.id)
    left join contact asked on asked.id = r.contact_id
    left join contact client on client.id = coalesce(asked.merged_into, asked.id)
    left join contact given on given.id = r.worker_contact_id
    left join contact worker on worker.id = coalesce(given.merged_into, given.id)
    left join account owner on owner.id = r.owner_account_id
    left join team on team.id = r.owner_team_id
    left join account me on me.id = $2
    left join conversation place_of on place_of.id = r.conversation_id
    left join window_nudge nudge on nudge.request_id = r.id and r.waits_on <> 'client'
      and r.state not in ('done', 'closed', 'cancelled')
      -- A message since then has opened the window anew.
      and (place_of.last_in_at is null or place_of.last_in_at + interval '24 hours' <= nudge.until)
    left join request_seen seen on seen.account_id = $2 and seen.request_id = r.id
    where not r.is_void
    order by wanted.place`,
    [ids, accountId],
  );
}

/** Never back in time: two tabs of one person may report out of order. */
export async function upsertSeen(tx: Db, accountId: number, requestId: number, now: Date): Promise<void> {
  await tx.query(
    `insert into request_seen (account_id, request_id, seen_at)
    select $1, id, $3 from request where id = $2
    on conflict (account_id, request_id) do update set seen_at = greatest(request_seen.seen_at, excluded.seen_at)`,
    [accountId, requestId, now],
  );
}
