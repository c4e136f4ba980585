import { expect, test } from "vitest";
import { settlingOf } from "./settle-rules.ts";

test.each([
  ["unknown", "unknown", "arrived", "accepted"],
  ["unknown", "unknown", "again", "queued"],
  ["unknown", "unknown", "given_up", "refused"],
  ["refused", "failed", "again", "queued"],
  ["accepted", "failed", "again", "queued"],
  ["queued", "queued", "given_up", "refused"],
] as const)("one that is %s (shown as %s) can be settled as %s", (outbox, shown, as, state) => {
  expect(settlingOf({ outbox, shown }, as)).toEqual({ kind: "done", state });
});

test.each([
  ["accepted", "sent", "arrived"],
  ["queued", "queued", "again"],
  ["refused", "failed", "given_up"],
] as const)("pressed twice changes nothing: %s (shown as %s), %s", (outbox, shown, as) => {
  expect(settlingOf({ outbox, shown }, as)).toEqual({ kind: "nothing" });
});

test.each([
  ["calling", "queued", "again"],
  ["calling", "queued", "given_up"],
  ["accepted", "delivered", "again"],
  ["accepted", "read", "given_up"],
  ["refused", "failed", "arrived"],
  ["queued", "queued", "arrived"],
] as const)("not so while it is %s (shown as %s): %s", (outbox, shown, as) => {
  expect(settlingOf({ outbox, shown }, as)).toMatchObject({ kind: "not_now" });
});
