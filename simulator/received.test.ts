import { expect, test } from "vitest";
import { openReceived } from "./received.ts";

test("the most in any second is found, however the seconds of the clock lie", () => {
  const book = openReceived();
  for (const at of [1_900, 1_950, 2_100, 2_890, 2_900.5, 3_950]) book.accept("1", at, `w${at}`, null);
  expect(book.show("1", 0)).toMatchObject({
    numbers: [
      {
        accepted: 6,
        peak: { perSecond: 4, at: new Date(2_890).toISOString() },
        seconds: [{ accepted: 2 }, { accepted: 3 }, { accepted: 1 }],
      },
    ],
  });
});

test("what was accepted twice under one callback is named with both ids", () => {
  const book = openReceived();
  book.accept("1", 1, "a", "job-1");
  book.accept("1", 2, "b", "job-2");
  book.accept("1", 3, "c", "job-1");
  expect(book.show(null, 0)).toMatchObject({
    callbacks: { distinct: 2, repeated: 1, repeats: [{ callback: "job-1", ids: ["a", "c"] }] },
  });
  expect(book.find(["job-2", "never"])).toEqual([
    { callback: "job-2", ids: ["b"] },
    { callback: "never", ids: [] },
  ]);
});

test("tries count those refused too, by code and number", () => {
  const book = openReceived();
  book.accept("1", 1, "a", null);
  book.refuse("1", 2, 130429);
  book.refuse("2", 3, 131056);
  expect(book.show(null, 0)).toMatchObject({
    numbers: [
      { number: "1", refused: { 130429: 1 }, peak: { perSecond: 1 }, peakTries: { perSecond: 2 } },
      { number: "2", accepted: 0, refused: { 131056: 1 } },
    ],
  });
});
