import { expect, test } from "vitest";
import { jumpingClock } from "../clock.ts";
import { addressKey, openThrottle } from "./throttle.ts";

const limit = { most: 2, minutes: 15 };
const start = new Date("2026-03-02T09:00:00Z");

test("what is one too many is refused until the window is over, then counts anew", () => {
  const clock = jumpingClock(start);
  const throttle = openThrottle(clock);
  throttle.take("a", limit);
  throttle.take("a", limit);
  expect(() => throttle.take("a", limit)).toThrow("Wait 15 min");
  clock.forward({ minutes: 14 });
  expect(() => throttle.take("a", limit)).toThrow("Wait 1 min");
  clock.forward({ minutes: 1 });
  throttle.take("a", limit);
});

test("refused tries do not make the wait longer", () => {
  const clock = jumpingClock(start);
  const throttle = openThrottle(clock);
  for (let i = 0; i < 2; i++) throttle.take("a", limit);
  for (let i = 0; i < 14; i++) {
    expect(() => throttle.take("a", limit)).toThrow();
    clock.forward({ minutes: 1 });
  }
  clock.forward({ minutes: 1 });
  throttle.take("a", limit);
});

test("being right forgives earlier tries, of that key only", () => {
  const throttle = openThrottle(jumpingClock(start));
  for (const key of ["a", "a", "b", "b"]) throttle.take(key, limit);
  throttle.forgive("a");
  throttle.take("a", limit);
  expect(() => throttle.take("b", limit)).toThrow();
});

test("it remembers a bounded number of keys, those tried last", () => {
  const throttle = openThrottle(jumpingClock(start), 3);
  for (const key of ["a", "a", "b", "b", "c", "c", "d", "d"]) throttle.take(key, limit);
  throttle.take("a", limit);
  expect(() => throttle.take("d", limit)).toThrow();
});

test("addresses of one IPv6 network count as one, IPv4 ones each for itself", () => {
  expect(addressKey("2001:db8:1:2:aaaa::1")).toBe(addressKey("2001:db8:1:2:bbbb:0:0:9"));
  expect(addressKey("2001:db8:1:2::1")).not.toBe(addressKey("2001:db8:1:3::1"));
  expect(addressKey("2001:db8::1")).toBe("2001:db8:0:0");
  expect(addressKey("10.0.0.1")).not.toBe(addressKey("10.0.0.2"));
  expect(addressKey("::ffff:10.0.0.1")).not.toBe(addressKey("::ffff:10.0.0.2"));
});
