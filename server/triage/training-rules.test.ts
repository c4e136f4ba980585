import { expect, test } from "vitest";
import { categoriesFor, labelOf } from "./kind-labels.ts";
import type { KindRow } from "./situation-store.ts";
import { isDue, shippedWeight, taughtBy } from "./training-rules.ts";

const kind = (id: number, label: KindRow["label"], more: Partial<KindRow> = {}): KindRow => ({
  ...{ id, label, name: `Kind ${id}`, priority: "normal", teamId: null, teamName: null },
  ...{ countsAs: id, isInUse: true, ...more },
});
const kinds = [
  kind(1, "breakdown_repair"),
  kind(2, "breakdown_repair"),
  kind(3, "complaint", { isInUse: false, countsAs: 1 }),
];

test("the first category of a measuring category goes by its name, others by their id, merged ones by where they are now", () => {
  expect([1, 2, 3, 4].map((id) => labelOf(id, kinds))).toEqual([
    ...["breakdown_repair", "2", "breakdown_repair", null],
  ]);
});

test("odds are of the categories in use alone, together 1", () => {
  const odds = ["complaint", "breakdown_repair", "2", "other_not_a_request"].map((label, at) => ({
    ...{ label, confidence: [0.4, 0.3, 0.1, 0.2][at] ?? 0, because: [] },
  }));
  const found = categoriesFor(odds, kinds);
  expect(found.map((each) => each.kind.id)).toEqual([1, 2]);
  expect(found.map(({ confidence }) => confidence)).toEqual([expect.closeTo(0.75), expect.closeTo(0.25)]);
});

test("a decision without words, or without a category, teaches no category", () => {
  const example = {
    ...({ decisionId: 1, kind: "opens", categoryId: 1, priority: "high" } as const),
    ...{ text: "no heat", owner: "team:2" },
  };
  expect(taughtBy("category", example, kinds)).toMatchObject({ text: "no heat", label: "breakdown_repair" });
  expect(taughtBy("priority", example, kinds)).toEqual({
    ...{ text: "no heat", label: "high", category: "breakdown_repair" },
  });
  expect(taughtBy("owner", example, kinds)).toMatchObject({ label: "team:2" });
  expect(taughtBy("owner", { ...example, owner: null }, kinds)).toBeNull();
  expect(taughtBy("category", { ...example, text: " " }, kinds)).toBeNull();
  expect(taughtBy("category", { ...example, categoryId: null }, kinds)).toBeNull();
  expect(taughtBy("category", { ...example, kind: "no_request" }, kinds)?.label).toBe("other_not_a_request");
});

test("a model is due when enough is new, at most every three minutes, at least four times a day", () => {
  const madeAt = new Date("2026-03-02T09:00:00Z");
  const head = {
    ...{ kind: "category" as const, version: 1, madeAt, trainedOn: 2000, decisionId: 5, basis: "b" },
    figures: { counts: {}, shipped: 0 },
  };
  const after = (minutes: number, news: number, basis = "b") =>
    isDue(head, { news, basis, now: new Date(madeAt.getTime() + minutes * 60_000) });
  expect([after(2, 100), after(4, 39), after(4, 40), after(359, 1), after(361, 1), after(361, 0)]).toEqual([
    ...[false, false, true, false, true, false],
  ]);
  expect([after(2, 0, "other"), after(4, 0, "other")]).toEqual([false, true]);
  expect(isDue(null, { news: 19, basis: "b", now: madeAt })).toBe(false);
});

test("the shipped examples give way, and never quite go", () => {
  expect(shippedWeight(0)).toBe(0.5);
  expect(shippedWeight(400)).toBe(0.25);
  expect(shippedWeight(1e6)).toBe(0.1);
});
