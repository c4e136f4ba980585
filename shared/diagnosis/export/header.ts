/**
 * The start of a message in an export, in whatever form a phone writes it: date and time in either order, in brackets
 * or before a dash, digits of any script, words for the part of the day on either side. Reads a line once, slowly and
 * widely, and gives the steps by which its like are then read fast (header-steps.ts). Pure.
 */
import { hoursSaid } from "./day-periods.ts";
import { isMark, zeroOf } from "./digits.ts";

/** What stands before the first number, between two, or behind the last up to the words. */
export type Gap = {
  text: string;
  /** The code of its only letter, -1 where it has none or more: most are "/" and ":". */
  only: number;
  /** Where in it a word for the part of the day belongs; -1: nowhere. */
  periodAt: number;
};

export type Header = {
  /** What makes a form: brackets, marks between the numbers, which come first. Spaces and unseen marks do not. */
  form: string;
  /** One more than there are numbers. */
  gaps: Gap[];
  /** Words for the part of the day as written: one or none. */
  periods: string[];
  zero: number;
  isTimeFirst: boolean;
  hasSeconds: boolean;
  isBracketed: boolean;
  /** Which number has three figures or more: a year; -1 where none has. */
  longAt: number;
  /** Years to add for an era written before or after the numbers: R, H, 令和, 民國. */
  eraYears: number;
};

const LONGEST = 96;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const DASHES = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]);
const BETWEEN_DATE = /^(?:[./\-‐‑–−٫؍]|年|月|년|월|[.,]? )$/;
const BETWEEN_TIME = /^(?:[:.：٫h]|min|時|时|点|點|分|시|분)$/;
const FILLER = /^[\p{L}\p{M}.,،、/()'’״׳": ]{0,24}$/u;
const ERAS: [RegExp, number][] = [
  [/^(?:R|令和)$/i, 2018],
  [/^(?:H|平成)$/i, 1988],
  [/^(?:S|昭和)$/i, 1925],
  [/^(?:民國|民国|ROC)$/i, 1911],
];

const isSpace = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x202f || code === 0x2009 || code === 0x3000;

const shown = (between: string): string => {
  let text = "";
  for (let at = 0; at < between.length; at++) {
    const code = between.charCodeAt(at);
    if (isMark(code)) continue;
    text += isSpace(code) ? " " : between[at];
  }
  return text.replace(/ +/g, " ");
};

/** Reads one from `start`, before `end`, the end of its line; null where no message starts. */
export function readHeader(text: string, start: number, end: number): Header | null {
  let at = start;
  while (at < end && isMark(text.charCodeAt(at))) at++;
  const isBracketed = text.charCodeAt(at) === OPEN;
  const limit = Math.min(end, at + LONGEST);
  const from = at;
  if (isBracketed) at++;

  // Numbers, and what stands before, between and after them.
  const between: string[] = [];
  const numbers: { from: number; to: number }[] = [];
  let zero = 0;
  let last = at;
  let stop = -1;
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (isBracketed ? code === CLOSE : numbers.length >= 5 && isEnd(text, at, limit)) {
      stop = at;
      break;
    }
    const itsZero = zeroOf(code);
    if (itsZero === 0) {
      if (!isBracketed && numbers.length === 0 && at - from > 12) return null;
      continue;
    }
    if (zero !== 0 && itsZero !== zero) return null;
    zero = itsZero;
    if (numbers.length === 6) return null;
    between.push(text.slice(last, at));
    const number = { from: at, to: at + 1 };
    while (number.to < limit && zeroOf(text.charCodeAt(number.to)) === zero) number.to++;
    if (number.to - number.from > 4) return null;
    numbers.push(number);
    last = number.to;
    at = number.to - 1;
  }
  if (stop === -1 || numbers.length < 5) return null;
  between.push(text.slice(last, stop));
  return formOf(text, { from, stop, isBracketed, zero, numbers, between });
}

type Pieces = {
  from: number;
  stop: number;
  isBracketed: boolean;
  zero: number;
  numbers: { from: number; to: number }[];
  between: string[];
};

/** " - " after the time; ": " after it on old iPhones. */
function isEnd(text: string, at: number, limit: number): boolean {
  const code = text.charCodeAt(at);
  if (DASHES.has(code)) return isSpace(text.charCodeAt(at - 1)) && isSpace(text.charCodeAt(at + 1));
  return code === 0x3a && at + 1 < limit && isSpace(text.charCodeAt(at + 1));
}

function formOf(text: string, pieces: Pieces): Header | null {
  const { numbers, isBracketed, zero, stop, between } = pieces;
  const shownGaps = between.map(shown);
  const hasSeconds = numbers.length === 6;
  const isTimeFirst = shownGaps[1] === ":" || shownGaps[1] === "：";
  const timeAt = isTimeFirst ? 0 : 3;
  const dateAt = isTimeFirst ? (hasSeconds ? 3 : 2) : 0;
  for (const gap of [dateAt + 1, dateAt + 2])
    if (!BETWEEN_DATE.test(dateMark(shownGaps[gap] ?? ""))) return null;
  for (let gap = timeAt + 1; gap <= timeAt + (hasSeconds ? 2 : 1); gap++)
    if (!BETWEEN_TIME.test((shownGaps[gap] ?? "").trim())) return null;

  const gaps: Gap[] = [];
  const periods: string[] = [];
  let eraYears = 0;
  let form = `${isBracketed ? "[" : ""}${isTimeFirst ? "time " : ""}`;
  const last = isBracketed ? "]" : (text[stop] ?? "");
  for (const [place, raw] of between.entries()) {
    const isLoose = place === 0 || place === numbers.length || place === (isTimeFirst ? dateAt : timeAt);
    const said = shownGaps[place] ?? "";
    if (isLoose && !FILLER.test(said)) return null;
    const period = isLoose ? periodIn(raw) : null;
    const opening = place === 0 && isBracketed ? "[" : "";
    const around = period ? raw.slice(0, period.from) + raw.slice(period.to) : raw;
    gaps.push(
      gapOf(
        opening + around + (place === numbers.length ? last : ""),
        period ? opening.length + period.from : -1,
      ),
    );
    if (period) periods.push(raw.slice(period.from, period.to));
    const era = ERAS.find(([name]) => place === 0 && name.test(said.trim()));
    if (era) eraYears = era[1];
    form += period ? "P" : said.replace(/[ ,،、]+/g, "");
    const number = numbers[place];
    if (number) form += number.to - number.from >= 3 ? "y" : "n";
  }
  if (periods.length > 1) return null;
  form += `${zero}${last}`;
  const longAt = numbers.findIndex((number) => number.to - number.from > 2);
  return { form, gaps, periods, zero, isTimeFirst, hasSeconds, isBracketed, longAt, eraYears };
}

const gapOf = (text: string, periodAt: number): Gap => ({
  text,
  only: text.length === 1 && periodAt === -1 ? text.charCodeAt(0) : -1,
  periodAt,
});

const dateMark = (gap: string): string => (gap === " " ? gap : gap.replaceAll(" ", ""));

/** Where the word for the part of the day stands in `gap`: all of its letters, or one of its words. */
function periodIn(gap: string): { from: number; to: number } | null {
  const whole = /[\p{L}].*[\p{L}\p{M}.״׳"]|\p{L}/su.exec(gap);
  if (!whole) return null;
  if (hoursSaid(whole[0])) return { from: whole.index, to: whole.index + whole[0].length };
  for (const word of gap.matchAll(/[\p{L}\p{M}][\p{L}\p{M}.'’״׳"]*/gu))
    if (hoursSaid(word[0])) return { from: word.index, to: word.index + word[0].length };
  return null;
}
