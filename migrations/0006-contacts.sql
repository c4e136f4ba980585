-- Who is who, decided from everything ever seen (law 2), and what a person said about it.

-- Each row is one side of a person: what was said under its own id stays with it for good, so that joining and taking
-- apart only move `merged_into`. `name`, `username` and `phone` are what screens show of the whole person; the
-- row's own words of WhatsApp stand beside them, with `name_at` and `username_at`.
alter table contact
  add column given_name text,
  add column given_at timestamptz,
  add column profile_name text,
  add column profile_username text,
  -- Others were merged into it.
  add column is_joined boolean not null default false;
update contact set profile_username = username,
  profile_name = case when name_at is not null then name end,
  given_name = case when name_at is null then name end,
  given_at = case when name_at is null and name is not null then created_at end,
  is_joined = exists (select from contact other where other.merged_into = contact.id);

-- A phone may pass from one person to another: a row for each holder, from when it was theirs.
alter table contact_identity
  add column from_at timestamptz not null default '-infinity',
  -- Since when something is said under this id alone or first: then the contact row is its own. Null: a guest there.
  add column home_at timestamptz,
  -- Of a guest: first seen together with the id whose row it stands at. Says cheaply that nothing is new.
  add column paired_at timestamptz;
alter table contact_identity drop constraint contact_identity_pkey;
alter table contact_identity add primary key (kind, value, from_at);
update contact_identity i set home_at = i.since
where not exists (
  select from contact_identity o where o.contact_id = i.contact_id and (
    array_position(array['bsuid', 'parent_bsuid', 'wa_id'], o.kind), o.since, o.value)
    < (array_position(array['bsuid', 'parent_bsuid', 'wa_id'], i.kind), i.since, i.value));
update contact_identity i set paired_at = greatest(i.since, home.since)
from contact_identity home
where home.contact_id = i.contact_id and home.home_at is not null and i.home_at is null;

-- Ids that WhatsApp named together, and since when; kept also where it did not make two people one, because what comes
-- later may decide otherwise. `seen`: in one message or status, earliest time. The others are said by WhatsApp itself:
-- `same` of two ids it calls one, `became` from the old id to the new, `moved` from the old phone to the new.
create table identity_pair (
  a_kind text not null,
  a_value text not null,
  b_kind text not null,
  b_value text not null,
  relation text not null check (relation in ('seen', 'same', 'became', 'moved')),
  -- Empty for what was seen: of that the earliest is enough.
  said_at timestamptz not null default '-infinity',
  at timestamptz not null,
  primary key (a_value, b_value, relation, said_at, a_kind, b_kind)
);
create index identity_pair_other on identity_pair (b_value);
insert into identity_pair (a_kind, a_value, b_kind, b_value, relation, at)
select home.kind, home.value, i.kind, i.value, 'seen', i.paired_at
from contact_identity i join contact_identity home on home.contact_id = i.contact_id and home.home_at is not null
where i.paired_at is not null;
-- Who were made one so far stay so.
insert into identity_pair (a_kind, a_value, b_kind, b_value, relation, said_at, at)
select home.kind, home.value, i.kind, i.value, 'same', greatest(home.since, i.since), greatest(home.since, i.since)
from contact c
join contact_identity i on i.contact_id = c.id and i.home_at is not null
join contact_identity home on home.contact_id = c.merged_into and home.home_at is not null;
-- Phones that were left, as far as it is known for which.
insert into identity_pair (a_kind, a_value, b_kind, b_value, relation, said_at, at)
select distinct on (old.value, old.until) 'wa_id', old.value, 'wa_id', now.value, 'moved', old.until, old.until
from contact_identity old
join contact o on o.id = old.contact_id
join contact n on coalesce(n.merged_into, n.id) = coalesce(o.merged_into, o.id)
join contact_identity now on now.contact_id = n.id and now.kind = 'wa_id' and now.until is null
where old.kind = 'wa_id' and old.until is not null
order by old.value, old.until, now.since desc;

-- Two people a person made one; taken apart again it stays, with when and by whom.
create table contact_join (
  id bigint generated always as identity primary key,
  contact_id bigint not null references contact on delete cascade,
  into_id bigint not null references contact on delete cascade,
  -- The rows of either side at that moment: what it is taken apart into.
  side_ids bigint[] not null,
  into_ids bigint[] not null,
  -- Of the one who stays, so that taking apart gives it back.
  kinds_before text[] not null,
  joined_at timestamptz not null,
  joined_by bigint references account,
  parted_at timestamptz,
  parted_by bigint references account,
  check (contact_id <> into_id),
  check (parted_at is not null or parted_by is null)
);
create index contact_join_contact on contact_join (contact_id) where parted_at is null;
create index contact_join_into on contact_join (into_id) where parted_at is null;

-- A person's word that these are two: no message and no link of WhatsApp's makes them one again.
create table contact_apart (
  a_id bigint not null references contact on delete cascade,
  b_id bigint not null references contact on delete cascade,
  at timestamptz not null,
  by bigint references account,
  primary key (a_id, b_id),
  check (a_id < b_id)
);
create index contact_apart_other on contact_apart (b_id);
