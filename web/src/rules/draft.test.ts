import { expect, test } from "vitest";
import { CONDITION_KINDS } from "../../../shared/rule.ts";
import { canBeTried, type Draft, EMPTY, freshCondition, moved, sayingOf, wordsIn } from "./draft.ts";

const DRAFT: Draft = {
  ...EMPTY,
  conditions: [{ kind: "words", not: false, words: ["leak"], match: "word" }],
  actions: { ...EMPTY.actions, priority: "high" },
};

test("a rule is tried once every condition has a value and it does something", () => {
  expect(canBeTried(EMPTY)).toBe(false);
  expect(canBeTried(DRAFT)).toBe(true);
  expect(canBeTried({ ...DRAFT, actions: EMPTY.actions })).toBe(false);
  expect(canBeTried({ ...DRAFT, actions: { ...EMPTY.actions, stops: true } })).toBe(true);
  expect(canBeTried({ ...DRAFT, conditions: [] })).toBe(false);
  expect(canBeTried({ ...DRAFT, conditions: [...DRAFT.conditions, freshCondition("number", "UTC")] })).toBe(
    false,
  );
});

test("every kind of condition can be begun", () => {
  for (const kind of CONDITION_KINDS) expect(freshCondition(kind, "UTC")).toMatchObject({ kind, not: false });
});

test("another name is the same rule to a dry run, another word is not", () => {
  expect(sayingOf({ ...DRAFT, name: "Other" })).toBe(sayingOf(DRAFT));
  expect(sayingOf({ ...DRAFT, match: "any" })).not.toBe(sayingOf(DRAFT));
});

test("words stand between commas of any script, each once", () => {
  expect(wordsIn(" leak, burst pipe ,,leak")).toEqual(["leak", "burst pipe"]);
  expect(wordsIn("تسرب، ماء")).toEqual(["تسرب", "ماء"]);
});

test("one is put at another's place", () => {
  expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
});
