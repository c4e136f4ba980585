/** Where a request lay open over a change of shift, and whether it was dropped there (measures.md 8, sign 1). Pure. */
import { MINUTE } from "../../measures/business-time.ts";
import { PICKED_UP_WITHIN } from "../../measures/thresholds.ts";
import type { Turn } from "../../measures/turn.ts";
import type { WallTime } from "../chat.ts";
import type { PersonIndex, Shifts } from "../diagnosis.ts";
import { nextShiftStart, sessionEndAfter } from "../shifts/shift-ends.ts";

export type Crossing = {
  at: WallTime;
  isDropped: boolean;
  /** Place of the last message before it. */
  after: number;
};

/** Changes of shift looked at in one silence: what nobody picked up by then was dropped at one of them, or promised. */
const MOST = 5;

export type Open = {
  turns: readonly Turn[];
  /** Of each message, the staff member whose shift counts; null for workers, clients and bots. */
  by: readonly (PersonIndex | null)[];
  /** Of each message, when what it promises falls due. */
  due: readonly (WallTime | null)[];
  chases: readonly number[];
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
      const isDropped = isLost(end, promised, next, open, chasing, shifts);
      crossings.push({ at: end, isDropped, after });
      if (isDropped) return;
      end = sessionEndAfter(shifts, holder, end + MINUTE);
    }
  };
  for (const [place, turn] of open.turns.entries()) {
    if (turn.side === "bot") continue;
    if (last !== null) silence(last, place);
    last = place;
    if (turn.at >= over) return crossings;
    holder = open.by[place] ?? holder;
    promised = Math.max(promised, open.due[place] ?? promised);
  }
  if (last !== null) silence(last, null);
  return crossings;
}

function isLost(
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
