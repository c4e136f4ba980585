-- Rules of the house for what comes in.

create table house_rule (
  id bigint generated always as identity primary key,
  -- Counts what was written, not the order nor the switch: whoever writes says which one they saw.
  version integer not null default 1,
  name text not null,
  position integer not null,
  is_on boolean not null default false,
  match text not null check (match in ('all', 'any')),
  -- Lists of the forms in shared/api/rules.ts; ids in them may be of things that are gone, which the screen says.
  conditions jsonb not null check (jsonb_typeof(conditions) = 'array'),
  actions jsonb not null check (jsonb_typeof(actions) = 'object'),
  -- Of match, conditions and actions: a dry run counts for what was tried, and for nothing else.
  digest text not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by bigint references account,
  -- Taken away. The row stays, so that what it did keeps a name.
  archived_at timestamptz,
  archived_by bigint references account,
  constraint house_rule_away_is_kept_whole check (archived_by is null or archived_at is not null)
);

-- What was tried on last week's messages: counts alone.
create table house_rule_trial (
  digest text primary key,
  at timestamptz not null,
  account_id bigint references account,
  items integer not null check (items >= 0),
  matched integer not null check (matched between 0 and items),
  changed integer not null check (changed between 0 and matched)
);

-- None is on that was not tried as it stands; checked when the transaction ends, so that a restore may fill in any order.
alter table house_rule
  add column on_trial text generated always as (case when is_on then digest end) stored,
  add constraint house_rule_on_was_tried foreign key (on_trial) references house_rule_trial (digest)
    deferrable initially deferred;
