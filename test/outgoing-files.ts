/** Files to send: made here, so that nobody's photo is in the repository. */
import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import sharp from "sharp";
import { keepUpload, type UploadParts } from "../server/conversations/uploads.ts";
import type { Upload, UploadKind } from "../shared/api/uploads.ts";

/** A photo of noise: it does not get smaller than its pixels. */
export async function aPhoto(
  { width = 300, height = 200 }: { width?: number; height?: number } = {},
  format: "jpeg" | "webp" | "png" = "jpeg",
): Promise<Buffer> {
  const pixels = randomBytes(width * height * 3);
  const made = sharp(pixels, { raw: { width, height, channels: 3 } });
  return format === "jpeg" ? made.jpeg({ quality: 95 }).toBuffer() : made.toFormat(format).toBuffer();
}

export const aPdf = (): Buffer => Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n");

/** No film, but what tells one: the first box of an MP4. */
export const aFilm = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypisom\0\0\x02\0isommp42"), Buffer.alloc(200)]);

/** One page of Ogg with what tells Opus, and how many channels. */
export function aVoice(channels = 1): Buffer {
  const head = Buffer.alloc(28);
  head.write("OggS");
  head[26] = 1;
  head[27] = 19;
  const opus = Buffer.alloc(19);
  opus.write("OpusHead");
  opus[8] = 1;
  opus[9] = channels;
  return Buffer.concat([head, opus]);
}

export function choose(
  parts: UploadParts,
  bytes: Buffer,
  more: { kind?: UploadKind; fileName?: string; accountId?: number } = {},
): Promise<Upload> {
  const { kind = null, fileName = null, accountId = null } = more;
  return keepUpload(parts, { bytes: Readable.from([bytes]), kind, fileName, accountId });
}
