import { expect, test } from "vitest";
import { type Level, levelOf, verdictOf } from "./advice.ts";
import { THRESHOLDS } from "./thresholds.ts";
import { wilson } from "./wilson.ts";

const told = (level: Level) => ({ told: true, level });
const untold = { told: false, level: "quiet" as const };
const many = { count: 40, chasedHigh: 0.2, chasedLimit: 0.3, isRising: false };

test("a share is judged by the lower end, and not under 18", () => {
  // Lower ends: 12 of 24 0.314, 18 of 24 0.551, 11 of 24 0.279.
  expect(levelOf(wilson(12, 24), THRESHOLDS.reactive)).toBe("watch");
  expect(levelOf(wilson(18, 24), THRESHOLDS.reactive)).toBe("act");
  expect(levelOf(wilson(11, 24), THRESHOLDS.reactive)).toBe("quiet");
  expect(levelOf(wilson(17, 17), THRESHOLDS.reactive)).toBe("quiet");
});

test("one over act or two over watch add structure, one over watch is watched", () => {
  expect(verdictOf([told("act"), told("quiet"), untold], many)).toBe("add_structure");
  expect(verdictOf([told("watch"), told("watch"), untold], many)).toBe("add_structure");
  expect(verdictOf([told("watch"), told("quiet"), untold], many)).toBe("watch");
  expect(verdictOf([told("quiet"), told("quiet"), told("quiet")], many)).toBe("stay");
});

test("a sign that could not be told is never raised", () => {
  expect(verdictOf([{ told: false, level: "act" }, told("quiet"), untold], many)).toBe("stay");
});

test("a clear rise alone is watched", () => {
  expect(verdictOf([told("quiet"), untold, untold], { ...many, isRising: true })).toBe("watch");
});

test("stay needs its ground: requests, and a sign told or few of them chased", () => {
  expect(verdictOf([untold, untold, untold], many)).toBe("stay");
  expect(verdictOf([untold, untold, untold], { ...many, chasedHigh: 0.35 })).toBe("not_enough");
  expect(verdictOf([told("quiet"), untold, untold], { ...many, count: 17 })).toBe("not_enough");
  expect(verdictOf([told("act"), untold, untold], { ...many, count: 13 })).toBe("add_structure");
});
