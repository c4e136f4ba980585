-- Deliveries are kept by the week in which they were taken: what is looked up for each message is this week's and the
-- last one's (WhatsApp sends again for seven days at most), and a week that is old enough goes with its table.

alter table delivery rename to delivery_before;
alter sequence delivery_id_seq rename to delivery_before_id_seq;
create sequence delivery_id_seq;

create table delivery (
  id bigint not null default nextval('delivery_id_seq'),
  -- The Monday (UTC) of the week it is kept with. The dead move on to the current one when theirs ends.
  kept_since date not null,
  sha256 bytea not null,
  received_at timestamptz not null,
  recorded_at timestamptz,
  times integer not null default 1,
  -- What a person has erased is null.
  body bytea,
  outcome text not null constraint delivery_outcome_known check (outcome in ('recorded', 'dead')),
  reason text,
  attempts integer not null default 1,
  constraint delivery_dead_is_whole check (outcome <> 'dead' or (reason is not null and body is not null))
) partition by range (kept_since);
alter sequence delivery_id_seq owned by delivery.id;

do $$
declare
  week date;
begin
  for week in
    select distinct date_trunc('week', received_at at time zone 'UTC')::date from delivery_before
  loop
    execute format('create table %I partition of delivery for values from (%L) to (%L)',
      'delivery_' || to_char(week, 'YYYY_MM_DD'), week, week + 7);
  end loop;
end $$;

insert into delivery (id, kept_since, sha256, received_at, recorded_at, times, body, outcome, reason, attempts)
select id, date_trunc('week', received_at at time zone 'UTC')::date, sha256, received_at, recorded_at, times, body,
  outcome, reason, attempts
from delivery_before;
select setval('delivery_id_seq', coalesce(max(id), 1), max(id) is not null) from delivery;
drop table delivery_before;

alter table delivery
  add constraint delivery_whole_id primary key (id, kept_since),
  add constraint delivery_body_once unique (sha256, kept_since);
create index delivery_dead_by_id on delivery (id) where outcome = 'dead';

-- What is left of a week whose deliveries were cleared away: they stay counted.
create table delivery_week (
  kept_since date primary key,
  deliveries bigint not null,
  cleared_at timestamptz not null
);
