/** What a file is, by its name as WhatsApp gives it. Pure. */
import type { MessageKind } from "../chat.ts";

const BY_ENDING: Record<string, MessageKind> = {
  ...endings("photo", "jpg jpeg png heic heif bmp tif tiff avif"),
  ...endings("video", "mp4 mov 3gp mkv avi m4v webm mpg mpeg wmv"),
  ...endings("voice", "opus amr"),
  ...endings("audio", "m4a mp3 aac wav ogg oga flac wma caf"),
  ...endings("sticker", "webp was"),
  ...endings("gif", "gif"),
  ...endings("contact", "vcf"),
};

/** Android: "PTT-20260714-WA0003.opus"; iOS: "00000012-PHOTO-2026-07-14-09-13-22.jpg". */
const BY_WORD: Record<string, MessageKind> = {
  ...{ IMG: "photo", PHOTO: "photo", VID: "video", VIDEO: "video", PTV: "video", PTT: "voice", AUD: "audio" },
  ...{ STK: "sticker", STICKER: "sticker", GIF: "gif", DOC: "document" },
};

const WHATSAPP_NAME = /^(?:([A-Z]{3})-\d{8}-WA\d+|\d{6,10}-([A-Z]+)-\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2})/;

/** "contract.pdf": whether these words can be a file's name. */
export function isFileName(name: string): boolean {
  return name.length < 300 && /^[^\n/<>|?*"]*[^\s/<>|?*"]\.[\p{L}\p{N}]{1,8}$/u.test(name);
}

/** Named by WhatsApp itself, so no more is needed to believe it. */
export function isWhatsAppName(name: string): boolean {
  return WHATSAPP_NAME.test(name);
}

export function kindOfFile(name: string): MessageKind {
  const ending = BY_ENDING[name.slice(name.lastIndexOf(".") + 1).toLowerCase()];
  const found = WHATSAPP_NAME.exec(name);
  const word = BY_WORD[found?.[1] ?? found?.[2] ?? ""];
  // Voice notes of iOS are "AUDIO" and end in "opus"; a GIF is a video by its ending; old stickers are pictures.
  if (word === "gif" || word === "sticker" || word === "voice") return word;
  return ending ?? word ?? "document";
}

function endings(kind: MessageKind, list: string): Record<string, MessageKind> {
  return Object.fromEntries(list.split(" ").map((ending) => [ending, kind]));
}
