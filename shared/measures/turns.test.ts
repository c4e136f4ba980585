/** Measures 1, 2, 6 and 7 on one request's messages; what is expected is worked out by hand from their definitions. */
import { expect, test } from "vitest";
import { findChases } from "./chase.ts";
import { findFollowUps } from "./follow-up.ts";
import { firstReply, waitsOf } from "./reply.ts";
import { resolve } from "./resolution.ts";
import type { Turn } from "./turn.ts";

const HOUR = 3_600_000;
type Word = [minute: number, what: string];

/** c: client, s: staff, b: bot; then what it does. */
const turnsOf = (...words: Word[]): Turn[] =>
  words.map(([minute, what]) => {
    const [who, ...acts] = what.split(" ");
    return {
      at: minute * 60_000,
      side: who === "c" ? "client" : who === "s" ? "staff" : "bot",
      asks: acts.includes("asks"),
      addsNothing: !acts.includes("new"),
      isThanks: acts.includes("thanks"),
      settles: acts.includes("settles"),
      withdraws: acts.includes("withdraws"),
      wants: acts.includes("work") ? "work" : acts.includes("question") ? "answer" : null,
      completes: acts.includes("done"),
      answers: acts.includes("answers"),
    };
  });
const allDay = (from: number, to: number) => to - from;
const chasesIn = (turns: Turn[], after?: number) =>
  findChases(turns, resolve(turns, 0).before, allDay, after);
const levelOf = (until: number, ...words: Word[]) => {
  const { level, at } = resolve(turnsOf(...words), until * 60_000);
  return [level, at];
};

test("asking again unanswered is a chase from 15 minutes on, not before", () => {
  const turns = (minute: number) => turnsOf([0, "c work new"], [minute, "c asks"]);
  expect(chasesIn(turns(14))).toEqual([]);
  expect(chasesIn(turns(15))).toEqual([1]);
  expect(chasesIn(turns(6), 5 * 60_000)).toEqual([1]);
  expect(chasesIn(turns(59), 60 * 60_000)).toEqual([]);
});

test("time counts from the client's last message, not from the first", () => {
  const turns = turnsOf([0, "c work new"], [10, "c new"], [20, "c asks"], [40, "c asks"]);
  expect(chasesIn(turns)).toEqual([3]);
});

test("a new fact, thanks or a closing word chases nobody", () => {
  expect(
    chasesIn(turnsOf([0, "c work new"], [30, "c asks new"], [60, "c thanks"], [90, "c settles"])),
  ).toEqual([]);
});

test("once we answered, four business hours must pass", () => {
  const turns = (minute: number) => turnsOf([0, "c work new"], [5, "s"], [minute, "c asks"]);
  expect(chasesIn(turns(244))).toEqual([]);
  expect(chasesIn(turns(245))).toEqual([2]);
  const night = turns(245);
  expect(findChases(night, resolve(night, 0).before, () => 3 * HOUR)).toEqual([]);
});

test("a bot's word does not count as ours", () => {
  expect(chasesIn(turnsOf([0, "c work new"], [1, "b"], [20, "c asks"]))).toEqual([2]);
});

test("on what the client called settled nobody chases; on what only we call done they may", () => {
  expect(chasesIn(turnsOf([0, "c work new"], [5, "s done"], [6, "c settles"], [400, "c asks"]))).toEqual([]);
  expect(chasesIn(turnsOf([0, "c work new"], [5, "s done"], [400, "c asks"]))).toEqual([2]);
});

test("our word after half a day is a follow-up, with the chase right before it", () => {
  const turns = turnsOf([0, "c work new"], [5, "s"], [300, "c asks"], [310, "s"], [600, "s"], [610, "s"]);
  expect(findFollowUps(turns, resolve(turns, 0), chasesIn(turns), allDay)).toEqual([
    { place: 3, after: 2 },
    { place: 4, after: null },
  ]);
});

test("a first reply, a quick one, and a word on what is done follow nothing up", () => {
  const turns = turnsOf([0, "c work new"], [300, "s"], [310, "s"], [320, "s done"], [900, "s"]);
  expect(findFollowUps(turns, resolve(turns, 0), [], allDay)).toEqual([]);
});

test("what was called done and gone on with was not done yet", () => {
  const turns = turnsOf([0, "c work new"], [5, "s done"], [6, "c thanks"], [300, "s done"], [600, "s"]);
  expect(findFollowUps(turns, resolve(turns, 0), [], allDay)).toEqual([{ place: 3, after: null }]);
});

test("levels: confirmed by the client, claimed by us, open", () => {
  expect(levelOf(0, [0, "c work new"], [9, "s done"], [10, "c thanks"])).toEqual(["confirmed", 2]);
  expect(levelOf(0, [0, "c work new"], [9, "s done"])).toEqual(["claimed", 1]);
  expect(levelOf(0, [0, "c work new"], [9, "s"])).toEqual(["open", null]);
});

test("thanks after on my way are no resolution", () => {
  expect(levelOf(0, [0, "c work new"], [9, "s"], [10, "c thanks"])).toEqual(["open", null]);
  expect(levelOf(0, [0, "c work new"], [9, "s answers"], [10, "c thanks"])).toEqual(["open", null]);
});

test("a request taken back is settled", () => {
  expect(levelOf(0, [0, "c work new"], [9, "s"], [10, "c withdraws"])).toEqual(["confirmed", 2]);
});

test("an answer completes what was only a question", () => {
  expect(levelOf(0, [0, "c question"], [9, "s answers"])).toEqual(["claimed", 1]);
  expect(levelOf(0, [0, "c question"], [9, "s answers"], [10, "c thanks"])).toEqual(["confirmed", 2]);
  expect(levelOf(0, [0, "c question"], [9, "s answers"], [10, "c work new"], [11, "s answers"])).toEqual([
    "open",
    null,
  ]);
});

test("72 hours of silence after our word presume an end there; after the client's they do not", () => {
  const days = 72 * 60;
  expect(levelOf(9 + days, [0, "c work new"], [9, "s"])).toEqual(["presumed", 1]);
  expect(levelOf(8 + days, [0, "c work new"], [9, "s"])).toEqual(["open", null]);
  expect(levelOf(10 + days, [0, "c work new"], [9, "s"], [10, "c thanks"])).toEqual(["presumed", 1]);
  expect(levelOf(900 + days, [0, "c work new"], [9, "s"], [900, "c asks"])).toEqual(["open", null]);
});

test("what the client writes after the end opens it again; the end is the last one", () => {
  const turns = turnsOf(
    [0, "c work new"],
    [9, "s done"],
    [10, "c thanks"],
    [60, "c work new"],
    [99, "s done"],
  );
  expect(resolve(turns, 0)).toEqual({
    level: "claimed",
    at: 4,
    firstDone: 1,
    lastDone: 4,
    before: ["open", "open", "claimed", "thanked", "open"],
  });
});

test("first reply passes over bots; a request that staff opened has none", () => {
  expect(firstReply(turnsOf([0, "c work new"], [1, "b"], [9, "s"]))).toEqual({ from: 0, to: 2 });
  expect(firstReply(turnsOf([0, "c work new"], [1, "b"]))).toEqual({ from: 0, to: null });
  expect(firstReply(turnsOf([0, "s"], [1, "c new"], [9, "s"]))).toBeNull();
  expect(firstReply([])).toBeNull();
});

test("each unanswered run waits from its first message; thanks wait for none", () => {
  const turns = turnsOf(
    [0, "c work new"],
    [3, "c new"],
    [9, "s"],
    [10, "c thanks"],
    [50, "c asks"],
    [60, "c asks"],
  );
  expect(waitsOf(turns, resolve(turns, 0).before)).toEqual([
    { from: 0, to: 2 },
    { from: 4, to: null },
  ]);
});

test("thanks for what we called done leave room to chase, the client's own word that it is settled does not", () => {
  const turns = (end: string) => turnsOf([0, "c work new"], [5, "s done"], [6, end], [400, "c asks"]);
  expect(chasesIn(turns("c thanks"))).toEqual([3]);
  expect(chasesIn(turns("c settles"))).toEqual([]);
});

test("what says nothing new waits for none, nor a word after the client called it settled; asking does", () => {
  const turns = turnsOf(
    [0, "c work new"],
    [5, "s done"],
    [6, "c"],
    [7, "s"],
    [8, "c settles"],
    [9, "c new"],
    [20, "s"],
    [30, "c question new"],
  );
  expect(waitsOf(turns, resolve(turns, 0).before)).toEqual([
    { from: 0, to: 1 },
    { from: 7, to: null },
  ]);
});
