/** Two requests that are one: what the one that stays takes over, and how the other ends. */
import {
  earlier,
  higherPriority,
  isInOtherHands,
  type PromiseOf,
  promiseAfter,
} from "../../shared/merging.ts";
import { isHeldByOther } from "./change-rules.ts";
import type { MergeAsk, Outcome, Refusal } from "./command.ts";
import type { EventActor, KeptEvent, NewEvent } from "./events.ts";
import { isOver } from "./heard-rules.ts";
import { entering, event, later } from "./move-rules.ts";
import type { Changes, RequestRow } from "./row.ts";

/** Whoever comes to a request that was merged is told where it went on, and by whom. */
export function wentOn(row: RequestRow, into: number, history: readonly KeptEvent[]): Refusal {
  const by = history.findLast(({ kind }) => kind === "merged");
  return {
    ok: false,
    why: "merged_away",
    state: row.state,
    into,
    ...(by && { by: { kind: by.actor_kind, id: by.actor_id } }),
  };
}

/** The request that ends. */
export function mergeAway(row: RequestRow, ask: MergeAsk, actor: EventActor, now: Date): Outcome {
  const { other: stays } = ask;
  if (row.id === stays.id) return { ok: false, why: "merge_itself" };
  if (isOver(row)) return { ok: false, why: "over", state: row.state };
  if (isHeldByOther(row, actor))
    return {
      ok: false,
      why: "held_by_other",
      role: "coordinator",
      by: { kind: "account", id: row.owner_account_id },
    };
  if (isInOtherHands(row.worker_contact_id, stays.worker_contact_id))
    return { ok: false, why: "merge_worker" };
  const stands = standsAfter(stays, row, ask.promise);
  if (stands === "ask") return { ok: false, why: "merge_two_promises" };
  const at = now.toISOString();
  const changes: Changes = {
    ...entering(row, "cancelled", { at: later(at, row.state_since), now }, null, null),
    merged_into: stays.id,
  };
  if (stands === "other") Object.assign(changes, { promise_at: null, promise_state: null });
  const facts = { from: row.state, toRequestId: stays.id, messageCount: ask.count };
  const merged = event("merged", at, changes, { facts });
  if (stands === "other" || row.promise_state !== "open") return { ok: true, events: [merged] };
  const withdrawn = event(
    "promise_withdrawn",
    at,
    { promise_at: null, promise_state: null },
    { facts: { promiseAt: row.promise_at } },
  );
  return { ok: true, events: [merged, withdrawn] };
}

/** The request that stays, and what it takes over from the other. */
export function mergeIn(row: RequestRow, ask: MergeAsk, now: Date): Outcome {
  const { other } = ask;
  if (isOver(row)) return { ok: false, why: "over", state: row.state };
  const at = now.toISOString();
  const stands = standsAfter(row, other, ask.promise);
  const changes: Changes = {
    priority: higherPriority(row.priority, other.priority),
    opened_at: earlier(row.opened_at, other.opened_at),
    last_client_message_at: latest(row.last_client_message_at, other.last_client_message_at),
    last_heard_at: latest(row.last_heard_at, other.last_heard_at),
  };
  if (other.chases > 0) {
    changes.chases = row.chases + other.chases;
    changes.last_chased_at = latest(row.last_chased_at, other.last_chased_at);
  }
  // It was broken when it came: said once, on the request where it broke.
  if (stands === "other" && other.promise_state === "broken")
    Object.assign(changes, { promise_at: other.promise_at, promise_state: "broken" });
  const facts = { fromRequestId: other.id, messageCount: ask.count, chases: other.chases };
  const events = [event("merged", at, changes, { facts })];
  if (stands === "other" && other.promise_state === "open") events.push(promised(row, other, at));
  return { ok: true, events };
}

function promised(row: RequestRow, other: RequestRow, at: string): NewEvent {
  const facts = { promiseAt: other.promise_at, before: row.promise_at, fromRequestId: other.id };
  return event("promised", at, { promise_at: other.promise_at, promise_state: "open" }, { facts });
}

function standsAfter(stays: RequestRow, other: RequestRow, chosen: PromiseOf | null): PromiseOf | "ask" {
  return promiseAfter(promiseOf(stays), promiseOf(other), chosen);
}

const promiseOf = ({ promise_at: at, promise_state: state }: RequestRow) =>
  at === null || state === null ? null : { at, state };

const latest = (one: string | null, other: string | null): string | null =>
  one && other ? later(one, other) : (one ?? other);
