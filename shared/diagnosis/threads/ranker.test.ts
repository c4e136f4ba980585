import { expect, it } from "vitest";
import { type Ranker, Rows, Sums, scorerOf, softmax } from "./ranker.ts";

const FEATURES = ["near", "named", "late"];
const linear: Ranker = {
  features: ["late", "near"],
  straight: [-2, 3],
  units: [],
  starts: [],
  adds: [],
  sharpness: 1,
};

function fill(sheet: Rows | Sums): void {
  sheet.add(0, true);
  sheet.add(2, 0.5);
  sheet.endRow();
  sheet.add(1, 7);
  sheet.endRow();
}

it("takes weights by name, and those of features it never learnt for nothing", () => {
  const sums = new Sums(linear, FEATURES);
  fill(sums);
  expect([...sums.scores.slice(0, sums.count)]).toEqual([2, 0]);
});

it("gives the same scores from rows as on the way, with no units", () => {
  const rows = new Rows();
  fill(rows);
  const scores = new Float64Array(2);
  scorerOf(linear, FEATURES)(rows, scores);
  expect([...scores]).toEqual([2, 0]);
});

it("adds what a unit sees in features together, and nothing below its start", () => {
  const withUnit: Ranker = { ...linear, units: [[4], [4]], starts: [-5], adds: [10] };
  const rows = new Rows();
  fill(rows);
  const scores = new Float64Array(2);
  scorerOf(withUnit, FEATURES)(rows, scores);
  expect([...scores]).toEqual([12, 0]);
});

it("keeps rows beyond what it had room for", () => {
  const rows = new Rows();
  const sums = new Sums(linear, FEATURES);
  for (let row = 0; row < 3000; row++)
    for (const sheet of [rows, sums]) {
      sheet.add(0, row);
      sheet.endRow();
    }
  const scores = new Float64Array(3000);
  scorerOf(linear, FEATURES)(rows, scores);
  expect(scores[2999]).toBe(8997);
  expect([...sums.scores.slice(0, 3000)]).toEqual([...scores]);
});

it("turns scores into chances that are one together, however large they are", () => {
  const scores = Float64Array.of(1000, 1000, -1000, 5);
  softmax(scores, 3, 1);
  expect([...scores]).toEqual([0.5, 0.5, 0, 5]);
});
