/** The job that brings a photo, voice note or document here before WhatsApp forgets it (after seven days). */
import { fileTypeFromFile } from "file-type";
import { addJobs, type Job } from "../jobs/add.ts";
import { announce } from "../live/changes.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { downloadMedia, findMedia } from "../whatsapp/media.ts";
import type { MediaFiles } from "./media-files.ts";
import { type AfterTrouble, afterTrouble, type FetchEnd } from "./media-rules.ts";
import {
  markFetched,
  markTrouble,
  selectUnusedFiles,
  selectWaitingMedia,
  startFetch,
  type WaitingMedia,
} from "./media-store.ts";

export type FetchParts = { system: System; numbers: Numbers; files: MediaFiles };

/** The largest thing WhatsApp lets people send. */
const MOST_BYTES = 100 * 1024 * 1024;

/** A later one replaces one that has not run. */
function fetchJob(mediaId: number, afterMs?: number): Job {
  return {
    task: "fetch_media",
    payload: { mediaId },
    key: `fetch_media:${mediaId}`,
    ...(afterMs && { afterMs }),
  };
}

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
  const sniffed = await fileTypeFromFile(files.path(result.storedAs));
  const mimeType = sniffed?.mime ?? result.mimeType ?? media.mimeType;
  const isWanted = await system.db.transaction(async (tx) => {
    await announce(tx, [`conversation:${media.conversationId}`]);
    return markFetched(tx, media.id, { ...result, mimeType, now });
  });
  if (!isWanted) await removeUnused(parts, [result.storedAs]);
}

/** Once no row speaks of them; the same photo may have come by another message. */
export async function removeUnused(
  { system, files }: Pick<FetchParts, "system" | "files">,
  storedAs: readonly string[],
): Promise<void> {
  for (const name of await selectUnusedFiles(system.db, storedAs)) await files.remove(name);
}

async function bring({ numbers, files }: FetchParts, media: WaitingMedia): Promise<FetchEnd> {
  const number = numbers.get(media.numberId);
  if (!number || number.accessToken === null) return { kind: "later", detail: "the number has no token" };
  const graph = { ...number, accessToken: number.accessToken };
  const found = await findMedia(graph, media.mediaId);
  if (found.kind !== "found") return found;
  const download = await downloadMedia(graph, found.url);
  if (download.kind !== "bytes") return download;
  try {
    const kept = await files.put(download.bytes, {
      mostBytes: MOST_BYTES,
      sha256: media.sha256 ?? found.sha256,
    });
    return kept.kind === "kept" ? { ...kept, mimeType: found.mimeType } : kept;
  } catch (error) {
    // The line broke in the middle. A disk that is full or closed is ours to mend: that rises.
    if (isOfTheLine(error)) return { kind: "later", detail: "the download broke off" };
    throw error;
  }
}

function isOfTheLine(error: unknown): boolean {
  return error instanceof TypeError || (error instanceof Error && error.name === "TimeoutError");
}

async function keepTrouble({ system }: FetchParts, media: WaitingMedia, after: AfterTrouble): Promise<void> {
  await system.db.transaction(async (tx) => {
    await markTrouble(tx, media.id, after.kind === "again" ? "waiting" : "failed", after.reason);
    if (after.kind === "again") await addJobs(tx, [fetchJob(media.id, after.afterMs)]);
    else await announce(tx, [`conversation:${media.conversationId}`]);
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
