/** How long clients waited for a human word (measures.md 1 and 2). Pure. */
import type { Turn } from "./turn.ts";

export type Wait = {
  /** Place of the client's first message of an unanswered run. */
  from: number;
  /** Place of our word that ended it; null where none came. */
  to: number | null;
};

/** Each run of the client's messages up to our next word; a run of thanks alone waits for none and is left out. */
export function waitsOf(turns: readonly Turn[]): Wait[] {
  const waits: Wait[] = [];
  let from: number | null = null;
  for (const [place, turn] of turns.entries()) {
    if (turn.side === "client" && from === null && !turn.isThanks && !turn.settles) from = place;
    if (turn.side !== "staff" || from === null) continue;
    waits.push({ from, to: place });
    from = null;
  }
  if (from !== null) waits.push({ from, to: null });
  return waits;
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
