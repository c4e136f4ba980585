import { expect, test } from "vitest";
import { areaForPlace, type Desks, isOnShift, type Span, type Team, type TeamAsk, teamFor } from "./rules.ts";

const team = (id: number, more: Partial<Team> = {}): Team => ({
  id,
  name: `Team ${id}`,
  isIntake: false,
  languages: [],
  numberIds: [],
  hours: [],
  timeZone: "Europe/Madrid",
  ...more,
});
const INTAKE = team(1, { isIntake: true });
const settings = (teams: readonly Team[]): Desks => ({ teams: [INTAKE, ...teams], firstTeamId: 1 });
const WEEK = (from: number, to: number): Span[] => [1, 2, 3, 4, 5].map((day) => [day, from, to]);
const DAY_HOURS = WEEK(9 * 60, 18 * 60);
const NIGHT_HOURS = WEEK(22 * 60, 30 * 60);
/** A Tuesday in Madrid, at an hour of the wall clock (UTC+1 in March). */
const tuesday = (hour: number, minute = 0) => new Date(Date.UTC(2026, 2, 3, hour - 1, minute));
const ask = (at: Date, more: Partial<TeamAsk> = {}): TeamAsk => ({
  categoryTeamId: null,
  numberId: null,
  language: null,
  at,
  ...more,
});

test("a night from 22:00 to 06:00 goes on past midnight, into a day that has no hours of its own", () => {
  const night = team(2, { hours: NIGHT_HOURS });
  const at = (text: string) => isOnShift(night, new Date(text));
  expect([at("2026-03-03T20:59:59Z"), at("2026-03-03T21:00:00Z"), at("2026-03-03T23:30:00Z")]).toEqual([
    false,
    true,
    true,
  ]);
  expect([at("2026-03-04T04:59:00Z"), at("2026-03-04T05:00:00Z")]).toEqual([true, false]);
  // Friday's night ends on Saturday; Saturday's own does not begin, nor did Sunday's.
  expect([at("2026-03-07T04:00:00Z"), at("2026-03-07T22:00:00Z"), at("2026-03-09T02:00:00Z")]).toEqual([
    true,
    false,
    false,
  ]);
});

test("from Sunday into Monday the week begins anew", () => {
  const night = team(2, { hours: [[7, 22 * 60, 30 * 60]] });
  expect(isOnShift(night, new Date("2026-03-09T03:00:00Z"))).toBe(true);
  expect(isOnShift(night, new Date("2026-03-10T03:00:00Z"))).toBe(false);
});

test("several spans a day, with a break", () => {
  const split = team(2, {
    hours: [
      [2, 540, 780],
      [2, 960, 1440],
    ],
  });
  expect([10, 14, 17, 23].map((hour) => isOnShift(split, tuesday(hour)))).toEqual([true, false, true, true]);
});

test("hours follow the clock on the wall when summer time begins and ends", () => {
  const at = (text: string) => isOnShift(team(2, { hours: DAY_HOURS }), new Date(text));
  expect([at("2026-03-23T08:00:00Z"), at("2026-03-30T07:00:00Z"), at("2026-03-30T16:00:00Z")]).toEqual([
    true,
    true,
    false,
  ]);
  // The night of 24 October has the hour between two and three twice: both belong to the span until 03:00.
  const night = team(3, { hours: [[6, 22 * 60, 27 * 60]] });
  const late = (text: string) => isOnShift(night, new Date(text));
  expect([late("2026-10-25T00:30:00Z"), late("2026-10-25T01:30:00Z"), late("2026-10-25T02:00:00Z")]).toEqual([
    true,
    true,
    false,
  ]);
  // And that of 28 March has none: what would be 02:30 is 03:30.
  expect(isOnShift(night, new Date("2026-03-29T00:59:00Z"))).toBe(true);
  expect(isOnShift(night, new Date("2026-03-29T01:30:00Z"))).toBe(false);
});

test("a category's team gets its requests, also at night when nobody has a desk", () => {
  const office = team(2, { hours: DAY_HOURS });
  const all = settings([office]);
  expect(teamFor(all, ask(tuesday(10), { categoryTeamId: 2 }))).toEqual({
    teamId: 2,
    because: "category",
    isOnShift: true,
  });
  expect(teamFor(all, ask(tuesday(23), { categoryTeamId: 2 }))).toEqual({
    teamId: 2,
    because: "category",
    isOnShift: false,
  });
});

test("a night desk takes over what comes while the category's team is away, to the minute", () => {
  const office = team(2, { hours: DAY_HOURS });
  const desk = team(3, { isIntake: true, hours: NIGHT_HOURS });
  const all = settings([office, desk]);
  const at = (hour: number, minute = 0) =>
    teamFor(all, ask(tuesday(hour, minute), { categoryTeamId: 2 })).teamId;
  expect([at(17, 59), at(18), at(21, 59), at(22), at(29, 59), at(30)]).toEqual([2, 2, 2, 3, 3, 2]);
});

test("intake: a number says more than a language, a language more than hours", () => {
  const byNumber = team(2, { isIntake: true, numberIds: [5] });
  const arabic = team(3, { isIntake: true, languages: ["ar"] });
  const day = team(4, { isIntake: true, hours: DAY_HOURS });
  const all = settings([byNumber, arabic, day]);
  const get = (more: Partial<TeamAsk>, hour = 10) => teamFor(all, ask(tuesday(hour), more)).teamId;
  expect(get({ numberId: 5, language: "ar" })).toBe(2);
  expect(get({ numberId: 6, language: "ar-EG" })).toBe(3);
  expect(get({ numberId: 6, language: "es" })).toBe(4);
  expect(get({ numberId: 6, language: "es" }, 20)).toBe(1);
  expect(teamFor(all, ask(tuesday(10), { numberId: 6 }))).toMatchObject({ because: "intake" });
});

test("with no team on shift it is the first one's, which says that it is away", () => {
  const away = { ...INTAKE, hours: DAY_HOURS };
  const all: Desks = { teams: [away, team(2)], firstTeamId: 1 };
  expect(teamFor(all, ask(tuesday(20)))).toEqual({ teamId: 1, because: "first", isOnShift: false });
  expect(teamFor(all, ask(tuesday(10)))).toEqual({ teamId: 1, because: "intake", isOnShift: true });
});

test("a category's team that is gone counts as none", () => {
  const all = settings([]);
  expect(teamFor(all, ask(tuesday(10), { categoryTeamId: 99 }))).toMatchObject({
    teamId: 1,
    because: "intake",
  });
});

test("a place lies in the area whose words it holds, whole and the longest; when two are as likely, in none", () => {
  const areas = [
    { id: 1, name: "Centre", places: ["Malasaña", "28004"] },
    { id: 2, name: "Cairo", places: [] },
    { id: 3, name: "New Cairo", places: ["التجمع"] },
    { id: 4, name: "North", places: ["28005"] },
  ];
  const id = (place: string) => areaForPlace(areas, place);
  expect([id("Calle Pez 3, malasana"), id("28004 Madrid"), id("128004")]).toEqual([1, 1, null]);
  expect([id("90th St, New Cairo"), id("Downtown, Cairo"), id("التجمع الخامس")]).toEqual([3, 2, 3]);
  expect(id("between 28004 and 28005")).toBeNull();
  // The vowel signs of Indic scripts make other words.
  const indic = [{ id: 5, name: "पुणे", places: [] }];
  expect([areaForPlace(indic, "पुणे स्टेशन"), areaForPlace(indic, "पुणा रोड")]).toEqual([5, null]);
});
