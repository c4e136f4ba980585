/** Reads last week's messages for a dry run, newest first, a slice at a time. */

import type { DecisionKind } from "../../shared/api/tray.ts";
import type { Priority } from "../../shared/request.ts";
import type { Db } from "../db/pool.ts";

export type WeekMessage = {
  id: number;
  conversationId: number;
  contactId: number | null;
  contactName: string | null;
  contactUsername: string | null;
  contactPhone: string | null;
  kind: string;
  saidAt: Date;
  recordedAt: Date;
  isTheirs: boolean;
  text: string | null;
  place: string | null;
  decisionId: number | null;
};

/** What of a message's words is looked at: rules look for words, not for essays. */
const LETTERS = 2_000;

/**
 * Messages before `beforeId` in the order of arrival, `limit` of them whoever wrote them: so a slice costs the same
 * however few were the clients'. Those that were never for the tray come without words. PostgreSQL 18, 400,000
 * messages, a slice of 1,000: the primary key backward, 29 pages, then one page of words each; 12 ms.
 */
export async function readSlice(db: Db, beforeId: number, limit: number): Promise<WeekMessage[]> {
  return db.query<WeekMessage>(
    `with slice as (
      select m.id, m.conversation_id, m.contact_id, m.kind, m.said_at, m.recorded_at,
        m.triage is not null and m.side in ('client', 'worker') as is_theirs
      from message m where m.id < $1 order by m.id desc limit $2
    )
    select s.id, s.conversation_id as "conversationId", c.id as "contactId", c.name as "contactName",
      c.username as "contactUsername", c.phone as "contactPhone", s.kind, s.said_at as "saidAt",
      s.recorded_at as "recordedAt", s.is_theirs as "isTheirs",
      left(coalesce(w.body, w.content -> 'choice' ->> 'title'), $3) as text,
      coalesce(w.content -> 'location' ->> 'name', w.content -> 'location' ->> 'address') as place,
      decided.id as "decisionId"
    from slice s
    left join conversation v on v.id = s.conversation_id and s.is_theirs
    left join contact spoke on spoke.id = coalesce(v.contact_id, s.contact_id) and s.is_theirs
    left join contact c on c.id = coalesce(spoke.merged_into, spoke.id)
    left join message_words w on w.message_id = s.id and s.is_theirs
    left join lateral (
      select d.id from decision_message dm join decision d on d.id = dm.decision_id
      where dm.message_id = s.id and d.undone_at is null and s.is_theirs
      order by d.id desc limit 1
    ) as decided on true
    order by s.id desc`,
    [beforeId, limit, LETTERS],
  );
}

export type DecidedRow = {
  id: number;
  kind: DecisionKind;
  at: Date;
  requestId: number | null;
  categoryId: number | null;
  priority: Priority | null;
  place: string | null;
  ownerKind: "account" | "team" | null;
  ownerId: number | null;
  ownerName: string | null;
};

/** What people made of it, as the request stands now: with their later corrections. */
export async function listDecided(db: Db, ids: readonly number[]): Promise<DecidedRow[]> {
  return db.query<DecidedRow>(
    `select d.id, d.kind, d.at, r.id as "requestId", r.category_id as "categoryId", r.priority, place.body as place,
      case when r.owner_account_id is not null then 'account' when r.owner_team_id is not null then 'team' end
        as "ownerKind",
      coalesce(r.owner_account_id, r.owner_team_id) as "ownerId", coalesce(a.name, t.name) as "ownerName"
    from decision d
    left join request r on r.id = d.request_id
    left join words place on place.id = r.place_id
    left join account a on a.id = r.owner_account_id
    left join team t on t.id = r.owner_team_id
    where d.id = any($1::bigint[])`,
    [ids],
  );
}
