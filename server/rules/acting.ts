/** The rules that act, asked about an item of the tray. */
import type { Message } from "../../shared/api/conversations.ts";
import type { Db } from "../db/pool.ts";
import { type Card, contentOf } from "./card.ts";
import { type CardAsk, type CardFacts, listCardFacts } from "./card-store.ts";
import { readHouse } from "./house-store.ts";
import { readyRule } from "./ready-rules.ts";
import type { ReadyRule } from "./rules.ts";
import { listOn } from "./store.ts";

export { type Applied, applyRules, type ReadyRule } from "./rules.ts";
export type { Card };

/** Read each time: every process sees a change at once, and without rules it is one small read. */
export async function rulesFor(db: Db): Promise<ReadyRule[]> {
  const rows = await listOn(db);
  if (rows.length === 0) return [];
  const house = await readHouse(db);
  return rows.map((row) => readyRule(row, house));
}

const UNKNOWN: CardFacts = { numberId: null, kinds: null, isNew: false, openRequests: 0, chases: 0 };

export async function readCardFacts(db: Db, ask: CardAsk): Promise<CardFacts> {
  const [facts] = await listCardFacts(db, [ask]);
  return facts ?? UNKNOWN;
}

/** What an item that nobody sorted yet shows to a rule; the rest is as suggested. */
export function cardOf(
  item: { messages: readonly Message[]; text: string; firstAt: Date; lastAt: Date },
  facts: CardFacts,
  suggested: Pick<Card, "categoryId" | "priority" | "place">,
): Card {
  return {
    ...suggested,
    numberId: facts.numberId,
    text: item.text,
    contents: item.messages.flatMap(({ kind }) => contentOf(kind) ?? []),
    contact: facts.kinds && { kinds: facts.kinds, isNew: facts.isNew, openRequests: facts.openRequests },
    saidAt: item.lastAt,
    since: item.firstAt,
    chases: facts.chases,
  };
}
