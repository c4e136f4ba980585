/** Rows of media: what is to be fetched, what was, what could not be. */
import type { Db } from "../db/pool.ts";

export type WaitingMedia = {
  id: number;
  numberId: number;
  conversationId: number;
  mediaId: string;
  mimeType: string;
  sha256: string | null;
  attempts: number;
  createdAt: Date;
};

/** Counts the try. Nothing when it is fetched, given up or gone. */
export async function startFetch(db: Db, id: number): Promise<WaitingMedia | undefined> {
  const [row] = await db.query<WaitingMedia>(
    `
    update media f set attempts = f.attempts + 1
    from message m
    where f.id = $1 and f.state = 'waiting' and m.id = f.message_id
    returning f.id, f.number_id as "numberId", m.conversation_id as "conversationId", f.media_id as "mediaId",
      f.mime_type as "mimeType", f.sha256, f.attempts, f.created_at as "createdAt"`,
    [id],
  );
  return row;
}

/** False when the row was removed meanwhile. */
export async function markFetched(
  tx: Db,
  id: number,
  kept: { storedAs: string; bytes: number; mimeType: string; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `
    update media set state = 'fetched', stored_as = $2, bytes = $3, mime_type = $4, fetched_at = $5, reason = null
    where id = $1
    returning id`,
    [id, kept.storedAs, kept.bytes, kept.mimeType, kept.now],
  );
  return rows.length === 1;
}

export async function markTrouble(
  tx: Db,
  id: number,
  state: "waiting" | "failed",
  reason: string,
): Promise<void> {
  await tx.query("update media set state = $2, reason = $3 where id = $1", [id, state, reason]);
}

export type ServedMedia = { storedAs: string; mimeType: string; fileName: string | null };

/** What its sender took back is not served. */
export async function selectServedMedia(db: Db, id: number): Promise<ServedMedia | undefined> {
  const [row] = await db.query<ServedMedia>(
    `
    select f.stored_as as "storedAs", f.mime_type as "mimeType", w.content ->> 'fileName' as "fileName"
    from media f
    join message m on m.id = f.message_id
    left join message_words w on w.message_id = m.id
    where f.id = $1 and f.state = 'fetched' and f.stored_as is not null and m.revoked_at is null`,
    [id],
  );
  return row;
}

/** Whether any row still speaks of these bytes. */
export async function selectUnusedFiles(db: Db, storedAs: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ name: string }>(
    `
    select name
    from unnest($1::text[]) as name
    where not exists (select 1 from media where stored_as = name)`,
    [storedAs],
  );
  return rows.map(({ name }) => name);
}

/** Waiting ones, for the start: a restored backup has the rows but not the jobs. */
export async function selectWaitingMedia(db: Db): Promise<number[]> {
  const rows = await db.query<{ id: number }>("select id from media where state = 'waiting'");
  return rows.map(({ id }) => id);
}
