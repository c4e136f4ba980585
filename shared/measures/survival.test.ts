import { expect, test } from "vitest";
import { survivalOf } from "./survival.ts";

const over = (...times: number[]) => survivalOf({ over: times, open: [] });

test("remission under 6-MP (Freireich and others 1963; Collett, Modelling Survival Data in Medical Research)", () => {
  const found = survivalOf({
    over: [23, 6, 6, 6, 7, 10, 13, 16, 22],
    open: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
  });
  // The upper end lies past the watching, as in the published table.
  expect(found).toEqual({ n: 21, median: 23, low: 13, high: null, p90: null });
});

test("remission under placebo, the same trial: nothing censored", () => {
  const found = over(1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23);
  expect(found.median).toBe(8);
  expect(found.low).toBe(4);
  expect(found.high).toBe(11);
  expect(found.p90).toBe(17);
});

test("without open ones the median is the usual one", () => {
  expect(over(1, 2, 3, 10).median).toBe(2.5);
  expect(over(1, 2, 30).median).toBe(2);
  expect(over(5).median).toBe(5);
});

test("open ones draw the median up instead of being dropped", () => {
  expect(over(1, 2, 3).median).toBe(2);
  expect(survivalOf({ over: [1, 2, 3], open: [9, 9] }).median).toBe(3);
  expect(survivalOf({ over: [1, 2], open: [9, 9, 9] }).median).toBeNull();
});

test("nothing watched says nothing", () => {
  expect(over()).toEqual({ n: 0, median: null, low: null, high: null, p90: null });
});
