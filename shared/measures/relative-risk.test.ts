import { expect, test } from "vitest";
import { relativeRisk, type Trial } from "./relative-risk.ts";

const trials = (stratum: string, isExposed: boolean, wrong: number, of: number): Trial[] =>
  Array.from({ length: of }, (_, place) => ({ stratum, isExposed, wentWrong: place < wrong }));

// Tolbutamide and deaths, University Group Diabetes Program 1970; Rothman and Greenland, Modern Epidemiology, chapter
// on stratified analysis: 1.33, and 0.80 to 2.2 by their formula.
const diabetes = [
  ...trials("under 55", true, 8, 106),
  ...trials("under 55", false, 5, 120),
  ...trials("55 and over", true, 22, 98),
  ...trials("55 and over", false, 16, 85),
];

test("the diabetes trial as published, the interval by bootstrap near the one by formula", () => {
  const found = relativeRisk(diabetes, 1);
  expect(found?.ratio).toBeCloseTo(14.4663 / 10.9131, 3);
  expect(found?.low).toBeGreaterThan(0.7);
  expect(found?.low).toBeLessThan(0.9);
  expect(found?.high).toBeGreaterThan(1.95);
  expect(found?.high).toBeLessThan(2.6);
});

test("the same seed gives the same interval", () => {
  expect(relativeRisk(diabetes, 7)).toEqual(relativeRisk(diabetes, 7));
  expect(relativeRisk(diabetes, 7)).not.toEqual(relativeRisk(diabetes, 8));
});

test("like is compared with like: what hangs on the stratum alone is no risk", () => {
  const found = relativeRisk(
    [
      ...trials("old", true, 36, 40),
      ...trials("old", false, 9, 10),
      ...trials("young", true, 1, 10),
      ...trials("young", false, 4, 40),
    ],
    1,
  );
  expect(found?.ratio).toBeCloseTo(1, 6);
  expect(found?.low).toBeLessThan(1);
});

test("a side without anything wrong gives a figure, no division by nothing", () => {
  const found = relativeRisk([...trials("a", true, 15, 20), ...trials("a", false, 0, 20)], 1);
  expect(found?.ratio).toBeCloseTo(8 / 0.5, 6);
  expect(found?.low).toBeGreaterThan(1);
});

test("never in a few does not make it certain", () => {
  const few = relativeRisk([...trials("a", true, 2, 20), ...trials("a", false, 0, 20)], 1);
  expect(few?.low).toBeLessThan(1);
  expect(few?.ratio).toBeGreaterThan(1);
});

test("without anybody to compare with nothing is said", () => {
  expect(relativeRisk([], 1)).toBeNull();
  expect(relativeRisk([...trials("a", true, 3, 9), ...trials("b", false, 3, 9)], 1)).toBeNull();
});
