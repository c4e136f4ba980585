import { expect, it } from "vitest";
import { scoreGold } from "./gold-score.ts";

const { all, kept, groups } = scoreGold();
const share = ({ n, right }: { n: number; right: number }): number => right / Math.max(1, n);

it("finds the right place for the measuring set's messages about as often as the figures say", () => {
  expect(all.n).toBeGreaterThanOrEqual(300);
  expect(share(all)).toBeGreaterThan(0.785);
});

it("abstains on those it would mostly get wrong, and on no more than two in five", () => {
  expect(share(kept)).toBeGreaterThan(0.89);
  expect(kept.n / all.n).toBeGreaterThan(0.6);
});

it.each([
  ["gold new", 0.84],
  ["gold none", 0.67],
  ["gold request", 0.76],
])("does not buy one kind with another: %s", (name, floor) => {
  expect(share(groups.get(name) ?? { n: 0, right: 0 })).toBeGreaterThan(floor);
});

it.each(["en", "es", "pt", "fr", "id", "ar", "hi-Latn", "sw"])("reads %s", (lang) => {
  expect(share(groups.get(`lang ${lang}`) ?? { n: 0, right: 0 })).toBeGreaterThan(0.68);
});
