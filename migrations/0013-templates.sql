-- Message templates as WhatsApp has them, and quick replies of our own.

-- A template belongs to a business account; all its numbers may send it.
create table template (
  id bigint generated always as identity primary key,
  business_account_id text not null,
  provider_id text not null,
  name text not null,
  language text not null,
  category text not null,
  state text not null check (state in ('approved', 'pending', 'rejected', 'paused', 'disabled', 'deleted', 'unknown')),
  -- Of the last word on the state: the latest wins, whether it came by notice or by listing.
  state_at timestamptz not null,
  -- Meta's own word where it says more: IN_APPEAL, PENDING_DELETION.
  provider_state text not null,
  -- Read by us; `components` as WhatsApp gave them, so that nothing is lost that we cannot read yet.
  definition jsonb not null,
  components jsonb not null,
  -- When the components were known to be so.
  components_at timestamptz not null,
  reason text,
  quality text check (quality in ('high', 'medium', 'low')),
  quality_at timestamptz,
  paused_until timestamptz,
  -- What Meta announced or did with its category.
  category_at timestamptz not null,
  next_category text,
  next_category_at timestamptz,
  previous_category text,
  -- Our own changes while it was approved: WhatsApp takes one a day, ten in thirty days.
  edits timestamptz[] not null default '{}',
  synced_at timestamptz not null,
  created_at timestamptz not null,
  unique (business_account_id, provider_id)
);
create index template_name on template (business_account_id, name, language);

-- How the last listing of an account's templates went.
create table template_sync (
  business_account_id text primary key,
  begun_at timestamptz not null,
  ended_at timestamptz,
  -- Null when it went well: a code for screens, and WhatsApp's number for it.
  trouble text,
  error_code integer,
  listed integer
);

-- What a variable was filled from last, so that it fills itself the next time.
create table template_source (
  template_id bigint not null references template on delete cascade,
  variable text not null,
  source text not null,
  -- For a source that is always the same words.
  fixed text,
  chosen_at timestamptz not null,
  primary key (template_id, variable)
);

create table quick_reply (
  id bigint generated always as identity primary key,
  -- What is typed after the slash.
  shortcut text not null unique check (shortcut <> '' and shortcut !~ '[[:space:]/]'),
  title text not null,
  uses integer not null default 0,
  last_used_at timestamptz,
  created_at timestamptz not null,
  created_by bigint references account,
  changed_at timestamptz not null
);

-- The same in each language; the first one written is given to whoever speaks none of them.
create table quick_reply_text (
  quick_reply_id bigint not null references quick_reply on delete cascade,
  language text not null,
  body text not null check (body <> ''),
  position integer not null,
  primary key (quick_reply_id, language)
);
