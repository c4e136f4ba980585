-- Which processes are alive, so that the jobs and calls of a dead one are released within half a minute.

-- `beats` counts up; a row whose count stands still belongs to a dead process. No clock is compared, so neither
-- machines that disagree on the time nor a clock that jumps can kill a living one.
create table job_process (
  id text primary key,
  -- The name under which graphile-worker locks its jobs; null until it runs.
  pool text,
  beats bigint not null default 0
);

alter table outbox
  -- Which process makes the call; a call of a dead one has an unknown end.
  add column called_by text,
  -- Refused before it was processed: not again before this time.
  add column next_at timestamptz;
create index outbox_calling on outbox (called_by) where state = 'calling';
