import { expect, test } from "vitest";
import { type KnownIdentity, planFamilies } from "./record-people-families.ts";
import { idOf, type Pair, type Relation } from "./record-people-rules.ts";
import type { Words } from "./record-people-wholes.ts";

const B1 = idOf("bsuid", "US.B1");
const B2 = idOf("bsuid", "US.B2");
const P1 = idOf("wa_id", "15551");
const P2 = idOf("wa_id", "15552");
const pair = (a: Pair["a"], b: Pair["b"], atMs: number, relation: Relation = "seen"): Pair => ({
  ...{ a, b, atMs, relation },
});
const nobody = { identities: [], rows: [], words: { joins: [], aparts: [] } };
const said = (...ids: Pair["a"][]) => ids.map((id) => ({ id, atMs: 1 }));
/** Whether the two ids are read at one person. */
function areOne(plan: ReturnType<typeof planFamilies>, a: Pair["a"], b: Pair["a"], atMs = 1): boolean {
  const [one, other] = [plan.rowAt(a, atMs), plan.rowAt(b, atMs)];
  return plan.families.some((rows) => rows.some((row) => row === one) && rows.some((row) => row === other));
}

test("an id and a phone seen together are one", () => {
  const plan = planFamilies(nobody, [pair(B1, P1, 5)], said(B1, P1));
  expect(areOne(plan, B1, P1, 5)).toBe(true);
});

test("two who each came with their own phone stay two when one is seen with the other's", () => {
  const pairs = [pair(B1, P1, 1), pair(B1, P2, 2), pair(B2, P2, 3)];
  expect(areOne(planFamilies(nobody, pairs, said(B1, B2)), B1, B2)).toBe(false);
});

test("a second phone that is nobody's own belongs to the id it was seen with", () => {
  const plan = planFamilies(nobody, [pair(B1, P1, 1), pair(B1, P2, 2)], said(B1));
  expect(areOne(plan, B1, P2, 2)).toBe(true);
});

test("an old and a new id are one when WhatsApp says so, phones or not", () => {
  const pairs = [pair(B1, P1, 1), pair(B2, P2, 2), pair(B1, B2, 3, "became")];
  expect(areOne(planFamilies(nobody, pairs, said(B1, B2)), B1, B2)).toBe(true);
});

test("whoever writes from a phone that was left is somebody else", () => {
  const plan = planFamilies(
    nobody,
    [pair(P1, P2, 5, "moved")],
    [
      { id: P1, atMs: 1 },
      { id: P2, atMs: 6 },
      { id: P1, atMs: 9 },
    ],
  );
  expect(plan.rowAt(P1, 1)).not.toBe(plan.rowAt(P1, 9));
  expect(plan.families.map((rows) => rows.length).sort()).toEqual([1, 2]);
});

const known = (id: Pair["a"], ownerId: number): KnownIdentity => ({
  ...{ kind: id.kind, value: id.value, ownerId, fromMs: Number.NEGATIVE_INFINITY },
  ...{ homeMs: 1, sinceMs: 1, untilMs: null, pairedMs: null },
});
const withWords = (words: Partial<Words>) => ({
  identities: [known(B1, 1), known(B2, 2)],
  rows: [1, 2].map((id) => ({ id, mergedInto: null, isJoined: false, isGiven: false })),
  words: { joins: [], aparts: [], ...words },
});

test("what a person took apart WhatsApp does not join", () => {
  const plan = planFamilies(withWords({ aparts: [{ aId: 1, bId: 2 }] }), [pair(B1, B2, 3, "became")], []);
  expect(areOne(plan, B1, B2)).toBe(false);
});

test("what a person joined stays joined, and the one they kept is read first", () => {
  const plan = planFamilies(withWords({ joins: [{ contactId: 1, intoId: 2 }] }), [], []);
  expect(plan.families).toEqual([[expect.objectContaining({ id: 2 }), expect.objectContaining({ id: 1 })]]);
});
