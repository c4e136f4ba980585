import { expect, test } from "vitest";
import { mayEdit } from "./edit-rules.ts";

const NOW = new Date("2026-03-02T09:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const definition = { variables: "positional" as const, body: "Hello", buttons: [], examples: {}, beyond: [] };
const ask = (state: "approved" | "paused" | "pending", edits: Date[], more = {}) =>
  mayEdit({ state, edits, definition: { ...definition, ...more } }, true, NOW);

test("an approved template is changed once a day, and it is known when the next one goes", () => {
  expect(ask("approved", [hoursAgo(25)])).toEqual({ may: true, left: 9 });
  expect(ask("approved", [hoursAgo(1)])).toEqual({ may: false, why: "once_a_day", freeAt: hoursAgo(-23) });
});

test("ten times in thirty days, then it waits for the oldest to pass", () => {
  const ten = Array.from({ length: 10 }, (_, at) => hoursAgo(30 + at * 48));
  expect(ask("approved", ten)).toEqual({
    may: false,
    why: "ten_a_month",
    freeAt: new Date(hoursAgo(30 + 9 * 48).getTime() + 30 * 86_400_000),
  });
  expect(ask("paused", ten)).toEqual({ may: true, left: null });
});

test("under review, made elsewhere or without a token it cannot be changed", () => {
  expect(ask("pending", [])).toMatchObject({ may: false, why: "state" });
  expect(ask("approved", [], { header: { kind: "image" } })).toMatchObject({ why: "not_from_here" });
  expect(mayEdit({ state: "approved", edits: [], definition }, false, NOW)).toMatchObject({
    why: "no_access",
  });
});
