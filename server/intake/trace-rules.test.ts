import { expect, test } from "vitest";
import { stepWords } from "./step-words.ts";
import { inOrder, type Moment, ofAnnotation, ofDelivery, ofMedia } from "./trace-rules.ts";
import type { DeliveryFacts } from "./trace-store.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds));
const delivery: DeliveryFacts = {
  id: 12,
  receivedAt: at(0),
  recordedAt: at(1),
  outcome: "recorded",
  reason: null,
  attempts: 1,
  times: 3,
  bytes: 800,
};

test("steps stand in the order of their times, with the time since the one before", () => {
  const steps = inOrder([
    { at: at(9), fact: { code: "queued", messageId: 1 } },
    { at: at(2), fact: { code: "called", attempts: 1 } },
  ]);
  expect(steps).toMatchObject([
    { at: at(2), afterMs: null, fact: { code: "called" } },
    { at: at(9), afterMs: 7_000, fact: { code: "queued" } },
  ]);
});

test("what happened at one moment keeps cause before effect", () => {
  const moments: Moment[] = [...ofDelivery({ ...delivery, recordedAt: at(0) }, [])];
  expect(inOrder(moments).map(({ fact }) => fact.code)).toEqual(["received", "recorded"]);
});

test("only WhatsApp's own times are marked as WhatsApp's", () => {
  const row = {
    what: "status",
    at: at(5),
    value: "read",
    errorCode: null,
    deliveryId: 12,
    deliveryRecordedAt: at(6),
  } as const;
  const steps = inOrder(ofAnnotation(row, null));
  expect(steps.map(({ fact, byWhatsapp }) => [fact.code, byWhatsapp])).toEqual([
    ["status", true],
    ["parked", false],
  ]);
});

test.each([
  ["before its message", at(2), at(4), true],
  ["in the same moment", at(2), at(2), false],
  ["after it", at(4), at(2), false],
])("what came %s waited: %s, %s", (_, deliveryRecordedAt, recordedAt, waited) => {
  const row = { what: "edit", at: at(1), value: null, errorCode: null, deliveryId: 12 } as const;
  const moments = ofAnnotation({ ...row, deliveryRecordedAt }, { id: 7, recordedAt });
  expect(moments.some(({ fact }) => fact.code === "parked")).toBe(waited);
});

test("a delivery that is gone says nothing about when something waited", () => {
  const row = { what: "edit", at: at(1), value: null, errorCode: null, deliveryId: 12 } as const;
  expect(ofAnnotation({ ...row, deliveryRecordedAt: null }, null)).toHaveLength(1);
});

test("a file that failed is one step, one that is here two", () => {
  const media = { attempts: 2, reason: "gone", createdAt: at(1), fetchedAt: at(3) };
  expect(ofMedia({ ...media, state: "failed", fetchedAt: null })).toMatchObject([
    { fact: { state: "failed", reason: "gone" } },
  ]);
  expect(ofMedia({ ...media, state: "fetched" }).map(({ fact }) => fact)).toMatchObject([
    { state: "asked" },
    { state: "fetched" },
  ]);
});

test("a line of English says what happened", () => {
  const dead = { ...delivery, outcome: "dead", recordedAt: null, reason: "The body is not JSON." } as const;
  const replays = [{ at: at(3), outcome: "dead", by: "Mariam" }] as const;
  expect(inOrder(ofDelivery(dead, replays)).map(({ fact }) => stepWords(fact))).toEqual([
    "delivery 12 received, 3 times in all",
    "dead after 1: not_json",
    "tried again by Mariam: dead",
  ]);
});
