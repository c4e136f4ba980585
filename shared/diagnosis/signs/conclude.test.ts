import { expect, test } from "vitest";
import type { Diagnosis, Shifts } from "../diagnosis.ts";
import { hour, type Line, oneShift, sketch } from "../requests/chat-sketch.ts";
import { conclude } from "./conclude.ts";

/** One request a day for so many days, each as `lines` has it, at hours of its day. */
const days = (count: number, lines: (day: number) => Line[]): Line[] =>
  Array.from({ length: count }, (_, day) =>
    lines(day).map((line) => ({
      ...line,
      at: line.at + day * 24,
      due: line.due === undefined ? undefined : line.due + day * 24,
      in: line.in ?? day,
    })),
  ).flat() as Line[];

const of = (lines: Line[], shifts?: Shifts): Diagnosis =>
  conclude({
    ...sketch(lines, Math.max(...lines.map(({ at }) => at)) + 100, shifts),
    languages: { shares: { en: 1 }, unread: 0 },
  });

const client = (day: number) => `c${day % 7}`;
const well = (day: number): Line[] => [
  { at: 9, who: client(day), acts: "request" },
  { at: 9.1, who: "ana", acts: "promise", due: 15 },
  { at: 14, who: "ana", acts: "answer" },
  { at: 15, who: "w", acts: "completion" },
  { at: 15.1, who: client(day), acts: "closing" },
];
const chased = (day: number): Line[] => [
  { at: 9, who: client(day), acts: "request" },
  { at: 9.1, who: day % 2 === 0 ? "ana" : "leo", acts: "acknowledgement" },
  { at: 14, who: client(day), acts: "status_chase" },
  { at: 14.2, who: day % 3 === 0 ? "ana" : "leo", acts: "answer" },
  { at: 15, who: "w", acts: "completion" },
];

test("a business that finishes everything stays as it is", () => {
  const found = of(days(30, well));
  expect(found.verdict).toBe("stay");
  expect(found.advice).toEqual([{ kind: "stay_as_you_are" }, { kind: "measure_again", weeks: 13 }]);
  expect(found.signs.reactiveFollowUp).toMatchObject({
    told: true,
    level: "quiet",
    reactive: { part: 0, of: 30 },
  });
  expect(found.notTold).toEqual([{ kind: "one_shift" }]);
});

test("follow-up only after a chase adds structure, with the requests behind it", () => {
  const found = of(days(30, chased));
  expect(found.verdict).toBe("add_structure");
  expect(found.signs.reactiveFollowUp).toMatchObject({
    told: true,
    level: "act",
    reactive: { part: 30, of: 30 },
  });
  expect(found.signs.reactiveFollowUp.requests).toHaveLength(30);
  expect(found.chasesByHour[14]).toBe(30);
  expect(found.advice).toEqual([
    { kind: "agree_who_answers", fromHour: 14, toHour: 15 },
    { kind: "next_step_and_time" },
    { kind: "measure_again", weeks: 6 },
  ]);
});

test("with ten requests nothing is told", () => {
  const found = of(days(10, well));
  expect(found.verdict).toBe("not_enough");
  expect(found.advice).toEqual([{ kind: "gather_more", requestsMissing: 20 }]);
  expect(found.notTold).toContainEqual({ kind: "too_few_requests", missing: 20 });
});

/** Only the boss brings a request on; ana passes it along, leo is there and free. */
const waitsForBoss = (day: number): Line[] => [
  { at: 9, who: client(day), acts: "request" },
  { at: 9.1, who: "ana", acts: "acknowledgement", text: "I will ask Bernardo" },
  { at: 10, who: "leo", acts: "chat", in: -1 },
  { at: 11, who: client(day), acts: "status_chase" },
  { at: 11.1, who: "ana", acts: "acknowledgement", text: "Bernardo has not answered" },
  { at: 15.5, who: client(day), acts: "status_chase" },
  { at: 16, who: "Bernardo", acts: "promise", due: 17 },
  { at: 17, who: "leo", acts: "completion" },
];

test("work that waits for one person while others are there hangs on that person", () => {
  const found = of(days(30, waitsForBoss));
  const { bottleneck } = found.signs;
  expect(bottleneck).toMatchObject({ told: true, level: "act", hanging: { part: 30, of: 30 } });
  expect(found.people[bottleneck.person ?? -1]?.name).toBe("Bernardo");
  expect(found.advice[0]).toEqual({ kind: "share_what_one_knows", person: bottleneck.person });
});

test("one person who does nearly all, and well, is no bottleneck", () => {
  const most = (day: number): Line[] =>
    day % 10 === 0
      ? well(day).map((line) => ({ ...line, who: line.who === "ana" ? "leo" : line.who }))
      : well(day);
  const { bottleneck } = of(days(60, most)).signs;
  expect(bottleneck).toMatchObject({ level: "quiet", person: null });
  expect(bottleneck.shares[0]?.share).toBeGreaterThan(0.4);
  expect(bottleneck.effectiveStaff).toBeLessThan(3);
});

test("chased by everybody, answered by the one who has it with nobody passing it along: nobody's neck", () => {
  const found = of(days(40, chased));
  expect(found.signs.bottleneck.level).toBe("quiet");
});

/** In a sketch of `dropped` ana is 1 and leo 2. */
const handOver: Shifts = {
  ...oneShift,
  boundaries: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ minute: day * 1440 + 840, ends: [1], starts: [2] })),
};
const dropped = (day: number): Line[] => [
  { at: 12.5, who: client(day), acts: "request" },
  { at: 13, who: "ana", acts: "answer" },
  { at: 19, who: "leo", acts: "answer" },
  { at: 19.2, who: "w", acts: "completion" },
];

test("what is dropped at a change of shift adds structure at that change, and waits for nobody in particular", () => {
  const found = of(days(30, dropped), handOver);
  expect(found.signs.contextDroppedAtShift).toMatchObject({
    told: true,
    level: "act",
    dropped: { part: 30, of: 30 },
  });
  expect(found.verdict).toBe("add_structure");
  expect(found.advice[0]).toEqual({
    kind: "hand_over_open_requests",
    boundaries: [0, 1, 2, 3, 4, 5, 6].map((day) => day * 1440 + 840),
  });
  expect(found.signs.bottleneck.level).toBe("quiet");
});

test("where silences without a change of shift are dropped as often, the change is not to blame", () => {
  // The same silence after the change, within one shift.
  const slow = (day: number): Line[] =>
    day % 2 === 0
      ? dropped(day)
      : [
          { at: 14.1, who: client(day), acts: "request" },
          { at: 14.2, who: "leo", acts: "answer" },
          { at: 19.5, who: "leo", acts: "answer" },
          { at: 19.6, who: "w", acts: "completion" },
        ];
  const { contextDroppedAtShift } = of(days(60, slow), handOver).signs;
  expect(contextDroppedAtShift.dropped).toMatchObject({ part: 30, of: 30 });
  expect(contextDroppedAtShift.risk?.ratio).toBeCloseTo(1, 1);
  expect(contextDroppedAtShift.level).toBe("quiet");
});

test("times count open requests as open, and nights out of business time", () => {
  const open = (day: number): Line[] => [{ at: 19, who: client(day), acts: "request" }];
  const answered = (day: number): Line[] => [
    { at: 19, who: client(day), acts: "request" },
    { at: 24 + 9, who: "ana", acts: "completion" },
  ];
  const { times } = of([
    ...days(4, answered),
    ...days(3, open).map((line) => ({ ...line, in: (line.in ?? 0) + 4 })),
  ]);
  expect(times.firstReply.calendar).toMatchObject({ n: 7, median: 14 * 3_600_000, p90: null });
  expect(times.firstReply.business.median).toBe(2 * 3_600_000);
  expect(times.resolution.calendar.median).toBe(14 * 3_600_000);
});

test("weeks are counted from Monday, the empty ones too", () => {
  const found = of([
    ...days(2, well),
    ...days(1, chased).map((line) => ({ ...line, at: line.at + 15 * 24, in: 2 })),
  ]);
  expect(found.weeks).toEqual([
    { from: hour(0), requests: 2, chased: 0 },
    { from: hour(168), requests: 0, chased: 0 },
    { from: hour(336), requests: 1, chased: 1 },
  ]);
  expect(found.since).toBeNull();
});

test("a clear rise of chases is dated to its week, and watched", () => {
  const rising = (day: number): Line[] => (day >= 70 && day % 3 === 0 ? chased(day) : well(day));
  const found = of(days(140, rising));
  expect(found.since).toBe(hour(70 * 24));
  expect(found.verdict).toBe("watch");
});

test("an even share of chases is no change", () => {
  expect(of(days(140, (day) => (day % 5 === 0 ? chased(day) : well(day)))).since).toBeNull();
});

test("an empty chat tells nothing and breaks nothing", () => {
  const found = conclude({ ...sketch([], 1), languages: { shares: {}, unread: 0 } });
  expect(found.verdict).toBe("not_enough");
  expect(found.times.reply.calendar.n).toBe(0);
  expect(found.weeks).toEqual([]);
});

test("what is unclear counts as neither: the sure ones alone can raise the sign, the interval reaches up to all", () => {
  const unclear = (day: number): Line[] =>
    day % 2 === 0
      ? dropped(day)
      : dropped(day).map((line) => (line.at >= 19 ? { ...line, sure: 0.5 } : line));
  const { dropped: share } = of(days(30, unclear), handOver).signs.contextDroppedAtShift;
  expect(share).toMatchObject({ part: 15, of: 30 });
  expect(share.high).toBe(1);
});
