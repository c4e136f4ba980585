/** Times as a phone shows them: by its own clock, in the reader's language. */

export type PhoneTimes = {
  clock: (at: string | number) => string;
  /** The day as a key that compares: "2026-11-22". */
  dayKey: (at: string | number) => string;
  /** "Sunday 22 November". */
  longDay: (at: string | number) => string;
  shortDay: (at: string | number) => string;
};

const made = new Map<string, PhoneTimes>();

export function phoneTimes(tag: string, timeZone: string): PhoneTimes {
  const key = `${tag} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const format = (options: Intl.DateTimeFormatOptions, language = tag) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options });
  const clock = format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const key10 = format({ year: "numeric", month: "2-digit", day: "2-digit" }, "en-CA");
  const long = format({ weekday: "long", day: "numeric", month: "long" });
  const short = format({ day: "numeric", month: "short" });
  const times: PhoneTimes = {
    clock: (at) => clock.format(new Date(at)),
    dayKey: (at) => key10.format(new Date(at)),
    longDay: (at) => long.format(new Date(at)),
    shortDay: (at) => short.format(new Date(at)),
  };
  made.set(key, times);
  return times;
}

/** "today", "yesterday", or neither. */
export function nearDay(at: string, now: number, { dayKey }: PhoneTimes): "today" | "yesterday" | null {
  const day = dayKey(at);
  if (day === dayKey(now)) return "today";
  return day === dayKey(now - 86_400_000) ? "yesterday" : null;
}
