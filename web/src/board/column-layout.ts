/** Which columns of the board stand open and which fold to a spine, for a width. */
import { STATES, type State } from "../../../shared/request.ts";

const COLUMN_MIN = 200;
export const SPINE = 38;
export const GAP = 8;
/** From this width of the window on, all eight stand open. */
const WIDE = 1920;

/** Read from the start: the hand-over points stand between the groups. */
export const GROUPS = [
  { name: "intake", states: ["new", "ready"] },
  { name: "worker", states: ["assigned", "working", "blocked"] },
  { name: "client", states: ["waiting"] },
  { name: "finish", states: ["done", "closed", "cancelled"] },
] as const satisfies readonly { name: string; states: readonly State[] }[];

/** Without a selection the work itself is what one looks at. */
const MIDDLE = STATES.indexOf("working");

/** What is cancelled shares the spine of what is closed: both are over. */
const SLOTS = STATES.length - 1;

function openCount(width: number): number {
  const all = SLOTS;
  const spare = width - all * SPINE - (all - 1) * GAP;
  return Math.max(1, Math.min(all, Math.floor(spare / (COLUMN_MIN - SPINE))));
}

/**
 * The columns nearest to the selected one stay open, in one run, so that moving the selection moves a window.
 * What is cancelled is open only while it is looked at.
 */
export function openStates(width: number, windowWidth: number, selected: State | null): Set<State> {
  const centre = selected === null ? MIDDLE : STATES.indexOf(selected);
  const count = windowWidth >= WIDE ? SLOTS : openCount(width);
  const last = selected === "cancelled" ? STATES.length : STATES.length - 1;
  const first = Math.max(0, Math.min(last - count, centre - Math.floor(count / 2)));
  return new Set(STATES.slice(first, Math.min(last, first + count)));
}
