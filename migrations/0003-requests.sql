-- Requests, their events, and how messages were sorted to them.

-- Free text about somebody: titles, places, notes, reasons. Events hold only its id, so blanking it leaves the fold intact.
create table words (
  id bigint generated always as identity primary key,
  body text not null,
  created_at timestamptz not null
);

create table category (
  id bigint generated always as identity primary key,
  name text not null unique,
  needs_work boolean not null default true,
  created_at timestamptz not null
);

-- The fold of its events (law 5). `version` is the number of the last one.
create table request (
  id bigint generated always as identity primary key,
  version integer not null,
  state text not null check (state in ('new', 'ready', 'assigned', 'working', 'blocked', 'waiting', 'done', 'closed', 'cancelled')),
  state_since timestamptz not null,
  returns_to text check (returns_to in ('new', 'ready', 'assigned', 'working', 'blocked', 'done')),
  title_id bigint not null references words,
  place_id bigint references words,
  category_id bigint references category,
  priority text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  contact_id bigint references contact,
  conversation_id bigint references conversation,
  owner_account_id bigint references account,
  owner_team_id bigint references team,
  worker_contact_id bigint references contact,
  waits_on text check (waits_on in ('us', 'client', 'worker', 'third_party')),
  next_step text check (next_step in ('sort', 'offer', 'answer_card', 'word_from_worker', 'unblock', 'ask_again', 'confirm', 'other')),
  next_step_text_id bigint references words,
  next_step_at timestamptz,
  promise_at timestamptz,
  promise_state text check (promise_state in ('open', 'kept', 'broken')),
  chases integer not null default 0,
  last_chased_at timestamptz,
  last_client_message_at timestamptz,
  -- The same by our own clock, which the unread mark compares: WhatsApp's time of a late delivery lies in the past.
  last_heard_at timestamptz,
  opened_at timestamptz not null,
  first_done_at timestamptz,
  done_at timestamptz,
  first_closed_at timestamptz,
  closed_at timestamptz,
  linked_to bigint references request,
  -- Opened by mistake and undone: kept, shown nowhere.
  is_void boolean not null default false,

  constraint promise_is_whole check ((promise_at is null) = (promise_state is null)),
  constraint waiting_knows_the_way_back check ((state = 'waiting') = (returns_to is not null)),
  -- Law 4: every open request has an owner, a next step, and a time for it.
  constraint open_has_owner_and_next_step check (
    state in ('closed', 'cancelled')
    or (num_nonnulls(owner_account_id, owner_team_id) = 1
        and waits_on is not null and next_step is not null and next_step_at is not null)
  ),
  constraint assigned_has_worker check (state <> 'assigned' or worker_contact_id is not null),
  constraint over_waits_on_nobody check (state not in ('closed', 'cancelled') or (waits_on is null and next_step is null))
);
-- The board reads one state at a time, soonest next step first; closed ones newest first. What it counts is in the
-- index, so that counting 10,000 open ones reads a hundred pages and not ten thousand rows.
create index request_board on request (state, next_step_at, id)
  include (promise_at, promise_state, waits_on, owner_account_id, owner_team_id)
  where state not in ('closed', 'cancelled') and not is_void;
create index request_over on request (state, state_since desc, id desc) where state in ('closed', 'cancelled') and not is_void;
create index request_open_contact on request (contact_id) where state not in ('closed', 'cancelled');
create index request_contact on request (contact_id, opened_at desc);
create index request_open_owner on request (owner_account_id) where state not in ('closed', 'cancelled');
create index request_promise on request (promise_at) where promise_at is not null;
create index request_done on request (state_since) where state = 'done';

create table request_event (
  request_id bigint not null references request,
  seq integer not null,
  -- When it happened: WhatsApp's time for what came by WhatsApp, else the clock's.
  at timestamptz not null,
  recorded_at timestamptz not null,
  kind text not null,
  actor_kind text not null check (actor_kind in ('account', 'contact', 'token', 'rule', 'system')),
  actor_id bigint,
  through text not null check (through in ('screen', 'whatsapp', 'api', 'rule', 'command')),
  -- The columns of the row that it sets, by name: the fold of all of them is the row.
  changes jsonb not null,
  -- Further codes and ids worth showing (message ids, previous holder). Never words.
  facts jsonb not null default '{}',
  text_id bigint references words,
  primary key (request_id, seq)
);
-- Law 5, held by the database: no row without its last event, none changed without a new one.
alter table request add constraint row_is_the_fold_of_its_events
  foreign key (id, version) references request_event (request_id, seq) deferrable initially deferred;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
-- Events are never edited; a whole request goes only with the sample day, which says so for its transaction.
create trigger request_event_is_append_only before update or delete on request_event
  for each row when (current_setting('baton.removing', true) is distinct from 'sample') execute function refuse_change();
create trigger audit_is_append_only before update or delete on audit
  for each row execute function refuse_change();

create function request_changes_with_an_event() returns trigger language plpgsql as $$
begin
  if new.version <= old.version then
    raise exception 'request % was changed without an event', old.id;
  end if;
  return new;
end $$;
create trigger request_changes_with_an_event before update on request
  for each row execute function request_changes_with_an_event();

-- One decision about one or more messages of the tray.
create table decision (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation,
  kind text not null check (kind in ('opens', 'belongs', 'answers', 'chase', 'no_request')),
  request_id bigint references request,
  -- Sequence number of the event it wrote on the request, so that undo knows whether anything was built on it.
  event_seq integer,
  at timestamptz not null,
  account_id bigint references account,
  rule text,
  undone_at timestamptz,
  check (kind = 'no_request' or request_id is not null)
);
create index decision_at on decision (at desc);
create index decision_account on decision (account_id, at desc);

create table decision_message (
  decision_id bigint not null references decision on delete cascade,
  message_id bigint not null references message,
  primary key (decision_id, message_id)
);
create index decision_message_message on decision_message (message_id);

-- A message may concern several requests.
create table request_message (
  request_id bigint not null references request,
  message_id bigint not null references message,
  primary key (request_id, message_id)
);
create index request_message_message on request_message (message_id);

-- Until when each person has seen a request: the unread mark.
create table request_seen (
  account_id bigint not null references account,
  request_id bigint not null references request,
  seen_at timestamptz not null,
  primary key (account_id, request_id)
);

-- What falls due, swept each second by one process (purpose and subject unique: never two live timers for one thing).
create table timer (
  purpose text not null,
  subject_id bigint not null,
  due_at timestamptz not null,
  primary key (purpose, subject_id)
);
create index timer_due on timer (due_at);

insert into category (name, needs_work, created_at) values
  ('Repair', true, '2026-01-01T00:00:00Z'),
  ('Appointment', true, '2026-01-01T00:00:00Z'),
  ('Delivery', true, '2026-01-01T00:00:00Z'),
  ('Billing', true, '2026-01-01T00:00:00Z'),
  ('Complaint', true, '2026-01-01T00:00:00Z'),
  ('Question', false, '2026-01-01T00:00:00Z');
