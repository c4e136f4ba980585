/** How long clients waited for a human word (measures.md 1 and 2). Pure. */
import type { Standing } from "./resolution.ts";
import type { Turn } from "./turn.ts";

export type Wait = {
  /** Place of the client's first message of an unanswered run. */
  from: number;
  /** Place of our word that ended it; null where none came. */
  to: number | null;
};

/**
 * Each run of the client's messages up to our next word. A run of thanks, of closing words or of what says nothing new
 * waits for none, nor does what follows the end by the client's own word, unless they ask: left out. `before`: how the
 * request stood before each message.
 */
export function waitsOf(turns: readonly Turn[], before: readonly Standing[]): Wait[] {
  const waits: Wait[] = [];
  let from: number | null = null;
  for (const [place, turn] of turns.entries()) {
    if (turn.side === "client" && from === null && opensOne(turn, before[place])) from = place;
    if (turn.side !== "staff" || from === null) continue;
    waits.push({ from, to: place });
    from = null;
  }
  if (from !== null) waits.push({ from, to: null });
  return waits;
}

function opensOne(turn: Turn, standing: Standing | undefined): boolean {
  if (turn.isThanks || turn.settles || turn.withdraws) return false;
  if (turn.asks || turn.wants !== null) return true;
  return !turn.addsNothing && (standing === "open" || standing === "claimed");
}

/**
 * From the client's first message to our first one after it; null for a request that staff opened. A bot's word or a
 * system line before either is passed over.
 */
export function firstReply(turns: readonly Turn[]): Wait | null {
  const from = turns.findIndex(({ side }) => side !== "bot");
  if (from < 0 || turns[from]?.side !== "client") return null;
  const to = turns.findIndex(({ side }, place) => place > from && side === "staff");
  return { from, to: to < 0 ? null : to };
}
