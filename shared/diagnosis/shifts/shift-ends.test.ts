import fc from "fast-check";
import { expect, test } from "vitest";
import type { Shifts } from "../diagnosis.ts";
import { findShifts } from "./find-shifts.ts";
import { nextShiftStart, sessionEndAfter } from "./shift-ends.ts";

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 10, 23 + day, hour, minute);
const EARLY = 0;
const LATE = 1;
const OWNER = 2;
const days = [0, 1, 2, 3, 4, 5, 6];
/** Every day 7 to 15 and 15 to 23; the owner is there all day. */
const twoShifts = (sessions: Shifts["sessions"] = []): Shifts => ({
  hours: days.map((day) => ({ from: day * 1440 + 420, to: day * 1440 + 1380 })),
  boundaries: days.flatMap((day) => [
    { minute: day * 1440 + 900, ends: [EARLY], starts: [LATE] },
    { minute: day * 1440 + 1380, ends: [LATE], starts: [EARLY] },
  ]),
  sessions,
  gapMinutes: 180,
});

test("each one's shift ends at the handing over", () => {
  expect(sessionEndAfter(twoShifts(), EARLY, at(0, 10))).toBe(at(0, 15));
  expect(sessionEndAfter(twoShifts(), LATE, at(0, 16))).toBe(at(0, 23));
  expect(sessionEndAfter(twoShifts(), LATE, at(6, 22))).toBe(at(6, 23));
});

test("who hands over to nobody ends nothing", () => {
  expect(sessionEndAfter(twoShifts(), OWNER, at(0, 10))).toBeNull();
  expect(sessionEndAfter({ ...twoShifts(), boundaries: [] }, EARLY, at(0, 10))).toBeNull();
});

test("a late word belongs to the shift that just ended", () => {
  const shifts = twoShifts([{ person: EARLY, from: at(0, 7, 10), to: at(0, 15, 20) }]);
  expect(sessionEndAfter(shifts, EARLY, at(0, 15, 12))).toBe(at(0, 15, 20));
  expect(sessionEndAfter(twoShifts(), EARLY, at(0, 15, 12))).toBe(at(1, 15));
});

test("who stays through the evening does not leave at three", () => {
  const shifts = { ...twoShifts([{ person: EARLY, from: at(0, 7, 10), to: at(0, 21) }]) };
  expect(sessionEndAfter(shifts, EARLY, at(0, 10))).toBe(at(1, 15));
});

test("where people change places, who comes a little early does not end with those who go", () => {
  const both = { ends: [EARLY, LATE], starts: [EARLY, LATE] };
  const shifts = {
    ...twoShifts([{ person: LATE, from: at(0, 14, 40), to: at(0, 22, 30) }]),
    boundaries: twoShifts().boundaries.map(({ minute }) => ({ minute, ...both })),
  };
  expect(sessionEndAfter(shifts, LATE, at(0, 14, 45))).toBe(at(0, 23));
});

test("what nobody has answered lies with those on duty, or those who come next", () => {
  expect(sessionEndAfter(twoShifts(), null, at(0, 10))).toBe(at(0, 15));
  expect(sessionEndAfter(twoShifts(), null, at(0, 23, 30))).toBe(at(1, 15));
});

test("the next shift begins at the handing over, or in the morning", () => {
  expect(nextShiftStart(twoShifts(), at(0, 15))).toBe(at(0, 15));
  expect(nextShiftStart(twoShifts(), at(0, 23))).toBe(at(1, 7));
  expect(nextShiftStart(twoShifts(), at(6, 23, 10))).toBe(at(7, 7));
});

test("whatever was written and when, ends and starts lie ahead, hours are sorted and apart, sessions hold all of it", () => {
  const said = fc.array(
    fc.record({ by: fc.integer({ min: 0, max: 2 }), after: fc.integer({ min: -60, max: 3000 }) }),
    { maxLength: 120 },
  );
  fc.assert(
    fc.property(said, (list) => {
      let now = at(0, 9);
      const messages = list.map(({ by, after }, index) => {
        now += after * 60_000;
        return { index, at: now, by, kind: "text" as const, text: "ok", file: null, isEdited: false };
      });
      const people = ["Ana", "Ben", "Cy"];
      const shifts = findShifts(
        {
          ...{ title: null, platform: null, isGroup: true, people, messages },
          dateOrder: { order: "YMD", certainty: "given", evidence: "given" },
          unreadable: { count: 0, first: [] },
        },
        people.map((name) => ({
          ...{ name, role: "staff", messages: 0, certainty: 1, reasons: [], perhapsSameAs: null },
        })),
      );
      let last = -1;
      for (const { from, to } of shifts.hours) {
        expect(from).toBeGreaterThan(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(10_080);
        last = to;
      }
      for (const { by, at: time } of messages) {
        expect(shifts.sessions.some((own) => own.person === by && own.from <= time && time <= own.to)).toBe(
          true,
        );
        const end = sessionEndAfter(shifts, by, time);
        if (end === null) continue;
        expect(end).toBeGreaterThanOrEqual(time);
        expect(nextShiftStart(shifts, end)).toBeGreaterThanOrEqual(end);
      }
    }),
    { numRuns: 60 },
  );
});
