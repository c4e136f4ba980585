/** Whether a condition holds for a card. Pure. */
import type { Condition } from "../../shared/api/rules.ts";
import { PRIORITIES } from "../../shared/request.ts";
import type { Standing } from "../../shared/rule.ts";
import { folded, wordsMatcher } from "../../shared/words/match.ts";
import { minutesOf } from "../first-words/rules.ts";
import { isOnShift, type Span } from "../trade/rules.ts";
import type { Card } from "./card.ts";
import { guessLanguage } from "./language-rules.ts";

/** Of what a condition may name, what is here now. */
export type Surroundings = {
  teams: readonly { id: number; hours: readonly Span[]; timeZone: string }[];
  areas: readonly { id: number; name: string; places: readonly string[] }[];
};

/** Asked about a card; what of it is costly was made ready once. */
export type Holds = (card: Card, now: Date) => boolean;

/** Null: that is not known, so neither it nor its opposite holds. */
type Says = (card: Card, now: Date) => boolean | null;

const MINUTE_MS = 60_000;

export function readyCondition(condition: Condition, around: Surroundings): Holds {
  const says = plain(condition, around);
  return (card, now) => says(card, now) === !condition.not;
}

function plain(condition: Condition, around: Surroundings): Says {
  switch (condition.kind) {
    case "words": {
      const matcher = wordsMatcher(condition.words, condition.match);
      return ({ text }) => matcher?.test(folded(text)) ?? false;
    }
    case "language":
      return ({ text }) => {
        const language = guessLanguage(text);
        return language && condition.languages.includes(language);
      };
    case "number":
      return ({ numberId }) => numberId !== null && condition.numberIds.includes(numberId);
    case "contents":
      return ({ contents }) => condition.contents.some((content) => contents.includes(content));
    case "contact":
      return ({ contact }) => contact !== null && stands(contact, condition.is);
    case "hours": {
      const hours = hoursOf(condition, around);
      return ({ saidAt }) => hours && isOnShift(hours, saidAt);
    }
    case "category":
      return ({ categoryId }) => categoryId !== null && condition.categoryIds.includes(categoryId);
    case "priority":
      return ({ priority }) => PRIORITIES.indexOf(priority) >= PRIORITIES.indexOf(condition.atLeast);
    case "place":
      return inPlace(condition, around);
    case "waits":
      return ({ since }, now) => now.getTime() - since.getTime() > condition.minutes * MINUTE_MS;
    case "chased":
      return ({ chases }) => chases >= condition.times;
    default:
      return condition satisfies never;
  }
}

function stands(contact: NonNullable<Card["contact"]>, is: Standing): boolean {
  switch (is) {
    case "new":
      return contact.isNew;
    case "known":
      return !contact.isNew;
    case "worker":
    case "client":
      return contact.kinds.includes(is);
    case "has_open":
      return contact.openRequests > 0;
    default:
      return is satisfies never;
  }
}

const DAY = 1440;

/** Null: its team is not here, so nothing is known of its hours. A team without hours is always there. */
function hoursOf(
  { teamId, days, from, to, timeZone }: Extract<Condition, { kind: "hours" }>,
  { teams }: Surroundings,
): { hours: readonly Span[]; timeZone: string } | null {
  if (teamId !== null) return teams.find(({ id }) => id === teamId) ?? null;
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  return { timeZone, hours: days.map((day) => [day, begin, end > begin ? end : end + DAY]) };
}

function inPlace({ areaIds, words }: Extract<Condition, { kind: "place" }>, { areas }: Surroundings): Says {
  const lies = areas
    .filter(({ id }) => areaIds.includes(id))
    .flatMap(({ name, places }) => [name, ...places]);
  const inArea = wordsMatcher(lies, "word");
  const named = wordsMatcher(words, "part");
  return ({ place }) => {
    if (place === null) return false;
    const text = folded(place);
    return (inArea?.test(text) ?? false) || (named?.test(text) ?? false);
  };
}
