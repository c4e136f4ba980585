import { expect, test } from "vitest";
import { snoozeChoices } from "./snooze-times.ts";

const codes = (now: Date) => snoozeChoices(now).map(({ code }) => code);

test("in the morning of a Tuesday everything can be chosen", () => {
  const tuesday = new Date(2026, 10, 24, 9, 30);
  expect(codes(tuesday)).toEqual(["hour", "afternoon", "tomorrow", "monday", "written"]);
  expect(snoozeChoices(tuesday).map(({ at }) => at)).toEqual([
    new Date(2026, 10, 24, 10, 30),
    new Date(2026, 10, 24, 14),
    new Date(2026, 10, 25, 8),
    new Date(2026, 10, 30, 8),
    null,
  ]);
});

test("late on a Sunday tomorrow is Monday, and the afternoon is over", () => {
  expect(codes(new Date(2026, 10, 29, 21))).toEqual(["hour", "tomorrow", "written"]);
});
