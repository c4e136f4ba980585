import { expect, test } from "vitest";
import { learnChoice, openLiveRanker, type RankerLesson, type Weighed } from "./live-ranker.ts";
import type { RankerWeights } from "./ranker/weights.ts";

const FIRST: RankerWeights = { weights: { "r:bias": 0.5, "n:bias": 0.4 }, sharpness: 1, keepFrom: 0.5 };
const candidates: Weighed[] = [
  ["7", [["r:bias", 1]]],
  [
    "new",
    [
      ["n:bias", 1],
      ["n:also", 1],
    ],
  ],
];
const lesson = (chosen: string): RankerLesson => ({ candidates, chosen });
const scoreOf = (weights: Record<string, number>, [, features]: Weighed | [string, [string, number][]]) =>
  features.reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, 0);
const leads = (weights: Record<string, number>) =>
  scoreOf(weights, candidates[1] ?? ["", []]) - scoreOf(weights, candidates[0] ?? ["", []]);

test("a choice moves what speaks for it, and the shipped weights stay as they are", () => {
  const weights = { ...FIRST.weights };
  expect(leads(weights)).toBeLessThan(0);
  learnChoice(weights, lesson("new"), FIRST);
  expect(leads(weights)).toBeGreaterThan(0);
  expect(FIRST.weights).toEqual({ "r:bias": 0.5, "n:bias": 0.4 });
});

test("a choice that was not among the candidates, or was the only one, teaches nothing", () => {
  const weights = { ...FIRST.weights };
  learnChoice(weights, lesson("9"), FIRST);
  learnChoice(weights, { candidates: candidates.slice(0, 1), chosen: "7" }, FIRST);
  expect(weights).toEqual(FIRST.weights);
});

test("the same decisions give the same ranker in whatever order they are heard of, and one taken back is forgotten", () => {
  const made = { version: 3, decisionId: 10, weights: FIRST.weights };
  const [one, other, third] = [
    openLiveRanker(FIRST, made),
    openLiveRanker(FIRST, made),
    openLiveRanker(FIRST, made),
  ];
  one.learn(11, lesson("new"));
  one.learn(12, lesson("7"));
  other.learn(12, lesson("7"));
  other.learn(11, lesson("new"));
  expect(other.current()).toEqual(one.current());
  third.learn(12, lesson("7"));
  one.learn(11, null);
  expect(one.current()).toEqual(third.current());
});

test("what is in the weights already is not learnt twice", () => {
  const ranker = openLiveRanker(FIRST, { version: 3, decisionId: 10, weights: FIRST.weights });
  ranker.learn(10, lesson("new"));
  expect(ranker.current().weights).toEqual(FIRST.weights);
});
