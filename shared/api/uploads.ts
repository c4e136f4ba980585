/** Files that people here send: chosen first, sent by their id. */
import { z } from "zod";
import { endpoint, Id } from "./endpoint.ts";

export const UPLOAD_KINDS = ["image", "video", "audio", "document", "sticker"] as const;
export type UploadKind = (typeof UPLOAD_KINDS)[number];

const KILO = 1024;
const MEGA = 1024 * KILO;

/** The most WhatsApp takes of each kind, in bytes. A photo that is larger is made smaller here. */
export const MOST_UPLOAD_BYTES: Record<UploadKind, number> = {
  image: 5 * MEGA,
  video: 16 * MEGA,
  audio: 16 * MEGA,
  document: 100 * MEGA,
  sticker: 500 * KILO,
};
/** Of one that stands still. */
export const MOST_STILL_STICKER_BYTES = 100 * KILO;

const OFFICE = "application/vnd.openxmlformats-officedocument";
/** Everything WhatsApp takes as a document; of these are the other kinds. */
export const DOCUMENT_TYPES = [
  ...["application/pdf", "text/plain", "application/msword", "application/vnd.ms-excel"],
  ...["application/vnd.ms-powerpoint", `${OFFICE}.wordprocessingml.document`],
  ...[`${OFFICE}.spreadsheetml.sheet`, `${OFFICE}.presentationml.presentation`],
  ...["image/jpeg", "image/png", "image/webp", "video/mp4", "video/3gpp"],
  ...["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
] as const;

export const UPLOAD_TYPES: Record<UploadKind, readonly string[]> = {
  image: ["image/jpeg", "image/png"],
  video: ["video/mp4", "video/3gpp"],
  audio: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
  document: DOCUMENT_TYPES,
  sticker: ["image/webp"],
};

/** An unsent file is kept for so long. */
export const UPLOAD_LIFE_DAYS = 7;

export const Upload = z.object({
  id: Id,
  kind: z.enum(UPLOAD_KINDS),
  /** What it is by its bytes, and so what WhatsApp is told. */
  mime: z.string(),
  bytes: z.number().int(),
  fileName: z.string().nullable(),
});
export type Upload = z.infer<typeof Upload>;

export const uploadsApi = {
  upload: endpoint({
    method: "POST",
    path: "/api/v1/uploads",
    access: "operator",
    summary:
      "Keep a file to send: multipart/form-data with `file` and, before it, optionally `kind` (image, video, audio, document, sticker); without it the kind is told from the bytes",
    output: Upload,
  }),
} as const;
