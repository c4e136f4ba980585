/**
 * Reads the start of each message by the steps that the first of its form gave: one look at each letter, nothing
 * allocated. What fits no known steps is read the wide way and its steps are kept. Pure.
 */
import { hourOf, hoursSaid } from "./day-periods.ts";
import { isMark, zeroOf } from "./digits.ts";
import { type Gap, type Header, readHeader } from "./header.ts";

/** A form of which at least one line was read. */
export type Form = Pick<Header, "form" | "isBracketed" | "zero" | "eraYears"> & {
  /** Words for the part of the day seen in it. */
  periods: string[];
};

type Steps = {
  form: number;
  before: Gap;
  gaps: Gap[];
  zero: number;
  isTimeFirst: boolean;
  hasSeconds: boolean;
  hasPeriod: boolean;
  /** The place of the number with three figures or more: a year; -1 where none has. */
  longAt: number;
  /** No word for the part of the day stands within or before the date. */
  isDateFirst: boolean;
  /** The last date read, as written up to the time, and its numbers. */
  dateText: string;
  date: Int32Array;
  periods: { word: string; hours: number }[];
};

/** Of one form there are as many as a file has words for the part of the day and ways to part them: few. */
const MOST_STEPS = 24;
const MOST_FORMS = 64;
const OPEN = 0x5b;

export class HeaderReader {
  /** What the last line read gave: its form, its three numbers of a date as written, its time. */
  form = 0;
  first = 0;
  second = 0;
  third = 0;
  secondsOfDay = 0;
  readonly forms: Form[] = [];
  #known: Steps[] = [];
  #numbers = new Int32Array(6);
  #hours = 0;
  #startsWithLetter = false;

  /** Where the words begin that follow date and time in the line from `start` to `end`; -1: none starts here. */
  read(text: string, start: number, end: number): number {
    let at = start;
    let code = text.charCodeAt(at);
    while (at < end && isMark(code)) code = text.charCodeAt(++at);
    if (at === end) return -1;
    const known = this.#known;
    for (let place = 0; place < known.length; place++) {
      const steps = known[place];
      if (!steps) continue;
      const after = this.#follow(steps, text, at, end);
      if (after === -1) continue;
      if (place > 0) {
        known[place] = known[place - 1] ?? steps;
        known[place - 1] = steps;
      }
      return this.#settle(steps) ? after : -1;
    }
    const mayStart = code === OPEN || zeroOf(code) !== 0 || this.#startsWithLetter || known.length === 0;
    if (!mayStart || !hasThreeNumbers(text, at, end)) return -1;
    const steps = this.#learn(text, at, end);
    if (!steps) return -1;
    const after = this.#follow(steps, text, at, end);
    return after !== -1 && this.#settle(steps) ? after : -1;
  }

  #follow(steps: Steps, text: string, start: number, end: number): number {
    const { gaps, zero, before } = steps;
    const numbers = this.#numbers;
    let at = start;
    let place = 0;
    // Most lines are of the same day as the one before.
    if (steps.dateText !== "" && text.startsWith(steps.dateText, start)) {
      at = start + steps.dateText.length;
      for (; place < 3; place++) numbers[place] = steps.date[place] ?? 0;
    } else if (before.text !== "" || before.periodAt !== -1) {
      at = this.#skip(before, steps, text, start);
      if (at === -1) return -1;
    }
    const isNew = place === 0;
    for (; place < gaps.length; place++) {
      let digit = text.charCodeAt(at) - zero;
      if (!(digit >= 0 && digit < 10)) return -1;
      let value = digit;
      const limit = at + 4;
      let code = 0;
      for (at++; ; at++) {
        code = text.charCodeAt(at);
        digit = code - zero;
        if (!(digit >= 0 && digit < 10) || at === limit) break;
        value = value * 10 + digit;
      }
      if (at - limit > -2 !== (place === steps.longAt)) return -1;
      numbers[place] = value;
      const gap = gaps[place];
      if (gap === undefined) return -1;
      if (code === gap.only) at++;
      else if (gap.only !== -1) return -1;
      else {
        at = this.#skip(gap, steps, text, at);
        if (at === -1) return -1;
      }
      if (place === 2 && isNew && steps.isDateFirst) {
        steps.dateText = text.slice(start, at);
        steps.date.set(numbers.subarray(0, 3));
      }
    }
    if (at > end) return -1;
    const next = text.charCodeAt(at);
    return at < end && (next === 0x20 || next === 0xa0 || next === 0x202f) ? at + 1 : at;
  }

  /** Behind `gap`, if it stands here; -1 if not. */
  #skip(gap: Gap, { periods }: Steps, text: string, start: number): number {
    const letters = gap.text;
    let at = start;
    for (let place = 0; place < letters.length; place++) {
      if (place === gap.periodAt) {
        const length = this.#periodAt(periods, text, at);
        if (length === 0) return -1;
        at += length;
      }
      if (text.charCodeAt(at) !== letters.charCodeAt(place)) return -1;
      at++;
    }
    if (gap.periodAt !== letters.length) return at;
    const length = this.#periodAt(periods, text, at);
    return length === 0 ? -1 : at + length;
  }

  /** The longest known word here: its length, its hours in `#hours`; 0 when there is none. */
  #periodAt(periods: Steps["periods"], text: string, at: number): number {
    let length = 0;
    for (let place = 0; place < periods.length; place++) {
      const period = periods[place];
      if (!period || period.word.length <= length || !text.startsWith(period.word, at)) continue;
      length = period.word.length;
      this.#hours = period.hours;
    }
    return length;
  }

  /** Puts date and time apart; false where no clock shows such a time. */
  #settle(steps: Steps): boolean {
    const { hasSeconds, isTimeFirst } = steps;
    const numbers = this.#numbers;
    const time = isTimeFirst ? 0 : 3;
    const date = isTimeFirst ? (hasSeconds ? 3 : 2) : 0;
    const hour = hourOf(numbers[time] ?? 0, steps.hasPeriod ? this.#hours : 0);
    const minute = numbers[time + 1] ?? 0;
    const second = hasSeconds ? (numbers[time + 2] ?? 0) : 0;
    this.form = steps.form;
    this.first = numbers[date] ?? 0;
    this.second = numbers[date + 1] ?? 0;
    this.third = numbers[date + 2] ?? 0;
    this.secondsOfDay = hour * 3600 + minute * 60 + second;
    return hour < 24 && minute < 60 && second < 60;
  }

  #learn(text: string, start: number, end: number): Steps | null {
    const header = readHeader(text, start, end);
    if (!header) return null;
    let form = this.forms.findIndex((other) => other.form === header.form);
    if (form === -1) {
      if (this.forms.length === MOST_FORMS) return null;
      const { isBracketed, zero, eraYears } = header;
      form = this.forms.push({ form: header.form, isBracketed, zero, eraYears, periods: [] }) - 1;
    }
    const seen = this.forms[form]?.periods ?? [];
    for (const word of header.periods) if (!seen.includes(word)) seen.push(word);
    const same = (other: Steps) =>
      other.form === form &&
      other.longAt === header.longAt &&
      JSON.stringify([other.before, ...other.gaps]) === JSON.stringify(header.gaps);
    let steps = this.#known.find(same);
    if (!steps) {
      const { zero, isTimeFirst, hasSeconds, longAt } = header;
      const [before, ...gaps] = header.gaps;
      if (!before) return null;
      const hasPeriod = header.periods.length > 0;
      const hasWordFirst = header.gaps.slice(0, 4).some(({ periodAt }) => periodAt !== -1);
      const date = { isDateFirst: !isTimeFirst && !hasWordFirst, dateText: "", date: new Int32Array(3) };
      steps = { form, before, gaps, zero, isTimeFirst, hasSeconds, hasPeriod, longAt, ...date, periods: [] };
      if (this.#known.length < MOST_STEPS) this.#known.push(steps);
      if (before.text !== "[" && (before.text !== "" || before.periodAt !== -1))
        this.#startsWithLetter = true;
    }
    for (const word of header.periods)
      if (!steps.periods.some((other) => other.word === word))
        steps.periods.push({ word, hours: hoursSaid(word) });
    return steps;
  }
}

/** A date has three numbers close together; a list's "1." in a message has not. */
function hasThreeNumbers(text: string, start: number, end: number): boolean {
  const limit = Math.min(end, start + 40);
  let numbers = 0;
  let isIn = false;
  for (let at = start; at < limit; at++) {
    const isDigit = zeroOf(text.charCodeAt(at)) !== 0;
    if (isDigit && !isIn && ++numbers === 3) return true;
    isIn = isDigit;
  }
  return false;
}
