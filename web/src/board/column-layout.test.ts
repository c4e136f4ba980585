import { expect, test } from "vitest";
import { STATES } from "../../../shared/request.ts";
import { openStates } from "./column-layout.ts";

test("columns that do not fit fold, the ones nearest to the selection stay open", () => {
  expect([...openStates(1016, 1440, "blocked")]).toEqual(["assigned", "working", "blocked", "waiting"]);
  expect([...openStates(1016, 1440, "new")]).toEqual(["new", "ready", "assigned", "working"]);
  expect([...openStates(1016, 1440, "closed")]).toEqual(["blocked", "waiting", "done", "closed"]);
});

test("a wide window opens all eight, what is cancelled stays folded", () => {
  expect([...openStates(2100, 2560, null)]).toEqual(STATES.slice(0, 8));
});

test("what is cancelled opens when it is selected", () => {
  expect(openStates(1016, 1440, "cancelled").has("cancelled")).toBe(true);
  expect(openStates(2100, 2560, "cancelled").has("cancelled")).toBe(true);
});

test.each(STATES)("%s is always open while it is selected, even where only one fits", (state) => {
  expect(openStates(320, 768, state).has(state)).toBe(true);
});
