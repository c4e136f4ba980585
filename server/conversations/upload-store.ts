/** Files people here chose, and those WhatsApp has from us. */
import type { UploadKind } from "../../shared/api/uploads.ts";
import type { Db } from "../db/pool.ts";

export type KeptUpload = {
  id: number;
  kind: UploadKind;
  mimeType: string;
  isVoice: boolean;
  isAnimated: boolean;
  fileName: string | null;
  storedAs: string;
  thumbnailAs: string | null;
  bytes: number;
};

export async function insertUpload(
  tx: Db,
  upload: Omit<KeptUpload, "id"> & { accountId: number | null; now: Date },
): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `
    insert into upload (account_id, kind, mime_type, is_voice, is_animated, file_name, stored_as, thumbnail_as, bytes,
      created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    returning id`,
    [
      upload.accountId,
      upload.kind,
      upload.mimeType,
      upload.isVoice,
      upload.isAnimated,
      upload.fileName,
      upload.storedAs,
      upload.thumbnailAs,
      upload.bytes,
      upload.now,
    ],
  );
  if (!row) throw new Error("the new upload has no id");
  return row.id;
}

/** Only whoever chose a file may send it. Held, so that it does not age while it is put into a message. */
export async function lockUpload(
  tx: Db,
  id: number,
  accountId: number | null,
): Promise<KeptUpload | undefined> {
  const [row] = await tx.query<KeptUpload>(
    `
    select id, kind, mime_type as "mimeType", is_voice as "isVoice", is_animated as "isAnimated",
      file_name as "fileName", stored_as as "storedAs", thumbnail_as as "thumbnailAs", bytes
    from upload
    where id = $1 and account_id is not distinct from $2
    for share`,
    [id, accountId],
  );
  return row;
}

/** The names of their files, which messages may still speak of. */
export async function deleteOldUploads(tx: Db, before: Date): Promise<string[]> {
  const rows = await tx.query<{ storedAs: string; thumbnailAs: string | null }>(
    `delete from upload where created_at < $1
     returning stored_as as "storedAs", thumbnail_as as "thumbnailAs"`,
    [before],
  );
  return rows.flatMap(({ storedAs, thumbnailAs }) => (thumbnailAs ? [storedAs, thumbnailAs] : [storedAs]));
}

/** The picture is in the thread at once, also while its message waits to be sent. */
export async function insertMediaOf(
  tx: Db,
  said: { messageId: number; numberId: number; now: Date },
  upload: KeptUpload,
): Promise<void> {
  await tx.query(
    `
    insert into media (message_id, number_id, mime_type, sniffed_type, state, stored_as, thumbnail_as, bytes,
      created_at, fetched_at)
    values ($1, $2, $3, $3, 'fetched', $4, $5, $6, $7, $7)`,
    [
      said.messageId,
      said.numberId,
      upload.mimeType,
      upload.storedAs,
      upload.thumbnailAs,
      upload.bytes,
      said.now,
    ],
  );
}

export type FileToSend = {
  storedAs: string;
  mimeType: string;
  /** WhatsApp's id for it, where it has it (still). */
  mediaId: string | null;
};

/**
 * The file of a message, with the id under which WhatsApp has it since `since`. One that was refused after it was handed
 * over, by a code for media, a parameter or a missing object, is handed over anew. 0.05 ms, 9 buffers, with one photo sent
 * 20,000 times: `outbox_file_refused` holds the refusals alone.
 */
export async function selectFileToSend(
  db: Db,
  messageId: number,
  since: Date,
): Promise<FileToSend | undefined> {
  const [row] = await db.query<FileToSend>(
    `
    select f.stored_as as "storedAs", f.mime_type as "mimeType",
      case when h.handed_at >= $2 and not exists (
        select from outbox o
        join media other on other.message_id = o.message_id
        where o.state = 'refused' and o.error_code in (100, 131009, 131052, 131053) and o.answered_at >= h.handed_at
          and other.stored_as = f.stored_as and other.number_id = f.number_id
      ) then h.media_id end as "mediaId"
    from media f
    left join handed_file h
      on h.stored_as = f.stored_as and h.mime_type = f.mime_type and h.number_id = f.number_id
    where f.message_id = $1 and f.stored_as is not null`,
    [messageId, since],
  );
  return row;
}

export async function writeHanded(
  tx: Db,
  handed: { numberId: number; storedAs: string; mimeType: string; mediaId: string; now: Date },
): Promise<void> {
  await tx.query(
    `
    insert into handed_file (number_id, stored_as, mime_type, media_id, handed_at)
    values ($1, $2, $3, $4, $5)
    on conflict (stored_as, mime_type, number_id) do update set
      media_id = excluded.media_id, handed_at = excluded.handed_at`,
    [handed.numberId, handed.storedAs, handed.mimeType, handed.mediaId, handed.now],
  );
}

/** WhatsApp has let them go by now. */
export async function deleteOldHanded(tx: Db, before: Date): Promise<void> {
  await tx.query("delete from handed_file where handed_at < $1", [before]);
}
