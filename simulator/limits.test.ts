import { expect, test } from "vitest";
import { createLimits } from "./limits.ts";

const PAIR = { throughput: 0, pairLimit: true };
const THROUGHPUT = { throughput: 80, pairLimit: false };

const at = (now: number, pairNow = now) => ({ now, pairNow });
const to = (recipient: string) => ({ number: "1", recipient });

test("one person gets a burst of 45, then one message in 6 seconds", () => {
  const limits = createLimits();
  const burst = Array.from({ length: 46 }, () => limits.count(to("rosa"), at(0), PAIR));
  expect(burst.indexOf(131056)).toBe(45);
  expect(limits.count(to("rosa"), at(5_999), PAIR)).toBe(131056);
  expect(limits.count(to("rosa"), at(6_001), PAIR)).toBeNull();
});

test("where the story's clock stands one person's pace goes by it, and a number's by the machine's", () => {
  const limits = createLimits();
  for (let n = 0; n < 45; n += 1) limits.count(to("rosa"), at(n * 100, 0), PAIR);
  expect(limits.count(to("rosa"), at(60_000, 0), PAIR)).toBe(131056);
  expect(limits.count(to("rosa"), at(60_001, 6_000), PAIR)).toBeNull();
});

test("a burst to one person does not slow another", () => {
  const limits = createLimits();
  for (let n = 0; n < 46; n += 1) limits.count(to("rosa"), at(0), PAIR);
  expect(limits.count(to("ravi"), at(0), PAIR)).toBeNull();
});

test("a number sends 80 in any second", () => {
  const limits = createLimits();
  for (let n = 0; n < 80; n += 1) expect(limits.count(to(`phone ${n}`), at(n * 10), THROUGHPUT)).toBeNull();
  expect(limits.count(to("one more"), at(999), THROUGHPUT)).toBe(130429);
  expect(limits.count(to("one more"), at(1_000), THROUGHPUT)).toBeNull();
});
