/** Where a request lay open over a change of shift, and whether it was dropped there (measures.md 8, sign 1). Pure. */
import { MINUTE } from "../../measures/business-time.ts";
import type { Standing } from "../../measures/resolution.ts";
import { PICKED_UP_WITHIN } from "../../measures/thresholds.ts";
import type { Turn } from "../../measures/turn.ts";
import type { WallTime } from "../chat.ts";
import type { PersonIndex, Shifts } from "../diagnosis.ts";
import { nextShiftStart, sessionEndAfter } from "../shifts/shift-ends.ts";

export type Crossing = {
  at: WallTime;
  isDropped: boolean;
  /** Nobody took it up in time as far as one can see, but that may as well be a mistake of the reading. */
  isUnclear: boolean;
  /** Place of the last message before it. */
  after: number;
};

/** Changes of shift looked at in one silence: what nobody picked up by then was dropped at one of them, or promised. */
const MOST = 5;

/**
 * Silence is a drop only where both words around it surely belong to the request: of silences between surer ones than
 * this, nine in ten were drops in labelled chats read unseen, of the others fewer than half.
 */
const SURE = 0.8;
const SURE_OF_LAST = 0.6;

export type Open = {
  turns: readonly Turn[];
  /** Of each message, the staff member whose shift counts; null for workers, clients and bots. */
  by: readonly (PersonIndex | null)[];
  /** Of each message, when what it promises falls due. */
  due: readonly (WallTime | null)[];
  chases: readonly number[];
  /** Of each message, 0 to 1: how sure it is that it belongs here. */
  sure: readonly number[];
  /** How it stood before each message. */
  before: readonly Standing[];
  /** When it stopped being open: our last completion; null where it never did. */
  doneAt: WallTime | null;
  /** Up to when the chat was watched. */
  until: WallTime;
};

export function findCrossings(open: Open, shifts: Shifts): Crossing[] {
  const crossings: Crossing[] = [];
  if (shifts.boundaries.length === 0) return crossings;
  const chasing = new Set(open.chases);
  const over = open.doneAt ?? open.until;
  let holder: PersonIndex | null = null;
  let promised = Number.NEGATIVE_INFINITY;
  let last: number | null = null;
  const silence = (after: number, next: number | null): void => {
    const from = open.turns[after]?.at ?? 0;
    const to = Math.min(over, next === null ? open.until : (open.turns[next]?.at ?? over));
    let end = from < to ? sessionEndAfter(shifts, holder, from) : null;
    for (let looked = 0; end !== null && end < to && looked < MOST; looked++) {
      const isLost = isLostAt(end, promised, next, open, chasing, shifts);
      const isUnclear = isLost && isDoubtful(after, next, open, chasing);
      crossings.push({ at: end, isDropped: isLost && !isUnclear, isUnclear, after });
      if (isLost) return;
      end = sessionEndAfter(shifts, holder, end + MINUTE);
    }
  };
  for (const [place, turn] of open.turns.entries()) {
    if (turn.side === "bot") continue;
    if (last !== null && !isOverFor(open.before[place])) silence(last, place);
    last = place;
    if (turn.at >= over) return crossings;
    holder = open.by[place] ?? holder;
    promised = Math.max(promised, open.due[place] ?? promised);
  }
  if (last !== null) silence(last, null);
  return crossings;
}

function isLostAt(
  end: WallTime,
  promised: WallTime,
  next: number | null,
  { turns, until }: Open,
  chasing: ReadonlySet<number>,
  shifts: Shifts,
): boolean {
  if (next !== null && chasing.has(next)) return true;
  if (promised > end) return false;
  const due = nextShiftStart(shifts, end) + PICKED_UP_WITHIN;
  return (next === null ? until : (turns[next]?.at ?? until)) > due;
}

/** The client said that it was over: what came later is another matter, or a word after the end. */
const isOverFor = (standing: Standing | undefined): boolean =>
  standing === "settled" || standing === "thanked";

/**
 * A chase shows that nobody had it; silence alone may come of what was said elsewhere, or was read as part of another, or
 * of what was done without a word: that no more was said up to the chat's end tells nothing.
 */
function isDoubtful(
  after: number,
  next: number | null,
  { turns, sure, before }: Open,
  chasing: ReadonlySet<number>,
): boolean {
  if (next === null) return true;
  if (chasing.has(next)) return false;
  const isNewMatter = turns[next]?.side === "client" && turns[next]?.wants !== null;
  const isSure = (sure[next] ?? 0) >= SURE && (sure[after] ?? 0) >= SURE_OF_LAST;
  return isNewMatter || !isSure || before[next] !== "open";
}
