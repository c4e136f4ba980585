/** The job that brings a photo, voice note or document here before WhatsApp forgets it (after seven days). */
import { describeError } from "../describe-error.ts";
import { addJobs } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { BrokenOff, downloadMedia, findMedia } from "../whatsapp/media.ts";
import { fetchJob } from "./fetch-job.ts";
import type { MediaFiles } from "./media-files.ts";
import {
  type AfterTrouble,
  afterTrouble,
  type FetchEnd,
  isPicture,
  mostBytes,
  UNTOLD,
} from "./media-rules.ts";
import {
  markFetched,
  markThumbnail,
  markTrouble,
  selectThumbnailOf,
  selectUnusedFiles,
  selectWaitingMedia,
  startFetch,
  type WaitingMedia,
} from "./media-store.ts";
import { sniff } from "./sniff.ts";
import { makeThumbnail } from "./thumbnail.ts";

export type FetchParts = { system: System; numbers: Numbers; files: MediaFiles };

/** No transaction is open while bytes come: a slow line would hold a connection and its locks for minutes. */
export async function fetchMedia(parts: FetchParts, mediaId: number): Promise<void> {
  const { system, files } = parts;
  const media = await startFetch(system.db, mediaId);
  if (!media) return;
  const result = await bring(parts, media);
  const now = system.clock.now();
  if (result.kind !== "kept") {
    await keepTrouble(parts, media, afterTrouble(result, media, now));
    return;
  }
  const sniffed = await sniff(files, result.storedAs);
  const mimeType = sniffed === UNTOLD ? (result.mimeType ?? media.mimeType) : sniffed;
  // Before the small picture: should a picture end the process, the next one does not meet it again.
  const isWanted = await markFetched(system.db, media.id, { ...result, mimeType, sniffed, now });
  if (!isWanted) {
    await removeUnused(parts, [result.storedAs]);
    return;
  }
  if (isPicture(sniffed)) await addThumbnail(parts, media.id, result.storedAs);
  await system.db.transaction((tx) => announce(tx, [`conversation:${media.conversationId}`]));
}

/** Once no row speaks of them; the same photo may have come by another message. */
export async function removeUnused(
  { system, files }: Pick<FetchParts, "system" | "files">,
  names: readonly string[],
): Promise<void> {
  for (const name of await selectUnusedFiles(system.db, names)) await files.remove(name);
}

/** A photo without its small picture is shown as it is: nothing here may fail the message. */
async function addThumbnail({ system, files }: FetchParts, id: number, storedAs: string): Promise<void> {
  try {
    const name = (await selectThumbnailOf(system.db, storedAs)) ?? (await makeThumbnail(files, storedAs));
    if (name && !(await markThumbnail(system.db, id, name))) await removeUnused({ system, files }, [name]);
  } catch (error) {
    system.log.warn({ media: id, error: describeError(error) }, "a photo has no small picture");
  }
}

async function bring({ system, numbers, files }: FetchParts, media: WaitingMedia): Promise<FetchEnd> {
  const number = numbers.get(media.numberId);
  if (!number || number.accessToken === null) return { kind: "no_token" };
  const graph = { ...number, accessToken: number.accessToken };
  // Asked for at each try: an address is good for five minutes.
  const found = await findMedia(graph, media.mediaId);
  if (found.kind !== "found") return found;
  const most = mostBytes(media);
  if (found.bytes !== null && found.bytes > most) return { kind: "too_large" };
  const download = await downloadMedia(graph, found);
  if (download.kind !== "bytes") return download;
  try {
    const kept = await files.put(download.bytes, { mostBytes: most, sha256: media.sha256 ?? found.sha256 });
    return kept.kind === "kept" ? { ...kept, mimeType: found.mimeType } : kept;
  } catch (error) {
    if (error instanceof BrokenOff) return { kind: "later", detail: error.message };
    if (!isOfTheDisk(error)) throw error;
    system.log.error({ media: media.id, code: error.code }, "a file from WhatsApp cannot be kept: no room?");
    return { kind: "no_room" };
  }
}

/** A disk that is full, read-only or closed to us: with a code, as the system gives it. */
const isOfTheDisk = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && "code" in error && /^E[A-Z0-9]+$/.test(String(error.code));

/** A screen hears of the first trouble of a kind and of the last, not of each try. */
async function keepTrouble({ system }: FetchParts, media: WaitingMedia, after: AfterTrouble): Promise<void> {
  const isNews = after.kind === "failed" || media.reason !== after.reason;
  await system.db.transaction(async (tx) => {
    await markTrouble(tx, media.id, after.kind === "again" ? "waiting" : "failed", after.reason);
    if (after.kind === "again") await addJobs(tx, [fetchJob(media.id, after.afterMs)]);
    if (isNews) await announce(tx, [`conversation:${media.conversationId}`]);
  });
}

/** At the start: a job for whatever waits, as a restored backup has the rows alone. */
export async function wakeFetches(system: System): Promise<void> {
  const waiting = await selectWaitingMedia(system.db);
  await system.db.transaction((tx) =>
    addJobs(
      tx,
      waiting.map((id) => fetchJob(id)),
    ),
  );
}
