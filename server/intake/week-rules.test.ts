import { expect, test } from "vitest";
import { weekAfter, weekBefore, weekOf, weeksToClear } from "./week-rules.ts";

test("a week is named by its Monday in UTC", () => {
  expect(weekOf(new Date("2026-11-16T00:00:00Z"))).toBe("2026-11-16");
  expect(weekOf(new Date("2026-11-22T23:59:59.999Z"))).toBe("2026-11-16");
  expect(weekOf(new Date("2026-11-23T00:00:00Z"))).toBe("2026-11-23");
  expect(weekBefore("2027-01-04")).toBe("2026-12-28");
  expect(weekAfter("2026-12-28")).toBe("2027-01-04");
});

test("a week is cleared once even its last moment is older than what is kept", () => {
  const weeks = ["2026-11-16", "2026-10-12", "2026-10-19"];
  const at = (text: string) => weeksToClear(weeks, new Date(text), 30);
  expect(at("2026-11-22T12:00:00Z")).toEqual(["2026-10-12"]);
  expect(at("2026-11-24T23:59:59Z")).toEqual(["2026-10-12"]);
  expect(at("2026-11-25T00:00:00Z")).toEqual(["2026-10-12", "2026-10-19"]);
});
