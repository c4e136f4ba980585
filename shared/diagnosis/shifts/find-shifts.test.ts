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
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
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

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed + 1);
if (process.env.LOOK) {
  const each = (name: string, plan: Plan) => {
    const tally = new Map<string, number>();
    const hours = new Map<string, number>();
    for (const seed of SEEDS) {
      const shifts = shiftsOf({ ...plan, seed });
      for (const day of ALL) {
        const said = (day < 5 ? "" : "we:") + edges(shifts, day).join("/");
        tally.set(said, (tally.get(said) ?? 0) + 1);
      }
      for (const { from, to } of shifts.hours) {
        const said = `${(from % 1440) / 60}-${to / 60 - 24 * Math.floor(from / 1440)}`;
        hours.set(said, (hours.get(said) ?? 0) + 1);
      }
    }
    const show = (counts: Map<string, number>) =>
      [...counts]
        .sort((one, other) => other[1] - one[1])
        .slice(0, 6)
        .map(([said, count]) => `${said} x${count}`)
        .join("  ");
    console.log(`#${name}: ${show(tally)}  || ${show(hours)}`);
  };
  for (const aDay of [2, 4, 20]) {
    each(`two shifts x${aDay}`, { turns: twoShifts(ALL), aDay });
    each(`two shifts, manager x${aDay}`, {
      turns: [...twoShifts(ALL), { who: "Mia", days: WORKDAYS, from: 9, to: 18 }],
      aDay,
    });
    each(`rotating x${aDay}`, {
      turns: [
        { who: "Ana", days: ALL, from: 7, to: 15, weeks: "even" },
        { who: "Ben", days: ALL, from: 15, to: 23, weeks: "even" },
        { who: "Ben", days: ALL, from: 7, to: 15, weeks: "odd" },
        { who: "Ana", days: ALL, from: 15, to: 23, weeks: "odd" },
      ],
      aDay,
    });
    each(`three shifts x${aDay}`, {
      turns: [
        { who: "Ana", days: ALL, from: 6, to: 14 },
        { who: "Ben", days: ALL, from: 14, to: 22 },
        { who: "Cy", days: ALL, from: 22, to: 30 },
      ],
      aDay,
    });
    each(`overlap x${aDay}`, {
      turns: [
        { who: "Ana", days: ALL, from: 7, to: 15.5 },
        { who: "Ben", days: ALL, from: 14.5, to: 23 },
      ],
      aDay,
    });
    each(`same x${aDay}`, {
      turns: [
        { who: "Ana", days: WORKDAYS, from: 9, to: 18, pause: 13 },
        { who: "Ben", days: WORKDAYS, from: 9, to: 18, pause: 13 },
        { who: "Cy", days: WORKDAYS, from: 9, to: 18, pause: 13 },
      ],
      aDay,
    });
    each(`same2 x${aDay}`, {
      turns: [
        { who: "Ana", days: [...WORKDAYS, 5], from: 8, to: 17 },
        { who: "Ben", days: [...WORKDAYS, 5], from: 8, to: 17 },
      ],
      aDay,
    });
    each(`weekend x${aDay}`, {
      turns: [...twoShifts(WORKDAYS), { who: "Cy", days: [5, 6], from: 9, to: 14 }],
      aDay,
    });
    each(`one x${aDay}`, { turns: [{ who: "Ana", days: WORKDAYS, from: 9, to: 18, pause: 13 }], aDay });
    each(`staggered x${aDay}`, {
      turns: [
        { who: "Ana", days: WORKDAYS, from: 8, to: 16 },
        { who: "Ben", days: WORKDAYS, from: 11, to: 19 },
      ],
      aDay,
    });
    each(`siesta x${aDay}`, {
      turns: [
        { who: "Ana", days: WORKDAYS, from: 9, to: 13 },
        { who: "Ana", days: WORKDAYS, from: 16, to: 20 },
        { who: "Ben", days: WORKDAYS, from: 9, to: 13 },
        { who: "Ben", days: WORKDAYS, from: 16, to: 20 },
      ],
      aDay,
    });
    each(`halfdays x${aDay}`, {
      turns: [
        { who: "Ana", days: ALL, from: 6.5, to: 12.5 },
        { who: "Ben", days: ALL, from: 12.5, to: 19 },
      ],
      aDay,
    });
  }
}

test("two shifts a day hand over in the afternoon, and in the evening to the next morning", () => {
  const shifts = shiftsOf({ turns: twoShifts(ALL), aDay: 20 });
  for (const day of ALL) expect(edges(shifts, day)).toEqual([15, 23]);
});
