/** Every different date of an export once, as written, with the day it is in each order of its numbers. Pure. */
import { DATE_ORDERS, type DateOrder } from "../chat.ts";
import { dayNumber } from "./calendars.ts";
import { PERSIAN_ZERO } from "./digits.ts";
import type { Form } from "./header-steps.ts";

export type WrittenDate = {
  form: number;
  numbers: readonly [number, number, number];
  /** Days since 1970-01-01, by order; NaN where there is no such day. */
  days: Record<DateOrder, number>;
};

/** Years with WhatsApp in them, as far as two figures can be a year. */
const isShortYear = (year: number, zero: number): boolean =>
  (year >= 8 && year <= 40) || year >= 52 || (zero === PERSIAN_ZERO && year < 9);

export class Dates {
  readonly all: WrittenDate[] = [];
  #places = new Map<number, number>();
  #lastKey = -1;
  #last = -1;

  /** Its place in `all`; -1 when it is a date in no order. */
  place(form: number, shape: Form, first: number, second: number, third: number): number {
    const key = ((form * 10_000 + first) * 10_000 + second) * 10_000 + third;
    if (key === this.#lastKey) return this.#last;
    let place = this.#places.get(key);
    if (place === undefined) {
      const days = daysOf(shape, first, second, third);
      const isDate = DATE_ORDERS.some((order) => !Number.isNaN(days[order]));
      place = isDate ? this.all.push({ form, numbers: [first, second, third], days }) - 1 : -1;
      this.#places.set(key, place);
    }
    this.#lastKey = key;
    this.#last = place;
    return place;
  }
}

function daysOf(shape: Form, first: number, second: number, third: number): Record<DateOrder, number> {
  const day = (year: number, month: number, at: number) =>
    dayNumber(year, month, at, shape.zero, shape.eraYears);
  const isYearFirst =
    first > 99 || shape.eraYears > 0 || shape.form.includes("年") || shape.form.includes("년");
  const isYearLast = third > 99;
  return {
    DMY: isYearFirst ? Number.NaN : day(third, second, first),
    MDY: isYearFirst ? Number.NaN : day(third, first, second),
    YMD:
      isYearLast || (!isYearFirst && !isShortYear(first, shape.zero))
        ? Number.NaN
        : day(first, second, third),
  };
}
