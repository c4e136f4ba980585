/** A photo WhatsApp would not take, made anew as a phone does before sending: smaller, and a JPEG. */
import { buffer } from "node:stream/consumers";
import type { Kept, MediaFiles } from "./media-files.ts";
import { loadSharp, MOST_PIXELS, MOST_SECONDS, piecesOf } from "./thumbnail.ts";

/** Wider than any screen it is looked at on. */
const EDGE = 2_560;
const QUALITY = 85;
/** Larger files are not opened: nobody's camera makes them. */
const MOST_BYTES = 60 * 1024 * 1024;

/** Null when it is no picture that can be read. */
export async function remakePhoto(
  files: MediaFiles,
  storedAs: string,
): Promise<Extract<Kept, { kind: "kept" }> | null> {
  const size = await files.size(storedAs);
  if (size === null || size > MOST_BYTES) return null;
  const sharp = await loadSharp();
  let jpeg: Buffer;
  try {
    jpeg = await sharp(await buffer(files.read(storedAs)), { limitInputPixels: MOST_PIXELS })
      .autoOrient()
      .resize({ width: EDGE, height: EDGE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "white" })
      .jpeg({ quality: QUALITY })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer();
  } catch {
    return null;
  }
  const kept = await files.put(piecesOf(jpeg), { mostBytes: jpeg.byteLength, sha256: null });
  return kept.kind === "kept" ? kept : null;
}

/** A sticker that moves may be larger than one that stands still. */
export async function isAnimated(files: MediaFiles, storedAs: string): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    const bytes = await buffer(files.read(storedAs));
    return ((await sharp(bytes, { limitInputPixels: MOST_PIXELS }).metadata()).pages ?? 1) > 1;
  } catch {
    return false;
  }
}
