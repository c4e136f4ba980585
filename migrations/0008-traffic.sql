-- How much each number says and hears, hour by hour: tells when one that usually gets messages got none.

-- Counted from the messages themselves by recorded_at; the last hours again and again, so nothing that commits late is
-- missed. Hours in which nothing was said have no row.
create table number_traffic (
  number_id bigint not null references number on delete cascade,
  hour timestamptz not null,
  came_in integer not null,
  went_out integer not null,
  -- Of what went out: typed in the WhatsApp Business app.
  from_phone integer not null,
  last_in_at timestamptz,
  last_out_at timestamptz,
  primary key (number_id, hour)
);

-- Grows with the table, so a few pages say where the last hours are; a tree would cost every message.
create index message_recorded on message using brin (recorded_at) with (autosummarize = on);

-- Notices are read newest first.
create index notice_at on notice (at desc, id desc);

create index contact_marketing_stopped on contact (marketing_stopped_at) where marketing_stopped_at is not null;
