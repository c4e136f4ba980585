/**
 * A rule tried on the last seven days: what it would have done, beside what people did. Nothing is written but the counts.
 * At most 5,000 messages of clients in slices of 1,000 of anybody's, so what is read is bounded however much was said:
 * 0.7 to 1 s for 5,000 items among 400,000 messages, 8 ms of it for what 500 of them had open.
 */
import { setImmediate } from "node:timers/promises";
import type { DryRun, WrittenRule } from "../../shared/api/rules.ts";
import { contactName } from "../conversations/rules.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { type Card, contentOf } from "./card.ts";
import { type CardFacts, listCardFacts } from "./card-store.ts";
import { digestOf } from "./digest.ts";
import { freshTally, type MadeOf, mostFirst, tallyItem } from "./dry-run-rules.ts";
import { readHouse } from "./house-store.ts";
import { gather, type WeekItem } from "./item-rules.ts";
import { asFiled, type House, readyRule } from "./ready-rules.ts";
import type { ReadyRule } from "./rules.ts";
import { listRules, type RuleRow, writeTrial } from "./store.ts";
import { type DecidedRow, listDecided, readSlice, type WeekMessage } from "./week-store.ts";

const WEEK_MS = 7 * 24 * 60 * 60_000;
const MESSAGES = 5_000;
const SLICE = 1_000;
/** Of anybody's: a week in which we wrote far more than they did ends here. */
const SLICES = 40;
const ITEMS = 500;
const EXAMPLES = 50;
const CHANGES = 20;
const LETTERS = 160;
/** A rule that was never kept stands under this. */
const DRAFT = 0;

export type Trying = { rule: WrittenRule; id: number | null };
export type By = { accountId: number | null; name: string };

export async function dryRun(db: Db, { rule, id }: Trying, by: By, now: Date): Promise<DryRun> {
  const kept = await listRules(db);
  if (id !== null && !kept.some((row) => row.id === id))
    throw new UserError("not_found", "This rule is not here any more. Look at the list again.", {
      code: "rule_gone",
    });
  const house = await readHouse(db);
  const tried = id ?? DRAFT;
  const rules = inPlace(kept, { ...rule, id: tried }, house);
  const since = new Date(now.getTime() - WEEK_MS);
  const { messages, isCut } = await readWeek(db, since);
  const items = gather(messages);
  const tally = freshTally();
  const counts = { opened: 0, otherwise: 0, waiting: 0 };
  const examples: DryRun["examples"] = [];
  const names = {
    categories: new Map(house.categories.map((each) => [each.id, each.name])),
    rules: new Map(kept.map((each) => [each.id, each.name])),
  };
  for (let at = 0; at < items.length; at += ITEMS) {
    const part = items.slice(at, at + ITEMS);
    const decided = await decidedOf(db, part);
    const facts = await listCardFacts(db, part);
    for (const [index, item] of part.entries()) {
      const decision = item.decisionId === null ? undefined : decided.get(item.decisionId);
      const known = facts[index];
      if (!known) continue;
      const card = asFiled(cardOfWeek(item, known, decision), house);
      const made = decision?.kind === "opens" ? madeOf(decision, card) : null;
      if (!tallyItem(tally, rules, tried, { card, made, at: decision?.at ?? now }, names)) continue;
      const outcome = made ? "opened" : decision ? "otherwise" : "waiting";
      counts[outcome] += 1;
      if (examples.length < EXAMPLES) examples.push(exampleOf(item, decision, outcome));
    }
    // Others are answered between two parts.
    await setImmediate();
  }
  const { matched, changed } = tally;
  const figures = { items: items.length, matched, changed };
  await writeTrial(db, { ...figures, digest: digestOf(rule), by: by.accountId, at: now });
  return {
    since: since.toISOString(),
    messages: messages.length,
    isCut,
    ...figures,
    ...counts,
    changes: mostFirst(tally.changes.values(), CHANGES),
    clashes: mostFirst(tally.clashes.values(), CHANGES),
    examples,
    trial: { ...figures, at: now.toISOString(), by: by.name },
  };
}

/** The tried one among those that are on: in its own place, a new one after them. */
function inPlace(kept: readonly RuleRow[], tried: WrittenRule & { id: number }, house: House): ReadyRule[] {
  const rows = kept.flatMap((row) => (row.id === tried.id ? [tried] : row.isOn ? [row] : []));
  const all = tried.id === DRAFT ? [...rows, tried] : rows;
  return all.map((row) => readyRule(row, house));
}

async function readWeek(db: Db, since: Date): Promise<{ messages: WeekMessage[]; isCut: boolean }> {
  const messages: WeekMessage[] = [];
  let before = Number.MAX_SAFE_INTEGER;
  for (let slice = 0; slice < SLICES; slice += 1) {
    const rows = await readSlice(db, before, SLICE);
    const lately = rows.filter(({ recordedAt }) => recordedAt >= since);
    messages.push(...lately.filter(({ isTheirs, saidAt }) => isTheirs && saidAt >= since));
    if (messages.length > MESSAGES) return { messages: messages.slice(0, MESSAGES), isCut: true };
    const last = rows.at(-1);
    if (rows.length < SLICE || !last || lately.length === 0) return { messages, isCut: false };
    before = last.id;
  }
  return { messages, isCut: true };
}

async function decidedOf(db: Db, items: readonly WeekItem[]): Promise<Map<number, DecidedRow>> {
  const ids = items.flatMap(({ decisionId }) => decisionId ?? []);
  return new Map((await listDecided(db, ids)).map((row) => [row.id, row]));
}

function cardOfWeek(item: WeekItem, facts: CardFacts, decision: DecidedRow | undefined): Card {
  const isOpened = decision?.kind === "opens";
  return {
    numberId: facts.numberId,
    text: item.text,
    contents: item.kinds.flatMap((kind) => contentOf(kind) ?? []),
    contact: facts.kinds && { kinds: facts.kinds, isNew: facts.isNew, openRequests: facts.openRequests },
    categoryId: isOpened ? decision.categoryId : null,
    // What people raised was not raised yet when it came in.
    priority: "normal",
    place: (isOpened ? decision.place : null) ?? item.place,
    saidAt: item.lastAt,
    since: item.firstAt,
    chases: facts.chases,
  };
}

const madeOf = ({ priority, ownerKind, ownerId, ownerName }: DecidedRow, card: Card): MadeOf => ({
  categoryId: card.categoryId,
  priority: priority ?? "normal",
  owner: ownerKind && ownerId !== null ? { kind: ownerKind, id: ownerId, name: ownerName ?? "?" } : null,
});

const exampleOf = (
  item: WeekItem,
  decision: DecidedRow | undefined,
  outcome: DryRun["examples"][number]["outcome"],
): DryRun["examples"][number] => ({
  messageId: item.messageId,
  conversationId: item.conversationId,
  requestId: decision?.requestId ?? null,
  contactName: contactName(item.contact),
  words: item.text.slice(0, LETTERS) || null,
  at: item.lastAt.toISOString(),
  outcome,
});
