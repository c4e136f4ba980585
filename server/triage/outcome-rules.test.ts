import { expect, test } from "vitest";
import { type DecidedFacts, judge, markOf, type Predicted } from "./outcome-rules.ts";

const opens: DecidedFacts = {
  ...{ kind: "opens", requestId: 9, title: "No hot water", place: "Flat 3" },
  ...{ categoryId: 2, priority: "high" },
};
const guess = (value: string, isProposed = true) => ({ value, confidence: 0.8, isProposed });
const rightOf = (predicted: Predicted, decided: DecidedFacts) =>
  Object.fromEntries(judge(predicted, decided).map(({ kind, isRight }) => [kind, isRight]));

test("each field of a new request is judged by what the person wrote", () => {
  const predicted: Predicted = {
    ...{ what: guess("opens"), category: guess("2"), priority: guess("normal") },
    ...{ title: guess(markOf("no  hot WATER ")), place: guess(markOf("Flat 4")) },
  };
  expect(rightOf(predicted, opens)).toEqual({
    ...{ what: true, category: true, priority: false, title: true, place: false },
  });
});

test("what was left as suggested was right, what was left out judges nothing", () => {
  const bare = { ...opens, title: null, place: null, categoryId: null };
  const predicted: Predicted = { title: guess(markOf("x")), place: guess("1"), category: guess("3") };
  expect(rightOf(predicted, bare)).toEqual({ what: null, priority: null, title: true });
});

test("which request is judged only where the person named one", () => {
  const predicted: Predicted = { what: guess("belongs"), which: guess("4") };
  expect(rightOf(predicted, opens)).not.toHaveProperty("which");
  expect(rightOf(predicted, { ...opens, kind: "chase", requestId: 4 })).toEqual({ what: false, which: true });
  expect(rightOf(predicted, { ...opens, kind: "no_request", requestId: null })).toEqual({ what: false });
});

test("that it had nothing to say is counted too", () => {
  expect(judge({}, { ...opens, kind: "belongs", requestId: 4 })).toEqual([
    { kind: "what", predicted: null, decided: "belongs", confidence: null, isProposed: false, isRight: null },
    { kind: "which", predicted: null, decided: "4", confidence: null, isProposed: false, isRight: null },
  ]);
});

test("a mark is the same for the same words however they are typed, in any script", () => {
  expect(markOf("Flat 3,  North")).toBe(markOf("flat 3, north "));
  expect(markOf("الشقة ٣")).toHaveLength(8);
  expect(markOf("a")).not.toBe(markOf("b"));
});
