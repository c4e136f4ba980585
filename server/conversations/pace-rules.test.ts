import { expect, test } from "vitest";
import {
  aheadOf,
  holdingOf,
  PAIR_CREDIT_MS,
  PAIR_GAP_MS,
  rateOf,
  restMs,
  shareOut,
  slowedBy,
  slowLevelAt,
} from "./pace-rules.ts";

const now = new Date("2026-03-02T09:00:00Z");
const inSeconds = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const pace = { throughput: 80, slowLevel: 0, slowedAt: null };

test("only what leaves within the next moment stands ready", () => {
  expect([20, 80, 1_000, 100_000].map(aheadOf)).toEqual([5, 18, 221, 240]);
});

test("a number is one process's at a time", () => {
  const hold = { isOurs: true, heldMs: 1_500, carried: null };
  expect(holdingOf(hold, 80)).toEqual({ kind: "held" });
  expect(holdingOf({ ...hold, heldMs: 900 }, 80)).toEqual({ kind: "take", carried: null });
  expect(holdingOf({ ...hold, isOurs: false }, 80)).toEqual({ kind: "others", forMs: 1_500 });
});

test("who follows another process counts what that one sent within its last second", () => {
  const gone = { isOurs: false, heldMs: -300, carried: 12 };
  expect(holdingOf(gone, 80)).toEqual({ kind: "take", carried: { count: 12, forMs: 700 } });
  // It died: it may have sent all it could.
  expect(holdingOf({ ...gone, carried: null }, 80)).toEqual({
    kind: "take",
    carried: { count: 80, forMs: 700 },
  });
  expect(holdingOf({ ...gone, heldMs: -1_000 }, 80)).toEqual({ kind: "take", carried: null });
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
  expect(rateOf({ ...pace, ...first }, now)).toBe(76);
  expect(slowedBy({ slowLevel: 1, slowedAt: now }, inSeconds(1))).toBeNull();
  const second = slowedBy({ slowLevel: 1, slowedAt: now }, inSeconds(4));
  expect(second).toMatchObject({ slowLevel: 2 });
  expect(rateOf({ ...pace, ...second }, inSeconds(4))).toBe(40);
  expect(slowedBy({ slowLevel: 4, slowedAt: now }, inSeconds(10))).toMatchObject({ slowLevel: 4 });
  expect([59, 61, 66, 300].map((s) => slowLevelAt({ slowLevel: 2, slowedAt: now }, inSeconds(s)))).toEqual([
    2, 1, 0, 0,
  ]);
  expect([1, 4].map(restMs)).toEqual([5_000, 40_000]);
});
