/** What WhatsApp's names, and places in a thread, mean for a conversation. Pure. */

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
