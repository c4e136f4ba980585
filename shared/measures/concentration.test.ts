import { expect, test } from "vitest";
import { concentration, truckFactor } from "./concentration.ts";

test("shares of 40, 30, 20 and 10, by hand", () => {
  const found = concentration([40, 30, 20, 10]);
  expect(found.hhi).toBeCloseTo(0.3, 10);
  expect(found.effectiveStaff).toBeCloseTo(1 / 0.3, 10);
  // (−3·10 − 1·20 + 1·30 + 3·40) / (4·100)
  expect(found.gini).toBeCloseTo(0.25, 10);
});

test("even work counts everybody, one person's work counts one", () => {
  expect(concentration([5, 5, 5, 5])).toEqual({ hhi: 0.25, effectiveStaff: 4, gini: 0 });
  expect(concentration([8])).toEqual({ hhi: 1, effectiveStaff: 1, gini: 0 });
  expect(concentration([0, 0, 9]).gini).toBeCloseTo(2 / 3, 10);
  expect(concentration([])).toEqual({ hhi: 0, effectiveStaff: 0, gini: 0 });
});

test("one who alone knows more than half is the truck factor", () => {
  expect(truckFactor([[0], [0], [0], [1], [1, 2]])).toEqual([0]);
});

test("exactly half is not more than half", () => {
  expect(truckFactor([[0], [0], [1], [2]])).toEqual([0, 1]);
});

test("what two know is lost only without both, and what nobody knows counts nowhere", () => {
  expect(truckFactor([[0, 1], [0, 1], [0, 1], [2], []])).toEqual([0, 1]);
  expect(truckFactor([[], []])).toEqual([]);
});

test("a smaller set is found where taking the busiest first would not find it", () => {
  // 0 is on most, but never alone: without 1 and 2 more than half has nobody.
  const things = [[1], [1], [1, 2], [2], [2], [0, 3], [0, 4], [0, 5], [0, 6]];
  expect(truckFactor(things)).toEqual([1, 2]);
});

test("many people are gone through quickly, the busiest first", () => {
  const things = Array.from({ length: 100_000 }, (_, place) => [place % 2 === 0 ? 0 : 1 + (place % 60)]);
  const found = truckFactor(things);
  expect(found.slice(0, 1)).toEqual([0]);
  expect(found).toHaveLength(2);
});
