-- What Baton would do with each item of the tray, what people did then, and the models that learn from it. Codes and ids
-- only: the words stay in the messages, and what is blanked there is in no next model.

-- One row an item that waits, named by its earliest message. Made again when the item grows, when somebody looks at it, and when
-- something else of the same thread was decided.
create table suggestion (
  head_id bigint primary key references message on delete cascade,
  made_at timestamptz not null,
  -- What the list shows before anybody opens the item; null: it abstains.
  kind text check (kind in ('opens', 'belongs', 'answers', 'chase', 'no_request')),
  request_id bigint references request on delete cascade,
  confidence real check (confidence between 0 and 1),
  is_urgent boolean not null default false,
  -- By kind of suggestion: {"category": {"value": "3", "confidence": 0.8, "isProposed": true}}. Of titles and places a
  -- mark of 32 bits: enough to compare, too little to read.
  predicted jsonb not null,
  -- Which version of each model took part.
  models jsonb not null,
  -- What the ranker weighed: for each candidate its named figures. Kept with the decision, to learn from.
  candidates jsonb,
  -- When nothing more of the item is expected, so that the sure rules may decide; null: they have looked.
  quiet_at timestamptz
);
create index suggestion_quiet on suggestion (quiet_at) where quiet_at is not null;
create index suggestion_request on suggestion (request_id) where request_id is not null;

-- Waiting messages that a suggestion covers; gone when they are sorted. Whatever waits and is not here is new, so a look
-- costs what waits, not what was ever said.
create table suggested_message (
  message_id bigint primary key references message on delete cascade,
  head_id bigint not null references suggestion on delete cascade
);
create index suggested_message_head on suggested_message (head_id);

-- What the ranker had before it and what the person chose; gone once it is part of a model.
create table decision_lesson (
  decision_id bigint primary key references decision on delete cascade,
  candidates jsonb not null,
  -- 'new', 'none' or a request's id.
  chosen text not null
);

-- One row for each kind of suggestion that a person's decision could judge. Goes when the decision is taken back.
create table suggestion_outcome (
  decision_id bigint not null references decision on delete cascade,
  kind text not null check (kind in ('what', 'which', 'category', 'priority', 'place', 'owner', 'title')),
  -- Null: it had nothing to say.
  predicted text,
  decided text,
  confidence real check (confidence between 0 and 1),
  -- Sure enough to be shown as a proposal.
  is_proposed boolean not null,
  -- Null when nothing was predicted.
  is_right boolean,
  at timestamptz not null,
  primary key (decision_id, kind),
  check ((predicted is null) = (is_right is null))
);
create index suggestion_outcome_kind on suggestion_outcome (kind, at desc);

-- What was learnt, as bytes: the last few of each kind. Every process uses the newest.
create table model (
  kind text not null,
  version integer not null,
  made_at timestamptz not null,
  trained_on integer not null,
  -- The last decision it knows; later ones are learnt in memory until the next is made.
  decision_id bigint not null,
  -- Of the settings it depends on (categories): another one needs another model.
  basis text not null,
  figures jsonb not null,
  bytes bytea not null,
  primary key (kind, version)
);
alter table model alter column bytes set storage external;

-- How long this contact pauses within one thought: the end of an item waits for it.
create table contact_pace (
  contact_id bigint primary key references contact on delete cascade,
  quiet_seconds smallint not null check (quiet_seconds between 20 and 120),
  pauses integer not null,
  at timestamptz not null
);

-- What was decided since a model was made, and what people decided about a message.
create index decision_standing on decision (id) where undone_at is null;
