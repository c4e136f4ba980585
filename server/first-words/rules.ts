/** Whether somebody who wrote gets a greeting, or hears that we are not open. Pure. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** After this a first word is no answer any more: what came late, by whatever way, gets none. */
const LATE_MS = 15 * MINUTE_MS;
/** Somebody of ours is in the conversation. */
const TALKING_MS = 30 * MINUTE_MS;
/** Whoever was silent so long is greeted again, as the WhatsApp Business app does. */
const SILENT_MS = 14 * DAY_MS;
/** Around midnight two days are minutes apart. */
const APART_MS = 6 * 60 * MINUTE_MS;

export type FirstWordKind = "greeting" | "when_shut";

/** Weekday 1 to 7 from Monday, minutes of the day. */
export type Span = readonly [weekday: number, from: number, to: number];

export type FirstWordSettings = {
  greets: boolean;
  answersWhenShut: boolean;
  timeZone: string;
  opening: readonly Span[];
};

export type HeardMessage = {
  kind: string;
  cameBy: string;
  saidAt: Date;
  isGroup: boolean;
  isRevoked: boolean;
  contactKinds: readonly string[];
  isBlocked: boolean;
  /** The last thing said between them and us, but for what they said in the same breath. */
  lastBefore: Date | null;
  /** When somebody of ours last wrote to them, on a screen or the phone. */
  staffSaidAt: Date | null;
  /** When each was last said to them. */
  said: Readonly<Partial<Record<FirstWordKind, Date>>>;
};

/** Kinds that are a person's words; a placeholder, a call or a change of number is none. */
const WORDS = new Set([
  "text",
  "image",
  "video",
  "audio",
  "voice",
  "document",
  "sticker",
  "location",
  "contacts",
  "interactive",
  "button",
  "order",
]);

export function firstWordFor(
  settings: FirstWordSettings,
  heard: HeardMessage,
  now: Date,
): FirstWordKind | null {
  const { saidAt, staffSaidAt, said, lastBefore } = heard;
  if (heard.cameBy !== "webhook" || heard.isGroup || heard.isRevoked || heard.isBlocked) return null;
  if (!WORDS.has(heard.kind) || !heard.contactKinds.includes("client")) return null;
  if (now.getTime() - saidAt.getTime() > LATE_MS) return null;
  if (staffSaidAt && staffSaidAt.getTime() > saidAt.getTime() - TALKING_MS) return null;
  const isFree = (kind: FirstWordKind) => {
    const before = said[kind];
    if (!before) return true;
    const isSameDay = localTime(before, settings.timeZone).day === localTime(saidAt, settings.timeZone).day;
    return !isSameDay && saidAt.getTime() - before.getTime() >= APART_MS;
  };
  if (settings.answersWhenShut && !isOpen(settings, saidAt)) return isFree("when_shut") ? "when_shut" : null;
  const isNew = lastBefore === null || saidAt.getTime() - lastBefore.getTime() >= SILENT_MS;
  return settings.greets && isNew && isFree("greeting") ? "greeting" : null;
}

export function isOpen(
  { timeZone, opening }: Pick<FirstWordSettings, "timeZone" | "opening">,
  at: Date,
): boolean {
  const { weekday, minute } = localTime(at, timeZone);
  return opening.some(([day, from, to]) => day === weekday && minute >= from && minute < to);
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall says there; summer time is the zone's own business. */
export function localTime(at: Date, timeZone: string): { day: string; weekday: number; minute: number } {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      weekday: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
    });
  formats.set(timeZone, format);
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: WEEKDAYS.indexOf(parts.weekday ?? "") + 1,
    minute: Number(parts.hour) * 60 + Number(parts.minute),
  };
}

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

/** In their language, else in the one everybody gets, else whatever there is. */
export function textFor(
  texts: Readonly<Record<string, string>>,
  language: string | null,
  fallback: string,
): string | null {
  const base = language?.toLowerCase().split(/[-_]/)[0] ?? "";
  return texts[base] || texts[fallback] || Object.values(texts).find(Boolean) || null;
}

/** "09:30" and back. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
