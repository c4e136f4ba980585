import { expect, test } from "vitest";
import { aPhoneMessage } from "./a-phone-message.ts";
import { isOnlyEmoji, isQuotingSwipe, rowsOf, sectionsOf, ticksOf } from "./chat-rows.ts";
import { nearDay, phoneTimes } from "./phone-times.ts";

const dubai = phoneTimes("en", "Asia/Dubai");

test("a day of the phone's own clock stands before its messages", () => {
  const rows = rowsOf(
    [
      aPhoneMessage({ id: "a", at: "2026-11-21T19:59:00.000Z" }),
      aPhoneMessage({ id: "b", at: "2026-11-21T20:01:00.000Z" }),
      aPhoneMessage({ id: "c", at: "2026-11-21T20:02:00.000Z", from: "business" }),
    ],
    dubai.dayKey,
  );
  expect(rows.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    "day 2026-11-21",
    "message a",
    "day 2026-11-22",
    "message b",
    "message c",
  ]);
});

test("what waits for a phone that is off is not on it, and what failed is a line", () => {
  const rows = rowsOf(
    [
      aPhoneMessage({ id: "held", from: "business", isHeld: true }),
      aPhoneMessage({ id: "lost", from: "business", state: "failed" }),
      aPhoneMessage({ id: "own" }),
      aPhoneMessage({ id: "own too" }),
    ],
    dubai.dayKey,
  );
  expect(rows.map((row) => (row.kind === "message" ? [row.key, row.isFirst] : row.kind))).toEqual([
    "day",
    "lost",
    ["own", true],
    ["own too", false],
  ]);
});

test("one tick when WhatsApp has it, two when the business has it, seen when it was read", () => {
  expect((["sending", "delivered", "read"] as const).map(ticksOf)).toEqual([1, 2, "seen"]);
});

test("up to three emoji are large, words and digits are not", () => {
  expect(["👍", "👨‍👩‍👧 ❤️", "🙏🏽🙏🏽🙏🏽", "👍👍👍👍", "ok 👍", "123", ""].map(isOnlyEmoji)).toEqual([
    true,
    false,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("a swipe along the line quotes, in either direction of script", () => {
  expect(isQuotingSwipe({ x: 60, y: 4 }, false)).toBe(true);
  expect(isQuotingSwipe({ x: 60, y: 4 }, true)).toBe(false);
  expect(isQuotingSwipe({ x: -60, y: 4 }, true)).toBe(true);
  expect(isQuotingSwipe({ x: 60, y: 50 }, false)).toBe(false);
});

test("rows of a list stand under their sections", () => {
  expect(sectionsOf([{ id: 1, section: "Today" }, { id: 2, section: "Today" }, { id: 3 }])).toEqual([
    {
      title: "Today",
      rows: [
        { id: 1, section: "Today" },
        { id: 2, section: "Today" },
      ],
    },
    { title: null, rows: [{ id: 3 }] },
  ]);
});

test("today and yesterday are the phone's own", () => {
  const now = Date.parse("2026-11-22T21:00:00.000Z");
  expect(nearDay("2026-11-22T20:30:00.000Z", now, dubai)).toBe("today");
  expect(nearDay("2026-11-22T19:00:00.000Z", now, dubai)).toBe("yesterday");
  expect(nearDay("2026-11-20T19:00:00.000Z", now, dubai)).toBeNull();
});
