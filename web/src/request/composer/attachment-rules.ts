/** What WhatsApp takes of a file, told before anything is uploaded. Pure. */
import { DOCUMENT_TYPES, MOST_UPLOAD_BYTES, UPLOAD_TYPES } from "../../../../shared/api/uploads.ts";

export type AttachmentKind = "image" | "video" | "audio" | "document";

export type Plan =
  | {
      kind: "take";
      as: AttachmentKind;
      /** Made a JPEG that WhatsApp takes, before it is uploaded. */
      redraws: boolean;
      remark: "shrunk" | "redrawn" | "asDocument" | null;
    }
  | { kind: "refuse"; why: "empty" | "tooLarge" | "badType" };

export const MEGABYTE = 1024 * 1024;

/** Names browsers have for what WhatsApp calls otherwise. */
const SAME: Record<string, string> = {
  "audio/x-m4a": "audio/mp4",
  "audio/m4a": "audio/mp4",
  "audio/mp3": "audio/mpeg",
  "video/x-m4v": "video/mp4",
};
/** What browsers can draw although WhatsApp does not take it. */
const DRAWABLE = new Set(["image/webp", "image/bmp", "image/avif", "image/heic", "image/heif"]);

const fits = (bytes: number, kind: AttachmentKind): boolean => bytes <= MOST_UPLOAD_BYTES[kind];

/** Larger than what its kind may be, it goes as a document; larger than that, not at all. */
export function planAttachment({ type, size }: { type: string; size: number }): Plan {
  const named = type.split(";")[0]?.trim().toLowerCase() ?? "";
  const mime = SAME[named] ?? named;
  if (size === 0) return { kind: "refuse", why: "empty" };
  if (!fits(size, "document")) return { kind: "refuse", why: "tooLarge" };
  if (UPLOAD_TYPES.image.includes(mime)) {
    const redraws = !fits(size, "image");
    return { kind: "take", as: "image", redraws, remark: redraws ? "shrunk" : null };
  }
  if (DRAWABLE.has(mime)) return { kind: "take", as: "image", redraws: true, remark: "redrawn" };
  const as = UPLOAD_TYPES.video.includes(mime)
    ? "video"
    : UPLOAD_TYPES.audio.includes(mime)
      ? "audio"
      : "document";
  // What the browser cannot name is looked at by the server: it may be plain words.
  const isDocument =
    mime === "" || mime.startsWith("text/") || DOCUMENT_TYPES.some((known) => known === mime);
  if (!isDocument) return { kind: "refuse", why: "badType" };
  if (!fits(size, as)) return { kind: "take", as: "document", redraws: false, remark: "asDocument" };
  return { kind: "take", as, redraws: false, remark: null };
}

/** WhatsApp shows a sound without words under it. */
export const takesCaption = (kind: AttachmentKind): boolean => kind !== "audio";
