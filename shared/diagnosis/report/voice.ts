/** The report's language: its words, and numbers, times and lists as that language writes them. */
import type { WallTime } from "../chat.ts";
import { fill, listed, type Piece, plainText, type Sentence, type Text, type Values } from "./sentence.ts";
import { words as ar } from "./words.ar.ts";
import { words as en, type ReportWords } from "./words.en.ts";
import { words as es } from "./words.es.ts";

export const REPORT_LOCALES = ["en", "es", "ar"] as const;
export type ReportLocale = (typeof REPORT_LOCALES)[number];

const WORDS: Record<ReportLocale, ReportWords> = { en, es, ar };
/** Arabic with its own digits, as on the screens; English without a region writes the month first. */
const TAGS: Record<ReportLocale, string> = { en: "en-GB", es: "es", ar: "ar-u-nu-arab" };

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Voice = {
  locale: ReportLocale;
  direction: "ltr" | "rtl";
  words: ReportWords;
  say: (text: Text, values?: Values) => Sentence;
  /** As text: where no name can stand in it. */
  tell: (text: Text, values?: Values) => string;
  list: (parts: readonly Sentence[]) => Sentence;
  names: (names: readonly string[]) => Sentence;
  number: (value: number) => string;
  /** One decimal where it says something. */
  decimal: (value: number) => string;
  percent: (share: number) => string;
  /** In the two largest units: "38 min", "1 h 12", "2 d 4 h". */
  duration: (ms: number) => string;
  clock: (at: WallTime) => string;
  hour: (hour: number) => string;
  date: (at: WallTime) => string;
  longDate: (at: WallTime) => string;
  weekday: (at: WallTime) => string;
  month: (at: WallTime) => string;
  dates: (from: WallTime, to: WallTime) => string;
};

const made = new Map<ReportLocale, Voice>();

export function voiceOf(locale: ReportLocale): Voice {
  const known = made.get(locale) ?? makeVoice(locale);
  made.set(locale, known);
  return known;
}

function makeVoice(locale: ReportLocale): Voice {
  const tag = TAGS[locale];
  const words = WORDS[locale];
  const rules = new Intl.PluralRules(tag);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const padded = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2, maximumFractionDigits: 0 });
  const shares = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  // The chat's clock names no zone: it is kept as if it were UTC, and shown so.
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: "UTC", ...options });
  const clock = dates({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const day = dates({ day: "numeric", month: "short" });
  const long = dates({ day: "numeric", month: "long" });
  const range = dates({ day: "numeric", month: "long", year: "numeric" });
  const weekday = dates({ weekday: "short", day: "numeric" });
  const month = dates({ month: "short" });

  const number = (value: number) => whole.format(value);
  const say = (text: Text, values: Values = {}) => fill(text, values, { rules, number });
  const tell = (text: Text, values: Values = {}) => plainText(say(text, values));
  const together = (parts: readonly Sentence[]) => listed(parts, list);

  return {
    locale,
    direction: locale === "ar" ? "rtl" : "ltr",
    words,
    say,
    tell,
    list: together,
    names: (names) => together(names.map((name): readonly Piece[] => [{ name }])),
    number,
    decimal: (value) => tenths.format(value),
    percent: (share) => shares.format(share),
    duration(ms) {
      const minutes = Math.round(ms / MINUTE);
      if (minutes < 1) return words.time.none;
      if (minutes < 60) return tell(words.time.minutes, { m: minutes });
      // From ten hours on minutes say nothing, from a week on hours.
      const hours = Math.floor(minutes / 60);
      if (hours < 10 && minutes % 60 > 0)
        return tell(words.time.hoursMinutes, { h: hours, mm: padded.format(minutes % 60) });
      const rounded = Math.round(minutes / 60);
      if (rounded < 24) return tell(words.time.hours, { h: rounded });
      const d = Math.floor(rounded / 24);
      if (d >= 7 || rounded % 24 === 0) return tell(words.time.days, { d: Math.round(rounded / 24) });
      return tell(words.time.daysHours, { d, h: rounded % 24 });
    },
    clock: (at) => clock.format(at),
    hour: (hour) => clock.format((hour % 24) * HOUR),
    date: (at) => day.format(at),
    longDate: (at) => long.format(at),
    weekday: (at) => weekday.format(at),
    month: (at) => month.format(at),
    dates: (from, to) => range.formatRange(from, to),
  };
}
