import { expect, test } from "vitest";
import type { ProcessRow } from "./process-store.ts";
import { undertaker } from "./undertaker.ts";

const self: ProcessRow = { id: "self", pool: "mine", beats: 0 };
const other = (beats: number): ProcessRow => ({ id: "other", pool: "theirs", beats });

test("a process whose count stands still is dead after five looks", () => {
  const find = undertaker();
  const findings = Array.from({ length: 6 }, () => find([self, other(7)], [], "self"));
  expect(findings.map(({ dead }) => dead.length)).toEqual([0, 0, 0, 0, 0, 1]);
  expect(findings.at(-1)).toEqual({ alive: ["self"], dead: ["other"], ownerless: ["theirs"] });
});

test("one that counts lives, however slowly it was looked at", () => {
  const find = undertaker();
  const findings = Array.from({ length: 20 }, (_, look) => find([self, other(look >> 2)], [], "self"));
  expect(findings.flatMap(({ dead }) => dead)).toEqual([]);
});

test("nobody mourns themselves", () => {
  const find = undertaker();
  const findings = Array.from({ length: 20 }, () => find([self], [], "self"));
  expect(findings.at(-1)).toEqual({ alive: ["self"], dead: [], ownerless: [] });
});

test("locks nobody owns are released, though not before their owner had time to say so", () => {
  const find = undertaker();
  const findings = Array.from({ length: 6 }, () => find([self], ["orphan"], "self"));
  expect(findings.map(({ ownerless }) => ownerless)).toEqual([[], [], [], [], [], ["orphan"]]);
});
