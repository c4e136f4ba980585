-- Settings of the trade: what each kind of request asks for and aims at, areas, and teams with their hours.

-- A name is taken only while it is in use: what was put away keeps its own.
alter table category drop constraint category_name_key;
alter table category
  -- Which of the ten measuring categories it is: what suggestions know before they know this installation.
  add column label text not null default 'information' check (label in ('delivery_problem', 'breakdown_repair',
    'appointment', 'billing_payment', 'complaint', 'information', 'order_new', 'cancellation', 'access_account',
    'other_not_a_request')),
  -- What the worker sends before "done" counts.
  add column evidence text[] not null default '{}' check (evidence <@ array['photo', 'signature', 'reading', 'code']),
  add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  add column team_id bigint references team,
  -- 'clinic/refill': which starting set brought it; null: somebody here made it.
  add column brought_by text,
  -- Put into another one: requests keep what they were filed under, and are shown and counted under `counts_as`, the
  -- one at the end of the way. Taking `merged_into` back gives all of it back.
  add column merged_into bigint references category,
  add column counts_as bigint references category,
  add column archived_at timestamptz,
  add column version integer not null default 1,
  add constraint category_merged_is_away check (merged_into is null or archived_at is not null),
  add constraint category_merged_counts check ((merged_into is null) = (counts_as is null)),
  add constraint category_not_into_itself check (merged_into <> id and counts_as <> id);
create unique index category_name on category (lower(name)) where archived_at is null;
create unique index category_brought_by on category (brought_by) where brought_by is not null;

update category set brought_by = 'first/' || lower(name), label = case name
    when 'Repair' then 'breakdown_repair'
    when 'Appointment' then 'appointment'
    when 'Delivery' then 'delivery_problem'
    when 'Billing' then 'billing_payment'
    when 'Complaint' then 'complaint'
    else 'information' end;

-- What a category aims at, in minutes of business time; nothing written: no aim.
create table category_target (
  category_id bigint not null references category on delete cascade,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  first_reply_minutes integer check (first_reply_minutes > 0),
  take_up_minutes integer check (take_up_minutes > 0),
  resolution_minutes integer check (resolution_minutes > 0),
  primary key (category_id, priority),
  check (num_nonnulls(first_reply_minutes, take_up_minutes, resolution_minutes) > 0)
);

create table area (
  id bigint generated always as identity primary key,
  name text not null,
  -- Words and postcodes by which a place is known to lie in it.
  places text[] not null default '{}',
  merged_into bigint references area,
  counts_as bigint references area,
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint area_merged_is_away check (merged_into is null or archived_at is not null),
  constraint area_merged_counts check ((merged_into is null) = (counts_as is null)),
  constraint area_not_into_itself check (merged_into <> id and counts_as <> id)
);
create unique index area_name on area (lower(name)) where archived_at is null;

alter table team drop constraint team_name_key;
alter table team
  -- Takes what nobody sorted yet.
  add column is_intake boolean not null default false,
  add column languages text[] not null default '{}',
  -- [weekday from Monday as 1, from, to] in minutes of that day; `to` beyond 1440 is the next one. Empty: at any hour.
  add column hours jsonb not null default '[]' check (jsonb_typeof(hours) = 'array'),
  add column time_zone text not null default 'UTC',
  -- Its open work went there, each with an event; what is over stays with it.
  add column merged_into bigint references team,
  add column archived_at timestamptz,
  add column version integer not null default 1,
  add constraint team_merged_is_away check (merged_into is null or archived_at is not null),
  add constraint team_not_into_itself check (merged_into <> id);
create unique index team_name on team (lower(name)) where archived_at is null;
update team set is_intake = true where id = (select min(id) from team);

-- The numbers a team takes intake for; none: all of them.
create table team_number (
  team_id bigint not null references team on delete cascade,
  number_id bigint not null references number on delete cascade,
  primary key (team_id, number_id)
);

alter table request add column area_id bigint references area;
-- Whether a kind or an area was ever used, and the newest of it.
create index request_category on request (category_id, id desc) where category_id is not null;
create index request_area on request (area_id, id desc) where area_id is not null;
