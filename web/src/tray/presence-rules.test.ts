import { expect, test } from "vitest";
import { isTaken, nextFree, othersAt } from "./presence-rules.ts";

const item = (id: number) => ({ id, messageIds: [id, id + 100] });
const at = (accountId: number, messageId: number, since = 0) => ({
  account: { id: accountId, name: `P${accountId}` },
  messageId,
  isAnswering: false,
  since: new Date(since).toISOString(),
});
const items = [item(1), item(2), item(3)];
const ME = 9;

test("an item is found by any of its messages, and oneself is nobody else", () => {
  expect(othersAt(item(1), [at(5, 101), at(ME, 1)], ME)).toHaveLength(1);
});

test("who came first has it", () => {
  expect(isTaken(item(1), [at(5, 1, 1), at(ME, 1, 2)], ME)).toBe(true);
  expect(isTaken(item(1), [at(ME, 1, 1), at(5, 1, 2)], ME)).toBe(false);
  expect(isTaken(item(1), [], ME)).toBe(false);
});

test("the next one skips what others have, goes round, and is never nothing while something waits", () => {
  expect(nextFree(items, 0, [at(5, 1)], ME)?.id).toBe(2);
  expect(nextFree(items, 2, [at(5, 3)], ME)?.id).toBe(1);
  expect(nextFree(items, 1, [at(5, 1), at(6, 2), at(7, 3)], ME)?.id).toBe(2);
  expect(nextFree([], 0, [], ME)).toBeNull();
});
