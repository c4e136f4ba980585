import { expect, test } from "vitest";
import { numberFindings, type OwnFacts } from "./health-rules.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const well: OwnFacts = {
  ...{ kind: "real", token: "open", hasAppSecret: true, failures: [], lastSentAt: null },
  ...{ mediaFailed: null, silence: null, freeUsed: 0 },
};
const own = (more: Partial<OwnFacts>) =>
  numberFindings({ ...well, ...more }, [], NOW).map(({ code }) => code);

test("a number that was disconnected says that, and asks for nobody", () => {
  expect(own({ disconnectedAt: hoursAgo(2), token: "none", hasAppSecret: false })).toEqual(["disconnected"]);
});

test("the free deliveries of a month are told when 80 % are used, and when none is left", () => {
  expect(own({ freeUsed: 799 })).toEqual(["all_well"]);
  expect(own({ freeUsed: 800 })).toEqual(["free_tier_low"]);
  expect(own({ freeUsed: 1000 })).toEqual(["free_tier_used"]);
  expect(numberFindings({ ...well, freeUsed: 900 }, [], NOW)).toMatchObject([
    { level: "watch", facts: { count: 100 }, whatToDo: "look_at_costs" },
  ]);
});

test("a paused number says so, with what stopped it and what to do", () => {
  const paused = { at: hoursAgo(1), code: 131042 };
  expect(numberFindings({ ...well, paused }, [], NOW)).toMatchObject([
    {
      code: "paused",
      level: "act",
      since: hoursAgo(1),
      facts: { code: 131042 },
      whatToDo: "resume_number",
    },
  ]);
  expect(own({ paused: null })).toEqual(["all_well"]);
});
