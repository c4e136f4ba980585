/** What WhatsApp's clock and names mean for a conversation. Pure. */

const HOUR = 3_600_000;
/** WhatsApp lets us write freely for this long after the contact last wrote. */
const WINDOW_MS = 24 * HOUR;

/** Until when the window is open; null when the contact never wrote. Counted from WhatsApp's time (law 8). */
export function windowUntil(lastInAt: Date | null): Date | null {
  return lastInAt && new Date(lastInAt.getTime() + WINDOW_MS);
}

export type Window = { kind: "open"; until: Date } | { kind: "shut"; since: Date } | { kind: "never" };

export function windowAt(lastInAt: Date | null, now: Date): Window {
  const until = windowUntil(lastInAt);
  if (!until) return { kind: "never" };
  return until > now ? { kind: "open", until } : { kind: "shut", since: until };
}

export type Names = { name: string | null; username: string | null; phone: string | null };

/** What to call a contact: people with a username may never show a number, and a name may have been blanked. */
export function contactName({ name, username, phone }: Names): string {
  return name || (username ? `@${username}` : phone ? `+${phone}` : "?");
}

const PHONE_DIGITS = /^[0-9]{7,15}$/;

/** Digits alone, with the country's code, as WhatsApp has them; null when it cannot be a number. */
export function phoneDigits(typed: string): string | null {
  const digits = typed.replace(/^\s*00/, "").replace(/[\s().+\-/]/g, "");
  return PHONE_DIGITS.test(digits) ? digits : null;
}

export type Place = { at: Date; id: number };

/** Where a page of a thread ended: WhatsApp's time, then our id. */
export function placeToText({ at, id }: Place): string {
  return `${at.getTime()}.${id}`;
}

export function placeFromText(text: string): Place | null {
  const match = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return match && { at: new Date(Number(match[1])), id: Number(match[2]) };
}
