import { expect, test } from "vitest";
import { DAY, MINUTE } from "../../measures/business-time.ts";
import type { Chat } from "../chat.ts";
import type { Person, Shifts } from "../diagnosis.ts";
import { findShifts } from "./find-shifts.ts";

const MONDAY = Date.UTC(2026, 7, 31);

/** From and to in hours of the day; past 24 for a night. */
type Turn = { who: string; days: number[]; from: number; to: number; weeks?: "even" | "odd"; pause?: number };
type Plan = { turns: Turn[]; weeks?: number; aDay: number; late?: number; seed?: number };
const ALL = [0, 1, 2, 3, 4, 5, 6];
const WORKDAYS = [0, 1, 2, 3, 4];

/** A chat whose staff write at random times of their turns, `aDay` messages each. */
function chatOf({ turns, weeks = 4, aDay, late = 0.03, seed = 1 }: Plan): { chat: Chat; people: Person[] } {
  let state = seed;
  // mulberry32: the same on every machine.
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const names = [...new Set(turns.map(({ who }) => who))];
  const said: { by: number; at: number }[] = [];
  for (let week = 0; week < weeks; week++)
    for (const { who, days, from, to, weeks: which, pause } of turns) {
      if (which && which !== (week % 2 === 0 ? "even" : "odd")) continue;
      for (const day of days) {
        const count = Math.round(aDay * (0.4 + 1.2 * random()));
        for (let left = count; left > 0; left--) {
          const hour = random() < late ? to + random() * 0.5 : from + random() * (to - from);
          if (pause !== undefined && hour > pause && hour < pause + 1) continue;
          said.push({
            by: names.indexOf(who),
            at: MONDAY + (week * 7 + day) * DAY + Math.round(hour * 60) * MINUTE,
          });
        }
      }
    }
  said.sort((one, other) => one.at - other.at);
  return {
    chat: {
      title: null,
      platform: null,
      isGroup: true,
      people: names,
      messages: said.map(({ by, at }, index) => ({
        ...{ index, at, by, text: "ok", file: null, isEdited: false },
        kind: "text",
      })),
      dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
      unreadable: { count: 0, first: [] },
    },
    people: names.map((name) => ({
      ...{ name, role: "staff", messages: 0, certainty: 1, reasons: [], perhapsSameAs: null },
    })),
  };
}

const shiftsOf = (plan: Plan): Shifts => {
  const { chat, people } = chatOf(plan);
  return findShifts(chat, people);
};

/** Hours of the day at which boundaries lie on that weekday. */
const edges = ({ boundaries }: Shifts, day: number): number[] =>
  boundaries
    .filter(({ minute }) => Math.floor(minute / 1440) === day)
    .map(({ minute }) => (minute % 1440) / 60);

const twoShifts = (days: number[]): Turn[] => [
  { who: "Ana", days, from: 7, to: 15 },
  { who: "Ben", days, from: 15, to: 23 },
];

const rotating: Turn[] = [
  { who: "Ana", days: ALL, from: 7, to: 15, weeks: "even" },
  { who: "Ben", days: ALL, from: 15, to: 23, weeks: "even" },
  { who: "Ben", days: ALL, from: 7, to: 15, weeks: "odd" },
  { who: "Ana", days: ALL, from: 15, to: 23, weeks: "odd" },
];
const aroundTheClock: Turn[] = [
  { who: "Ana", days: ALL, from: 6, to: 14 },
  { who: "Ben", days: ALL, from: 14, to: 22 },
  { who: "Cy", days: ALL, from: 22, to: 30 },
];
const MANAGER: Turn = { who: "Mia", days: WORKDAYS, from: 9, to: 18 };

/** Each true edge is found within 45 minutes, and none besides. */
function expectEdges(found: readonly number[], are: readonly number[]): void {
  expect(found).toHaveLength(are.length);
  for (const [place, hour] of are.entries())
    expect(Math.abs((found[place] ?? 0) - hour)).toBeLessThanOrEqual(0.75);
}

const HANDED_OVER: [string, Plan, number[]][] = [
  ["two shifts", { turns: twoShifts(ALL), aDay: 20 }, [15, 23]],
  ["two shifts of few words", { turns: twoShifts(ALL), aDay: 4 }, [15, 23]],
  [
    "shifts that lap over by an hour",
    {
      turns: [
        { who: "Ana", days: ALL, from: 7, to: 15.5 },
        { who: "Ben", days: ALL, from: 14.5, to: 23 },
      ],
      aDay: 20,
    },
    [15, 23],
  ],
  ["a manager who is there in between", { turns: [...twoShifts(ALL), MANAGER], aDay: 20 }, [15, 23]],
  [
    "half days",
    {
      turns: [
        { who: "Ana", days: ALL, from: 6.5, to: 12.5 },
        { who: "Ben", days: ALL, from: 12.5, to: 19 },
      ],
      aDay: 20,
    },
    [12.5, 19],
  ],
  ["nights over midnight", { turns: aroundTheClock, aDay: 8 }, [6, 14, 22]],
  ["people who change places each week", { turns: rotating, aDay: 8 }, [15, 23]],
];

test.each(HANDED_OVER)("%s hand over where they do", (_, plan, are) => {
  for (const seed of [1, 2, 3]) {
    const shifts = shiftsOf({ ...plan, seed });
    for (const day of WORKDAYS) expectEdges(edges(shifts, day), are);
  }
});

test("five days are enough where much is said", () => {
  const shifts = shiftsOf({ turns: twoShifts([0, 1, 2, 3, 4]), aDay: 8, weeks: 1 });
  for (const day of WORKDAYS) expectEdges(edges(shifts, day), [15, 23]);
});

test("a boundary says who goes and who comes; the evening hands over to all who come next morning", () => {
  const { boundaries } = shiftsOf({ turns: [...twoShifts(ALL), MANAGER], aDay: 20 });
  expect(boundaries.slice(0, 2)).toMatchObject([
    { ends: [0], starts: [1] },
    { ends: [1], starts: [0, 2] },
  ]);
});

test("who changes places both goes and comes", () => {
  const [first] = shiftsOf({ turns: rotating, aDay: 8 }).boundaries;
  expect(first).toMatchObject({ ends: [0, 1], starts: [0, 1] });
});

test("a weekend of one's own has no boundary but at its ends", () => {
  const shifts = shiftsOf({
    turns: [...twoShifts(WORKDAYS), { who: "Cy", days: [5, 6], from: 9, to: 14 }],
    aDay: 20,
  });
  for (const day of WORKDAYS) expectEdges(edges(shifts, day), [15, 23]);
  expect(edges(shifts, 5)).toEqual([]);
  expectEdges(edges(shifts, 6), [14.25]);
});

const ALIKE: [string, Turn[]][] = [
  ["one person", [{ who: "Ana", days: WORKDAYS, from: 9, to: 18 }]],
  ["one person with a lunch break", [{ who: "Ana", days: WORKDAYS, from: 9, to: 18, pause: 13 }]],
  [
    "all the same hours with lunch at one",
    ["Ana", "Ben", "Cy"].map((who) => ({ who, days: WORKDAYS, from: 9, to: 18, pause: 13 })),
  ],
  [
    "all the same hours on six days",
    ["Ana", "Ben"].map((who) => ({ who, days: [...WORKDAYS, 5], from: 8, to: 17 })),
  ],
  [
    "hours that lap over by half",
    [
      { who: "Ana", days: WORKDAYS, from: 8, to: 16 },
      { who: "Ben", days: WORKDAYS, from: 11, to: 19 },
    ],
  ],
  [
    "a long noon for all",
    ["Ana", "Ben"].flatMap((who) => [
      { who, days: WORKDAYS, from: 9, to: 13 },
      { who, days: WORKDAYS, from: 16, to: 20 },
    ]),
  ],
];

test.each(ALIKE)("%s: no boundary, with few words or many", (_, turns) => {
  for (const aDay of [2, 5, 20])
    for (const seed of [1, 2, 3]) expect(shiftsOf({ turns, aDay, seed }).boundaries).toEqual([]);
});

test("hours are when somebody of ours answers, to the half hour", () => {
  const { hours } = shiftsOf({ turns: twoShifts(WORKDAYS), aDay: 20, late: 0 });
  expect(hours).toEqual(WORKDAYS.map((day) => ({ from: day * 1440 + 420, to: day * 1440 + 1380 })));
});

test("a lone word at night or on a Sunday changes no hours", () => {
  const plan = { turns: [{ who: "Ana", days: WORKDAYS, from: 9, to: 18 }], aDay: 20, late: 0 };
  const { chat, people } = chatOf(plan);
  const added = [2 * DAY + 23.6 * 60 * MINUTE, 13 * DAY + 11 * 60 * MINUTE].map((after) => MONDAY + after);
  const messages = [
    ...chat.messages,
    ...added.map((at, place) => ({ ...chat.messages[0], at, index: chat.messages.length + place })),
  ].sort((one, other) => (one.at ?? 0) - (other.at ?? 0)) as Chat["messages"];
  expect(findShifts({ ...chat, messages }, people).hours).toEqual(shiftsOf(plan).hours);
});

test("a noon for which all leave parts the hours; a lunch hour does not", () => {
  const noon = ALIKE.at(-1)?.[1] ?? [];
  const parts = shiftsOf({ turns: noon, aDay: 20, late: 0 }).hours;
  expect(parts).toHaveLength(10);
  expect(parts[0]).toEqual({ from: 540, to: 780 });
  expect(parts[1]).toEqual({ from: 960, to: 1200 });
  expect(shiftsOf({ turns: ALIKE[1]?.[1] ?? [], aDay: 20 }).hours).toHaveLength(5);
});

test("a night business is open over midnight, round the clock all week", () => {
  const bar = shiftsOf({ turns: [{ who: "Ana", days: ALL, from: 18, to: 26 }], aDay: 20, late: 0 });
  expect(bar.hours).toHaveLength(8);
  expect(bar.hours[0]).toEqual({ from: 0, to: 120 });
  expect(bar.hours[1]).toEqual({ from: 1080, to: 1560 });
  expect(shiftsOf({ turns: aroundTheClock, aDay: 8 }).hours).toEqual([{ from: 0, to: 10_080 }]);
});

test("too little said tells no hours and no boundary, and workers keep none", () => {
  const { chat, people } = chatOf({ turns: twoShifts(WORKDAYS), aDay: 20 });
  const workers = people.map((person): Person => ({ ...person, role: "worker" }));
  expect(findShifts(chat, workers)).toMatchObject({ hours: [], boundaries: [], sessions: [] });
  expect(shiftsOf({ turns: twoShifts([0, 1]), aDay: 2, weeks: 1 })).toMatchObject({
    hours: [],
    boundaries: [],
  });
});

test("sessions are runs without a longer gap, by their beginnings", () => {
  const { sessions, gapMinutes } = shiftsOf({ turns: twoShifts(WORKDAYS), aDay: 20, late: 0 });
  expect(gapMinutes).toBeGreaterThan(90);
  expect(gapMinutes).toBeLessThanOrEqual(600);
  expect(sessions).toHaveLength(40);
  expect(sessions.map(({ from }) => from)).toEqual(sessions.map(({ from }) => from).sort((a, b) => a - b));
  for (const { from, to } of sessions) expect(to - from).toBeLessThan(8.5 * 60 * MINUTE);
});
