/**
 * Reads the start of each message by the steps that the first of its form gave: one look at each letter, nothing
 * allocated. What fits no known steps is read the wide way and its steps are kept. Pure.
 */
import { hourOf, hoursSaid } from "./day-periods.ts";
import { isMark, zeroOf } from "./digits.ts";
import { type Header, NUMBER, PERIOD, readHeader } from "./header.ts";

/** A form of which at least one line was read. */
export type Form = Pick<Header, "form" | "isBracketed" | "zero" | "eraYears"> & {
  /** Words for the part of the day seen in it. */
  periods: string[];
};

type Steps = {
  form: number;
  steps: Int32Array;
  zero: number;
  isTimeFirst: boolean;
  hasSeconds: boolean;
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
    if (!mayStart) return -1;
    const steps = this.#learn(text, at, end);
    if (!steps) return -1;
    const after = this.#follow(steps, text, at, end);
    return after !== -1 && this.#settle(steps) ? after : -1;
  }

  #follow({ steps, zero, periods }: Steps, text: string, start: number, end: number): number {
    let at = start;
    let place = 0;
    const numbers = this.#numbers;
    for (let step = 0; step < steps.length; step++) {
      const wanted = steps[step] ?? 0;
      if (wanted >= 0) {
        if (text.charCodeAt(at) !== wanted) return -1;
        at++;
      } else if (wanted === NUMBER) {
        let digit = text.charCodeAt(at) - zero;
        if (!(digit >= 0 && digit < 10)) return -1;
        let value = digit;
        const limit = at + 4;
        for (at++; at < limit; at++) {
          digit = text.charCodeAt(at) - zero;
          if (!(digit >= 0 && digit < 10)) break;
          value = value * 10 + digit;
        }
        numbers[place++] = value;
      } else {
        const length = this.#periodAt(periods, text, at);
        if (length === 0) return -1;
        at += length;
      }
    }
    if (at > end) return -1;
    const next = text.charCodeAt(at);
    return at < end && (next === 0x20 || next === 0xa0 || next === 0x202f) ? at + 1 : at;
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
    const hour = hourOf(numbers[time] ?? 0, steps.periods.length > 0 ? this.#hours : 0);
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
    const letters = header.steps.join();
    let steps = this.#known.find((other) => other.form === form && other.steps.join() === letters);
    if (!steps) {
      const { zero, isTimeFirst, hasSeconds } = header;
      steps = { form, steps: Int32Array.from(header.steps), zero, isTimeFirst, hasSeconds, periods: [] };
      if (this.#known.length < MOST_STEPS) this.#known.push(steps);
      const [first = 0] = header.steps;
      if (first === PERIOD || (first >= 0 && first !== OPEN)) this.#startsWithLetter = true;
    }
    for (const word of header.periods)
      if (!steps.periods.some((other) => other.word === word))
        steps.periods.push({ word, hours: hoursSaid(word) });
    return steps;
  }
}
