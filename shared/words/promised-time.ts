/** When a promise falls due, by the clock on the wall where it was given. Pure. */
import { cut } from "./cut.ts";
import { phraseAt, phrasesOf } from "./phrase-at.ts";
import {
  AFTER_HOUR,
  BEFORE_HOUR,
  DAY_OF_MONTH,
  DAYS_AHEAD,
  EARLY,
  END,
  FROM_SUNRISE,
  HALF_BEFORE,
  HALVES,
  LATE,
  MINUTES_IN,
  NEXT_WEEK,
  NUMBERS,
  OVER,
  PARTS,
  QUARTERS,
  SPELLS,
  WEEKDAYS,
} from "./promised-words.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** 1970-01-01 was a Thursday. */
const weekdayOf = (at: number): number => (Math.floor(at / DAY) + 3) % 7;
const dayStart = (at: number): number => Math.floor(at / DAY) * DAY;

/** Gives the minute of the day when the business shuts, for a weekday from Monday, 0. */
export type ClosingTime = (weekday: number) => number;

/**
 * The instant `text`, said at `at`, promises; both in milliseconds as if the clock on the wall were UTC. Null where it
 * names no time or one that is over.
 *
 * A spell counts from now, a named hour is that hour (the end of a range; the half of the day by the words, else the
 * next one to come between 7:00 and 19:00). A morning is over at noon; an afternoon, an evening or a day alone, when the
 * business shuts; "next week" when it shuts on Friday. An hour without its day is of the day that `about` names, what it
 * answers: "Friday?", "at 4".
 */
export function promisedTime(text: string, at: number, closing: ClosingTime, about = ""): number | null {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS) return null;
  const spell = spellIn(words);
  if (spell !== null) return at + spell * MINUTE;
  const own = dayIn(words, at);
  const clock = clockIn(words, at);
  const part = partIn(words);
  const day = own === null && (clock ?? part) !== null && about !== "" ? dayOf(about, at) : own;
  if (clock !== null) return atClock(clock, day, part, at);
  if (day === null && part === null) return null;
  const start = day ?? dayStart(at);
  const minute = part === null || part.hour === END ? closing(weekdayOf(start)) : part.hour * 60;
  const due = start + minute * MINUTE;
  if (due > at) return due;
  // Said after hours: tonight is over at the latest at midnight, a morning alone is the next one.
  if (part !== null && part.hour !== END && day === null) return due + DAY;
  return start + DAY - MINUTE > at ? start + DAY - MINUTE : null;
}

/** Longer ones tell more than a time. */
const MOST_WORDS = 60;

const wordsOf = (text: string): string[] =>
  cut(text)
    .filter(({ isSign }) => !isSign)
    .map(({ folded }) => folded.replaceAll(/^0+(?=\d)/g, ""));

function dayOf(text: string, at: number): number | null {
  const words = wordsOf(text);
  return words.length > MOST_WORDS ? null : dayIn(words, at);
}

const SPELL_PHRASES = phrasesOf(SPELLS);
const DAY_PHRASES = phrasesOf(DAYS_AHEAD);
const WEEKDAY_PHRASES = phrasesOf(WEEKDAYS);
const PART_PHRASES = phrasesOf(PARTS);
const NEXT_WEEK_PHRASES = phrasesOf(
  new Map([...NEXT_WEEK].map((phrase) => [phrase.replaceAll("_", " "), true] as const)),
);

function isOver(words: readonly string[], from: number, to: number): boolean {
  return OVER.has(words[from - 1] ?? "") || OVER.has(words[to] ?? "") || OVER.has(words[from - 2] ?? "");
}

/** Minutes from now: "in 20 minutes", "10 min", "media hora". */
function spellIn(words: readonly string[]): number | null {
  for (let at = 0; at < words.length; at++) {
    const whole = phraseAt(words, at, SPELL_PHRASES);
    if (whole !== null && !isOver(words, at, at + whole.length)) return whole.value;
    const word = words[at] ?? "";
    if (word === "ساعه" && countOf(words[at - 1]) === null && countOf(words[at + 1]) === null) return 60;
    // "20min", "2h" is an hour of the day to some: only minutes are told so.
    const joined = /^(?:\d{1,3}-)?(\d{1,3})(min|mins|mn|m|hr|hrs|mnt)$/.exec(word);
    if (joined && !isOver(words, at, at + 1))
      return Number(joined[1]) * (joined[2]?.startsWith("h") ? 60 : 1);
    const unit = MINUTES_IN.get(word);
    if (unit === undefined) continue;
    const before = countOf(words[at - 1]);
    const after = countOf(words[at + 1]);
    const count = before ?? (unit === 1 || word === "masaa" || word === "siku" ? after : null);
    if (count === null || isOver(words, at - 1, at + 1) || words[at - 2] === "vor") continue;
    // "2 horas" may be the hour of a clock only with a word before it: "a las 2 horas".
    if (unit === 60 && count > 12) continue;
    return count * unit;
  }
  return null;
}

/** The upper end of a range. */
function countOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const digits = /^(?:\d{1,3}[-/])?(\d{1,3})$/.exec(word);
  return digits ? Number(digits[1]) : (NUMBERS.get(word) ?? null);
}

/** Midnight of the day named last; null where none is. */
function dayIn(words: readonly string[], at: number): number | null {
  const today = dayStart(at);
  let day: number | null = null;
  for (let place = 0; place < words.length; place++) {
    if (phraseAt(words, place, NEXT_WEEK_PHRASES)) day = today + (11 - weekdayOf(at)) * DAY;
    const ahead = phraseAt(words, place, DAY_PHRASES);
    // "Mañana" after "la" is a morning, a German greeting is none of tomorrow's.
    const isMorning = ahead?.value === 1 && (words[place - 1] === "la" || words[place - 1] === "guten");
    if (ahead !== null && !isMorning && !isOver(words, place, place + ahead.length)) {
      if (!(words[place] === "morgen" && place === 0 && words.length > 1 && !isTimeWord(words[1] ?? "")))
        day = today + ahead.value * DAY;
      place += ahead.length - 1;
      continue;
    }
    const weekday = phraseAt(words, place, WEEKDAY_PHRASES);
    if (weekday !== null && !isOver(words, place, place + weekday.length)) {
      day = today + ((weekday.value - weekdayOf(at) + 7) % 7 || 7) * DAY;
      continue;
    }
    const date = dateAt(words, place, at);
    if (date !== null) day = date;
  }
  return day;
}

const isTimeWord = (word: string): boolean =>
  PARTS.has(word) || BEFORE_HOUR.has(word) || /^\d{1,2}([:.]\d{2})?$/.test(word);

function dateAt(words: readonly string[], place: number, at: number): number | null {
  const word = words[place] ?? "";
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th|er)$/.exec(word);
  const plain = DAY_OF_MONTH.has(words[place - 1] ?? "") ? /^(\d{1,2})\.?$/.exec(word) : null;
  const written = /^(\d{1,2})[./](\d{1,2})(?:[./]\d{2,4})?$/.exec(word);
  const now = new Date(at);
  if (written && (word.includes("/") || Number(written[1]) > 24)) {
    const date = Date.UTC(now.getUTCFullYear(), Number(written[2]) - 1, Number(written[1]));
    return date > at && date - at < 200 * DAY ? date : null;
  }
  const dayOfMonth = Number((ordinal ?? plain)?.[1] ?? 0);
  if (
    dayOfMonth < 1 ||
    dayOfMonth > 31 ||
    (plain && dayOfMonth < 13 && AFTER_HOUR.has(words[place + 1] ?? ""))
  )
    return null;
  const month = now.getUTCMonth() + (dayOfMonth < now.getUTCDate() ? 1 : 0);
  return Date.UTC(now.getUTCFullYear(), month, dayOfMonth);
}

type Clock = { minute: number; isCertain: boolean };

/** The last hour of the day named. `isCertain`: on the 24 hours' clock, or with its half of the day. */
function clockIn(words: readonly string[], now: number): Clock | null {
  for (let at = words.length - 1; at >= 0; at--) {
    if (isDateOf(words, at, now)) continue;
    const clock = clockAt(words, at);
    if (clock !== null && !isOver(words, at, at + 1)) return clock;
  }
  return null;
}

/** "Lunes 23": the date of that Monday. */
function isDateOf(words: readonly string[], at: number, now: number): boolean {
  const weekday = WEEKDAYS.get(words[at - 1] ?? "");
  if (weekday === undefined) return false;
  const day = dayStart(now) + ((weekday - weekdayOf(now) + 7) % 7 || 7) * DAY;
  return words[at] === String(new Date(day).getUTCDate());
}

/** A few words that end in a bare hour: "will come 11". */
const FEW = 5;

const CLOCK = /^(?:\d{1,2}(?:[:.h]\d{2})?[-/])?(\d{1,2})(?:[:.h](\d{2}))?(h|hs|hrs|am|pm|uhr)?$/;

function clockAt(words: readonly string[], at: number): Clock | null {
  const word = words[at] ?? "";
  const [before = "", after = ""] = [words[at - 1], words[at + 1]];
  const digits = CLOCK.exec(word);
  const isTeen = word === "kumi" && after === "na";
  const spoken = digits
    ? undefined
    : isTeen
      ? (NUMBERS.get(`kumi na ${words[at + 2]}`) ?? 10)
      : NUMBERS.get(word);
  const hour = digits ? Number(digits[1]) : (spoken ?? 99);
  const past = Number(digits?.[2] ?? 0);
  if (hour > 24 || past > 59) return null;
  const half = digits?.[3] === "am" || digits?.[3] === "pm" ? digits[3] : halfAfter(words, at);
  const isFromSunrise = FROM_SUNRISE.has(before) && hour <= 12;
  const isLed = BEFORE_HOUR.has(before) || HALF_BEFORE.has(before);
  const isTold =
    half !== null ||
    digits?.[2] !== undefined ||
    digits?.[3] !== undefined ||
    AFTER_HOUR.has(after) ||
    isLed ||
    // "Demain 10", "besok 9", "4 العصر": the day before it or the part of it after it tells.
    (digits !== null && at === words.length - 1 && words.length <= FEW && hour > 0) ||
    (digits !== null &&
      (PARTS.has(after) || DAYS_AHEAD.get(before) !== undefined || WEEKDAYS.get(before) !== undefined));
  if (!isTold || (MINUTES_IN.has(after) && !(after === "heures" || after === "horas"))) return null;
  // A spoken number leads to an hour only after a word that is for nothing else.
  if (spoken !== undefined && !SURE_LEADS.has(before) && !AFTER_HOUR.has(after)) return null;
  let minute = hour * 60 + past;
  if (HALF_BEFORE.has(before)) minute -= 30;
  else if (HALVES.has(after) || HALVES.has(words[at + 2] ?? "")) minute += 30;
  else if (QUARTERS.has(after) || QUARTERS.has(words[at + 2] ?? "")) minute += 15;
  if (before === "past" && words[at - 2] === "half") minute += 30;
  if (isFromSunrise) return fromSunrise(minute, words);
  if (half === "am") return { minute: minute % 720, isCertain: true };
  if (half === "pm") return { minute: (minute % 720) + 720, isCertain: true };
  return { minute, isCertain: hour > 12 || hour === 0 };
}

const SURE_LEADS = new Set("at by las la jam pukul saa الساعه ساعه um gegen halb setengah as".split(" "));

/** "4 pm", "4 p.m." cut in two, "4 de la tarde". */
function halfAfter(words: readonly string[], at: number): "am" | "pm" | null {
  for (let step = 1; step <= 4; step++) {
    const word = words[at + step];
    if (word === undefined) break;
    if (word === "am" || (step === 1 && word === "a" && words[at + 2] === "m")) return "am";
    if (word === "pm" || (step === 1 && word === "p" && words[at + 2] === "m")) return "pm";
  }
  return null;
}

/** Swahili counts its hours from sunrise, and again from sunset. */
function fromSunrise(minute: number, words: readonly string[]): Clock {
  const isNight = words.includes("usiku");
  const isMorningTwelve = minute >= 720 && words.includes("asubuhi");
  const shifted =
    (minute % 720) + (isNight ? 18 * 60 : isMorningTwelve ? 6 * 60 : minute >= 720 ? 18 * 60 : 6 * 60);
  return { minute: shifted % 1440, isCertain: true };
}

type Part = { hour: number; isEarly: boolean; isLate: boolean };

function partIn(words: readonly string[]): Part | null {
  let part: Part | null = null;
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(words, at, PART_PHRASES);
    if (found === null || GREETS.has(words[at - 1] ?? "") || isOver(words, at, at + found.length)) continue;
    const joined = words.slice(at, at + found.length).join("_");
    part = { hour: found.value, isEarly: EARLY.has(joined), isLate: LATE.has(joined) };
    at += found.length - 1;
  }
  return part;
}

const GREETS = new Set(
  "good buenas buenos boa bom guten gute selamat met slmt shubh صباح مساء habari za".split(" "),
);

function atClock(clock: Clock, day: number | null, part: Part | null, at: number): number | null {
  const start = day ?? dayStart(at);
  let { minute } = clock;
  if (!clock.isCertain && minute <= 720) {
    const isLate = part?.isLate === true;
    if (isLate && minute < 720) minute += 720;
    else if (part?.isEarly !== true && minute < 7 * 60) minute += 720;
    else if (
      part?.isEarly !== true &&
      start + minute * MINUTE <= at &&
      start === dayStart(at) &&
      minute < 720
    )
      minute += 720;
  }
  const due = start + minute * MINUTE;
  if (due > at) return due;
  return day === null && due + DAY > at ? due + DAY : null;
}
