import { expect, test } from "vitest";
import { amountOf, minutesTyped } from "./aim-words.ts";

test("a time is read as people type it, in each language", () => {
  const typed = ["15", "15 min", "2h", "2 h", "1 h 30", "1,5 h", "3d", "٢ س", "٣ ي", "1 día", "١٥ د"];
  expect(typed.map(minutesTyped)).toEqual([15, 15, 120, 120, 90, 90, 1440, 120, 1440, 480, 15]);
});

test("nothing is no target, and what makes no sense is told", () => {
  expect(minutesTyped("  ")).toBeNull();
  expect(["soon", "2 weeks", "0", "-5", "h2", "9999999"].map(minutesTyped)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});

test("it is shown in the largest unit that leaves no rest", () => {
  expect([15, 120, 90, 480, 960, 500].map(amountOf)).toEqual([
    { d: 0, h: 0, m: 15 },
    { d: 0, h: 2, m: 0 },
    { d: 0, h: 1, m: 30 },
    { d: 1, h: 0, m: 0 },
    { d: 2, h: 0, m: 0 },
    { d: 0, h: 8, m: 20 },
  ]);
});
