/** What the rules of the house make of a card. Pure. */
import type { Actions } from "../../shared/api/rules.ts";
import type { Because } from "../../shared/api/suggestion.ts";
import { PRIORITIES, type Priority } from "../../shared/request.ts";
import type { Given } from "../../shared/rule.ts";
import type { Card } from "./card.ts";
import type { Holds } from "./condition-rules.ts";

export type OwnerByRule = { kind: "account" | "team"; id: number; name: string };

/** A rule made ready for many cards: what it names and is not here any more is left out of what it gives. */
export type ReadyRule = {
  id: number;
  name: string;
  match: "all" | "any";
  holds: readonly Holds[];
  gives: Pick<Actions, "categoryId" | "priority" | "quickReplyId" | "stops"> & { owner: OwnerByRule | null };
};

export type Hit = { ruleId: number; because: Because; gave: Given[] };

export type Applied = {
  categoryId?: number;
  priority?: Priority;
  owner?: OwnerByRule;
  quickReplyId?: number;
  hits: Hit[];
};

/** A rule that would have fitted, and the earlier one that was in its way: as a whole, or for these fields. */
export type Meeting = { ruleId: number; byRuleId: number; kind: "stopped" | "overruled"; fields: Given[] };

/** In their order; each sees the card as the ones before it made it. */
export const applyRules = (rules: readonly ReadyRule[], card: Card, now: Date): Applied =>
  walkRules(rules, card, now, null);

/** @param meetings filled with what got in each other's way, at the price of asking the stopped ones too; null: not asked */
export function walkRules(
  rules: readonly ReadyRule[],
  given: Card,
  now: Date,
  meetings: Meeting[] | null,
): Applied {
  let card = given;
  let stoppedBy: number | null = null;
  const applied: Applied = { hits: [] };
  const giver: Partial<Record<Given, number>> = {};
  for (const rule of rules) {
    if (!fits(rule, card, now)) continue;
    if (stoppedBy !== null) {
      meetings?.push({ ruleId: rule.id, byRuleId: stoppedBy, kind: "stopped", fields: [] });
      continue;
    }
    const { gave, lost } = give(rule, applied, card);
    for (const field of gave) giver[field] = rule.id;
    for (const field of lost) {
      const byRuleId = giver[field];
      if (byRuleId !== undefined)
        meetings?.push({ ruleId: rule.id, byRuleId, kind: "overruled", fields: [field] });
    }
    applied.hits.push({ ruleId: rule.id, because: becauseOf(rule), gave });
    card = {
      ...card,
      categoryId: applied.categoryId ?? card.categoryId,
      priority: applied.priority ?? card.priority,
    };
    if (rule.gives.stops) {
      stoppedBy = rule.id;
      if (!meetings) break;
    }
  }
  return applied;
}

function fits({ match, holds }: ReadyRule, card: Card, now: Date): boolean {
  const asks = (each: Holds) => each(card, now);
  return match === "all" ? holds.every(asks) : holds.some(asks);
}

const becauseOf = ({ name }: ReadyRule): Because => ({
  ...{ code: "rule", words: [], count: null, of: null },
  name,
});

/** What it adds to what was given, and what another had given differently before it. */
function give({ gives }: ReadyRule, applied: Applied, card: Card): { gave: Given[]; lost: Given[] } {
  const gave: Given[] = [];
  const lost: Given[] = [];
  if (gives.categoryId !== null) {
    if (applied.categoryId === undefined) {
      applied.categoryId = gives.categoryId;
      gave.push("category");
    } else if (applied.categoryId !== gives.categoryId) lost.push("category");
  }
  if (gives.priority !== null && isHigher(gives.priority, card.priority)) {
    applied.priority = gives.priority;
    gave.push("priority");
  }
  if (gives.owner !== null) {
    if (applied.owner === undefined) {
      applied.owner = gives.owner;
      gave.push("owner");
    } else if (applied.owner.kind !== gives.owner.kind || applied.owner.id !== gives.owner.id)
      lost.push("owner");
  }
  if (gives.quickReplyId !== null) {
    if (applied.quickReplyId === undefined) {
      applied.quickReplyId = gives.quickReplyId;
      gave.push("quickReply");
    } else if (applied.quickReplyId !== gives.quickReplyId) lost.push("quickReply");
  }
  return { gave, lost };
}

const isHigher = (one: Priority, other: Priority): boolean =>
  PRIORITIES.indexOf(one) > PRIORITIES.indexOf(other);
