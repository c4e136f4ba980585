import { expect, test } from "vitest";
import { darkness, heatOf } from "./heat.ts";

const hourOf = (local: string) => Math.floor(new Date(local).getTime() / 3_600_000);

test("the same weekday and hour of every week are one place", () => {
  const { days, most, total } = heatOf([
    [hourOf("2026-03-02T09:30"), 4, 1],
    [hourOf("2026-03-09T09:30"), 3, 0],
    [hourOf("2026-03-08T23:30"), 2, 9],
  ]);
  expect(days[0]?.[9]).toBe(7);
  expect(days[6]?.[23]).toBe(2);
  expect([most, total]).toEqual([7, 9]);
});

test("nothing is empty, little is seen, the most is darkest", () => {
  expect([0, 1, 50, 100].map((count) => darkness(count, 100))).toEqual([0, 1, 4, 5]);
  expect(darkness(1, 100_000)).toBe(1);
  expect(darkness(0, 0)).toBe(0);
});
