/** What a rule would have changed, item by item, and which other rules it meets. Pure. */
import type { DryRun } from "../../shared/api/rules.ts";
import { PRIORITIES, type Priority } from "../../shared/request.ts";
import type { Given } from "../../shared/rule.ts";
import type { Card } from "./card.ts";
import { type Meeting, type OwnerByRule, type ReadyRule, walkRules } from "./rules.ts";

/** What people made of an item that became a request. */
export type MadeOf = {
  categoryId: number | null;
  priority: Priority;
  owner: { kind: "account" | "team"; id: number; name: string } | null;
};

export type Names = { categories: ReadonlyMap<number, string>; rules: ReadonlyMap<number, string> };

type Change = DryRun["changes"][number];
type Clash = DryRun["clashes"][number];

export type Tally = {
  matched: number;
  changed: number;
  changes: Map<string, Change>;
  clashes: Map<string, Clash>;
};

export const freshTally = (): Tally => ({ matched: 0, changed: 0, changes: new Map(), clashes: new Map() });

/**
 * Adds one item; true when the rule fits it, also where an earlier one would have been in its way.
 * @param rules those that are on, and the tried one among them at its place
 */
export function tallyItem(
  tally: Tally,
  rules: readonly ReadyRule[],
  tried: number,
  item: { card: Card; made: MadeOf | null; at: Date },
  names: Names,
): boolean {
  const meetings: Meeting[] = [];
  const applied = walkRules(rules, item.card, item.at, meetings);
  for (const meeting of meetings) noteMeeting(tally, meeting, tried, names);
  const hit = applied.hits.find(({ ruleId }) => ruleId === tried);
  const isStopped = meetings.some(({ ruleId, kind }) => ruleId === tried && kind === "stopped");
  if (!hit && !isStopped) return false;
  tally.matched += 1;
  if (!hit || !item.made) return true;
  const changes = hit.gave.flatMap((field) => changeOf(field, applied, item.made, names) ?? []);
  for (const change of changes) {
    const key = `${change.field} ${change.before} ${change.after}`;
    const known = tally.changes.get(key);
    if (known) known.count += 1;
    else tally.changes.set(key, { ...change, count: 1 });
  }
  if (changes.length > 0) tally.changed += 1;
  return true;
}

type Outcome = { categoryId?: number; priority?: Priority; owner?: OwnerByRule };

/** Null: people had made it so themselves, or had raised it higher. */
function changeOf(
  field: Given,
  applied: Outcome,
  made: MadeOf | null,
  names: Names,
): Omit<Change, "count"> | null {
  if (!made) return null;
  const { categoryId, priority, owner } = applied;
  if (field === "category" && categoryId !== undefined && categoryId !== made.categoryId) {
    const before = made.categoryId === null ? null : (names.categories.get(made.categoryId) ?? null);
    return { field, before, after: names.categories.get(categoryId) ?? "?" };
  }
  if (field === "priority" && priority && PRIORITIES.indexOf(priority) > PRIORITIES.indexOf(made.priority))
    return { field, before: made.priority, after: priority };
  if (field === "owner" && owner && (owner.kind !== made.owner?.kind || owner.id !== made.owner.id))
    return { field, before: made.owner?.name ?? null, after: owner.name };
  return null;
}

function noteMeeting(tally: Tally, { ruleId, byRuleId, kind, fields }: Meeting, tried: number, names: Names) {
  if (ruleId !== tried && byRuleId !== tried) return;
  const isBehind = ruleId === tried;
  const other = isBehind ? byRuleId : ruleId;
  const passive = kind === "stopped" ? "stopped_by" : "overruled_by";
  const active = kind === "stopped" ? "stops" : "overrules";
  const clash = isBehind ? passive : active;
  const key = `${other} ${clash}`;
  const known = tally.clashes.get(key);
  if (!known) {
    const name = names.rules.get(other) ?? "?";
    tally.clashes.set(key, { ruleId: other, name, kind: clash, fields: [...fields], count: 1 });
    return;
  }
  known.count += 1;
  for (const field of fields) if (!known.fields.includes(field)) known.fields.push(field);
}

/** The most frequent first. */
export const mostFirst = <Row extends { count: number }>(rows: Iterable<Row>, most: number): Row[] =>
  [...rows].sort((a, b) => b.count - a.count).slice(0, most);
