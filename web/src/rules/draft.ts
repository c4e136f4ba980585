/** A rule while it is written. Pure. */
import type { Condition, Rule, WrittenRule } from "../../../shared/api/rules.ts";
import type { ConditionKind } from "../../../shared/rule.ts";

export type Draft = WrittenRule;

export const EMPTY: Draft = {
  name: "",
  match: "all",
  conditions: [{ kind: "words", not: false, words: [], match: "word" }],
  actions: { categoryId: null, priority: null, owner: null, quickReplyId: null, stops: false },
};

export const draftOf = ({ name, match, conditions, actions }: Rule): Draft => ({
  ...{ name, match, conditions, actions },
});

/** What a fresh condition of a kind asks, as far as it can be guessed. */
export function freshCondition(kind: ConditionKind, timeZone: string): Condition {
  const not = false;
  switch (kind) {
    case "words":
      return { kind, not, words: [], match: "word" };
    case "language":
      return { kind, not, languages: [] };
    case "number":
      return { kind, not, numberIds: [] };
    case "contents":
      return { kind, not, contents: ["photo"] };
    case "contact":
      return { kind, not, is: "new" };
    case "hours":
      return { kind, not, teamId: null, days: [1, 2, 3, 4, 5], from: "18:00", to: "08:00", timeZone };
    case "category":
      return { kind, not, categoryIds: [] };
    case "priority":
      return { kind, not, atLeast: "high" };
    case "place":
      return { kind, not, areaIds: [], words: [] };
    case "waits":
      return { kind, not, minutes: 30 };
    case "chased":
      return { kind, not, times: 2 };
    default:
      return kind satisfies never;
  }
}

/** Whether a condition can be asked at all. */
function isWhole(condition: Condition): boolean {
  switch (condition.kind) {
    case "words":
      return condition.words.length > 0;
    case "language":
      return condition.languages.length > 0;
    case "number":
      return condition.numberIds.length > 0;
    case "contents":
      return condition.contents.length > 0;
    case "category":
      return condition.categoryIds.length > 0;
    case "place":
      return condition.areaIds.length + condition.words.length > 0;
    case "hours":
      return condition.teamId !== null || condition.days.length > 0;
    case "waits":
      return condition.minutes >= 1;
    case "chased":
      return condition.times >= 1;
    default:
      return true;
  }
}

const doesSomething = ({ actions: { stops, ...given } }: Draft): boolean =>
  stops || Object.values(given).some((each) => each !== null);

/** Whether it can be tried: a name is only for keeping it. */
export const canBeTried = (draft: Draft): boolean =>
  draft.conditions.length > 0 && draft.conditions.every(isWhole) && doesSomething(draft);

/** Of what a dry run counts for: not of the name. */
export const sayingOf = ({ match, conditions, actions }: Draft): string =>
  JSON.stringify([match, conditions, actions]);

/** "leak, burst pipe" and back; Arabic and Chinese commas too. */
export const wordsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,،、，;\n]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

/** Puts one at another's place. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, place) => place !== from);
  return [...rest.slice(0, to), ...items.slice(from, from + 1), ...rest.slice(to)];
}
