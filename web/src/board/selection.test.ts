import { expect, test } from "vitest";
import type { BoardColumn } from "../../../shared/api/requests.ts";
import { aStrip } from "./a-strip.ts";
import { movedStrip, withStrip } from "./moved-board.ts";
import { findStrip, stepFrom } from "./selection.ts";

const columns: BoardColumn[] = [
  { state: "ready", count: 3, late: 0, strips: [aStrip(1), aStrip(2), aStrip(3)], next: null },
  { state: "assigned", count: 0, late: 0, strips: [], next: null },
  { state: "working", count: 1, late: 0, strips: [aStrip(9, { state: "working" })], next: null },
];

test("up and down move within the column and stop at its ends", () => {
  expect(stepFrom(columns, 1, "next")?.id).toBe(2);
  expect(stepFrom(columns, 1, "previous")).toBeNull();
  expect(stepFrom(columns, 3, "next")).toBeNull();
});

test("across goes to the next filled column, as far down as it reaches", () => {
  expect(stepFrom(columns, 3, "end")?.id).toBe(9);
  expect(stepFrom(columns, 9, "start")?.id).toBe(1);
});

test("without a selection any key takes the first strip", () => {
  expect(stepFrom(columns, null, "end")?.id).toBe(1);
});

test("a move is on the board before the server has answered, with what the state brings", () => {
  const now = Date.parse("2026-11-22T09:00:00Z");
  const moved = movedStrip(aStrip(2), { to: "assigned", workerId: 7, workerName: "Suresh" }, now);
  expect(moved).toMatchObject({
    waitsOn: "worker",
    worker: { name: "Suresh" },
    nextStep: { code: "answer_card" },
  });
  const board = withStrip({ columns, open: 4, inYourHands: 0, late: 0, broken: 0 }, moved);
  expect(board.columns.map((column) => [column.count, column.strips.map((strip) => strip.id)])).toEqual([
    [2, [1, 3]],
    [1, [2]],
    [1, [9]],
  ]);
  expect(findStrip(board.columns, 2)?.state).toBe("assigned");
});
