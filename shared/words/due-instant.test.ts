import { expect, test } from "vitest";
import { instantOf } from "./due-instant.ts";

/** A Monday; in Madrid it is 11:00, winter time. */
const NOW = new Date("2026-11-23T10:00:00Z");
const madrid = (words: string): string | undefined => instantOf(words, NOW, "Europe/Madrid")?.toISOString();

test.each([
  ["tomorrow at 10am", "2026-11-24T09:00:00.000Z"],
  ["today 5 pm", "2026-11-23T16:00:00.000Z"],
  ["mañana a las 10 de la mañana", "2026-11-24T09:00:00.000Z"],
  ["pasado mañana a las 16:30", "2026-11-25T15:30:00.000Z"],
  ["amanhã às 15h", "2026-11-24T14:00:00.000Z"],
  ["demain avant 18h30", "2026-11-24T17:30:00.000Z"],
  ["besok jam 9 pagi", "2026-11-24T08:00:00.000Z"],
  ["بكرة الساعة ٥ العصر", "2026-11-24T16:00:00.000Z"],
])("%j is an instant", (words, instant) => {
  expect(madrid(words)).toBe(instant);
});

test.each([
  ["tomorrow at 5", "morning or evening"],
  ["tomorrow", "no clock"],
  ["Thursday at 10am", "which Thursday"],
  ["kal subah 10 baje", "yesterday or tomorrow"],
  ["kesho saa 4 asubuhi", "counted from sunrise"],
  ["tomorrow between 2 and 4 pm", "two clocks"],
  ["today at 9 am", "it is over"],
  ["tomorrow at 45:00", "no time of day"],
])("%j is none: %s", (words) => {
  expect(madrid(words)).toBeUndefined();
});

test("the zone counts as it is on that day, and the day as it is there", () => {
  const eve = new Date("2026-10-24T20:00:00Z");
  expect(instantOf("tomorrow at 10am", eve, "Europe/Madrid")?.toISOString()).toBe("2026-10-25T09:00:00.000Z");
  expect(instantOf("tomorrow at 10am", eve, "Asia/Dubai")?.toISOString()).toBe("2026-10-26T06:00:00.000Z");
});
