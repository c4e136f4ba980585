import { expect, test } from "vitest";
import { aStrip } from "../../board/a-strip.ts";
import { likelyToStay, planMerge } from "./merge-plan.ts";

const older = aStrip(1, { openedAt: "2026-03-02T08:00:00.000Z", priority: "low", chases: 1 });
const newer = aStrip(2, { openedAt: "2026-03-02T09:00:00.000Z", priority: "high", chases: 2 });
const withWorker = { ...newer, worker: { id: 7, name: "Karim" } };
const promised = (strip: typeof older, at: string) => ({ ...strip, promise: { at, state: "open" as const } });

test("the older one stays, unless a worker has the other", () => {
  expect(likelyToStay(newer, older)).toBe(older);
  expect(likelyToStay(older, withWorker)).toBe(withWorker);
  const sameSecond = { ...newer, openedAt: older.openedAt };
  expect(likelyToStay(sameSecond, older)).toBe(older);
});

test("what stays is the higher priority, the earlier time and all chases", () => {
  expect(planMerge(older, newer, null)).toEqual({
    priority: "high",
    openedAt: older.openedAt,
    chases: 3,
    promise: null,
    why: null,
  });
});

test("an open promise goes along; of two a person chooses", () => {
  const one = promised(older, "2026-03-02T12:00:00.000Z");
  const two = promised(newer, "2026-03-02T15:00:00.000Z");
  expect(planMerge(older, two, null).promise).toEqual(two.promise);
  expect(planMerge(one, two, null).promise).toBe("ask");
  expect(planMerge(one, two, "other").promise).toEqual(two.promise);
});

test("work in a worker's hands does not end, and what is over is not merged", () => {
  expect(planMerge(older, withWorker, null).why).toBe("worker");
  expect(planMerge(withWorker, older, null).why).toBe(null);
  expect(planMerge(older, { ...newer, state: "closed" }, null).why).toBe("over");
});
