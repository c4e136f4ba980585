import { expect, test } from "vitest";
import { keepOnly, NO_PICKS, runTo, togglePick } from "./picks.ts";

const order = [1, 2, 3, 4, 5];
const chosen = ({ ids }: { ids: ReadonlySet<number> }) => [...ids].sort((a, b) => a - b);

test("a mark is set and taken away", () => {
  const one = togglePick(NO_PICKS, 3);
  expect(chosen(one)).toEqual([3]);
  expect(chosen(togglePick(one, 3))).toEqual([]);
});

test("a run goes from the last mark to where one is, either way, and keeps what was chosen", () => {
  const one = togglePick(togglePick(NO_PICKS, 5), 3);
  expect(chosen(runTo(one, 1, order))).toEqual([1, 2, 3, 5]);
  expect(chosen(runTo(runTo(one, 1, order), 4, order))).toEqual([1, 2, 3, 4, 5]);
});

test("a run without a beginning is one message, and one that is not there is none", () => {
  expect(chosen(runTo(NO_PICKS, 2, order))).toEqual([2]);
  expect(runTo(NO_PICKS, 9, order)).toBe(NO_PICKS);
});

test("what went elsewhere meanwhile is not chosen any more", () => {
  const two = togglePick(togglePick(NO_PICKS, 2), 4);
  expect(keepOnly(two, order)).toBe(two);
  expect(keepOnly(two, [1, 2])).toEqual({ ids: new Set([2]), anchor: null });
});
