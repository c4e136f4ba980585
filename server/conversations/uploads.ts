/** A file somebody here chose: kept by what it holds, looked at, and refused before anything is sent if WhatsApp would. */
import {
  MOST_UPLOAD_BYTES,
  UPLOAD_LIFE_DAYS,
  UPLOAD_TYPES,
  type Upload,
  type UploadKind,
} from "../../shared/api/uploads.ts";
import type { Db } from "../db/pool.ts";
import { describeError } from "../describe-error.ts";
import { UserError } from "../errors.ts";
import { addJobs, type Job } from "../jobs/add.ts";
import type { System } from "../system.ts";
import { removeUnused } from "./fetch-media.ts";
import type { MediaFiles } from "./media-files.ts";
import { isPicture, UNTOLD } from "./media-rules.ts";
import { isAnimated, remakePhoto } from "./photo.ts";
import { sniff } from "./sniff.ts";
import { makeThumbnail } from "./thumbnail.ts";
import {
  type File,
  fileNameOf,
  isOneChannelOpus,
  isText,
  kindOf,
  mimeOf,
  misfitOf,
  needsRemaking,
  wordsOf,
} from "./upload-rules.ts";
import { deleteOldHanded, deleteOldUploads, insertUpload } from "./upload-store.ts";

export type UploadParts = { system: System; files: MediaFiles };

export type Chosen = {
  bytes: AsyncIterable<Uint8Array>;
  /** What it is to be sent as; null: whatever it is. */
  kind: UploadKind | null;
  fileName: string | null;
  accountId: number | null;
};

/** @throws UserError when WhatsApp would not take it, with what to do */
export async function keepUpload(parts: UploadParts, chosen: Chosen): Promise<Upload> {
  const { files, system } = parts;
  const mostBytes = MOST_UPLOAD_BYTES.document;
  const kept = await files.put(chosen.bytes, { mostBytes, sha256: null });
  if (kept.kind !== "kept") throw misfit({ kind: "too_large", mostBytes }, "document");
  const names = [kept.storedAs];
  try {
    const file = await look(parts, kept, chosen, names);
    const thumbnailAs = isPicture(file.mime) ? await smallPicture(parts, file.storedAs) : null;
    if (thumbnailAs) names.push(thumbnailAs);
    const now = system.clock.now();
    const { mime: mimeType, ...more } = file;
    const upload = { ...more, mimeType, thumbnailAs, accountId: chosen.accountId, now };
    const id = await system.db.transaction(async (tx) => {
      const id = await insertUpload(tx, upload);
      await addJobs(tx, [ageJob(now)]);
      return id;
    });
    // Somebody else's copy of the same bytes may have been let go at this very moment.
    if ((await files.size(file.storedAs)) === null)
      throw new UserError("unavailable", "This file could not be kept. Choose it again.");
    return { id, kind: file.kind, mime: file.mime, bytes: file.bytes, fileName: file.fileName };
  } finally {
    // What was refused, and what was made anew.
    await removeUnused(parts, names);
  }
}

type Looked = File & { kind: UploadKind; fileName: string | null; storedAs: string };

async function look(
  { files }: UploadParts,
  kept: { storedAs: string; bytes: number },
  { kind: asked, fileName: given }: Chosen,
  names: string[],
): Promise<Looked> {
  const fileName = fileNameOf(given);
  const head = kept.bytes === 0 ? Buffer.alloc(0) : await readHead(files, kept);
  const found = await sniff(files, kept.storedAs);
  const sniffed = found === UNTOLD ? null : found;
  const mime = mimeOf({ sniffed, isText: isText(head), fileName }, asked) ?? UNTOLD;
  const isPhoto = UPLOAD_TYPES.image.includes(mime) || mime === "image/webp";
  const kind = asked ?? kindOf(mime);
  const file = {
    mime,
    kind,
    fileName,
    storedAs: kept.storedAs,
    bytes: kept.bytes,
    isVoice: mime === "audio/ogg" && isOneChannelOpus(head),
    isAnimated: kind === "sticker" && (await isAnimated(files, kept.storedAs)),
  };
  if (kind === "image" && isPhoto && needsRemaking(mime, kept.bytes)) {
    const made = await remakePhoto(files, kept.storedAs);
    if (made) {
      names.push(made.storedAs);
      Object.assign(file, { mime: "image/jpeg", storedAs: made.storedAs, bytes: made.bytes });
    }
  }
  const wrong = misfitOf(file, kind);
  if (wrong) throw misfit(wrong, kind);
  return file;
}

/** Said in words, with what the screens need to say it in theirs. */
export function misfit(wrong: Parameters<typeof wordsOf>[0], as: UploadKind): UserError {
  const { code, message } = wordsOf(wrong, as);
  const kind = wrong.kind === "too_large" ? "too_large" : "bad_request";
  const mostBytes = wrong.kind === "too_large" ? wrong.mostBytes : null;
  return new UserError(kind, message, { code, detail: { kind: as, ...(mostBytes && { mostBytes }) } });
}

const HEAD_BYTES = 4_096;

async function readHead(files: MediaFiles, { storedAs, bytes }: { storedAs: string; bytes: number }) {
  const pieces: Buffer[] = [];
  for await (const piece of files.read(storedAs, { start: 0, end: Math.min(bytes, HEAD_BYTES) - 1 }))
    pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** Without one it is shown as it is: nothing here may refuse the photo. */
async function smallPicture({ system, files }: UploadParts, storedAs: string): Promise<string | null> {
  try {
    return await makeThumbnail(files, storedAs);
  } catch (error) {
    system.log.warn({ error: describeError(error) }, "a chosen photo has no small picture");
    return null;
  }
}

const DAY_MS = 24 * 3_600_000;
const UPLOAD_LIFE_MS = UPLOAD_LIFE_DAYS * DAY_MS;

/** One for the files of a day, once they are old. */
const ageJob = (now: Date): Job => ({
  task: "age_uploads",
  payload: {},
  key: `age_uploads:${Math.floor(now.getTime() / DAY_MS)}`,
  afterMs: UPLOAD_LIFE_MS + DAY_MS,
});

/** At the start: a restored backup has the rows alone. */
export const wakeAging = (tx: Db): Promise<void> =>
  addJobs(tx, [{ task: "age_uploads", payload: {}, key: "age_uploads" }]);

/** WhatsApp keeps what we hand over for 30 days; a little less, as clocks and queues differ. */
export const HANDED_LIFE_MS = 28 * DAY_MS;

/** The job: unsent files that got old go, and so do the ids of files WhatsApp has let go. */
export async function ageUploads(parts: UploadParts): Promise<void> {
  const { db, clock } = parts.system;
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  const names = await deleteOldUploads(db, before(UPLOAD_LIFE_MS));
  await removeUnused(parts, names);
  await deleteOldHanded(db, before(HANDED_LIFE_MS));
}
