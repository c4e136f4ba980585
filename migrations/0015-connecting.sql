-- Connecting a number step by step, what the Graph said of it, first words, blocked contacts.

alter table number
  -- Of the Meta app whose secret signs what comes in.
  add column app_id text,
  -- `coexistence`: the same number is used in the WhatsApp Business app. `upgraded`: a thousand a second.
  add column throughput_kind text not null default 'normal'
    check (throughput_kind in ('normal', 'coexistence', 'upgraded')),
  -- Whether people see that we have read what they wrote.
  add column sends_read_marks boolean not null default true,
  -- When the Graph was last asked about it, and till when its token holds (null: for ever, or not known).
  add column checked_at timestamptz,
  add column token_expires_at timestamptz,
  -- When somebody last asked our webhook with this number's verify token, as Meta does before it delivers.
  add column verified_at timestamptz,
  -- Taken off by an admin: its secrets are gone, what was said stays.
  add column disconnected_at timestamptz;

-- A number on its way: each step's answer is kept, so that one can leave and come back. Secrets are sealed, and move to
-- the number's row as soon as it is chosen.
create table number_connection (
  id bigint generated always as identity primary key,
  number_id bigint references number on delete cascade,
  -- Begun for this one (unclaimed, or ours already); preselected where it is listed.
  wanted_phone_number_id text,
  graph_url text not null,
  graph_version text not null,
  access_token_sealed bytea,
  app_id text,
  business_account_id text,
  -- What the Graph said: the accounts the token reaches, the numbers of the account.
  found jsonb not null default '{}',
  -- By step: what was found, with its facts and when. No secrets and no phone numbers of contacts.
  checks jsonb not null default '{}',
  -- Our answer to the first message that came in. Not a reference: nobody should have to look here to remove a message.
  test_message_id bigint,
  -- Messages from here on count for the test.
  test_since timestamptz,
  begun_at timestamptz not null,
  finished_at timestamptz
);
create index number_connection_number on number_connection (number_id);

-- A greeting and an answer outside opening hours; each switchable, a text per language.
create table first_words (
  number_id bigint primary key references number on delete cascade,
  greets boolean not null default false,
  answers_when_shut boolean not null default false,
  time_zone text not null,
  -- Spans as [weekday 1-7 from Monday, minute it opens, minute it shuts].
  opening jsonb not null default '[]',
  -- By language: {"en": "Hello"}. The first language is what everybody else gets.
  greeting jsonb not null default '{}',
  when_shut jsonb not null default '{}',
  fallback_language text not null default 'en',
  changed_at timestamptz not null
);

-- What was said to whom on which day of the number's: never twice.
create table first_word_said (
  contact_id bigint not null references contact on delete cascade,
  kind text not null check (kind in ('greeting', 'when_shut')),
  day date not null,
  number_id bigint not null references number on delete cascade,
  at timestamptz not null,
  primary key (contact_id, kind, day)
);

-- WhatsApp blocks a person for each number by itself.
create table contact_block (
  contact_id bigint not null references contact on delete cascade,
  number_id bigint not null references number on delete cascade,
  at timestamptz not null,
  by_account bigint references account,
  primary key (contact_id, number_id)
);
