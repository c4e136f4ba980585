/** A business with years behind it, for measuring: an archive of any size, a given number of requests open. */
import type { Db } from "../server/db/pool.ts";

export type BoardData = { requests: number; open: number; people: number; clients: number; now: Date };

/** Set-based, some 6,000 requests a second on two busy cores; every row is the fold of its one event, so `verify` holds. */
export async function fillBoard(db: Db, { requests, open, people, clients, now }: BoardData): Promise<void> {
  await db.query(
    `insert into account (name, login, role, password_hash, created_at)
    select 'Person ' || n, 'person' || n, 'coordinator', '-', $2::timestamptz
    from generate_series(1, $1::int) as n
    on conflict (login) do nothing`,
    [people, now],
  );
  await db.query(
    `insert into contact (name, phone, created_at)
    select (array['Fatima','Rosa','Kwame','Aisha','Diego','Priya','Yusuf','Lucía'])[1 + n % 8] || ' ' || n,
      (900000000000 + n)::text, $2::timestamptz
    from generate_series(1, $1::int) as n`,
    [clients, now],
  );
  const archive = requests - open;
  const step = 50_000;
  for (let from = 0; from < archive; from += step)
    await insertRequests(db, { from, count: Math.min(step, archive - from), isOpen: false, people, now });
  for (let from = 0; from < open; from += step)
    await insertRequests(db, { from, count: Math.min(step, open - from), isOpen: true, people, now });
  await db.query("analyze");
}

/** Closed ones lie evenly over two years, open ones opened within ten days; one in seven is late. */
async function insertRequests(
  db: Db,
  {
    from,
    count,
    isOpen,
    people,
    now,
  }: { from: number; count: number; isOpen: boolean; people: number; now: Date },
): Promise<void> {
  await db.query(
    `with told as (
      insert into words (body, created_at)
      select (array['Leaking tap','No hot water','Lift is stuck','Parcel not here','Wrong invoice','Door lock broken'])[1 + n % 6]
        || ', flat ' || n, $4::timestamptz
      from generate_series($1::int, $1::int + $2::int - 1) as n
      returning id
    ), base as (
      select id as title_id, row_number() over (order by id) + $1::int as n from told
    ), made as (
      insert into request (version, state, state_since, title_id, category_id, priority, contact_id,
        owner_account_id, worker_contact_id, waits_on, returns_to, next_step, next_step_at, promise_at,
        promise_state, last_client_message_at, last_heard_at, opened_at, closed_at, first_closed_at)
      select 1, state, since, title_id, 1 + n % 6, (array['low','normal','normal','high','urgent'])[1 + n % 5],
        contact.first + n % contact.many, account.first + n % $5::int,
        case when state in ('assigned', 'working', 'blocked') then contact.first end,
        case when state in ('closed', 'cancelled') then null
          when state in ('assigned', 'working') then 'worker'
          when state in ('waiting', 'done') then 'client' else 'us' end,
        case when state = 'waiting' then 'ready' end,
        case when state not in ('closed', 'cancelled') then 'other' end,
        case when state not in ('closed', 'cancelled') then $4::timestamptz + make_interval(mins => (n % 700 - 100)::int) end,
        case when n % 10 = 0 and $3 then $4::timestamptz + make_interval(mins => (n % 900 - 200)::int) end,
        case when n % 10 = 0 and $3 then case when n % 900 < 200 then 'broken' else 'open' end end,
        since, since, since - interval '1 hour',
        case when state = 'closed' then since end, case when state = 'closed' then since end
      from (
        select n, title_id,
          case when $3 then (array['new','ready','assigned','working','working','blocked','waiting','waiting','done'])[1 + n % 9]
            when n % 20 = 0 then 'cancelled' else 'closed' end as state,
          date_trunc('milliseconds', $4::timestamptz - case when $3 then interval '10 days' else interval '730 days' end
            * (n * 7919 % 1000003) / 1000003.0) as since
        from base
      ) as drawn
      cross join (select min(id) as first, count(*) as many from contact) as contact
      cross join (select min(id) as first from account where login like 'person%') as account
      returning *
    )
    insert into request_event (request_id, seq, at, recorded_at, kind, actor_kind, through, changes)
    select id, 1, opened_at, opened_at, 'opened', 'system', 'command', to_jsonb(made) - 'id' - 'version' from made`,
    [from, count, isOpen, now, people],
  );
}
