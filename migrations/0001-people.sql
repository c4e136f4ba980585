-- People with a login, what they may do, and who did what. Workers have no login.

create table team (
  id bigint generated always as identity primary key,
  name text not null unique,
  created_at timestamptz not null
);

create table account (
  id bigint generated always as identity primary key,
  name text not null,
  login text not null unique check (login = lower(login)),
  role text not null check (role in ('operator', 'coordinator', 'manager', 'admin')),
  password_hash text not null,
  locale text,
  is_active boolean not null default true,
  created_at timestamptz not null,
  last_seen_at timestamptz
);

create table team_member (
  team_id bigint not null references team,
  account_id bigint not null references account,
  primary key (team_id, account_id)
);
create index team_member_account on team_member (account_id);

-- Only hashes of what a browser or program holds: a copy of the database opens nothing.
create table session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  account_id bigint not null references account,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  browser text not null
);
create index session_account on session (account_id);

create table api_token (
  id bigint generated always as identity primary key,
  name text not null,
  role text not null check (role in ('operator', 'coordinator', 'manager', 'admin')),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  created_by bigint references account,
  last_used_at timestamptz,
  revoked_at timestamptz
);

-- A link that lets a new person join (account_id null) or an old one set a new password.
create table invitation (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  name text not null,
  role text not null check (role in ('operator', 'coordinator', 'manager', 'admin')),
  -- Chosen by whoever invites at the command line; else by the one who joins.
  login text check (login = lower(login)),
  account_id bigint references account,
  created_at timestamptz not null,
  created_by bigint references account,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);

-- The code that the first start prints, hashed; at most one, gone once an admin exists.
create table setup_code (
  only_one boolean primary key default true check (only_one),
  code_hash bytea not null,
  created_at timestamptz not null
);

-- Ids and codes only, never words: who did what to what, and from where.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('account', 'token', 'system', 'nobody')),
  actor_id bigint,
  action text not null,
  subject_kind text,
  subject_id bigint,
  facts jsonb not null default '{}',
  address text
);
create index audit_at on audit (at);

insert into team (name, created_at) values ('Intake', '2026-01-01T00:00:00Z');
