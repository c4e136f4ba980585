/** Rules as they are written, made ready by what is here now; and what they name that is not. Pure. */
import type { Actions, Condition, Rule } from "../../shared/api/rules.ts";
import type { Card } from "./card.ts";
import { readyCondition, type Surroundings } from "./condition-rules.ts";
import type { ReadyRule } from "./rules.ts";

export type House = Omit<Surroundings, "teams"> & {
  teams: readonly (Surroundings["teams"][number] & { name: string })[];
  numbers: readonly { id: number; name: string }[];
  /** Also those put away: `countsAs` is the one in use it was merged into; null: it is in no use. */
  categories: readonly { id: number; name: string; countsAs: number | null }[];
  people: readonly { id: number; name: string }[];
  quickReplies: readonly { id: number; name: string }[];
};

export type Written = {
  id: number;
  name: string;
  match: "all" | "any";
  conditions: readonly Condition[];
  actions: Actions;
};

export function readyRule({ id, name, match, conditions, actions }: Written, house: House): ReadyRule {
  return {
    ...{ id, name, match },
    holds: conditions.map((condition) => readyCondition(inUse(condition, house), house)),
    gives: {
      categoryId: actions.categoryId === null ? null : countsAs(actions.categoryId, house),
      priority: actions.priority,
      owner: ownerIn(actions, house),
      quickReplyId: has(house.quickReplies, actions.quickReplyId) ? actions.quickReplyId : null,
      stops: actions.stops,
    },
  };
}

/** A category that was merged into another is asked for as that one. */
function inUse(condition: Condition, house: House): Condition {
  if (condition.kind !== "category") return condition;
  const categoryIds = condition.categoryIds.flatMap((id) => countsAs(id, house) ?? id);
  return { ...condition, categoryIds };
}

const countsAs = (id: number, { categories }: House): number | null =>
  categories.find((each) => each.id === id)?.countsAs ?? null;

const has = (rows: readonly { id: number }[], id: number | null): boolean =>
  rows.some((row) => row.id === id);

function ownerIn({ owner }: Actions, { teams, people }: House): ReadyRule["gives"]["owner"] {
  if (!owner) return null;
  const row = (owner.kind === "team" ? teams : people).find(({ id }) => id === owner.id);
  return row ? { ...owner, name: row.name } : null;
}

/** What of it does nothing, because it is not here any more. */
export function missingIn(
  { conditions, actions }: Pick<Written, "conditions" | "actions">,
  house: House,
): Rule["missing"] {
  const missing = new Set<Rule["missing"][number]>();
  const ask = (
    kind: Rule["missing"][number],
    rows: readonly { id: number }[],
    ids: readonly (number | null)[],
  ) => {
    if (ids.some((id) => id !== null && !has(rows, id))) missing.add(kind);
  };
  const categories = house.categories.filter(({ countsAs }) => countsAs !== null);
  for (const condition of conditions) {
    if (condition.kind === "number") ask("number", house.numbers, condition.numberIds);
    if (condition.kind === "category") ask("category", categories, condition.categoryIds);
    if (condition.kind === "place") ask("area", house.areas, condition.areaIds);
    if (condition.kind === "hours") ask("team", house.teams, [condition.teamId]);
  }
  ask("category", categories, [actions.categoryId]);
  ask("quickReply", house.quickReplies, [actions.quickReplyId]);
  if (actions.owner?.kind === "team") ask("team", house.teams, [actions.owner.id]);
  if (actions.owner?.kind === "account") ask("account", house.people, [actions.owner.id]);
  return [...missing];
}

/** What a card is filed under, as it counts today. */
export const asFiled = (card: Card, house: House): Card =>
  card.categoryId === null ? card : { ...card, categoryId: countsAs(card.categoryId, house) };
