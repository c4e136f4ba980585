/** What WhatsApp takes of a file, told before anything is uploaded. Pure. */

export type AttachmentKind = "image" | "video" | "audio" | "document";

export type Plan =
  | {
      kind: "take";
      as: AttachmentKind;
      /** Made a JPEG that WhatsApp takes, before it is uploaded. */
      redraws: boolean;
      remark: "shrunk" | "redrawn" | "asDocument" | null;
    }
  | { kind: "refuse"; why: "empty" | "tooLarge" };

export const MEGABYTE = 1024 * 1024;
/** In megabytes, by WhatsApp's own limits. */
export const LIMIT_MB = { image: 5, video: 16, audio: 16, document: 100 } as const;

const PICTURES = new Set(["image/jpeg", "image/png"]);
const FILMS = new Set(["video/mp4", "video/3gpp"]);
const SOUNDS = new Set(["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"]);
/** What browsers can draw although WhatsApp does not take it. */
const DRAWABLE = new Set(["image/webp", "image/bmp", "image/avif", "image/heic", "image/heif"]);

const fits = (bytes: number, kind: AttachmentKind): boolean => bytes <= LIMIT_MB[kind] * MEGABYTE;

/** Larger than what its kind may be, it goes as a document; larger than that, not at all. */
export function planAttachment({ type, size }: { type: string; size: number }): Plan {
  const mime = type.split(";")[0]?.trim().toLowerCase() ?? "";
  if (size === 0) return { kind: "refuse", why: "empty" };
  if (!fits(size, "document")) return { kind: "refuse", why: "tooLarge" };
  if (PICTURES.has(mime)) {
    const redraws = !fits(size, "image");
    return { kind: "take", as: "image", redraws, remark: redraws ? "shrunk" : null };
  }
  if (DRAWABLE.has(mime)) return { kind: "take", as: "image", redraws: true, remark: "redrawn" };
  const as = FILMS.has(mime) ? "video" : SOUNDS.has(mime) ? "audio" : "document";
  if (!fits(size, as)) return { kind: "take", as: "document", redraws: false, remark: "asDocument" };
  return { kind: "take", as, redraws: false, remark: null };
}

/** WhatsApp shows a sound without words under it. */
export const takesCaption = (kind: AttachmentKind): boolean => kind !== "audio";
