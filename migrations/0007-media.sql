-- What the bytes of a file really are, its small picture, and what a person asked for again.

alter table media
  -- The type told from the bytes, never from what their sender said: it alone decides what a browser may show.
  -- Null: not looked at (kept by an older version). Of bytes that tell nothing: application/octet-stream.
  add column sniffed_type text,
  -- Hex SHA-256 of a small picture of it, kept beside it.
  add column thumbnail_as text,
  -- When a person asked for it again: tries count from there, and it may be larger than is usual for its kind.
  add column asked_at timestamptz;

-- A file is removed once no row speaks of it, under either name.
create index media_stored_as on media (stored_as) where stored_as is not null;
create index media_thumbnail_as on media (thumbnail_as) where thumbnail_as is not null;
-- Read at each start, and short whatever the archive holds.
create index media_waiting on media (id) where state = 'waiting';
