import { expect, test } from "vitest";
import { earlier, higherPriority, isInOtherHands, promiseAfter } from "./merging.ts";

const at = (hour: number, state: "open" | "kept" | "broken" = "open") => ({
  at: `2026-03-02T${hour}:00:00.000Z`,
  state,
});

test("an open promise is never lost: it goes along where the other has none that is owed", () => {
  expect(promiseAfter(null, at(10), null)).toBe("other");
  expect(promiseAfter(at(9, "kept"), at(10), null)).toBe("other");
  expect(promiseAfter(at(9, "broken"), at(10), null)).toBe("other");
  expect(promiseAfter(at(9), null, null)).toBe("stays");
  expect(promiseAfter(at(9), at(10, "kept"), null)).toBe("stays");
});

test("a broken promise goes along so that a word on it is still asked for", () => {
  expect(promiseAfter(null, at(10, "broken"), null)).toBe("other");
  expect(promiseAfter(at(9), at(10, "broken"), null)).toBe("stays");
});

test("of two open promises a person says which stands, unless they are of one time", () => {
  expect(promiseAfter(at(9 + 1), at(11), null)).toBe("ask");
  expect(promiseAfter(at(10), at(11), "other")).toBe("other");
  expect(promiseAfter(at(10), at(11), "stays")).toBe("stays");
  expect(promiseAfter(at(10), at(10), null)).toBe("stays");
});

test("the higher priority and the earlier time stand", () => {
  expect(higherPriority("low", "urgent")).toBe("urgent");
  expect(higherPriority("high", "normal")).toBe("high");
  expect(earlier("2026-03-02T10:00:00Z", "2026-03-02T10:30:00+01:00")).toBe("2026-03-02T10:30:00+01:00");
});

test("what another worker has in hand is in other hands", () => {
  expect(isInOtherHands(3, 3)).toBe(false);
  expect(isInOtherHands(3, null)).toBe(true);
  expect(isInOtherHands(null, 3)).toBe(false);
});
