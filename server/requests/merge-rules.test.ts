import { expect, test } from "vitest";
import type { MergeAsk, Outcome } from "./command.ts";
import type { EventActor } from "./events.ts";
import { mergeAway, mergeIn } from "./merge-rules.ts";
import { BLANK, fold, type RequestRow } from "./row.ts";

const now = new Date("2026-03-02T12:00:00.000Z");
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, "0")}:00:00.000Z`;
const ana: EventActor = { kind: "account", id: 1, mover: "operator", through: "screen" };
const clara: EventActor = { ...ana, id: 3, mover: "coordinator" };
const row = (id: number, more: Partial<RequestRow> = {}): RequestRow => ({
  ...BLANK,
  ...{ id, version: 1, state: "ready", state_since: at(8), opened_at: at(8), waits_on: "us" },
  ...{ owner_account_id: 1, next_step: "offer", next_step_at: at(13) },
  ...more,
});
const ask = (other: RequestRow, promise: MergeAsk["promise"] = null): MergeAsk => ({
  ...{ kind: "merge_away", other, count: 2, promise },
});
/** What the events make of a row; law 4's columns among it. */
function after(before: RequestRow, outcome: Outcome): RequestRow {
  if (!outcome.ok) throw new Error(`refused: ${outcome.why}`);
  const changes = [before, ...outcome.events.map((event) => event.changes)];
  return { ...fold(changes.map((each, place) => ({ seq: place + 1, changes: each }))), id: before.id };
}
const kinds = (outcome: Outcome) => (outcome.ok ? outcome.events.map(({ kind }) => kind) : outcome.why);

test("the one that ends is cancelled, owes nothing, and knows where it went on", () => {
  const ends = after(row(2), mergeAway(row(2), ask(row(1)), ana, now));
  expect(ends).toMatchObject({ state: "cancelled", waits_on: null, next_step: null, merged_into: 1 });
});

test("the one that stays keeps its owner, next step and time, and takes over what is higher, earlier, more", () => {
  const stays = row(1, { priority: "low", opened_at: at(9), chases: 1, last_chased_at: at(10) });
  const other = row(2, {
    ...{ priority: "urgent", opened_at: at(8), chases: 2, last_chased_at: at(11) },
    ...{ last_client_message_at: at(11), owner_account_id: 2 },
  });
  expect(after(stays, mergeIn(stays, ask(other), now))).toMatchObject({
    ...{ priority: "urgent", opened_at: at(8), chases: 3, last_chased_at: at(11) },
    ...{ last_client_message_at: at(11), owner_account_id: 1, next_step: "offer", next_step_at: at(13) },
  });
});

test("an open promise leaves the one and stands on the other, said as promised", () => {
  const other = row(2, { promise_at: at(15), promise_state: "open" });
  expect(kinds(mergeAway(other, ask(row(1)), ana, now))).toEqual(["merged"]);
  expect(after(other, mergeAway(other, ask(row(1)), ana, now)).promise_at).toBe(null);
  const taken = mergeIn(row(1), ask(other), now);
  expect(kinds(taken)).toEqual(["merged", "promised"]);
  expect(after(row(1), taken)).toMatchObject({ promise_at: at(15), promise_state: "open" });
});

test("a broken one goes along and is not said to be broken twice", () => {
  const other = row(2, { promise_at: at(10), promise_state: "broken" });
  const taken = mergeIn(row(1), ask(other), now);
  expect(kinds(taken)).toEqual(["merged"]);
  expect(after(row(1), taken)).toMatchObject({ promise_at: at(10), promise_state: "broken" });
});

test("of two promises the one that does not stand is taken back where it was given", () => {
  const stays = row(1, { promise_at: at(14), promise_state: "open" });
  const ends = row(2, { promise_at: at(15), promise_state: "open" });
  expect(kinds(mergeAway(ends, ask(stays), ana, now))).toBe("merge_two_promises");
  expect(kinds(mergeAway(ends, ask(stays, "stays"), ana, now))).toEqual(["merged", "promise_withdrawn"]);
  expect(after(stays, mergeIn(stays, ask(ends, "other"), now)).promise_at).toBe(at(15));
  expect(after(stays, mergeIn(stays, ask(ends, "stays"), now)).promise_at).toBe(at(14));
});

test("refused: with itself, what is over, what another holds, what a worker has", () => {
  expect(kinds(mergeAway(row(1), ask(row(1)), ana, now))).toBe("merge_itself");
  expect(kinds(mergeAway(row(2, { state: "closed" }), ask(row(1)), ana, now))).toBe("over");
  expect(kinds(mergeIn(row(1, { state: "cancelled" }), ask(row(2)), now))).toBe("over");
  const held = row(2, { owner_account_id: 2 });
  expect(kinds(mergeAway(held, ask(row(1)), ana, now))).toBe("held_by_other");
  expect(kinds(mergeAway(held, ask(row(1)), clara, now))).toEqual(["merged"]);
  const given = row(2, { state: "working", worker_contact_id: 9 });
  expect(kinds(mergeAway(given, ask(row(1)), ana, now))).toBe("merge_worker");
  expect(kinds(mergeAway(given, ask(row(1, { worker_contact_id: 9 })), ana, now))).toEqual(["merged"]);
});
