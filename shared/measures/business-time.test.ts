import fc from "fast-check";
import { expect, test } from "vitest";
import type { WeekSpan } from "../diagnosis/diagnosis.ts";
import { businessBetween, DAY, MINUTE, minuteOfWeek, nextOpening, WEEK, weekOf } from "./business-time.ts";

const HOUR = 60 * MINUTE;
const MONDAY = Date.UTC(2026, 10, 23);
const at = (day: number, hour: number, minute = 0) => MONDAY + day * DAY + hour * HOUR + minute * MINUTE;
/** Monday to Friday, 9 to 17. */
const OFFICE: WeekSpan[] = [0, 1, 2, 3, 4].map((day) => ({ from: day * 1440 + 540, to: day * 1440 + 1020 }));

test("a week begins on Monday, before 1970 too", () => {
  expect(minuteOfWeek(MONDAY)).toBe(0);
  expect(minuteOfWeek(MONDAY - MINUTE)).toBe(10_079);
  expect(weekOf(Date.UTC(1969, 11, 30, 12))).toBe(Date.UTC(1969, 11, 29));
});

test("the night and the weekend do not count", () => {
  expect(businessBetween(OFFICE, at(0, 16), at(1, 10))).toBe(2 * HOUR);
  expect(businessBetween(OFFICE, at(4, 16, 30), at(7, 9, 15))).toBe(45 * MINUTE);
  expect(businessBetween(OFFICE, at(5, 3), at(6, 22))).toBe(0);
});

test("whole weeks count at once", () => {
  expect(businessBetween(OFFICE, at(2, 11), at(2, 11) + 5200 * WEEK)).toBe(5200 * 40 * HOUR);
});

test("without hours the calendar counts; backwards is nothing", () => {
  expect(businessBetween([], at(0, 16), at(1, 10))).toBe(18 * HOUR);
  expect(businessBetween([], at(1, 10), at(0, 16))).toBe(0);
  expect(businessBetween(OFFICE, at(1, 10), at(0, 16))).toBe(0);
});

test("opening is now, later today, or next week", () => {
  expect(nextOpening(OFFICE, at(0, 10, 5))).toBe(at(0, 10, 5));
  expect(nextOpening(OFFICE, at(0, 7))).toBe(at(0, 9));
  expect(nextOpening(OFFICE, at(0, 17))).toBe(at(1, 9));
  expect(nextOpening(OFFICE, at(4, 20))).toBe(at(7, 9));
  expect(nextOpening([], at(4, 20))).toBe(at(4, 20));
});

/** Some hours of a week: sorted, apart, whole minutes. */
const someHours = fc
  .uniqueArray(fc.integer({ min: 0, max: 10_080 }), { minLength: 0, maxLength: 16 })
  .map((edges) => {
    const sorted = edges.sort((one, other) => one - other);
    const hours: WeekSpan[] = [];
    for (let edge = 0; edge + 1 < sorted.length; edge += 2)
      hours.push({ from: sorted[edge] ?? 0, to: sorted[edge + 1] ?? 0 });
    return hours;
  });
const someTime = fc.integer({ min: -20_000, max: 40_000 }).map((minutes) => MONDAY + minutes * MINUTE);

test("it is what counting minute by minute gives", () => {
  fc.assert(
    fc.property(someHours, someTime, fc.integer({ min: 0, max: 12_000 }), (hours, from, minutes) => {
      let open = 0;
      for (let step = 0; step < minutes; step++) {
        const minute = minuteOfWeek(from + step * MINUTE);
        if (hours.length === 0 || hours.some((span) => minute >= span.from && minute < span.to)) open++;
      }
      expect(businessBetween(hours, from, from + minutes * MINUTE)).toBe(open * MINUTE);
    }),
    { numRuns: 60 },
  );
});

test("parts add up, to the millisecond", () => {
  const instant = fc.integer({ min: MONDAY - 3 * WEEK, max: MONDAY + 3 * WEEK });
  fc.assert(
    fc.property(someHours, fc.tuple(instant, instant, instant), (hours, times) => {
      const [a = 0, b = 0, c = 0] = times.sort((one, other) => one - other);
      expect(businessBetween(hours, a, b) + businessBetween(hours, b, c)).toBe(businessBetween(hours, a, c));
      expect(businessBetween(hours, a, c)).toBeLessThanOrEqual(c - a);
    }),
  );
});

test("nothing is open before the next opening, and right after it something is", () => {
  fc.assert(
    fc.property(someHours, someTime, (hours, from) => {
      fc.pre(hours.length > 0);
      const opening = nextOpening(hours, from);
      expect(businessBetween(hours, from, opening)).toBe(0);
      expect(businessBetween(hours, opening, opening + MINUTE)).toBe(MINUTE);
    }),
  );
});
