-- An exported chat that became the beginning of the board: what was opened from it, and how things stood before. The chat
-- itself never came here.
create table chat_import (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  account_id bigint not null references account,
  -- The group's name, where the export told.
  title text,
  said_from timestamptz not null,
  said_to timestamptz not null,
  -- What the diagnosis measured: the "before" that insight compares with.
  before jsonb not null,
  -- Who worked when, as guessed from the chat: [{"name": "Ana", "spans": [{"from": 480, "to": 960}]}], minutes of the week.
  roster jsonb not null,
  undone_at timestamptz
);

create table chat_import_request (
  import_id bigint not null references chat_import on delete cascade,
  request_id bigint not null references request on delete cascade,
  primary key (import_id, request_id)
);
