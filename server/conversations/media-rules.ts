/** What to do about media that would not come, and how to serve what did. Pure. */
import { MEDIA_REASONS, type Media, type MediaReason } from "../../shared/api/media.ts";

export type FetchEnd =
  | { kind: "kept"; storedAs: string; bytes: number; mimeType: string | null }
  | { kind: "too_large" }
  | { kind: "wrong_hash" }
  /** WhatsApp says that it has it no more. */
  | { kind: "gone" }
  | { kind: "refused_address" }
  | { kind: "no_token" }
  | { kind: "denied" }
  /** Our own disk would not take it. */
  | { kind: "no_room" }
  | { kind: "later"; detail: string };

export type AfterTrouble =
  | { kind: "again"; afterMs: number; reason: string }
  | { kind: "failed"; reason: string };

/** `isAsked`: a person asked for it again. */
export type Tried = { kind: string; attempts: number; createdAt: Date; isAsked: boolean };

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** WhatsApp keeps what people send for this long. */
const HELD_MS = 7 * 24 * HOUR;
/** Bytes that come wrong as often are wrong at their source. */
const MOST_WRONG = 5;
/** WhatsApp also says "no such thing" for a moment's lack of rights, so it is asked more than once. */
const MOST_GONE = 3;

const heldUntil = (createdAt: Date): Date => new Date(createdAt.getTime() + HELD_MS);

export function afterTrouble(
  end: Exclude<FetchEnd, { kind: "kept" }>,
  media: Tried,
  now: Date,
): AfterTrouble {
  const again = (reason: string): AfterTrouble => {
    const afterMs = Math.min(2 ** media.attempts * SECOND, HOUR);
    if (now.getTime() + afterMs > heldUntil(media.createdAt).getTime())
      return { kind: "failed", reason: "expired" };
    return { kind: "again", afterMs, reason };
  };
  switch (end.kind) {
    case "too_large":
      return {
        kind: "failed",
        reason: mostBytes(media) < MOST_BYTES ? "too_large" : "far_too_large",
      };
    case "gone":
      return media.attempts < MOST_GONE ? again("gone") : { kind: "failed", reason: "gone" };
    case "refused_address":
      return { kind: "failed", reason: "refused_address" };
    case "wrong_hash":
      return media.attempts < MOST_WRONG ? again("wrong_hash") : { kind: "failed", reason: "wrong_hash" };
    case "no_token":
    case "denied":
    case "no_room":
      return again(end.kind);
    case "later":
      return again(end.detail);
    default:
      return end satisfies never;
  }
}

const KILO = 1024;
const MEGA = 1024 * KILO;
/** The largest thing WhatsApp passes on at all. */
const MOST_BYTES = 100 * MEGA;
/** As WhatsApp documents it, by the kind of the message; documents may be as large as anything. */
const MOST_BY_KIND: Record<string, number> = {
  image: 5 * MEGA,
  sticker: 500 * KILO,
  audio: 16 * MEGA,
  video: 16 * MEGA,
};

/** What is larger than its kind should be comes only once a person wants it: a figure in a manual may be out of date. */
export function mostBytes({ kind, isAsked }: Pick<Tried, "kind" | "isAsked">): number {
  return isAsked ? MOST_BYTES : (MOST_BY_KIND[kind] ?? MOST_BYTES);
}

/** What a screen says of it. The row holds more: the trace tells an engineer that it was HTTP 503. */
export function shownReason(state: string, reason: string | null): MediaReason | null {
  if (state === "fetched" || reason === null) return null;
  return MEDIA_REASONS.find((known) => known === reason) ?? "unreachable";
}

/** Of a message's row; the time comes as the database writes it. */
export type MediaRow = Pick<Media, "id" | "mimeType" | "state" | "bytes"> & {
  reason: string | null;
  hasThumbnail: boolean;
  createdAt: string;
};

export function shownMedia({ hasThumbnail, createdAt, reason, ...media }: MediaRow): Media {
  const isHere = media.state === "fetched";
  const url = isHere ? `/api/v1/media/${media.id}` : null;
  return {
    ...media,
    url,
    thumbnailUrl: url && hasThumbnail ? `${url}/thumbnail` : null,
    reason: shownReason(media.state, reason),
    heldUntil: heldUntil(new Date(createdAt)).toISOString(),
  };
}

export type Again =
  | { kind: "fetch" }
  | { kind: "here" }
  | { kind: "refused"; why: "revoked" | "expired" | "far_too_large" | "no_token" };

/** What asking for it again, or at once, comes to. */
export function mayFetchAgain(
  media: { isHere: boolean; isRevoked: boolean; reason: string | null; createdAt: Date },
  hasToken: boolean,
  now: Date,
): Again {
  if (media.isRevoked) return { kind: "refused", why: "revoked" };
  if (media.isHere) return { kind: "here" };
  if (now >= heldUntil(media.createdAt)) return { kind: "refused", why: "expired" };
  if (media.reason === "far_too_large") return { kind: "refused", why: "far_too_large" };
  if (!hasToken) return { kind: "refused", why: "no_token" };
  return { kind: "fetch" };
}

/** Meta gives the SHA-256 of a file in base64 here and in hex there. */
export function isHashOf(announced: string, hex: string): boolean {
  if (/^[0-9a-f]{64}$/i.test(announced)) return announced.toLowerCase() === hex;
  return Buffer.from(announced, "base64").toString("hex") === hex;
}

/** What browsers show without running anything in it. All else is only ever saved. */
const SHOWN = new Set([
  "image/jpeg",
  "image/png",
  "image/gif",
  "image/webp",
  "audio/ogg",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "audio/aac",
  "audio/amr",
  "audio/wav",
  "audio/flac",
  "video/mp4",
  "video/3gpp",
  "video/webm",
  "video/quicktime",
]);

/** What is told of bytes that tell nothing themselves. */
export const UNTOLD = "application/octet-stream";

/** By what the bytes are, never by what their sender called them. */
export function servedAs(sniffed: string | null): { type: string; inline: boolean } {
  const base = sniffed?.split(";")[0]?.trim();
  if (sniffed && base && SHOWN.has(base)) return { type: sniffed, inline: true };
  return { type: UNTOLD, inline: false };
}

/** What a small picture can be made of. */
export const isPicture = (sniffed: string): boolean =>
  sniffed === "image/jpeg" || sniffed === "image/png" || sniffed === "image/webp";

export type Range = { kind: "all" } | { kind: "part"; start: number; end: number } | { kind: "none" };

/** One range, as players ask for it; several at once get everything. */
export function rangeOf(header: string | undefined, size: number): Range {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return { kind: "all" };
  const from = match[1] === "" ? null : Number(match[1]);
  const to = match[2] === "" ? null : Number(match[2]);
  const start = from ?? Math.max(size - (to ?? 0), 0);
  const end = from === null || to === null ? size - 1 : Math.min(to, size - 1);
  return start <= end && start < size ? { kind: "part", start, end } : { kind: "none" };
}
