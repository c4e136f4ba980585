-- What messages cost since WhatsApp charges for them, and windows of open requests that are about to close.

-- How WhatsApp bills a number, and when we are told that a window closes. A number without a row goes by the defaults.
create table number_terms (
  number_id bigint primary key references number on delete cascade,
  -- Of its WhatsApp Business account: there its months begin.
  time_zone text not null,
  -- So long before a window closes the owner of an open request is told.
  nudge_minutes integer not null check (nudge_minutes between 10 and 720),
  changed_at timestamptz not null
);

-- What a message costs, entered by people from WhatsApp's rate card; a later month replaces an earlier one.
create table cost_rate (
  id bigint generated always as identity primary key,
  -- ISO code of the recipient's country.
  country text not null check (country ~ '^[A-Z]{2}$'),
  category text not null check (category in ('service', 'utility', 'authentication', 'authentication-international', 'marketing', 'marketing_lite')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  price numeric(12, 6) not null check (price >= 0),
  -- WhatsApp changes prices on the first of a month only.
  from_month text not null check (from_month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  -- Came with Baton and has not been checked by anybody here.
  is_example boolean not null default false,
  changed_at timestamptz not null,
  unique (country, category, from_month)
);
-- From the rate card of October 2026 as third parties quoted it on 2026-09-10.
insert into cost_rate (country, category, currency, price, from_month, is_example, changed_at) values
  ('CO', 'service', 'USD', 0.0008, '2026-10', true, '2026-09-10T00:00:00Z'),
  ('MX', 'service', 'USD', 0.0085, '2026-10', true, '2026-09-10T00:00:00Z'),
  ('BR', 'service', 'USD', 0.0068, '2026-10', true, '2026-09-10T00:00:00Z'),
  ('CL', 'service', 'USD', 0.0200, '2026-10', true, '2026-09-10T00:00:00Z'),
  ('PE', 'service', 'USD', 0.0300, '2026-10', true, '2026-09-10T00:00:00Z'),
  ('IN', 'service', 'INR', 0.1150, '2026-10', true, '2026-09-10T00:00:00Z');

-- Each message that reached somebody, as WhatsApp charges it; in a group each member. Made from the statuses.
create table message_cost (
  number_id bigint not null references number on delete cascade,
  wamid text not null,
  participant text not null,
  -- Null for what was sent by other means than ours. Not a reference: all is made again from the statuses.
  message_id bigint,
  delivered_at timestamptz not null,
  -- By its number's time zone.
  month text not null,
  -- WhatsApp's own words; empty where it said none.
  category text not null,
  type text not null,
  -- Empty where it cannot be told.
  country text not null,
  primary key (number_id, wamid, participant)
);
create index message_cost_message on message_cost (message_id) where type = 'regular';
create index message_cost_month on message_cost (month) include (message_id, number_id, category, country) where type = 'regular';
create index message_cost_unclaimed on message_cost (delivered_at) where message_id is null;

-- The same counted, kept with it in one statement. What it comes to is reckoned when asked, by the rates of then.
create table cost_month (
  number_id bigint not null references number on delete cascade,
  month text not null,
  category text not null,
  type text not null,
  country text not null,
  count integer not null,
  primary key (number_id, month, category, type, country)
);

-- How far the statuses have been read: once in order, and round and round behind that, for what came late.
create table cost_pass (
  is_only boolean primary key default true check (is_only),
  read_to bigint not null,
  again_from bigint not null
);
insert into cost_pass (read_to, again_from) values (0, 0);

-- Statuses are written in the order of their deliveries, so a few pages say where to look; a tree would cost every status.
create index message_status_delivery on message_status using brin (delivery_id) with (pages_per_range = 32, autosummarize = on);

-- The owner was told that the window closes; once for each window.
create table window_nudge (
  request_id bigint primary key references request on delete cascade,
  -- When that window closes.
  until timestamptz not null,
  told_at timestamptz not null
);
create index window_nudge_until on window_nudge (until);

-- Open requests of before get their timer; when it is due the window is looked at.
insert into timer (purpose, subject_id, due_at)
select 'window_closing', id, last_client_message_at + interval '12 hours'
from request
where state not in ('done', 'closed', 'cancelled') and not is_void and waits_on <> 'client'
  and conversation_id is not null and last_client_message_at is not null
on conflict do nothing;
