/** How far a request got (measures.md 7), and whether it was still open before each of its messages. Pure. */
import { PRESUMED_AFTER } from "./thresholds.ts";
import type { Turn } from "./turn.ts";

/** Of a request at one moment: open, done by our word only, thanked for that, settled by the client's own word. */
export type Standing = "open" | "claimed" | "thanked" | "settled";

export type Resolved = {
  level: "confirmed" | "claimed" | "presumed" | "open";
  /** Place of the message that ended it: the client's word, our last completion, or the last before the silence. */
  at: number | null;
  /** Place of the first completion, ours or the client's word: what time to resolution runs to. */
  firstDone: number | null;
  /** Place of our last completion, or of the client's word where we never said so: open up to there. */
  lastDone: number | null;
  /** How it stood before each message. */
  before: Standing[];
};

/**
 * Follows a request through its messages, in order. An answer completes what was only a question; thanks settle what was
 * claimed, and nothing else ("thanks" after "on my way"); a client who then asks or wants something opens it again. A
 * request taken back is settled. `until`: up to when silence was watched.
 */
export function resolve(turns: readonly Turn[], until: number): Resolved {
  const before: Standing[] = [];
  let standing: Standing = "open";
  let at: number | null = null;
  let firstDone: number | null = null;
  let lastDone: number | null = null;
  let wantsWork = false;
  /** The last that was no thanks: after which silence counts. */
  let lastWord: number | null = null;
  for (const [place, turn] of turns.entries()) {
    before.push(standing);
    if (turn.side === "bot") continue;
    if (turn.side === "staff") {
      lastWord = place;
      if (turn.completes || (turn.answers && !wantsWork && !isConfirmed(standing))) {
        standing = "claimed";
        at = place;
        lastDone = place;
        firstDone ??= place;
      }
      continue;
    }
    if (turn.wants === "work") wantsWork = true;
    if (turn.withdraws || turn.settles || (turn.isThanks && standing === "claimed")) {
      if (!isConfirmed(standing)) at = place;
      if (standing === "open") lastDone = place;
      standing = turn.settles || turn.withdraws ? "settled" : "thanked";
      firstDone ??= place;
      continue;
    }
    if (turn.isThanks) continue;
    lastWord = place;
    if (turn.asks || turn.wants !== null) {
      standing = "open";
      at = null;
    }
  }
  if (standing !== "open")
    return { level: isConfirmed(standing) ? "confirmed" : "claimed", at, firstDone, lastDone, before };
  const last = lastWord === null ? undefined : turns[lastWord];
  const isQuiet = last?.side === "staff" && until - (turns.at(-1)?.at ?? until) >= PRESUMED_AFTER;
  return isQuiet
    ? { level: "presumed", at: lastWord, firstDone: firstDone ?? lastWord, lastDone: lastWord, before }
    : { level: "open", at: null, firstDone, lastDone: null, before };
}

const isConfirmed = (standing: Standing): boolean => standing === "thanked" || standing === "settled";
