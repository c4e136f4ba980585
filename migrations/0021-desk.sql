-- The desk: who has which item of the tray before them, and items put aside.

-- One row a person: whoever looks looks at one thing. Stale after half a minute without a sign (presence-rules), so what
-- a crash leaves behind does no harm.
create table tray_presence (
  account_id bigint primary key references account on delete cascade,
  -- The item, by its earliest message.
  message_id bigint not null references message on delete cascade,
  is_answering boolean not null,
  since timestamptz not null,
  seen_at timestamptz not null
);

-- An item put aside until a time, or until its client writes again, whichever comes first.
create table snooze (
  id bigint generated always as identity primary key,
  conversation_id bigint not null references conversation on delete cascade,
  account_id bigint references account on delete set null,
  at timestamptz not null,
  until timestamptz,
  -- The newest message there was: one with a higher id is the client writing again.
  after_message bigint not null
);

create table snoozed_message (
  message_id bigint primary key references message on delete cascade,
  snooze_id bigint not null references snooze on delete cascade
);
create index snoozed_message_snooze on snoozed_message (snooze_id);

-- What the tray leaves out. Whether the client wrote again is looked at here, so that recording knows nothing of it; a
-- delivery may come seven days late, no later, so the look costs one week of the thread.
create view resting_message as
  select rests.message_id, rests.snooze_id
  from snoozed_message rests
  join snooze on snooze.id = rests.snooze_id
  where not exists (
    select 1 from message
    where message.conversation_id = snooze.conversation_id and message.said_at > snooze.at - interval '7 days'
      and message.id > snooze.after_message and message.triage is not null
  );
