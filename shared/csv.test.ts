import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("commas, quotes and line breaks stay in their cell", () => {
  expect(csvLine(["a", "b, c", 'say "d"', "e\nf", "g\rh", ""])).toBe('a,"b, c","say ""d""","e\nf","g\rh",');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])(
  "%j is not worked out by a spreadsheet",
  (cell) => {
    expect(csvLine([cell])).toMatch(/^"?'/);
  },
);

test("a sign inside a cell stays as it is", () => {
  expect(csvLine(["R-7 =1", "a@b.c", "2026-11"])).toBe("R-7 =1,a@b.c,2026-11");
});
