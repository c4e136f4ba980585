/**
 * Days of the calendars that phones write exports in. The year tells which: no two of them are in the same year while
 * there is WhatsApp. (The Ethiopian one lies too near to ours to be told, and is read as ours.) Pure.
 */
import { PERSIAN_ZERO } from "./digits.ts";

const DAY = 86_400_000;
const ARABIC_ZERO = 0x660;

/**
 * Days since 1970-01-01 of a date as written, in whichever calendar; NaN when there is no such day. `zero` is the zero
 * of the script it is written in: it tells two-digit years apart.
 */
export function dayNumber(year: number, month: number, day: number, zero: number, eraYears: number): number {
  if (month < 1 || month > 12 || day < 1 || day > 32) return Number.NaN;
  if (eraYears > 0) return gregorian(year + eraYears, month, day);
  const whole = year < 100 ? wholeYear(year, zero) : year;
  if (whole < 130) return gregorian(whole + 1911, month, day);
  if (whole >= 1380 && whole < 1426) return persian(whole, month, day);
  if (whole >= 1426 && whole < 1480) return islamic(whole, month, day);
  if (whole >= 1926 && whole < 1960) return indian(whole, month, day);
  if (whole >= 2400 && whole < 2700) return gregorian(whole - 543, month, day);
  return whole < 1960 || whole >= 2400 ? Number.NaN : gregorian(whole, month, day);
}

function wholeYear(year: number, zero: number): number {
  if (zero === PERSIAN_ZERO && (year < 9 || year > 86)) return year < 9 ? 1400 + year : 1300 + year;
  if (zero === ARABIC_ZERO && year > 40 && year < 52) return 1400 + year;
  if (year > 51 && year < 90) return 2500 + year;
  return year >= 90 ? 1900 + year : 2000 + year;
}

function gregorian(year: number, month: number, day: number): number {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 ? at.getTime() / DAY : Number.NaN;
}

/** Leap years by the cycle of 33, which holds from 1244 to 1531. 1 Farvardin 1380 was 21 March 2001. */
function persian(year: number, month: number, day: number): number {
  const isLeap = (of: number) => [1, 5, 9, 13, 17, 22, 26, 30].includes(of % 33);
  const length = month < 7 ? 31 : month < 12 || isLeap(year) ? 30 : 29;
  if (day > length) return Number.NaN;
  let days = Date.UTC(2001, 2, 21) / DAY;
  for (let of = 1380; of < year; of++) days += isLeap(of) ? 366 : 365;
  return days + (month - 1) * 30 + Math.min(month - 1, 6) + day - 1;
}

let ummAlQura: Intl.DateTimeFormat | undefined;

/** Umm al-Qura, which phones use: near the reckoned civil day, and there as the platform's own tables have it. */
function islamic(year: number, month: number, day: number): number {
  ummAlQura ??= new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", {
    timeZone: "UTC",
    year: "numeric",
    month: "numeric",
    day: "numeric",
  });
  const julian =
    Math.floor((11 * year + 3) / 30) + 354 * year + 30 * month - Math.floor((month - 1) / 2) + day + 1948055;
  const near = julian - 2440588;
  for (const off of [0, 1, -1, 2, -2, 3, -3]) {
    const parts = ummAlQura.formatToParts((near + off) * DAY);
    const part = (type: string) => Number.parseInt(parts.find((one) => one.type === type)?.value ?? "", 10);
    if (part("day") === day && part("month") === month && part("year") === year) return near + off;
  }
  return Number.NaN;
}

/** The Indian national calendar: 1 Chaitra is 22 March, 21 in leap years. */
function indian(year: number, month: number, day: number): number {
  const ours = year + 78;
  const isLeap = (ours % 4 === 0 && ours % 100 !== 0) || ours % 400 === 0;
  const lengths = [isLeap ? 31 : 30, 31, 31, 31, 31, 31, 30, 30, 30, 30, 30, 30];
  if (day > (lengths[month - 1] ?? 0)) return Number.NaN;
  const before = lengths.slice(0, month - 1).reduce((sum, length) => sum + length, 0);
  return Date.UTC(ours, 2, isLeap ? 21 : 22) / DAY + before + day - 1;
}
