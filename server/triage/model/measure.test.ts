import { expect, test } from "vitest";
import { fitSharpness, softmax } from "./calibration.ts";
import { readLabelledRows, readTexts } from "./labelled-rows.ts";
import { accuracyOf, drawPerLabel, macroFOf, rejectionAt } from "./measure.ts";

const rows = ["a", "b"].flatMap((label) =>
  Array.from({ length: 9 }, (_, at) => ({ text: `${label}${at}`, label })),
);

test("so many of each label are drawn, the same for the same seed", () => {
  const drawn = drawPerLabel(rows, 3, 7);
  expect(Map.groupBy(drawn, ({ label }) => label).get("a")).toHaveLength(3);
  expect(drawn).toHaveLength(6);
  expect(drawPerLabel(rows, 3, 7)).toEqual(drawn);
  expect(drawPerLabel(rows, 3, 8)).not.toEqual(drawn);
  expect(drawPerLabel(rows, 100, 7)).toHaveLength(18);
});

test("accuracy counts rows, macro-F labels", () => {
  const answers = [
    { label: "a", said: "a" },
    { label: "a", said: "a" },
    { label: "a", said: "a" },
    { label: "b", said: "a" },
  ];
  expect(accuracyOf(answers)).toBe(0.75);
  expect(macroFOf(answers)).toBeCloseTo((6 / 7 + 0) / 2, 6);
});

test("the threshold keeps what it must of what belongs, and is drawn from that alone", () => {
  const belongs = Array.from({ length: 100 }, (_, at) => at);
  expect(rejectionAt(belongs, [94, 94.5, 95, 200], 0.95)).toEqual({
    threshold: 94,
    kept: 0.95,
    recall: 0.75,
  });
});

test("scores that promise too much are made blunter", () => {
  const heldOut = Array.from({ length: 100 }, (_, at) => ({
    scores: Float32Array.from([1, 0]),
    right: at < 70 ? 0 : 1,
  }));
  expect(softmax(Float32Array.from([1, 0]), fitSharpness(heldOut))[0]).toBeCloseTo(0.7, 2);
});

test("a table is read with quotes, commas and lines inside cells, in any order of columns", () => {
  expect(readLabelledRows('\ufeffcategory,text\r\na,"one, ""two""\nthree"\r\n\r\nb,four', "x.csv")).toEqual([
    { text: 'one, "two"\nthree', label: "a" },
    { text: "four", label: "b" },
  ]);
});

test.each([
  ["", "must begin with a line that names its columns: text,category"],
  ["text,category\n", "no rows"],
  ["text,category\nx,y\nhello, world,y", "line 3: needs 2 cells"],
  ["text,category\nx,", "line 2"],
  ['text,category\n"x,y\n', "line 2: a quotation mark"],
])("a bad table is refused in one line that says where: %j", (csv, said) => {
  expect(() => readLabelledRows(csv, "x.csv")).toThrow(said);
});

test("texts are a column of a table, or one a line", () => {
  expect(readTexts('text,category\n"a, b",oos\nc,oos\n', "x")).toEqual(["a, b", "c"]);
  expect(readTexts("text\na\n", "x")).toEqual(["a"]);
  expect(readTexts("what, then?\n\nc\n", "x")).toEqual(["what, then?", "c"]);
  expect(() => readTexts("\n", "x")).toThrow("no texts");
});
