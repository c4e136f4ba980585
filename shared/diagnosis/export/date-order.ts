/**
 * Which number of a written date is the day. Proved by a date that exists in one order only; inferred from what one
 * order makes of the whole file; else ambiguous, and said to be so. Pure.
 */
import type { Chat, DateCertainty, DateEvidence, DateOrder } from "../chat.ts";
import { DATE_ORDERS } from "../chat.ts";
import type { WrittenDate } from "./dates.ts";
import { isLatinAmPm } from "./day-periods.ts";
import { PERSIAN_ZERO } from "./digits.ts";
import type { Form } from "./header-steps.ts";

export type OrderEvidence = {
  shape: Form;
  /** Dates of this form in the order of the file, each with its lines; one follows another where the date changed. */
  runs: readonly { date: WrittenDate; lines: number }[];
  /** The first lines of WhatsApp's own. */
  systemTexts: readonly string[];
  /** When the file was written, in days since 1970-01-01, by the exporting phone's clock or near it. */
  fileDay: number | null;
};

/** Whatever the dates are, a day of lines out of place is no proof: late messages and pasted lines are. */
const STRAYS = 0.02;

export function orderOf(evidence: OrderEvidence): Chat["dateOrder"] {
  const { runs, shape } = evidence;
  const isShort = runs.every(({ date }) => date.numbers.every((number) => number < 100));
  const isYearFirst = isShort && shape.eraYears === 0 && yearIsFirst(runs, shape);
  const possible = existing(runs, isYearFirst);
  const [only, ...others] = possible;
  const is = (order: DateOrder, certainty: DateCertainty, why: DateEvidence) => ({
    order,
    certainty,
    evidence: why,
  });
  if (!only) return is("DMY", "ambiguous", "none");
  if (isYearFirst) return is("YMD", "inferred", "lines_in_order");
  if (only === "YMD" && others.length === 0) return is("YMD", "proved", "year_first");
  if (others.length === 0) return is(only, "proved", "day_over_12");
  const told =
    inOrder(runs) ?? bySeparator(shape) ?? byLanguage(evidence) ?? byFile(evidence) ?? byGaps(runs);
  if (told) return is(told.order, "inferred", told.evidence);
  return is(looksAmerican(runs, shape) ? "MDY" : "DMY", "ambiguous", "none");
}

/** Orders in which all dates exist, but for strays. A short year first is settled before: here it stands last. */
function existing(runs: OrderEvidence["runs"], isYearFirst: boolean): DateOrder[] {
  const missing = (order: DateOrder) =>
    runs.reduce((sum, { date, lines }) => sum + (Number.isNaN(date.days[order]) ? lines : 0), 0);
  const hasYearLast = runs.some(({ date }) => !Number.isNaN(date.days.DMY) || !Number.isNaN(date.days.MDY));
  const orders = DATE_ORDERS.filter((order) =>
    order === "YMD" ? isYearFirst || !hasYearLast : !isYearFirst && hasYearLast,
  );
  const fewest = Math.min(...orders.map(missing));
  const total = runs.reduce((sum, { lines }) => sum + lines, 0);
  return orders.filter(
    (order) => missing(order) === fewest || missing(order) <= fewest + strayLines(total, fewest),
  );
}

const strayLines = (total: number, fewest: number): number => (fewest === 0 ? 0 : Math.floor(total * STRAYS));

/** "23. 12. 31." or "31.12.23": the year is what changes least; where nothing changes it stands last. */
function yearIsFirst(runs: OrderEvidence["runs"], shape: Form): boolean {
  let first = 0;
  let last = 0;
  let couldBeFirst = 0;
  let couldBeLast = 0;
  let before: WrittenDate | undefined;
  for (const { date } of runs) {
    if (!Number.isNaN(date.days.YMD)) couldBeFirst++;
    if (!Number.isNaN(date.days.DMY) || !Number.isNaN(date.days.MDY)) couldBeLast++;
    if (before && before.numbers[0] !== date.numbers[0]) first++;
    if (before && before.numbers[2] !== date.numbers[2]) last++;
    before = date;
  }
  if (couldBeFirst < runs.length * (1 - STRAYS)) return false;
  if (couldBeLast < runs.length * (1 - STRAYS)) return true;
  if (first === last) return writesYearFirst(shape);
  // "25/12/18", then "25/01/19": it is the day that stayed, for as a year it would run backwards.
  const back = DAY_OR_MONTH_FIRST.map((order) => timesBack(runs, order) ?? Number.POSITIVE_INFINITY);
  return first < last && (timesBack(runs, "YMD") ?? 0) <= Math.min(...back);
}

/** How often a date lies before the one it follows; null where some of them are none. */
function timesBack(runs: OrderEvidence["runs"], order: DateOrder): number | null {
  let back = 0;
  for (const [place, { date }] of runs.entries()) {
    const before = runs[place - 1];
    if (Number.isNaN(date.days[order])) return null;
    if (before && date.days[order] < before.date.days[order]) back++;
  }
  return back;
}

/** Persian digits, and words for the half of the day in Korean, Chinese or Japanese, stand with the year first. */
const writesYearFirst = ({ zero, periods }: Form): boolean =>
  zero === PERSIAN_ZERO || periods.some((word) => /[\p{Script=Hangul}\p{Script=Han}]/u.test(word));

type Told = { order: DateOrder; evidence: DateEvidence };
const DAY_OR_MONTH_FIRST = ["DMY", "MDY"] as const;

/** Only one order keeps the lines in order. */
function inOrder(runs: OrderEvidence["runs"]): Told | null {
  const [dmy = 0, mdy = 0] = DAY_OR_MONTH_FIRST.map((order) => {
    let back = 0;
    for (const [place, { date }] of runs.entries()) {
      const before = runs[place - 1];
      if (before && date.days[order] < before.date.days[order]) back++;
    }
    return back;
  });
  const few = Math.min(dmy, mdy);
  if (Math.max(dmy, mdy) < few * 4 + 1 || few > runs.length * 0.1) return null;
  return { order: dmy < mdy ? "DMY" : "MDY", evidence: "lines_in_order" };
}

/** Nobody writes the month first with dots, or with dashes and the year last. */
function bySeparator({ form }: Form): Told | null {
  return /[ny][.-] ?[ny]/.test(form) ? { order: "DMY", evidence: "separator" } : null;
}

/** Stems of the notice on encryption, and of a group's making, where all write the day first. */
const DAY_FIRST =
  /cifrad|criptograf|chiffr|verschlüssel|crittograf|versleutel|terenkripsi|şifre|szyfrow|krypter|criptat|titkos|šifrov|mã hóa|salattu|creó el grupo|criou o grupo|créé le groupe|die gruppe|creato il gruppo|membuat grup|grubu|utworzył/iu;

function byLanguage({ shape, systemTexts }: OrderEvidence): Told | null {
  const told: Told = { order: "DMY", evidence: "language" };
  if (shape.zero !== 0x30 || shape.periods.some((word) => !isLatinAmPm(word))) return told;
  const text = systemTexts.join("\n");
  if (DAY_FIRST.test(text)) return told;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const other = text.match(/\p{L}/gu)?.length ?? 0;
  return other - latin > latin ? told : null;
}

/** An order that puts lines after the day of the export is out; so is one that ends long before it. */
function byFile({ runs, fileDay }: OrderEvidence): Told | null {
  if (fileDay === null) return null;
  const last = (order: DateOrder) =>
    runs.reduce((most, { date }) => Math.max(most, date.days[order] || 0), 0);
  const off = (order: DateOrder) => {
    const days = fileDay - last(order);
    return days < -2 ? Number.POSITIVE_INFINITY : Math.abs(days);
  };
  const [dmy, mdy] = [off("DMY"), off("MDY")];
  if (dmy <= 2 !== mdy <= 2 && Math.abs(dmy - mdy) > 20)
    return { order: dmy < mdy ? "DMY" : "MDY", evidence: "file_date" };
  if (Number.isFinite(dmy) !== Number.isFinite(mdy))
    return { order: Number.isFinite(dmy) ? "DMY" : "MDY", evidence: "file_date" };
  return null;
}

/** Three days or more that lie close together in one order and months apart in the other. */
function byGaps(runs: OrderEvidence["runs"]): Told | null {
  const span = (order: DateOrder) => {
    const days = runs.map(({ date }) => date.days[order]).filter((day) => !Number.isNaN(day));
    const [first = 0] = days;
    return days.reduce((a, b) => Math.max(a, b), first) - days.reduce((a, b) => Math.min(a, b), first);
  };
  if (new Set(runs.map(({ date }) => date)).size < 3) return null;
  const [dmy, mdy] = [span("DMY"), span("MDY")];
  if (Math.max(dmy, mdy) < 4 * Math.min(dmy, mdy)) return null;
  return { order: dmy < mdy ? "DMY" : "MDY", evidence: "shorter_gaps" };
}

/** "1/5/24, 10:05 PM": a guess, and told as one. */
const looksAmerican = (runs: OrderEvidence["runs"], { form, periods }: Form): boolean =>
  form.includes("/") && periods.some((word) => /^[AP]M$/.test(word)) && runs.length > 0;
