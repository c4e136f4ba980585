import { expect, test } from "vitest";
import type { RequestEvent } from "../../../shared/api/requests.ts";
import { enteredAt, handsMarks, holdings, stateSpans } from "./hands.ts";

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 8, minute)).toISOString();
const anEvent = (minute: number, event: Partial<RequestEvent>): RequestEvent => ({
  seq: minute,
  at: at(minute),
  kind: "moved",
  actor: { kind: "account", name: "Mariam" },
  through: "screen",
  state: null,
  text: null,
  facts: {},
  ...event,
});
const now = Date.parse(at(50));
const minutes = (holding: { from: number; to: number }) => (holding.to - holding.from) / 60_000;

const story = [
  anEvent(0, { kind: "opened", state: "new" }),
  anEvent(5, { kind: "triaged", state: "ready" }),
  anEvent(10, { kind: "assigned", state: "assigned", facts: { workerName: "Suresh" } }),
  anEvent(12, { kind: "note" }),
  anEvent(30, { kind: "blocked", state: "blocked" }),
];

test("neighbouring states in the same hands are one holding, until now", () => {
  expect(holdings(story, now).map((held) => [held.hands, minutes(held)])).toEqual([
    ["us", 10],
    ["worker", 20],
    ["us", 20],
  ]);
});

test("what was taken back was never held", () => {
  const undone = story.map((event) => (event.seq === 10 ? { ...event, facts: { undone: true } } : event));
  expect(holdings(undone, now).map((held) => held.hands)).toEqual(["us"]);
  expect(stateSpans(undone).map((span) => span.state)).toEqual(["new", "ready", "blocked"]);
});

test("a closed request is in nobody's hands any more", () => {
  const line = holdings([...story, anEvent(40, { state: "closed" })], now);
  expect(minutes(line.at(-1) ?? { from: 0, to: 0 })).toBe(10);
});

test("a state entered twice shows its last time", () => {
  const again = [...story, anEvent(40, { state: "assigned" })];
  expect(enteredAt(again).assigned).toBe(at(40));
});

test("chases and promises stand on the line at their times", () => {
  const events = [
    ...story,
    anEvent(31, { kind: "promised", facts: { promiseAt: at(45) } }),
    anEvent(35, { kind: "chased" }),
    anEvent(45, { kind: "promise_broken", facts: { promiseAt: at(45) } }),
  ];
  expect(handsMarks(events)).toEqual([
    { kind: "promise", at: Date.parse(at(45)) },
    { kind: "chase", at: Date.parse(at(35)) },
    { kind: "broken", at: Date.parse(at(45)) },
  ]);
});
