/** What an exported chat holds once it has been read. */

/**
 * Milliseconds as if the exporting phone's clock on the wall were UTC: an export names no zone. Differences are right
 * except over a change to summer time.
 */
export type WallTime = number;

export const MESSAGE_KINDS = [
  "text",
  "photo",
  "video",
  "gif",
  "voice",
  "audio",
  "document",
  "sticker",
  "contact",
  "location",
  "live_location",
  "poll",
  "event",
  /** A call between the people, answered or missed. */
  "call",
  "deleted",
  "view_once",
  /** Left out of the export, and nothing says what it was. */
  "media",
  /** WhatsApp's own line: created, joined, left, number changed, encryption, pinned. */
  "system",
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type ChatMessage = {
  /** From 0 in the order of the file; system lines count. */
  index: number;
  at: WallTime;
  /** Place in `Chat.people`; null for a system line. */
  by: number | null;
  kind: MessageKind;
  /** What was said, its lines parted by "\n"; the caption of a file; without marks of direction. */
  text: string;
  /** As named in the export; null when it was left out of it. */
  file: string | null;
  isEdited: boolean;
};

export const DATE_ORDERS = ["DMY", "MDY", "YMD"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/**
 * `proved`: a date exists in one order only. `inferred`: all dates exist in both, and one of them keeps the lines in
 * order, leaves shorter gaps, or is the only one used by the language of the system lines. `ambiguous`: nothing tells.
 * `given`: somebody said so.
 */
export type DateCertainty = "proved" | "inferred" | "ambiguous" | "given";
export type DateEvidence =
  | "day_over_12"
  | "year_first"
  | "lines_in_order"
  | "shorter_gaps"
  | "separator"
  | "language"
  | "file_date"
  | "none"
  | "given";

/** A line that starts no message and belongs to none: counted and shown, never dropped. */
export type UnreadableLine = {
  /** From 1, as an editor counts them. */
  line: number;
  text: string;
};

export type Chat = {
  /** The group's or the contact's name, where the export tells. */
  title: string | null;
  platform: "android" | "ios" | null;
  isGroup: boolean;
  /** Everybody who spoke, by first word. */
  people: string[];
  messages: ChatMessage[];
  dateOrder: { order: DateOrder; certainty: DateCertainty; evidence: DateEvidence };
  unreadable: { count: number; first: UnreadableLine[] };
};
