import { expect, test } from "vitest";
import type { Message } from "../../../../shared/api/conversations.ts";
import { aMessage } from "../a-message.ts";
import { isMissedCall, oneLineACall } from "./happening-facts.ts";

const call = (id: number, type: string, more: Partial<NonNullable<Message["content"]["call"]>> = {}) =>
  aMessage(id, "2026-11-22T08:00:00Z", {
    kind: "call",
    text: null,
    content: { why: { type }, call: { id: "c1", isOurs: false, ...more } },
  });

test("of one call only its end is told, whatever came first", () => {
  const [end, start] = [call(2, "terminate", { seconds: 4 }), call(1, "connect")];
  expect(oneLineACall([start, end])).toEqual([end]);
  expect(oneLineACall([end, start])).toEqual([end]);
  const other = call(3, "connect", { id: "c2" });
  const text = aMessage(4, "2026-11-22T08:00:00Z");
  expect(oneLineACall([start, other, text])).toEqual([start, other, text]);
});

test("a call to us that ended unspoken was missed; ours was not", () => {
  expect(isMissedCall(call(1, "terminate"))).toBe(true);
  expect(isMissedCall(call(1, "terminate", { seconds: 9 }))).toBe(false);
  expect(isMissedCall(call(1, "connect"))).toBe(false);
  expect(isMissedCall(call(1, "terminate", { isOurs: true }))).toBe(false);
});
