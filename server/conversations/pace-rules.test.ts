import { expect, test } from "vitest";
import {
  gapMs,
  HORIZON_MS,
  latenessOf,
  missedBy,
  PAIR_CREDIT_MS,
  PAIR_GAP_MS,
  restMs,
  shareOut,
  slotsNow,
  slowedBy,
  slowLevelAt,
} from "./pace-rules.ts";

const now = new Date("2026-03-02T09:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const pace = { waitMs: 0, throughput: 80, slowLevel: 0, slowedAt: null };

test.each([20, 80, 1_000])(
  "at %i a second no second holds more, even if each wanders by 10 ms",
  (throughput) => {
    const gap = gapMs({ ...pace, throughput }, now);
    const departures = Array.from({ length: throughput * 3 }, (_, n) => n * gap);
    for (const from of departures) {
      // Those before come as late as they may, those after at once.
      const within = departures.filter((at) => at + 10 >= from && at < from + 1_000);
      expect(within.length).toBeLessThanOrEqual(throughput);
    }
    expect(1_000 / gap / throughput).toBeGreaterThan(0.98);
  },
);

test("departures are given out for the next moment only", () => {
  expect(slotsNow(pace, now)).toBe(Math.floor(HORIZON_MS / gapMs(pace, now)) + 1);
  expect(slotsNow({ ...pace, waitMs: -5_000 }, now)).toBe(slotsNow(pace, now));
  expect(slotsNow({ ...pace, waitMs: HORIZON_MS + 1 }, now)).toBe(0);
  expect(slotsNow({ ...pace, throughput: 100_000 }, now)).toBe(150);
});

test("of four departures programs get one, however few are given out at once", () => {
  for (const size of [1, 2, 3, 7]) {
    const sum = { people: 0, programs: 0 };
    for (let before = 0; before < 84; before += size) {
      const share = shareOut(before, size);
      sum.people += share.people;
      sum.programs += share.programs;
    }
    expect(sum).toEqual({ people: 63, programs: 21 });
  }
});

test("one person gets 45 at once, then one in six seconds; waiting pays for the burst", () => {
  let freeAt = Number.NEGATIVE_INFINITY;
  const sendAt = (at: number): boolean => {
    if (freeAt > at) return false;
    freeAt = Math.max(freeAt, at - PAIR_CREDIT_MS) + PAIR_GAP_MS;
    return true;
  };
  let sent = 0;
  while (sendAt(sent * 10)) sent += 1;
  expect(sent).toBe(45);
  expect(sendAt(5_900)).toBe(false);
  expect(sendAt(6_300)).toBe(true);
  expect(sendAt(6_300)).toBe(false);
  expect([12_300, 18_300].map(sendAt)).toEqual([true, true]);
  const dayLater = 86_400_000;
  sent = 0;
  while (sendAt(dayLater + sent * 10)) sent += 1;
  expect(sent).toBe(45);
});

test("too fast once is a little slower for a moment, again and again is much slower; what was on its way counts once", () => {
  const first = slowedBy(pace, now);
  expect(first).toEqual({ slowLevel: 1, slowedAt: now });
  expect(gapMs(pace, now) / gapMs({ ...pace, ...first }, now)).toBeCloseTo(0.9);
  expect(slowedBy({ slowLevel: 1, slowedAt: now }, inSeconds(1))).toBeNull();
  const second = slowedBy({ slowLevel: 1, slowedAt: now }, inSeconds(5));
  expect(second).toMatchObject({ slowLevel: 2 });
  expect(gapMs(pace, now) / gapMs({ ...pace, ...second }, inSeconds(5))).toBeCloseTo(0.5);
  expect(slowedBy({ slowLevel: 4, slowedAt: now }, inSeconds(10))).toMatchObject({ slowLevel: 4 });
  expect([59, 61, 71, 300].map((s) => slowLevelAt({ slowLevel: 2, slowedAt: now }, inSeconds(s)))).toEqual([
    2, 1, 0, 0,
  ]);
  expect([1, 4].map(restMs)).toEqual([5_000, 40_000]);
});

test("lateness is left out only of a pace that is used up", () => {
  expect(missedBy(60, { waitMs: 20 })).toBe(60);
  expect(missedBy(60, { waitMs: -25 })).toBe(35);
  expect(missedBy(60, { waitMs: -500 })).toBe(0);
});

test("what arrived later than planned is left out later; slow answers of a host far away are no lateness", () => {
  const near = (answerMs: number) => ({ leftLateMs: 0, answerMs });
  expect(latenessOf([])).toBe(0);
  expect(latenessOf([near(3), near(4), near(9)])).toBe(0);
  expect(latenessOf([near(3), near(4), near(110)])).toBe(100);
  expect(latenessOf([near(300), near(310), near(700)])).toBe(0);
  expect(latenessOf([{ leftLateMs: 60, answerMs: 300 }])).toBe(54);
});
