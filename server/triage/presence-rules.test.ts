import { expect, test } from "vitest";
import { isThere, lookAgain, STALE_MS } from "./presence-rules.ts";

const at = (ms: number) => new Date(Date.UTC(2026, 10, 23, 9) + ms);
const look = (messageId: number, ms: number, isAnswering = false) => ({
  ...{ messageId, isAnswering },
  ...{ since: at(0), seenAt: at(ms) },
});

test("a sign about the same item keeps since when, and is no news", () => {
  expect(lookAgain(look(7, 0), { messageId: 7, isAnswering: false }, at(10_000))).toEqual({
    look: look(7, 10_000),
    isNews: false,
  });
});

test("another item, or beginning to answer, is news", () => {
  expect(lookAgain(look(7, 0), { messageId: 8, isAnswering: false }, at(5))).toMatchObject({
    look: { messageId: 8, since: at(5) },
    isNews: true,
  });
  expect(lookAgain(look(7, 0), { messageId: 7, isAnswering: true }, at(5))).toMatchObject({
    look: { since: at(0) },
    isNews: true,
  });
});

test("who gave no sign for long is not there, and comes back as the last one", () => {
  expect(isThere(look(7, 0), at(STALE_MS - 1))).toBe(true);
  expect(isThere(look(7, 0), at(STALE_MS))).toBe(false);
  expect(lookAgain(look(7, 0), { messageId: 7, isAnswering: false }, at(STALE_MS))).toMatchObject({
    look: { since: at(STALE_MS) },
    isNews: true,
  });
});
