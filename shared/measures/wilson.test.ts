import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

// R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I,
// method 3.
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("%i of %i as published", (part, of, low, high) => {
  const found = wilson(part, of);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
  expect(found.share).toBe(part / of);
});

test("all of them reaches 1, and of nothing all is possible", () => {
  expect(wilson(20, 20).high).toBe(1);
  expect(wilson(20, 20).low).toBeCloseTo(1 - 0.1611, 4);
  expect(wilson(0, 0)).toEqual({ part: 0, of: 0, share: 0, low: 0, high: 1 });
});
