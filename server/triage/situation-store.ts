/** What stood when somebody wrote: their requests, what was said in them last, what is usual for them. By index alone. */
import type { Priority, State, WaitsOn } from "../../shared/request.ts";
import type { Label } from "../../shared/trade.ts";
import type { Db } from "../db/pool.ts";

const partsOf = (person: string): string =>
  `select ${person}::bigint as id union all select part.id from contact part where part.merged_into = ${person}`;

export type StandingRow = {
  id: number;
  title: string;
  place: string | null;
  state: State;
  waitsOn: WaitsOn | null;
  label: string | null;
  openedAt: Date;
  lastEventAt: Date;
  /** Last first; words taken back or blanked are left out. */
  texts: string[];
  lastBy: "client" | "us" | null;
  lastSaidAt: Date | null;
};

/**
 * Open requests of a person and those over since `overSince`, the freshest first, with the last words of each: the last
 * event by the primary key, the last messages by the end of theirs.
 */
export async function listStanding(
  db: Db,
  of: { contactId: number; overSince: Date; without: readonly number[] },
): Promise<StandingRow[]> {
  return db.query<StandingRow>(
    `select r.id, title.body as title, place.body as place, r.state, r.waits_on as "waitsOn",
      category.label, r.opened_at as "openedAt",
      greatest(coalesce(said.at, r.opened_at), coalesce(last_event.at, r.opened_at)) as "lastEventAt",
      coalesce(said.texts, '{}') as texts, said.by as "lastBy", said.at as "lastSaidAt"
    from request r
    join words title on title.id = r.title_id
    left join words place on place.id = r.place_id
    left join category on category.id = r.category_id
    left join request_event last_event on last_event.request_id = r.id and last_event.seq = r.version
    left join lateral (
      select array_agg(one.body order by one.said_at desc, one.id desc) filter (where one.body <> '') as texts,
        (array_agg(case when one.side in ('client', 'worker') then 'client' else 'us' end
          order by one.said_at desc, one.id desc))[1] as by,
        max(one.said_at) as at
      from (
        select m.id, m.said_at, m.side, case when m.revoked_at is null then w.body end as body
        from request_message rm
        join message m on m.id = rm.message_id
        left join message_words w on w.message_id = m.id
        where rm.request_id = r.id and m.id <> all($3::bigint[])
        order by rm.message_id desc
        limit 8
      ) as one
    ) as said on true
    where (r.contact_id in (${partsOf("$1")}) or r.id in (
        -- Somebody else's that holds a word of theirs, as a tenant's does of the landlord.
        select l.request_id
        from conversation v
        cross join lateral (
          select m.id from message m where m.conversation_id = v.id order by m.said_at desc, m.id desc limit 200
        ) latest
        join request_message l on l.message_id = latest.id
        where v.contact_id in (${partsOf("$1")})))
      and not r.is_void
      -- What was merged goes on in another.
      and r.merged_into is null
      and (r.state not in ('closed', 'cancelled') or r.state_since >= $2)
    order by coalesce(r.last_client_message_at, r.opened_at) desc, r.id desc
    limit 12`,
    [of.contactId, of.overSince, of.without],
  );
}

export type ThreadRow = {
  /** When the client spoke last before it. */
  clientAt: Date | null;
  ourText: string | null;
  ourAt: Date | null;
  /** Requests that our last words there were written for. */
  ourRequestIds: number[];
  /** Of the number they wrote to; null where nobody has said it. */
  timeZone: string | null;
};

/** The end of the thread before these messages, by `message_thread`. */
export async function readThreadBefore(
  db: Db,
  of: { conversationId: number; before: Date; without: readonly number[] },
): Promise<ThreadRow> {
  const [row] = await db.query<ThreadRow>(
    `select theirs.said_at as "clientAt", ours.body as "ourText", ours.said_at as "ourAt",
      coalesce((select array_agg(request_id) from request_message where message_id = ours.id), '{}')::float8[]
        as "ourRequestIds",
      (select f.time_zone from conversation v join first_words f on f.number_id = v.number_id where v.id = $1)
        as "timeZone"
    from (select 1) as one
    left join lateral (
      select m.said_at from message m
      where m.conversation_id = $1 and m.said_at <= $2 and m.side in ('client', 'worker') and m.id <> all($3::bigint[])
      order by m.said_at desc, m.id desc limit 1
    ) as theirs on true
    left join lateral (
      select m.id, m.said_at, w.body from message m
      left join message_words w on w.message_id = m.id
      where m.conversation_id = $1 and m.said_at <= $2 and m.side in ('staff', 'bot') and m.kind <> 'system'
      order by m.said_at desc, m.id desc limit 1
    ) as ours on true`,
    [of.conversationId, of.before, of.without],
  );
  return row ?? { clientAt: null, ourText: null, ourAt: null, ourRequestIds: [], timeZone: null };
}

/** Requests that these messages were sorted to, or written for. */
export async function listRequestsOfMessages(db: Db, messageIds: readonly number[]): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const rows = await db.query<{ id: number }>(
    `select distinct r.id from request_message rm join request r on r.id = rm.request_id and not r.is_void
    where rm.message_id = any($1::bigint[])`,
    [messageIds],
  );
  return rows.map(({ id }) => id);
}

export type UsualRow = {
  place: string | null;
  placeCount: number;
  accountId: number | null;
  accountName: string | null;
  accountCount: number;
  count: number;
};

/** Of this person's last five requests: the place and the person that most of them had. */
export async function readUsual(db: Db, contactId: number): Promise<UsualRow> {
  const [row] = await db.query<UsualRow>(
    `with lately as (
      select r.place_id, r.owner_account_id from request r
      where r.contact_id in (${partsOf("$1")}) and not r.is_void
      order by r.opened_at desc
      limit 5
    ), place as (
      select words.body, count(*)::int as count from lately join words on words.id = lately.place_id
      where words.body <> '' group by words.body order by count(*) desc, words.body limit 1
    ), owner as (
      select account.id, account.name, count(*)::int as count
      from lately join account on account.id = lately.owner_account_id and account.is_active
      group by account.id, account.name order by count(*) desc, account.id limit 1
    )
    select place.body as place, coalesce(place.count, 0) as "placeCount", owner.id as "accountId",
      owner.name as "accountName", coalesce(owner.count, 0) as "accountCount",
      (select count(*)::int from lately) as count
    from (select 1) as one left join place on true left join owner on true`,
    [contactId],
  );
  return row ?? { place: null, placeCount: 0, accountId: null, accountName: null, accountCount: 0, count: 0 };
}

export type KindRow = {
  id: number;
  name: string;
  label: Label;
  priority: Priority;
  teamId: number | null;
  teamName: string | null;
  /** The one it is counted as now, when it was merged into another. */
  countsAs: number;
  isInUse: boolean;
};

/** All categories, those put away too: what was once decided under them is still an example. */
export async function listKinds(db: Db): Promise<KindRow[]> {
  return db.query<KindRow>(
    `select c.id, c.name, c.label, c.priority, team.id as "teamId", team.name as "teamName",
      coalesce(c.counts_as, c.id) as "countsAs", c.archived_at is null as "isInUse"
    from category c left join team on team.id = c.team_id and team.archived_at is null
    order by c.id`,
  );
}

export type HolderRow = { kind: "account" | "team"; id: number; name: string };

/** People and teams that are here. */
export async function listHolders(db: Db): Promise<HolderRow[]> {
  return db.query<HolderRow>(
    `select 'account' as kind, id, name from account where is_active
    union all select 'team', id, name from team where archived_at is null`,
  );
}
