import { expect, test, vi } from "vitest";
import type { Decided, TrayItem } from "../../../shared/api/tray.ts";
import { type Decision, makeDecisionLine } from "./decision-line.ts";

const anItem = (id: number): TrayItem => ({
  id,
  conversationId: id,
  contact: null,
  messageIds: [id, id + 100],
  firstAt: "2026-11-22T08:00:00Z",
  lastAt: "2026-11-22T08:00:00Z",
  preview: null,
  photos: 0,
  voiceNotes: 0,
  others: 0,
  hint: null,
  isUrgent: false,
  wroteAgainAt: null,
  windowUntil: null,
});
const aDecision = (id: number): Omit<Decision, "state" | "unseen"> => ({
  key: `key-${id}`,
  item: anItem(id),
  ask: { messageIds: [id, id + 100], kind: "no_request" },
  title: null,
  at: 0,
});
const decided = (id: number): Decided => ({
  id,
  kind: "no_request",
  at: "2026-11-22T08:00:00Z",
  by: "Mariam",
  rule: null,
  request: null,
  contactName: "Fatima",
});

function aLine(send: (ask: Decision["ask"], signal: AbortSignal) => Promise<Decided>) {
  const undo = vi.fn(async () => undefined);
  const onSettled = vi.fn();
  const line = makeDecisionLine({
    send,
    undo,
    onSettled,
    isOffline: (error) => error === "offline",
    isDecided: (error) => error === "decided",
  });
  return { line, undo, onSettled };
}
const settled = () => new Promise((done) => setTimeout(done, 0));

test("a decision takes its messages off the screen before the server knows", () => {
  const { line } = aLine(() => new Promise(() => undefined));
  line.decide(aDecision(1));
  expect([...line.read().decided]).toEqual([1, 101]);
});

test("decisions go out one after another, in their order", async () => {
  const sent: (number | undefined)[] = [];
  const { line } = aLine(async (ask) => {
    sent.push(ask.messageIds[0]);
    return decided(1);
  });
  line.decide(aDecision(1));
  line.decide(aDecision(2));
  line.decide(aDecision(3));
  await settled();
  expect(sent).toEqual([1, 2, 3]);
  expect(line.read().waiting).toEqual([]);
});

test("a refused decision brings its item back and says why", async () => {
  const { line } = aLine(() => Promise.reject("faster"));
  line.decide(aDecision(1));
  await settled();
  expect(line.read().decided.size).toBe(0);
  expect(line.read().refused).toMatchObject({ error: "faster", decision: { key: "key-1" } });
});

test("without a connection decisions wait, and go out when it is back", async () => {
  let isUp = false;
  const { line } = aLine(async () => (isUp ? decided(1) : Promise.reject("offline")));
  line.decide(aDecision(1));
  line.decide(aDecision(2));
  await settled();
  expect(line.read()).toMatchObject({ isStalled: true, waiting: [{ key: "key-1" }, { key: "key-2" }] });
  isUp = true;
  line.flush();
  await settled();
  expect(line.read()).toMatchObject({ isStalled: false, waiting: [] });
});

test("a decision whose answer was lost is not refused when it turns out to be made", async () => {
  let calls = 0;
  const { line } = aLine(() => Promise.reject(calls++ === 0 ? "offline" : "decided"));
  line.decide(aDecision(1));
  await settled();
  line.flush();
  await settled();
  expect(line.read()).toMatchObject({ refused: null, waiting: [] });
});

test("one that has not left is simply taken out of the line", async () => {
  const { line, undo } = aLine(() => Promise.reject("offline"));
  line.decide(aDecision(1));
  line.decide(aDecision(2));
  await settled();
  line.takeBack("key-2");
  expect(line.read().waiting.map((decision) => decision.key)).toEqual(["key-1"]);
  expect(line.read().decided.has(2)).toBe(false);
  expect(undo).not.toHaveBeenCalled();
});

test("one under way is undone as soon as it has arrived", async () => {
  const arrive: ((decision: Decided) => void)[] = [];
  const { line, undo } = aLine(() => new Promise((done) => arrive.push(done)));
  line.decide(aDecision(1));
  line.takeBack("key-1");
  expect(line.read().decided.has(1)).toBe(false);
  for (const each of arrive) each(decided(77));
  await settled();
  expect(undo).toHaveBeenCalledWith(77);
});

test("a call that nobody ever answers is given up and made again", async () => {
  vi.useFakeTimers();
  let calls = 0;
  const { line } = aLine((_, signal) => {
    calls += 1;
    if (calls > 1) return Promise.resolve(decided(1));
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => reject(new Error("aborted")));
    });
  });
  line.decide(aDecision(1));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(line.read()).toMatchObject({ isStalled: true, waiting: [{ key: "key-1", unseen: 1 }] });
  await vi.advanceTimersByTimeAsync(4_000);
  vi.useRealTimers();
  expect(line.read()).toMatchObject({ isStalled: false, waiting: [], refused: null });
  expect(calls).toBe(2);
});
