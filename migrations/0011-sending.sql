-- Whose turn it is to be sent, at which pace, and numbers that WhatsApp refuses to send for.

-- Refused because of the number or its account, not because of one message: nothing is sent until a manager says so, or a
-- new token works. What is queued stays queued.
alter table number
  add column paused_at timestamptz,
  -- WhatsApp's code.
  add column pause_code integer,
  -- The token was refused, or another one has been entered since: whether it works can be asked without sending.
  add column is_pause_probed boolean not null default false,
  add column pause_probes integer not null default 0,
  add check ((paused_at is null) = (pause_code is null));

-- One row a conversation that anything was ever sent to. Of its messages only the first that waits is here, so that what
-- a look costs is what is due, however much stands behind it; and nothing overtakes it.
create table send_turn (
  conversation_id bigint primary key references conversation on delete cascade,
  number_id bigint not null,
  -- The next to go out, or the one that is being called; null when nothing waits.
  message_id bigint,
  -- 0: somebody of us typed something that waits here; 1: programs alone wrote.
  lane smallint not null,
  -- Not before; null while nothing waits and while the call is under way.
  due_at timestamptz,
  -- The process that calls.
  called_by text,
  -- WhatsApp's pace towards one person: the earliest time of the next message.
  pair_free_at timestamptz not null default '-infinity',
  check (due_at is null or called_by is null),
  check (message_id is not null or (due_at is null and called_by is null))
) with (fillfactor = 70);
create index send_turn_due on send_turn (number_id, lane, due_at) where due_at is not null;
create index send_turn_called on send_turn (called_by) where called_by is not null;

-- WhatsApp's pace of each number, shared by all processes: when the next message may leave. By the database's clock.
create table send_pace (
  number_id bigint primary key references number on delete cascade,
  free_at timestamptz not null default '-infinity',
  -- What was left out because messages arrived later than planned: it holds for the second after it.
  late_ms real not null default 0,
  late_until timestamptz not null default '-infinity',
  -- Given out so far: every fourth belongs to programs.
  slots bigint not null default 0,
  -- WhatsApp said that it was too fast: each level halves the rate, and passes by itself.
  slow_level smallint not null default 0,
  slowed_at timestamptz
) with (fillfactor = 50);

-- In which line it stands; only what is still to be sent needs it.
alter table outbox add column conversation_id bigint;
update outbox o set conversation_id = m.conversation_id
from message m where m.id = o.message_id and o.state in ('queued', 'calling', 'unknown');
create index outbox_line on outbox (conversation_id, message_id) where state in ('queued', 'calling');

insert into send_turn (conversation_id, number_id, message_id, lane, due_at, called_by)
select distinct on (o.conversation_id) o.conversation_id, m.number_id, o.message_id,
  case when m.account_id is null then 1 else 0 end,
  case when o.state = 'queued' then coalesce(o.next_at, o.queued_at) end,
  case when o.state = 'calling' then coalesce(o.called_by, 'nobody') end
from outbox o join message m on m.id = o.message_id
where o.state in ('queued', 'calling')
order by o.conversation_id, o.message_id;
