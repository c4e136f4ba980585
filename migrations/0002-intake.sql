-- What intake needs so that any order of the same deliveries ends in the same rows (law 2), and to trace them.

-- The latest word wins, by WhatsApp's time, not by who was recorded last.
alter table contact
  add name_at timestamptz,
  add username_at timestamptz,
  add marketing_changed_at timestamptz;
create index contact_merged on contact (merged_into) where merged_into is not null;

-- A phone number its person has left; whoever writes from it after this moment is somebody else.
alter table contact_identity add until timestamptz;

-- The same message may come live and again in the history; the stronger of the two stays. `us`: written by ourselves.
alter table message
  add came_by text not null default 'us' check (came_by in ('webhook', 'echo', 'history', 'standby', 'us')),
  add delivery_id bigint;
alter table message_status add delivery_id bigint;
alter table reaction add delivery_id bigint;
alter table revision add delivery_id bigint;
alter table notice add delivery_id bigint;
create index message_delivery on message (delivery_id) where delivery_id is not null;

-- What it said before it was first edited; null while it never was.
alter table message_words
  add first_body text,
  add first_content jsonb;
