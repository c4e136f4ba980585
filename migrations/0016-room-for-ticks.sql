-- A message of ours changes four times within a minute (taken, sent, delivered, read): with room in its page the last three
-- need no new entries in the indexes.
alter table message set (fillfactor = 85);

-- One process at a time sends for a number: it alone knows what is on its way, so that it can keep the pace exactly.
alter table send_pace
  drop column late_ms,
  drop column late_until,
  drop column slots,
  add column held_by text,
  -- By the database's clock; renewed while there is something to send.
  add column held_until timestamptz not null default '-infinity',
  -- Messages of its last second when it let go; null while it holds, and when it died.
  add column carried integer;
