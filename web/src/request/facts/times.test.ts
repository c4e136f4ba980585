import { expect, test } from "vitest";
import { fromField, quickTimes, toField } from "./times.ts";

test("a field gives back the minute it was given", () => {
  const at = new Date(2026, 10, 22, 9, 5);
  expect(fromField(toField(at))?.getTime()).toBe(at.getTime());
});

test("an empty or half-typed field is no time", () => {
  expect(fromField("")).toBeNull();
  expect(fromField("2026-")).toBeNull();
});

test("times offered are all ahead, in order, on the quarter", () => {
  const now = new Date(2026, 10, 22, 9, 7);
  const times = quickTimes(now).map((at) => at.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(times.every((at) => at > now.getTime() && at % 900_000 === 0)).toBe(true);
});

test("late in the day the evening is no longer offered", () => {
  expect(quickTimes(new Date(2026, 10, 22, 17, 0))).toHaveLength(4);
});
