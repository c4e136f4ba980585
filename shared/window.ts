/** When we may write to a contact, and when it costs nothing: WhatsApp's clocks. Pure, on both sides. */

const HOUR_MS = 3_600_000;
/** WhatsApp lets us write freely for this long after the contact last wrote or called. */
const WINDOW_MS = 24 * HOUR_MS;
/** Whoever came by an advertisement must be answered within this … */
const ENTRY_ANSWER_MS = 24 * HOUR_MS;
/** … and then everything is free for this long from our answer. */
const ENTRY_MS = 72 * HOUR_MS;
/** An advertisement older than this changes nothing any more. */
export const ENTRY_MEMORY_MS = ENTRY_ANSWER_MS + ENTRY_MS;

/** All by WhatsApp's times (law 8): what comes three days late opens nothing. */
export type WindowFacts = { lastInAt: Date | null };

export type Window = { kind: "open"; until: Date } | { kind: "shut"; since: Date } | { kind: "never" };

/** Until when the window is open, or was; null when the contact never wrote. */
export function windowUntil(lastInAt: Date | null): Date | null {
  return lastInAt && new Date(lastInAt.getTime() + WINDOW_MS);
}

/** Whether anything may be written, or a template alone. */
export function windowAt({ lastInAt }: WindowFacts, now: Date): Window {
  const until = windowUntil(lastInAt);
  if (!until) return { kind: "never" };
  return until > now ? { kind: "open", until } : { kind: "shut", since: until };
}

/** The contact came by an advertisement, a post or a button on a page. */
export type Entry = {
  cameAt: Date;
  /** Our first answer after it that WhatsApp took; null while there is none. */
  answeredAt: Date | null;
  /** What WhatsApp said that answer was (`pricing.type`); null before it said so. It has the last word. */
  answerPricing: string | null;
};

/** What a thread knows of it: neither opens a shut window. */
export type FreeFacts = {
  /** Until then everything we send is free. */
  freeUntil: Date | null;
  /** An answer that goes out before then makes everything free for three days. */
  freeIfAnsweredBy: Date | null;
};

/**
 * WhatsApp counts this only for those who came on a phone, which it does not tell: where its price for our answer says
 * that there was no free entry, there was none.
 */
export function freeFacts(entries: readonly Entry[]): FreeFacts {
  const facts: FreeFacts = { freeUntil: null, freeIfAnsweredBy: null };
  for (const { cameAt, answeredAt, answerPricing } of entries) {
    const answerBy = new Date(cameAt.getTime() + ENTRY_ANSWER_MS);
    if (!answeredAt) facts.freeIfAnsweredBy = later(facts.freeIfAnsweredBy, answerBy);
    else if (answeredAt < answerBy && (answerPricing === null || answerPricing === "free_entry_point"))
      facts.freeUntil = later(facts.freeUntil, new Date(answeredAt.getTime() + ENTRY_MS));
  }
  return facts;
}

export type FreeEntry =
  | { kind: "free"; until: Date }
  | { kind: "if_answered"; until: Date }
  | { kind: "none" };

export function freeEntryAt({ freeUntil, freeIfAnsweredBy }: FreeFacts, now: Date): FreeEntry {
  if (freeUntil && freeUntil > now) return { kind: "free", until: freeUntil };
  if (freeIfAnsweredBy && freeIfAnsweredBy > now) return { kind: "if_answered", until: freeIfAnsweredBy };
  return { kind: "none" };
}

const later = (a: Date | null, b: Date): Date => (a && a > b ? a : b);
