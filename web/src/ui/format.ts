/** Times, durations and numbers in the reader's language and digits. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { intlTag } from "../texts/i18n.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Format = {
  number: (value: number) => string;
  /** How long, in the two largest units: "26 min", "1 h 12", "1 d 4 h". */
  duration: (ms: number) => string;
  /** Since then, as a duration; "now" within a minute. */
  age: (instant: string, now: number) => string;
  /** "4 min ago", "in 2 h 10". */
  ago: (instant: string, now: number) => string;
  /** Relative under a day, the date beyond: "3 h 09 ago", "20 Nov". */
  when: (instant: string, now: number) => string;
  /** "11:40". */
  clockTime: (instant: string | number) => string;
  /** "22 Nov", with the year when it is another. */
  date: (instant: string, now: number) => string;
  /** "Sunday 22 November". */
  longDate: (instant: string) => string;
  /** For a time column: "11:40" today, "Tue" within a week, "3 Dec" beyond. */
  column: (instant: string, now: number) => string;
  /** What a column's day leaves out: "10:00" on another day, nothing today. */
  columnRest: (instant: string, now: number) => string;
  isToday: (instant: string, now: number) => boolean;
};

const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** One a language: making the Intl parts anew for each strip took a third of the board's first paint. */
const made = new Map<string, Format>();

export function useFormat(): Format {
  const { i18n } = useTranslation("kit");
  const { language } = i18n;
  const known = made.get(language);
  if (known) return known;
  const format = makeFormat(intlTag(language), i18n.getFixedT(language, "kit"));
  made.set(language, format);
  return format;
}

function makeFormat(tag: string, t: TFunction<"kit">): Format {
  const numbers = new Intl.NumberFormat(tag);
  const padded = new Intl.NumberFormat(tag, { minimumIntegerDigits: 2 });
  const clock = new Intl.DateTimeFormat(tag, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: "short" });
  const dayMonth = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short" });
  const withYear = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric" });
  const long = new Intl.DateTimeFormat(tag, { weekday: "long", day: "numeric", month: "long" });

  const duration = (ms: number): string => {
    const span = Math.max(0, ms);
    if (span < MINUTE) return t("time.now");
    if (span < HOUR) return t("time.minutes", { m: Math.floor(span / MINUTE) });
    if (span < DAY) {
      const h = Math.floor(span / HOUR);
      const minutes = Math.floor((span % HOUR) / MINUTE);
      return minutes === 0
        ? t("time.hours", { h })
        : t("time.hoursMinutes", { h, mm: padded.format(minutes) });
    }
    const d = Math.floor(span / DAY);
    const h = Math.floor((span % DAY) / HOUR);
    return h === 0 ? t("time.days", { d }) : t("time.daysHours", { d, h });
  };
  const isToday = (instant: string, now: number) => sameDay(Date.parse(instant), now);
  const date = (instant: string, now: number) => {
    const at = new Date(instant);
    return (at.getFullYear() === new Date(now).getFullYear() ? dayMonth : withYear).format(at);
  };
  const clockTime = (instant: string | number) => clock.format(new Date(instant));
  const ago = (instant: string, now: number) => {
    const span = now - Date.parse(instant);
    if (Math.abs(span) < MINUTE) return t("time.now");
    return t(span > 0 ? "time.ago" : "time.in", { time: duration(Math.abs(span)) });
  };
  return {
    number: (value) => numbers.format(value),
    duration,
    age: (instant, now) => duration(now - Date.parse(instant)),
    ago,
    when: (instant, now) =>
      Math.abs(now - Date.parse(instant)) < DAY ? ago(instant, now) : date(instant, now),
    clockTime,
    date,
    longDate: (instant) => long.format(new Date(instant)),
    column: (instant, now) => {
      if (isToday(instant, now)) return clockTime(instant);
      const near = Math.abs(Date.parse(instant) - now) < 6 * DAY;
      return near ? weekday.format(new Date(instant)) : date(instant, now);
    },
    columnRest: (instant, now) => (isToday(instant, now) ? "" : clockTime(instant)),
    isToday,
  };
}
