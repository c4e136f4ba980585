import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, STATES, UNDO_MS } from "../../shared/request.ts";
import { aRow } from "../../test/a-row.ts";
import type { Ask, ChangeAsk, Command, MoveAsk } from "./command.ts";
import { type EventActor, type KeptEvent, PART_OF, SYSTEM } from "./events.ts";
import { BLANK, differingColumns, fold, type RequestRow } from "./row.ts";
import { decide } from "./rules.ts";
import { timersOf } from "./timer-rules.ts";

const NOW = new Date("2026-03-02T10:00:00.000Z");
const ana: EventActor = { kind: "account", id: 1, mover: "coordinator", through: "screen" };
const bruno: EventActor = { kind: "account", id: 2, mover: "operator", through: "screen" };
const MOVE: MoveAsk = {
  kind: "move",
  to: "ready",
  reason: null,
  workerId: null,
  waitsOn: null,
  version: null,
};
const CHANGE: ChangeAsk = { kind: "change", version: null };
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString();
const said = (minutes = 0) => ({ count: 1, firstAt: at(minutes), lastAt: at(minutes) });

/** A request that lives in memory: commands, the events they leave, the row they fold to. */
function aStory(row: RequestRow | null = null) {
  const story = { row, events: [] as KeptEvent[], now: NOW };
  const tell = (ask: Ask, actor = ana) => {
    const command: Command = { requestId: 1, actor, ask };
    const outcome = decide({ row: story.row, needsWork: true, history: story.events }, command, story.now);
    if (!outcome.ok) return outcome;
    const first = (story.row?.version ?? 0) + 1;
    const kept = outcome.events.map((event, index): KeptEvent => {
      const words = Object.fromEntries(Object.keys(event.words).map((column) => [column, first + index]));
      return {
        seq: first + index,
        at: event.at,
        recorded_at: story.now.toISOString(),
        kind: event.kind,
        actor_kind: actor.kind,
        actor_id: actor.id,
        through: actor.through,
        changes: { ...event.changes, ...words },
        facts: index === 0 ? event.facts : { ...event.facts, [PART_OF]: first },
        text_id: null,
      };
    });
    story.events.push(...kept);
    story.row = Object.assign({ ...BLANK, id: 1 }, story.row, ...kept.map((event) => event.changes), {
      version: first + kept.length - 1,
    });
    return outcome;
  };
  return { story, tell };
}

const OPEN: Ask = {
  kind: "open",
  state: "ready",
  title: "Tap",
  place: null,
  categoryId: null,
  priority: "normal",
  contactId: 5,
  conversationId: 6,
  owner: { kind: "account", id: 1 },
  said: null,
  note: null,
  linkedTo: null,
};

test("a move names what happened and what comes next", () => {
  const { story, tell } = aStory(aRow({ state: "ready" }));
  expect(tell({ ...MOVE, to: "assigned", workerId: 9 })).toMatchObject({
    ok: true,
    events: [{ kind: "assigned", facts: { from: "ready", workerId: 9 } }],
  });
  expect(story.row).toMatchObject({ waits_on: "worker", next_step: "answer_card", next_step_at: at(15) });
});

test("desk work waits on us", () => {
  const { story, tell } = aStory(aRow({ state: "ready" }));
  tell({ ...MOVE, to: "working" });
  expect(story.row).toMatchObject({ state: "working", waits_on: "us", worker_contact_id: null });
});

test("back from waiting the same worker goes on", () => {
  const { story, tell } = aStory(aRow({ state: "assigned" }));
  tell({ ...MOVE, to: "waiting", waitsOn: "client" });
  expect(story.row).toMatchObject({ returns_to: "assigned", waits_on: "client" });
  tell({ ...MOVE, to: "assigned" });
  expect(story.row).toMatchObject({ state: "assigned", worker_contact_id: 9, returns_to: null });
});

test("an operator moves neither another person's request nor changes it", () => {
  const { tell } = aStory(aRow({ owner_account_id: 1 }));
  expect(tell({ ...MOVE, to: "working" }, bruno)).toMatchObject({ why: "held_by_other", by: { id: 1 } });
  expect(tell({ ...CHANGE, priority: "high" }, bruno)).toMatchObject({ why: "held_by_other" });
});

test("the client's word on done work closes it", () => {
  const { story, tell } = aStory(aRow({ state: "done" }));
  const outcome = tell({ kind: "answer", said: said(-5) }, bruno);
  expect(outcome).toMatchObject({ events: [{ kind: "confirmed" }, { kind: "closed" }] });
  expect(story.row).toMatchObject({ state: "closed", closed_at: at(-5), waits_on: null, next_step: null });
});

test("done before its time keeps a promise, done after it breaks it", () => {
  for (const [minutes, kind] of [
    [30, "promise_kept"],
    [-30, "promise_broken"],
  ] as const) {
    const { tell } = aStory(aRow({ state: "working", promise_at: at(minutes), promise_state: "open" }));
    const outcome = tell({ ...MOVE, to: "done", reason: "saw it" });
    expect(outcome).toMatchObject({ events: [{ kind: "done" }, { kind }] });
  }
});

test("a promise is broken when its time comes and not before", () => {
  const { story, tell } = aStory(aRow({ promise_at: at(1), promise_state: "open" }));
  expect(tell({ kind: "promise_due" }, SYSTEM)).toMatchObject({ ok: false, why: "not_due" });
  story.now = new Date(at(1));
  expect(tell({ kind: "promise_due" }, SYSTEM)).toMatchObject({ events: [{ kind: "promise_broken" }] });
  expect(tell({ kind: "promise_due" }, SYSTEM)).toMatchObject({ ok: false, why: "not_due" });
});

test("over a broken promise nobody but the client closes without a word", () => {
  const broken = { state: "done", promise_at: at(-60), promise_state: "broken" } as const;
  const { tell } = aStory(aRow(broken));
  expect(tell({ ...MOVE, to: "closed" })).toMatchObject({ ok: false, why: "broken_promise" });
  expect(tell({ ...MOVE, to: "closed", reason: "Told her" })).toMatchObject({ ok: true });
  const other = aStory(aRow(broken));
  expect(other.tell({ kind: "answer", said: said() })).toMatchObject({ ok: true });
  const third = aStory(aRow(broken));
  third.story.now = new Date(at(73 * 60));
  expect(third.tell({ kind: "quiet" }, SYSTEM)).toMatchObject({ ok: false, why: "broken_promise" });
});

test("done work is closed 72 hours after the last word from the client", () => {
  const { story, tell } = aStory(aRow({ state: "done", last_client_message_at: at(60) }));
  expect(timersOf(aRow({ state: "done", last_client_message_at: at(60) }))).toEqual({
    request_quiet: new Date(at(73 * 60)),
  });
  story.now = new Date(at(73 * 60 - 1));
  expect(tell({ kind: "quiet" }, SYSTEM)).toMatchObject({ why: "not_due" });
  story.now = new Date(at(73 * 60));
  expect(tell({ kind: "quiet" }, SYSTEM)).toMatchObject({ ok: true, events: [{ kind: "closed" }] });
});

test("a change made on an older version is refused only where somebody else changed the same", () => {
  const { tell } = aStory();
  tell({ ...OPEN, owner: { kind: "team", id: 1 } });
  tell({ ...CHANGE, priority: "urgent" }, bruno);
  expect(tell({ ...CHANGE, priority: "low", version: 1 })).toMatchObject({
    why: "changed_meanwhile",
    by: { kind: "account", id: 2 },
  });
  expect(tell({ ...CHANGE, title: "Kitchen tap", version: 1 })).toMatchObject({ ok: true });
  expect(tell({ ...CHANGE, priority: "high", version: 2 })).toMatchObject({ ok: true });
});

test("a move of what somebody else moved meanwhile is refused with what happened", () => {
  const { tell } = aStory();
  tell({ ...OPEN, owner: { kind: "team", id: 1 } });
  tell({ ...MOVE, to: "working" }, bruno);
  expect(tell({ ...MOVE, to: "waiting", waitsOn: "client", version: 1 })).toMatchObject({
    why: "moved_meanwhile",
    by: { kind: "account", id: 2 },
    state: "working",
  });
});

test("undo takes back a move whole, with the promise it settled", () => {
  const { story, tell } = aStory();
  tell(OPEN);
  tell({ ...CHANGE, promiseAt: at(60) });
  tell({ ...MOVE, to: "working" });
  const before = story.row;
  tell({ ...MOVE, to: "done", reason: "saw it" });
  expect(story.row).toMatchObject({ state: "done", promise_state: "kept" });
  expect(tell({ kind: "undo", seq: null })).toMatchObject({ ok: true, events: [{ kind: "undone" }] });
  expect(before && story.row && differingColumns(before, story.row)).toEqual([]);
});

test("undo goes back step by step, and no further than ten minutes", () => {
  const { story, tell } = aStory();
  tell(OPEN);
  tell({ ...MOVE, to: "working" });
  tell({ ...CHANGE, priority: "high" });
  tell({ kind: "undo", seq: null });
  expect(story.row).toMatchObject({ state: "working", priority: "normal" });
  tell({ kind: "undo", seq: null });
  expect(story.row).toMatchObject({ state: "ready" });
  story.now = new Date(NOW.getTime() + UNDO_MS + 1);
  expect(tell({ kind: "undo", seq: null })).toMatchObject({ why: "undo_too_late" });
});

test("a move that somebody went on from is not undone, a client's message is nobody's move", () => {
  const { tell } = aStory();
  tell({ ...OPEN, owner: { kind: "team", id: 1 } }, bruno);
  tell({ ...MOVE, to: "working" }, bruno);
  tell({ kind: "message", said: said() });
  expect(tell({ kind: "undo", seq: null }, bruno)).toMatchObject({ ok: true });
  tell({ ...MOVE, to: "working" }, bruno);
  tell({ ...MOVE, to: "blocked" });
  expect(tell({ kind: "undo", seq: null }, bruno)).toMatchObject({ why: "undo_not_yours", by: { id: 1 } });
});

test("a reply was sent and is not what undo takes back", () => {
  const { story, tell } = aStory();
  tell(OPEN);
  tell({ ...MOVE, to: "working" });
  tell({ kind: "reply", messageId: 3 });
  tell({ kind: "undo", seq: null });
  expect(story.row?.state).toBe("ready");
});

test("what was opened by mistake is void and takes no more commands", () => {
  const { story, tell } = aStory();
  tell(OPEN);
  tell({ kind: "undo", seq: null });
  expect(story.row).toMatchObject({ is_void: true, state: "cancelled", next_step: null });
  expect(tell({ kind: "note", text: "hello" })).toMatchObject({ why: "not_found" });
});

const someone = fc.constantFrom(ana, bruno, SYSTEM);
const minutes = fc.integer({ min: -100, max: 6000 });
const anAsk: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({
    kind: fc.constant("move" as const),
    to: fc.constantFrom(...STATES),
    reason: fc.constantFrom("why", null),
    workerId: fc.constantFrom(9, null),
    waitsOn: fc.constantFrom("client" as const, "third_party" as const, null),
    version: fc.constantFrom(1, 5, null),
  }),
  fc.record({
    kind: fc.constant("change" as const),
    version: fc.constantFrom(1, null),
    promiseAt: fc.option(minutes.map(at), { nil: undefined }),
    owner: fc.constantFrom({ kind: "team" as const, id: 1 }, { kind: "account" as const, id: 1 }, undefined),
    title: fc.constantFrom("New title", undefined),
  }),
  fc.record({
    kind: fc.constantFrom("message" as const, "answer" as const, "chase" as const),
    said: minutes.map(said),
  }),
  fc.constant({ kind: "undo" as const, seq: null }),
  fc.constant({ kind: "note" as const, text: "word" }),
  fc.constantFrom({ kind: "promise_due" as const }, { kind: "quiet" as const }),
);
const aDay = fc.array(fc.record({ ask: anAsk, actor: someone, wait: fc.integer({ min: 0, max: 400 }) }), {
  maxLength: 40,
});

test("whatever happens, an open request has owner, next step and time, and its row is the fold of its events", () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const { story, tell } = aStory();
      tell(OPEN);
      for (const { ask, actor, wait } of day) {
        // Often within the ten minutes of undo, sometimes days later.
        story.now = new Date(story.now.getTime() + (wait < 300 ? wait * 1000 : wait * 60_000));
        tell(ask, actor);
        const { row } = story;
        if (!row) throw new Error("it was opened");
        if (isOpen(row.state)) {
          expect([row.owner_account_id, row.owner_team_id].filter((owner) => owner !== null)).toHaveLength(1);
          expect([row.waits_on, row.next_step, row.next_step_at]).not.toContain(null);
        } else expect([row.waits_on, row.next_step]).toEqual([null, null]);
        expect(row.state === "waiting").toBe(row.returns_to !== null);
        expect(row.state !== "assigned" || row.worker_contact_id !== null).toBe(true);
        expect((row.promise_at === null) === (row.promise_state === null)).toBe(true);
        expect(row.chases).toBeGreaterThanOrEqual(0);
        const folded = fold(story.events);
        expect(differingColumns(row, folded)).toEqual([]);
        expect(folded.version).toBe(row.version);
      }
    }),
    { numRuns: 400, seed: Number(process.env.BATON_PROPERTY_SEED ?? 4) },
  );
});
