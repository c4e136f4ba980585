import { expect, test } from "vitest";
import { pausesOf, quietSecondsFrom } from "./quiet-rules.ts";

const written = (...seconds: (number | ["us", number])[]) =>
  seconds.map((at) =>
    typeof at === "number"
      ? { saidAt: new Date(at * 1000), isTheirs: true }
      : { saidAt: new Date(at[1] * 1000), isTheirs: false },
  );

test("a pause is between two of their own messages, short enough to be one thought", () => {
  expect(pausesOf(written(0, 10, ["us", 20], 25, 35, 400))).toEqual([10, 10]);
});

test("nobody's pauses are known at first: a minute", () => {
  expect(quietSecondsFrom([])).toBe(60);
});

test("who writes fast is waited for less, who writes slowly longer, between 20 seconds and two minutes", () => {
  const fast = quietSecondsFrom(Array.from({ length: 50 }, () => 3));
  const slow = quietSecondsFrom(Array.from({ length: 50 }, () => 100));
  expect(fast).toBe(20);
  expect(slow).toBe(120);
  const few = quietSecondsFrom([3, 3]);
  expect(few).toBeGreaterThan(40);
  expect(few).toBeLessThan(60);
});
