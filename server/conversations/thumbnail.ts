/**
 * A small picture of a photo, so that a thread of twenty does not load a hundred megabytes. Pictures come from
 * strangers: only three kinds are decoded at all, within limits, and without the place and camera written in them.
 */
import { buffer } from "node:stream/consumers";
import type { MediaFiles } from "./media-files.ts";

/** Twice what the largest place for it on a screen is wide. */
const EDGE = 800;
const QUALITY = 74;
/** More bytes than any phone's photo are not decoded for a preview. */
const MOST_BYTES = 25 * 1024 * 1024;
/** A picture of a few kilobytes may say that it is a million wide. */
export const MOST_PIXELS = 60_000_000;
export const MOST_SECONDS = 15;
/** Less than this is not worth a second file. */
const SMALL_BYTES = 60_000;

/** Null where the file is small enough itself, moves, or is no picture after all: then it is shown as it is. */
export async function makeThumbnail(files: MediaFiles, storedAs: string): Promise<string | null> {
  const size = await files.size(storedAs);
  if (size === null || size < SMALL_BYTES || size > MOST_BYTES) return null;
  const sharp = await loadSharp();
  const picture = sharp(await buffer(files.read(storedAs)), { limitInputPixels: MOST_PIXELS });
  // A sticker that moves would stand still.
  if (((await picture.metadata()).pages ?? 1) > 1) return null;
  const small = await picture
    .autoOrient()
    .resize({ width: EDGE, height: EDGE, fit: "inside", withoutEnlargement: true })
    .webp({ quality: QUALITY, effort: 3 })
    .timeout({ seconds: MOST_SECONDS })
    .toBuffer();
  if (small.byteLength >= size) return null;
  const kept = await files.put(piecesOf(small), { mostBytes: small.byteLength, sha256: null });
  return kept.kind === "kept" ? kept.storedAs : null;
}

/** Only when the first photo comes: it is native code, and Baton must start where there is none for the machine. */
export async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"] });
  return sharp;
}

export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
