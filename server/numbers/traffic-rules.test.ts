import fc from "fast-check";
import { expect, test } from "vitest";
import { countFrom, type HourCount, unusualSilence } from "./traffic-rules.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = Date.parse("2026-03-02T00:00:00Z");
const at = (text: string) => new Date(`2026-03-${text}:00Z`);

/** So many an hour from 9 to 18, every day of so many weeks before that Monday and on the Monday until 11. */
function office(perHour: number, { weeks = 4, without = [] as number[] } = {}): HourCount[] {
  const hours: HourCount[] = [];
  for (let day = -7 * weeks - 1; day <= 0; day++) {
    if (without.includes(day)) continue;
    for (let hour = 9; hour < (day === 0 ? 11 : 18); hour++)
      hours.push({ hour: new Date(MONDAY + day * DAY + hour * HOUR), cameIn: perHour });
  }
  return hours;
}

const lastIn = at("02T10:58");

test("a busy number that hears nothing for an hour is told, with since when and how many were expected", () => {
  expect(unusualSilence(office(20), lastIn, at("02T12:00"))).toEqual({
    since: lastIn,
    expected: 21,
    weeks: 4,
  });
});

test("a pause of minutes is no silence", () => {
  expect(unusualSilence(office(20), lastIn, at("02T11:15"))).toBeNull();
});

test("it is told when the chance falls under one in a thousand, and not before", () => {
  const toldAfter = (perHour: number, weeks: number) => {
    for (let minute = 1; ; minute++) {
      const now = new Date(lastIn.getTime() + minute * 60_000);
      if (unusualSilence(office(perHour, { weeks }), lastIn, now)) return (minute / 60) * perHour;
    }
  };
  // ln(1000) = 6.9 with a rate known for sure; the doubt about it asks for a little more, the less history the more.
  expect(toldAfter(20, 4)).toBeCloseTo(30.46 / 4, 0);
  expect(toldAfter(20, 2)).toBeCloseTo(16.54 / 2, 0);
});

test("a message ends it", () => {
  expect(unusualSilence(office(20), at("02T12:55"), at("02T13:00"))).toBeNull();
});

test("nights are silent every week", () => {
  const hours = office(20);
  const evening = at("01T17:59");
  for (let hour = 18; hour < 33; hour++)
    expect(unusualSilence(hours, evening, new Date(MONDAY - DAY + hour * HOUR)), `${hour}`).toBeNull();
});

test("hours that wander by one, as when summer time begins or ends, are no silence", () => {
  // Until now opening was at 9 UTC; today it is at 10.
  const evening = at("01T17:59");
  expect(unusualSilence(office(20), evening, at("02T09:59"))).toBeNull();
  expect(unusualSilence(office(20), evening, at("02T11:00"))).not.toBeNull();
  // Now everything is an hour earlier: the evening too.
  expect(unusualSilence(office(20), at("01T16:59"), at("01T23:00"))).toBeNull();
});

test("a new number has no usual yet", () => {
  expect(unusualSilence([], null, at("02T12:00"))).toBeNull();
  expect(unusualSilence([], at("02T10:58"), at("02T15:00"))).toBeNull();
  expect(unusualSilence(office(50, { weeks: 1 }), lastIn, at("02T15:00"))).toBeNull();
  expect(unusualSilence(office(50, { weeks: 2 }), lastIn, at("02T15:00"))).toMatchObject({ weeks: 2 });
});

test("a number with two messages a day is told after days, not after a quiet afternoon", () => {
  const hours: HourCount[] = [];
  for (let day = -35; day <= 0; day++)
    for (const hour of [10, 15]) hours.push({ hour: new Date(MONDAY + day * DAY + hour * HOUR), cameIn: 1 });
  const last = at("02T10:10");
  expect(unusualSilence(hours, last, at("02T20:00"))).toBeNull();
  expect(unusualSilence(hours, last, at("04T12:00"))).toBeNull();
  expect(unusualSilence(hours, last, at("07T12:00"))).toMatchObject({ since: last });
});

test("a holiday among the four weeks does not blind it", () => {
  const hours = office(20, { without: [-14] });
  expect(unusualSilence(hours, lastIn, at("02T12:30"))).toMatchObject({ since: lastIn });
});

test("what is silent every other week is never told", () => {
  const hours = office(20, { without: [-7, -21] });
  expect(unusualSilence(hours, lastIn, at("02T13:00"))).toBeNull();
});

test("what was told stays told through the night", () => {
  for (let hour = 12; hour < 40; hour++)
    expect(unusualSilence(office(20), lastIn, new Date(MONDAY + hour * HOUR)), `${hour}`).not.toBeNull();
});

test("a silence of weeks still counts as one: it is judged by its first week", () => {
  const found = unusualSilence(office(20), lastIn, new Date(MONDAY + 30 * DAY));
  expect(found?.since).toEqual(lastIn);
});

test("a clock that was set back tells nothing", () => {
  expect(unusualSilence(office(20), lastIn, at("01T12:00"))).toBeNull();
});

test("the longer the silence, the surer it is; the order of the hours does not matter", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.array(fc.integer({ min: 1, max: 7 * 24 }), { minLength: 2, maxLength: 6 }),
      (perHour, spans) => {
        const hours = office(perHour);
        const told = [...spans]
          .sort((a, b) => a - b)
          .map((span) =>
            unusualSilence([...hours].reverse(), lastIn, new Date(lastIn.getTime() + span * HOUR)),
          );
        const first = told.findIndex((each) => each !== null);
        expect(told.slice(first === -1 ? told.length : first).every((each) => each !== null)).toBe(true);
        expect(told.at(-1)).toEqual(
          unusualSilence(hours, lastIn, new Date(lastIn.getTime() + Math.max(...spans) * HOUR)),
        );
      },
    ),
    { numRuns: 50 },
  );
});

test("the last hours are counted again, and whatever was missed before them", () => {
  expect(countFrom(at("02T11:00"), at("02T11:40"))).toEqual(at("02T09:00"));
  expect(countFrom(at("02T02:00"), at("02T11:40"))).toEqual(at("02T02:00"));
  expect(countFrom(null, at("02T11:40"))).toEqual(new Date(at("02T11:00").getTime() - 35 * DAY));
  expect(countFrom(new Date(0), at("02T11:40"))).toEqual(new Date(at("02T11:00").getTime() - 35 * DAY));
});
