/** Rows of media: what is to be fetched, what was, what could not be. */
import type { Db } from "../db/pool.ts";

export type WaitingMedia = {
  id: number;
  numberId: number;
  conversationId: number;
  /** Of its message: image, audio and so on. */
  kind: string;
  mediaId: string;
  mimeType: string;
  sha256: string | null;
  attempts: number;
  reason: string | null;
  createdAt: Date;
  isAsked: boolean;
};

/** Counts the try. Nothing when it is fetched, given up, taken back by its sender or gone. */
export async function startFetch(db: Db, id: number): Promise<WaitingMedia | undefined> {
  const [row] = await db.query<WaitingMedia>(
    `
    update media f set attempts = f.attempts + 1
    from message m
    where f.id = $1 and f.state = 'waiting' and m.id = f.message_id and m.revoked_at is null
    returning f.id, f.number_id as "numberId", m.conversation_id as "conversationId", m.kind,
      f.media_id as "mediaId", f.mime_type as "mimeType", f.sha256, f.attempts, f.reason,
      f.created_at as "createdAt", f.asked_at is not null as "isAsked"`,
    [id],
  );
  return row;
}

/** False when the row was removed meanwhile. */
export async function markFetched(
  db: Db,
  id: number,
  kept: { storedAs: string; bytes: number; mimeType: string; sniffed: string; now: Date },
): Promise<boolean> {
  const rows = await db.query(
    `
    update media set state = 'fetched', stored_as = $2, bytes = $3, mime_type = $4, sniffed_type = $5,
      fetched_at = $6, reason = null
    where id = $1
    returning id`,
    [id, kept.storedAs, kept.bytes, kept.mimeType, kept.sniffed, kept.now],
  );
  return rows.length === 1;
}

/** The small picture that another row with the same bytes has already. */
export async function selectThumbnailOf(db: Db, storedAs: string): Promise<string | null> {
  const [row] = await db.query<{ name: string }>(
    "select thumbnail_as as name from media where stored_as = $1 and thumbnail_as is not null limit 1",
    [storedAs],
  );
  return row?.name ?? null;
}

/** False when the row was removed meanwhile. */
export async function markThumbnail(db: Db, id: number, thumbnailAs: string): Promise<boolean> {
  const rows = await db.query("update media set thumbnail_as = $2 where id = $1 returning id", [
    id,
    thumbnailAs,
  ]);
  return rows.length === 1;
}

/** Only of what still waits: a second try may have brought it meanwhile. */
export async function markTrouble(
  tx: Db,
  id: number,
  state: "waiting" | "failed",
  reason: string,
): Promise<void> {
  await tx.query("update media set state = $2, reason = $3 where id = $1 and state = 'waiting'", [
    id,
    state,
    reason,
  ]);
}

export type AskedMedia = {
  numberId: number;
  conversationId: number;
  state: "waiting" | "fetched" | "failed";
  storedAs: string | null;
  /** Ours, so WhatsApp does not have it for us. */
  isOurs: boolean;
  reason: string | null;
  createdAt: Date;
  isRevoked: boolean;
};

export async function lockMedia(tx: Db, id: number): Promise<AskedMedia | undefined> {
  const [row] = await tx.query<AskedMedia>(
    `
    select f.number_id as "numberId", m.conversation_id as "conversationId", f.state, f.stored_as as "storedAs",
      f.media_id is null as "isOurs", f.reason, f.created_at as "createdAt", m.revoked_at is not null as "isRevoked"
    from media f
    join message m on m.id = f.message_id
    where f.id = $1
    for update of f`,
    [id],
  );
  return row;
}

/** Tries are counted anew. */
export async function markAsked(tx: Db, id: number, now: Date): Promise<void> {
  await tx.query(
    "update media set state = 'waiting', reason = null, attempts = 0, asked_at = $2 where id = $1",
    [id, now],
  );
}

export type ServedMedia = {
  storedAs: string;
  sniffed: string | null;
  thumbnailAs: string | null;
  fileName: string | null;
};

/** What its sender took back is not served. */
export async function selectServedMedia(db: Db, id: number): Promise<ServedMedia | undefined> {
  const [row] = await db.query<ServedMedia>(
    `
    select f.stored_as as "storedAs", f.sniffed_type as sniffed, f.thumbnail_as as "thumbnailAs",
      w.content ->> 'fileName' as "fileName"
    from media f
    join message m on m.id = f.message_id
    left join message_words w on w.message_id = m.id
    where f.id = $1 and f.state = 'fetched' and f.stored_as is not null and m.revoked_at is null`,
    [id],
  );
  return row;
}

/** Those that no row speaks of any more. */
export async function selectUnusedFiles(db: Db, names: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `
    select name
    from unnest($1::text[]) as name
    where not exists (select 1 from media where stored_as = name)
      and not exists (select 1 from media where thumbnail_as = name)
      and not exists (select 1 from upload where stored_as = name)
      and not exists (select 1 from upload where thumbnail_as = name)`,
    [names],
  );
  return rows.map(({ name }) => name);
}

/** Waiting ones, for the start: a restored backup has the rows but not the jobs. */
export async function selectWaitingMedia(db: Db): Promise<number[]> {
  const rows = await db.query<{ id: number }>("select id from media where state = 'waiting'");
  return rows.map(({ id }) => id);
}
