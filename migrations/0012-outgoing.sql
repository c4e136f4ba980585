-- What people here send beside words: files, reactions, the sign that something was read.

-- A file somebody here chose, before it is sent; then the media row of its message keeps it. Removed when it gets old.
create table upload (
  id bigint generated always as identity primary key,
  -- Null for a program.
  account_id bigint references account,
  -- What it was chosen as; it may be sent as anything it fits.
  kind text not null check (kind in ('image', 'video', 'audio', 'document', 'sticker')),
  -- As WhatsApp wants it named, told from the bytes.
  mime_type text not null,
  -- Of sound: one channel, as a voice note must have.
  is_voice boolean not null default false,
  is_animated boolean not null default false,
  file_name text,
  stored_as text not null,
  thumbnail_as text,
  bytes bigint not null,
  created_at timestamptz not null
);
create index upload_age on upload (created_at);
create index upload_stored_as on upload (stored_as);
create index upload_thumbnail_as on upload (thumbnail_as) where thumbnail_as is not null;

-- A file of ours has no id of WhatsApp's to fetch it by.
alter table media alter column media_id drop not null;
alter table media add check (media_id is not null or state <> 'waiting');

-- Files WhatsApp has from us, for as long as it keeps them: the same photo to fifty people is handed over once.
create table handed_file (
  number_id bigint not null references number,
  stored_as text not null,
  mime_type text not null,
  media_id text not null,
  handed_at timestamptz not null,
  primary key (stored_as, mime_type, number_id)
);

-- Messages refused by a code that may mean that WhatsApp has their file no more; few, whatever was ever sent.
create index outbox_file_refused on outbox (message_id)
  where state = 'refused' and error_code in (100, 131009, 131052, 131053);

-- Of ours, written here: the message of kind 'reaction' that carries it out. Not a reference: nothing is deleted by it.
alter table reaction add column message_id bigint;

-- The newest message of a conversation that a person here has seen, as WhatsApp was told; a row before the call.
create table read_mark (
  conversation_id bigint primary key references conversation on delete cascade,
  message_id bigint not null,
  said_at timestamptz not null,
  marked_at timestamptz not null,
  -- When the contact was last shown that somebody types.
  typed_at timestamptz
);

