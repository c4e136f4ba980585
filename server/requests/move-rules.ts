/** What a move does to a request: its state, in whose hands it is then, the next step, and its promise. */
import {
  checkMove,
  DEFAULT_STEP,
  isOpen,
  type Mover,
  type State,
  type WaitsOn,
  waitsOnIn,
} from "../../shared/request.ts";
import type { MoveAsk, Outcome, RequestFacts } from "./command.ts";
import type { EventActor, EventKind, Facts, NewEvent } from "./events.ts";
import type { Changes, RequestColumns, RequestRow } from "./row.ts";
import { changedSince } from "./since-rules.ts";

/** `at`: when it happened; `now`: from when our own duties run. */
export type Moment = { at: string; now: Date };

export const later = (one: string, other: string): string =>
  Date.parse(one) >= Date.parse(other) ? one : other;

export function event(kind: EventKind, at: string, changes: Changes, more: Partial<NewEvent> = {}): NewEvent {
  return { kind, at, changes, facts: {}, text: null, words: {}, ...more };
}

export function decideMove(
  facts: RequestFacts & { row: RequestRow },
  ask: MoveAsk,
  actor: EventActor,
  moment: Moment,
): Outcome {
  const { row } = facts;
  const stale = changedSince(facts, ask.version, actor, ["state", "worker_contact_id"]);
  if (stale) return { ok: false, why: "moved_meanwhile", by: stale, state: row.state };
  const { reason, waitsOn } = ask;
  // Back from waiting it is in the same worker's hands.
  const goesBack = row.state === "waiting" && row.returns_to === ask.to;
  const workerId = ask.workerId ?? (goesBack ? row.worker_contact_id : null);
  const accountId = actor.kind === "account" ? actor.id : null;
  const checked = checkMove(movableOf(facts), {
    to: ask.to,
    by: actor.mover,
    accountId,
    reason,
    workerId,
    waitsOn,
  });
  if (!checked.ok)
    return {
      ok: false,
      why: checked.why,
      state: row.state,
      ...(checked.role && { role: checked.role }),
      ...(row.owner_account_id !== null && { by: { kind: "account", id: row.owner_account_id } }),
    };
  if (ask.to === "closed" && actor.mover !== "client" && isBroken(row, moment.at) && !reason?.trim())
    return { ok: false, why: "broken_promise" };
  return { ok: true, events: moveEvents(row, ask.to, actor.mover, moment, { workerId, waitsOn, reason }) };
}

function movableOf({ row, needsWork }: RequestFacts & { row: RequestRow }) {
  return { state: row.state, returnsTo: row.returns_to, needsWork, ownerAccountId: row.owner_account_id };
}

/** The events of a move that is allowed. */
export function moveEvents(
  row: RequestRow,
  to: State,
  mover: Mover,
  moment: Moment,
  more: { workerId?: number | null; waitsOn?: WaitsOn | null; reason?: string | null; facts?: Facts } = {},
): NewEvent[] {
  const at = later(moment.at, row.state_since);
  const changes = entering(row, to, { ...moment, at }, more.workerId ?? null, more.waitsOn ?? null);
  const facts: Facts = { from: row.state, ...more.facts };
  if (changes.waits_on && to === "waiting") facts.waitsOn = changes.waits_on;
  if (changes.worker_contact_id) facts.workerId = changes.worker_contact_id;
  const moved = event(kindOf(row.state, to, mover), moment.at, changes, {
    text: more.reason?.trim() || null,
    facts,
  });
  return [moved, ...settlePromise(row, to, moment.at)];
}

/** The columns a request has on entering a state. */
export function entering(
  row: RequestColumns,
  to: State,
  { at, now }: Moment,
  workerId: number | null,
  waitsOn: WaitsOn | null,
): Changes {
  // Ready means nobody has it yet; a worker comes with the offer and stays through blocked, waiting and done.
  const worker = to === "ready" ? null : (workerId ?? row.worker_contact_id);
  const changes: Changes = {
    state: to,
    state_since: at,
    returns_to: to === "waiting" && row.state !== "waiting" ? row.state : null,
    worker_contact_id: worker,
    waits_on: waitsOnIn(to, worker !== null, waitsOn),
    ...nextStepIn(to, now),
  };
  if (to === "done") {
    changes.done_at = at;
    changes.first_done_at = row.first_done_at ?? at;
  }
  if (to === "closed") {
    changes.closed_at = at;
    changes.first_closed_at = row.first_closed_at ?? at;
  }
  // Sent back: the earlier word no longer stands, the first one stays for the measures.
  if (row.done_at !== null && to !== "done" && to !== "closed") changes.done_at = null;
  if (row.closed_at !== null && to !== "closed") changes.closed_at = null;
  return changes;
}

/** Law 4: what comes next in a state, and by when. */
export function nextStepIn(
  state: State,
  now: Date,
): Pick<RequestColumns, "next_step" | "next_step_at" | "next_step_text_id"> {
  if (state === "closed" || state === "cancelled")
    return { next_step: null, next_step_at: null, next_step_text_id: null };
  const { step, afterMs } = DEFAULT_STEP[state];
  return {
    next_step: step,
    next_step_at: new Date(now.getTime() + afterMs).toISOString(),
    next_step_text_id: null,
  };
}

/** Broken, or past due and about to be marked so. */
function isBroken(row: RequestColumns, at: string): boolean {
  if (row.promise_state === "broken") return true;
  return row.promise_state === "open" && row.promise_at !== null && isPast(row.promise_at, at);
}

const isPast = (due: string, at: string): boolean => Date.parse(at) > Date.parse(due);

/** The worker's word, or the close, settles an open promise; what is cancelled is no longer promised. */
function settlePromise(row: RequestColumns, to: State, at: string): NewEvent[] {
  if (row.promise_state !== "open" || row.promise_at === null) return [];
  const facts = { promiseAt: row.promise_at };
  if (to === "cancelled")
    return [event("promise_withdrawn", at, { promise_at: null, promise_state: null }, { facts })];
  if (to !== "done" && to !== "closed") return [];
  return isPast(row.promise_at, at)
    ? [event("promise_broken", at, { promise_state: "broken" }, { facts })]
    : [event("promise_kept", at, { promise_state: "kept" }, { facts })];
}

function kindOf(from: State, to: State, mover: Mover): EventKind {
  if (!isOpen(from)) return "reopened";
  if (from === "waiting" && isOpen(to)) return "resumed";
  switch (to) {
    case "ready":
      if (from === "new") return "triaged";
      if (from === "blocked") return "unblocked";
      if (from === "done") return "reopened";
      return from === "assigned" && mover === "worker" ? "declined" : "moved";
    case "working":
      if (from === "blocked") return "unblocked";
      if (from === "done") return "reopened";
      return from === "assigned" ? "accepted" : "started";
    case "new":
      return "moved";
    case "assigned":
    case "blocked":
    case "waiting":
    case "done":
    case "closed":
    case "cancelled":
      return to;
    default:
      return to satisfies never;
  }
}
