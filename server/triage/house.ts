/** The rules of the house over what the models suggest: a rule is the word of the people here, so it goes first. */
import type { Message } from "../../shared/api/conversations.ts";
import type { Because, Suggestion } from "../../shared/api/suggestion.ts";
import { PRIORITIES, type Priority } from "../../shared/request.ts";
import type { Given } from "../../shared/rule.ts";
import type { Db } from "../db/pool.ts";
import type { OwnerRef } from "../requests/command.ts";
import {
  type Applied,
  applyRules,
  cardOf,
  type ReadyRule,
  readCardFacts,
  rulesFor,
} from "../rules/acting.ts";
import { textOf } from "./attach-situation.ts";
import type { Situation } from "./situation.ts";

/** @param rules those that act; left out: read now */
export async function byHouse(
  db: Db,
  { item, messages }: Situation,
  suggestion: Suggestion,
  now: Date,
  rules?: readonly ReadyRule[],
): Promise<Suggestion> {
  const acting = rules ?? (await rulesFor(db));
  if (acting.length === 0) return suggestion;
  const card = cardOf({ ...item, messages, text: textOf(messages) }, await readCardFacts(db, item), {
    categoryId: suggestion.categoryId?.value ?? null,
    priority: suggestion.priority?.value ?? "normal",
    place: suggestion.place?.value ?? null,
  });
  return underRules(suggestion, applyRules(acting, card, now));
}

/** Each field that a rule gives is the rule's, for sure, and says so. */
function underRules(suggestion: Suggestion, applied: Applied): Suggestion {
  const { categoryId, priority, owner, quickReplyId, hits } = applied;
  const by = (field: Given): { confidence: number; because: Because[] } => ({
    confidence: 1,
    // A priority may have been raised twice: the last one is the one that stands.
    because: hits.flatMap(({ gave, because }) => (gave.includes(field) ? [because] : [])).slice(-1),
  });
  return {
    ...suggestion,
    ...(categoryId !== undefined && { categoryId: { value: categoryId, ...by("category") } }),
    ...(priority !== undefined && { priority: { value: priority, ...by("priority") } }),
    ...(owner !== undefined && { owner: { value: owner, ...by("owner") } }),
    ...(quickReplyId !== undefined && { quickReplyId: { value: quickReplyId, ...by("quickReply") } }),
  };
}

type Opened = {
  categoryId: number | null;
  priority: Priority;
  place: string | null;
  /** Undefined: whoever decides said nothing of it. */
  owner: OwnerRef | null | undefined;
};
type Gathered = { personId: number | null; conversationId: number; saidAt: Date };

export type HouseGives = Pick<Opened, "categoryId" | "priority" | "owner"> & {
  /** Those whose word is in the request as it is opened. */
  ruleIds: number[];
};

/**
 * What rules have to do with a request that is being opened: they give what nobody said, and are named where what was
 * said is what they give. @param isByRule no person looked, so category and priority are theirs too
 */
export async function openedByHouse(
  tx: Db,
  given: { said: Opened; isByRule: boolean; about: readonly Gathered[]; messages: () => Promise<Message[]> },
  now: Date,
): Promise<HouseGives> {
  const { said, isByRule, about } = given;
  const rules = await rulesFor(tx);
  const [first] = about;
  if (rules.length === 0 || !first) return { ...said, ruleIds: [] };
  const messages = await given.messages();
  const times = about.map(({ saidAt }) => saidAt.getTime());
  const firstAt = new Date(Math.min(...times));
  const item = { firstAt, lastAt: new Date(Math.max(...times)), messages, text: textOf(messages) };
  const facts = await readCardFacts(tx, { ...first, contactId: first.personId, firstAt });
  const applied = applyRules(rules, cardOf(item, facts, { ...said, priority: "normal" }), now);
  return { ...withHouse(said, applied, isByRule), ruleIds: heeded(said, applied, isByRule) };
}

const isAtLeast = (one: Priority, other: Priority): boolean =>
  PRIORITIES.indexOf(one) >= PRIORITIES.indexOf(other);

function withHouse(said: Opened, applied: Applied, isByRule: boolean): Omit<HouseGives, "ruleIds"> {
  const { categoryId, priority, owner } = applied;
  const raises = isByRule && priority !== undefined && !isAtLeast(said.priority, priority);
  return {
    categoryId: (isByRule ? categoryId : undefined) ?? said.categoryId,
    priority: raises ? priority : said.priority,
    owner: said.owner === undefined && owner ? { kind: owner.kind, id: owner.id } : said.owner,
  };
}

function heeded(said: Opened, applied: Applied, isByRule: boolean): number[] {
  const { categoryId, priority, owner } = applied;
  const stands: Record<Given, boolean> = {
    category: isByRule || categoryId === said.categoryId,
    priority: isByRule || (priority !== undefined && isAtLeast(said.priority, priority)),
    owner: said.owner === undefined || (said.owner?.kind === owner?.kind && said.owner?.id === owner?.id),
    // Proposed to whoever answers: it is nothing of the request.
    quickReply: false,
  };
  return applied.hits.flatMap(({ ruleId, gave }) => (gave.some((field) => stands[field]) ? [ruleId] : []));
}
