/** What a chosen file is to WhatsApp, and whether WhatsApp takes it. Pure. */
import {
  DOCUMENT_TYPES,
  MOST_STILL_STICKER_BYTES,
  MOST_UPLOAD_BYTES,
  UPLOAD_TYPES,
  type UploadKind,
} from "../../shared/api/uploads.ts";

/** What can be told from the bytes. */
export type Looked = {
  /** Null when they tell nothing. */
  sniffed: string | null;
  /** The first of them read as text. */
  isText: boolean;
  fileName: string | null;
};

const OFFICE_BY_ENDING: Record<string, string> = {
  doc: "application/msword",
  xls: "application/vnd.ms-excel",
  ppt: "application/vnd.ms-powerpoint",
};
/** One thing under several names. */
const SAME: Record<string, string> = {
  "audio/x-m4a": "audio/mp4",
  "audio/opus": "audio/ogg",
  "video/x-m4v": "video/mp4",
};

/** As WhatsApp wants it named; null when it is nothing WhatsApp takes. */
export function mimeOf({ sniffed, isText, fileName }: Looked, kind: UploadKind | null): string | null {
  const base = sniffed?.split(";")[0]?.trim() ?? "";
  // Browsers record sound into the same container as films.
  if (kind === "audio" && base === "video/mp4") return "audio/mp4";
  if (base === "application/x-cfb") return OFFICE_BY_ENDING[endingOf(fileName)] ?? null;
  const type = SAME[base] ?? base;
  // Of what Ogg can hold WhatsApp plays Opus alone.
  if (type === "audio/ogg" && !sniffed?.includes("opus")) return null;
  if (DOCUMENT_TYPES.some((known) => known === type)) return type;
  return isText ? "text/plain" : null;
}

const endingOf = (fileName: string | null): string =>
  /\.([a-z0-9]+)$/i.exec(fileName ?? "")?.[1]?.toLowerCase() ?? "";

export function kindOf(mime: string): UploadKind {
  const kinds = ["image", "video", "audio", "sticker"] as const;
  return kinds.find((kind) => UPLOAD_TYPES[kind].includes(mime)) ?? "document";
}

/** Of photos: what has to be made anew before WhatsApp takes it. */
export const needsRemaking = (mime: string, bytes: number): boolean =>
  mime === "image/webp" || bytes > MOST_UPLOAD_BYTES.image;

export type File = { mime: string; bytes: number; isAnimated: boolean; isVoice: boolean };

export type Misfit =
  | { kind: "empty" }
  | { kind: "type"; allowed: readonly string[] }
  | { kind: "too_large"; mostBytes: number }
  | { kind: "no_voice" };

/** Why WhatsApp would not take it as this; null when it does. */
export function misfitOf(file: File, as: UploadKind, isVoice = false): Misfit | null {
  if (file.bytes === 0) return { kind: "empty" };
  if (!UPLOAD_TYPES[as].includes(file.mime)) return { kind: "type", allowed: UPLOAD_TYPES[as] };
  const mostBytes = as === "sticker" && !file.isAnimated ? MOST_STILL_STICKER_BYTES : MOST_UPLOAD_BYTES[as];
  if (file.bytes > mostBytes) return { kind: "too_large", mostBytes };
  if (isVoice && !file.isVoice) return { kind: "no_voice" };
  return null;
}

const NAMES: Record<UploadKind, string> = {
  image: "a photo",
  video: "a video",
  audio: "a sound",
  document: "a document",
  sticker: "a sticker",
};
const TAKES: Record<UploadKind, string> = {
  image: "JPEG and PNG",
  video: "MP4 and 3GP",
  audio: "AAC, AMR, MP3, M4A and Ogg with Opus",
  document: "PDF, Word, Excel, PowerPoint and text files, and photos, videos and sounds",
  sticker: "WebP",
};

/** In words, with what to do. */
export function wordsOf(misfit: Misfit, as: UploadKind): { code: string; message: string } {
  switch (misfit.kind) {
    case "empty":
      return { code: "upload_empty", message: "This file is empty. Choose another one." };
    case "type":
      return {
        code: "upload_type",
        message: `WhatsApp does not take this file as ${NAMES[as]}: it takes ${TAKES[as]}. Save it as one of these and choose it again.`,
      };
    case "too_large":
      return {
        code: "upload_too_large",
        message: `This file is too large: WhatsApp takes ${sizeOf(misfit.mostBytes)} as ${NAMES[as]}. ${as === "document" ? "Send a link to it." : "Make it smaller, or send it as a document."}`,
      };
    case "no_voice":
      return {
        code: "upload_no_voice",
        message: "A voice note has to be Ogg with Opus in one channel. Send it as a sound instead.",
      };
    default:
      return misfit satisfies never;
  }
}

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB at most` : `${bytes / 1024} kB at most`;

/** Opus says how many channels it has in its first page. */
export function isOneChannelOpus(head: Uint8Array): boolean {
  const at = Buffer.from(head.buffer, head.byteOffset, head.byteLength).indexOf("OpusHead");
  return at >= 0 && head[at + 9] === 1;
}

/** Text in any of the usual ways of writing it: nothing in it that only programs read. */
export function isText(head: Uint8Array): boolean {
  if (head.byteLength === 0) return false;
  // Unwritable signs, but for tab and the ends of lines and pages.
  return head.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 12 || byte === 13);
}

/** The end of a path is enough, and nothing in it may lead elsewhere or break a line. */
export function fileNameOf(given: string | null): string | null {
  const name = (given ?? "")
    .toWellFormed()
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  if (name.length <= 240) return name || null;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, 240 - ending.length) + ending;
}
