/** What to do about media that would not come, and how to serve what did. Pure. */

export type FetchEnd =
  | { kind: "kept"; storedAs: string; bytes: number; mimeType: string | null }
  | { kind: "too_large" }
  | { kind: "wrong_hash" }
  | { kind: "gone"; detail: string }
  | { kind: "refused"; detail: string }
  | { kind: "later"; detail: string };

export type AfterTrouble =
  | { kind: "again"; afterMs: number; reason: string }
  | { kind: "failed"; reason: string };

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
/** WhatsApp keeps what people send for this long. */
const KEPT_MS = 7 * 24 * HOUR;
/** Bytes that come wrong as often are wrong at their source. */
const MOST_WRONG = 5;

export function afterTrouble(
  end: Exclude<FetchEnd, { kind: "kept" }>,
  media: { attempts: number; createdAt: Date },
  now: Date,
): AfterTrouble {
  const again = (reason: string): AfterTrouble => {
    const afterMs = Math.min(2 ** media.attempts * SECOND, HOUR);
    if (now.getTime() + afterMs - media.createdAt.getTime() > KEPT_MS)
      return { kind: "failed", reason: "expired" };
    return { kind: "again", afterMs, reason };
  };
  switch (end.kind) {
    case "too_large":
      return { kind: "failed", reason: "too_large" };
    case "gone":
      return { kind: "failed", reason: "gone" };
    case "refused":
      return { kind: "failed", reason: "refused_address" };
    case "wrong_hash":
      return media.attempts < MOST_WRONG ? again("wrong_hash") : { kind: "failed", reason: "wrong_hash" };
    case "later":
      return again(end.detail);
    default:
      return end satisfies never;
  }
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

/** By what the bytes are, never by what their sender called them. */
export function servedAs(sniffed: string | null): { type: string; inline: boolean } {
  const base = sniffed?.split(";")[0]?.trim();
  if (sniffed && base && SHOWN.has(base)) return { type: sniffed, inline: true };
  return { type: "application/octet-stream", inline: false };
}

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
