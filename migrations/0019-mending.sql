-- Mending: messages that were sorted wrongly go to where they belong, and two requests that are one become one.

-- Where a request went on that was merged into another; folded from its events like every column.
alter table request add column merged_into bigint references request;
alter table request add constraint merged_is_over check (merged_into is null or state = 'cancelled');

-- One mending by one person: what it wrote on which requests and which messages it took where, so that it is taken back
-- as one.
create table mending (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('split', 'moved', 'taken_out', 'merged')),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'token')),
  actor_id bigint not null,
  -- The last decision of the tray there was then: a later one about the same messages is built on this.
  after_decision bigint not null,
  undone_at timestamptz
);

create table mending_part (
  mending_id bigint not null references mending on delete cascade,
  request_id bigint not null references request,
  -- The event it wrote there.
  event_seq integer not null,
  primary key (mending_id, request_id)
);
create index mending_part_request on mending_part (request_id, event_seq);

create table mending_link (
  mending_id bigint not null references mending on delete cascade,
  request_id bigint not null references request,
  -- A copy of our own message makes way for it whatever was done with it.
  message_id bigint not null references message on delete cascade,
  is_added boolean not null,
  -- It went back to the tray.
  waits boolean not null,
  primary key (mending_id, request_id, message_id)
);
create index mending_link_message on mending_link (message_id);

-- What else a decision of the tray said of its messages: they may concern several requests at once. One decision, one
-- undo.
create table decision_part (
  decision_id bigint not null references decision on delete cascade,
  kind text not null check (kind in ('opens', 'belongs', 'answers', 'chase')),
  request_id bigint not null references request,
  event_seq integer not null,
  primary key (decision_id, request_id)
);
create index decision_part_request on decision_part (request_id, event_seq);
