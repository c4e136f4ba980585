-- Numbers, what Meta posted, contacts, conversations, messages.

-- Every number is a row; the sample one and an unclaimed one live beside the real ones. Secrets are sealed (AES-256-GCM).
create table number (
  id bigint generated always as identity primary key,
  phone_number_id text not null unique,
  kind text not null check (kind in ('real', 'sample', 'unclaimed')),
  name text not null,
  display_phone text,
  business_account_id text,
  graph_url text,
  graph_version text,
  access_token_sealed bytea,
  app_secret_sealed bytea,
  verify_token_sealed bytea,
  throughput integer not null default 80,
  from_environment boolean not null default false,
  created_at timestamptz not null
);

-- Arrived and not recorded yet. The webhook only appends here; the recorder takes rows away. Stays small,
-- so what the webhook costs never grows with the archive.
create table inbox (
  id bigint generated always as identity primary key,
  received_at timestamptz not null,
  body bytea not null
);
alter table inbox alter column body set storage external;

-- Each distinct body once (SHA-256), recorded or dead. Raw bodies age out; the row stays countable.
create table delivery (
  id bigint generated always as identity primary key,
  sha256 bytea not null unique,
  received_at timestamptz not null,
  recorded_at timestamptz,
  times integer not null default 1,
  body bytea,
  outcome text not null check (outcome in ('recorded', 'dead')),
  reason text,
  attempts integer not null default 1,
  check (outcome <> 'dead' or (reason is not null and body is not null))
);
create index delivery_dead on delivery (id) where outcome = 'dead';
create index delivery_received on delivery using brin (received_at);

-- Room on each page: every message moves the times on contact and conversation, and an update that finds room on its
-- page touches no index.
create table contact (
  id bigint generated always as identity primary key,
  name text,
  username text,
  -- Digits only. Optional: people with a username may never show one.
  phone text check (phone ~ '^[0-9]+$'),
  kinds text[] not null default '{client}' check (kinds <@ array['client', 'worker', 'staff'] and cardinality(kinds) > 0),
  language text,
  -- Merged into another contact: everything of it is read there.
  merged_into bigint references contact,
  marketing_stopped_at timestamptz,
  -- WhatsApp's times of the last word on each: the latest wins, not who was recorded last (law 2).
  name_at timestamptz,
  username_at timestamptz,
  marketing_changed_at timestamptz,
  created_at timestamptz not null
) with (fillfactor = 70);
create index contact_merged on contact (merged_into) where merged_into is not null;
create index contact_worker on contact (id) where 'worker' = any (kinds);
create index contact_phone on contact (phone) where phone is not null;

-- Each name WhatsApp has for a person. BSUID first, then parent BSUID, then wa_id.
create table contact_identity (
  kind text not null check (kind in ('bsuid', 'parent_bsuid', 'wa_id')),
  value text not null,
  contact_id bigint not null references contact,
  since timestamptz not null,
  -- A phone number its person has left: whoever writes from it after this moment is somebody else.
  until timestamptz,
  primary key (kind, value)
);
create index contact_identity_contact on contact_identity (contact_id);

-- One contact with one number, or one group: the thread the client sees.
create table conversation (
  id bigint generated always as identity primary key,
  number_id bigint not null references number,
  contact_id bigint references contact,
  group_id text,
  last_in_at timestamptz,
  last_message_at timestamptz,
  created_at timestamptz not null,
  check ((contact_id is null) <> (group_id is null)),
  -- What tells rows apart comes first: an index that begins with the number invites plans that read all of its rows.
  unique (contact_id, number_id),
  unique (group_id, number_id),
  unique (id, number_id)
) with (fillfactor = 70);

create table message (
  id bigint generated always as identity primary key,
  conversation_id bigint not null,
  -- Its conversation's.
  number_id bigint not null,
  -- The provider's id; null while a message of ours has no answer yet.
  wamid text,
  -- Who spoke, when it was a contact (in a group not the conversation's) or an account.
  contact_id bigint references contact,
  account_id bigint references account,
  side text not null check (side in ('client', 'worker', 'staff', 'bot', 'system')),
  kind text not null,
  from_phone boolean not null default false,
  -- WhatsApp's time orders the thread and the clocks (law 8).
  said_at timestamptz not null,
  recorded_at timestamptz not null,
  quoted_wamid text,
  -- Null for what came in.
  send_state text check (send_state in ('queued', 'calling', 'sent', 'delivered', 'read', 'played', 'failed', 'unknown')),
  send_state_at timestamptz,
  send_error integer,
  edited_at timestamptz,
  revoked_at timestamptz,
  -- Waits in the tray, or has been sorted, or never needed to be (null).
  triage text check (triage in ('waiting', 'sorted')),
  -- The same message may come live and again in the history; the stronger of the two stays. `us`: written by ourselves.
  came_by text not null default 'us' check (came_by in ('webhook', 'echo', 'history', 'standby', 'us')),
  -- By which delivery; null for what we wrote. Not a reference: deliveries may be cleared away.
  delivery_id bigint,
  unique (number_id, wamid),
  foreign key (conversation_id, number_id) references conversation (id, number_id)
);
create index message_thread on message (conversation_id, said_at, id);
create index message_tray on message (conversation_id, said_at, id) where triage = 'waiting';
-- Both grow together, so a few pages say where to look; a tree would cost every message.
create index message_delivery on message using brin (delivery_id);
create index message_quoted on message (number_id, quoted_wamid) where quoted_wamid is not null;

-- The words of a message, apart from its facts, so that they can be blanked (erasure, age).
create table message_words (
  message_id bigint primary key references message on delete cascade,
  body text,
  content jsonb not null default '{}',
  -- What it said before it was first edited; null while it never was.
  first_body text,
  first_content jsonb
);

-- Whatever is said about a message by its provider id, whether or not the message is here yet:
-- it is joined when the message comes (law 2).
create table message_status (
  number_id bigint not null references number,
  wamid text not null,
  status text not null,
  -- A group member's id; empty for the one recipient.
  participant text not null default '',
  at timestamptz not null,
  error_code integer,
  pricing jsonb,
  callback_data text,
  delivery_id bigint,
  primary key (number_id, wamid, status, participant)
);

create table reaction (
  number_id bigint not null references number,
  target_wamid text not null,
  -- Contact id, or 0 for us.
  contact_id bigint not null default 0,
  wamid text,
  -- Null once taken back.
  emoji text,
  at timestamptz not null,
  delivery_id bigint,
  primary key (number_id, target_wamid, contact_id)
);

-- Edits and revokes by the provider's id of what they change; history kept.
create table revision (
  number_id bigint not null references number,
  wamid text not null,
  target_wamid text not null,
  kind text not null check (kind in ('edit', 'revoke')),
  at timestamptz not null,
  body text,
  content jsonb not null default '{}',
  delivery_id bigint,
  primary key (number_id, wamid)
);
create index revision_target on revision (target_wamid, number_id);

create table media (
  id bigint generated always as identity primary key,
  message_id bigint not null unique references message on delete cascade,
  number_id bigint not null references number,
  media_id text not null,
  mime_type text not null,
  sha256 text,
  state text not null check (state in ('waiting', 'fetched', 'failed')),
  -- Hex SHA-256 of the bytes: the name of the file they are kept in.
  stored_as text,
  bytes bigint,
  attempts integer not null default 0,
  reason text,
  created_at timestamptz not null,
  fetched_at timestamptz
);

-- What Meta says about accounts, numbers and templates, and whatever belongs to no conversation. Nothing vanishes.
create table notice (
  id bigint generated always as identity primary key,
  -- SHA-256 of field and value: the same notice twice is one.
  digest bytea not null unique,
  number_id bigint references number,
  business_account_id text,
  field text not null,
  at timestamptz not null,
  body jsonb not null,
  delivery_id bigint
);

-- Before each call there is a row (law 7). The words to send are in message_words.
create table outbox (
  message_id bigint primary key references message on delete cascade,
  -- Travels as biz_opaque_callback_data, so that a status can settle a call whose end was never seen.
  callback_data text not null unique,
  -- Made by the caller: a repeated request for the same message changes nothing.
  idempotency_key text not null unique,
  state text not null check (state in ('queued', 'calling', 'accepted', 'refused', 'unknown')),
  queued_at timestamptz not null,
  called_at timestamptz,
  answered_at timestamptz,
  attempts integer not null default 0,
  error_code integer,
  error_detail text
);
create index outbox_unsettled on outbox (message_id) where state in ('queued', 'calling', 'unknown');
