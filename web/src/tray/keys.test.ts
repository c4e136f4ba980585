import { expect, test } from "vitest";
import { DEFAULT_KEYS, isFree, keysFrom, withKey } from "./keys.ts";

test("a key that is taken changes places with its owner, so that nothing is without a key", () => {
  const keys = withKey(DEFAULT_KEYS, "snooze", "KeyS");
  expect(keys).toMatchObject({ snooze: "KeyS", split: "KeyH" });
  expect(withKey(DEFAULT_KEYS, "snooze", "KeyX")).toMatchObject({ snooze: "KeyX", split: "KeyS" });
  expect(withKey(DEFAULT_KEYS, "snooze", "KeyH")).toEqual(DEFAULT_KEYS);
});

test("keys that go elsewhere or type nothing are not given away", () => {
  expect(["KeyG", "Slash", "Escape", "ArrowDown", "Tab", "F5"].filter(isFree)).toEqual([]);
  expect(["KeyQ", "Digit9", "Enter"].filter(isFree)).toHaveLength(3);
});

test("what was kept is used as far as it makes sense", () => {
  expect(keysFrom({ snooze: "KeyX", dance: "KeyD", undo: 7, reply: "KeyG" })).toEqual({
    ...DEFAULT_KEYS,
    snooze: "KeyX",
  });
  expect(keysFrom({ snooze: "KeyS" })).toEqual(DEFAULT_KEYS);
  expect(keysFrom(null)).toEqual(DEFAULT_KEYS);
});
