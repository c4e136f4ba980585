import { expect, test } from "vitest";
import { type Join, kindsAfterParting, mayMerge, partingOf, type Side } from "./contact-merge-rules.ts";

const side = (rootId: number, more: Partial<Side> = {}): Side => ({
  ...{ rootId, hasPhone: false, rowIds: [rootId], kinds: ["client"] },
  ...more,
});
const join = (id: number, sideIds: number[], intoIds: number[]): Join => ({
  ...{ id, sideIds, intoIds, contactId: sideIds[0] ?? 0, intoId: intoIds[0] ?? 0, kindsBefore: ["client"] },
});

test("two who both have a phone are one only when it is confirmed", () => {
  const [one, other] = [side(1, { hasPhone: true }), side(2, { hasPhone: true })];
  expect(mayMerge(one, other, false)).toEqual({ kind: "refused", why: "both_have_phones" });
  expect(mayMerge(one, other, true)).toMatchObject({ kind: "merge" });
  expect(mayMerge(one, side(2), false)).toMatchObject({ kind: "merge" });
});

test("a contact is not merged with itself, also by another of its ids", () => {
  expect(mayMerge(side(1), side(1), true)).toEqual({ kind: "refused", why: "same_contact" });
});

test("who was a client and who was a worker is both, and again what they were when taken apart", () => {
  expect(mayMerge(side(1), side(2, { kinds: ["worker"] }), false)).toEqual({
    kind: "merge",
    kinds: ["client", "worker"],
  });
  expect(kindsAfterParting(["client", "worker"], join(1, [2], [1]), ["worker"])).toEqual(["client"]);
});

test("a kind that was changed since stays when they are taken apart", () => {
  expect(kindsAfterParting(["staff"], join(1, [2], [1]), ["worker"])).toEqual(["staff"]);
});

test("a join is taken back whole: every row of the one side from every row of the other", () => {
  const parting = partingOf(3, [1, 2, 3, 4], [join(7, [3, 4], [1, 2])]);
  expect(parting).toMatchObject({ kind: "take_back", join: { id: 7 } });
  expect(parting.kind !== "refused" && parting.apart).toEqual([
    [1, 3],
    [2, 3],
    [1, 4],
    [2, 4],
  ]);
});

test("of what WhatsApp put together one row is taken out from all others", () => {
  expect(partingOf(2, [1, 2, 3], [])).toEqual({
    kind: "take_out",
    apart: [
      [1, 2],
      [2, 3],
    ],
  });
});

test("what is alone, or somebody else's, is not taken apart", () => {
  expect(partingOf(1, [1], [])).toEqual({ kind: "refused", why: "not_joined" });
  expect(partingOf(9, [1, 2], [])).toEqual({ kind: "refused", why: "not_joined" });
});
