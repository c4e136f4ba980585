-- In whose thread a reaction, an edit or a revoke was said: as long as what it speaks of has not come, it is shown there
-- as waiting. `with_contact_id` is the contact of that thread, in a group whoever spoke; 0 stays for us in `contact_id`.
alter table reaction add column with_contact_id bigint, add column group_id text;
update reaction set with_contact_id = contact_id where contact_id <> 0;
create index reaction_with on reaction (with_contact_id, at) where group_id is null;
create index reaction_in_group on reaction (group_id, at) where group_id is not null;

alter table revision
  add column with_contact_id bigint,
  add column group_id text,
  add column from_us boolean not null default false;
create index revision_with on revision (with_contact_id, at) where group_id is null;
create index revision_in_group on revision (group_id, at) where group_id is not null;
