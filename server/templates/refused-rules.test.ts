import { expect, test } from "vitest";
import { applyRefusals, isAboutTemplate } from "./refused-rules.ts";
import type { TemplateFacts } from "./sync-rules.ts";

const NOW = new Date("2026-11-18T09:00:00Z");
const BEFORE = new Date("2026-11-01T09:00:00Z");
const row = (more: Partial<TemplateFacts> = {}): TemplateFacts => ({
  ...{ providerId: "8", name: "reminder", language: "es", category: "utility" },
  ...{ state: "approved", stateAt: BEFORE, providerState: "APPROVED" },
  definition: { variables: "positional", body: "Hola", buttons: [], examples: {}, beyond: [] },
  ...{
    components: [],
    componentsAt: BEFORE,
    reason: null,
    quality: null,
    qualityAt: null,
    pausedUntil: null,
  },
  ...{
    categoryAt: BEFORE,
    nextCategory: null,
    nextCategoryAt: null,
    previousCategory: null,
    syncedAt: BEFORE,
  },
  ...more,
});
const refused = (code: number, language = "es") => [{ name: "reminder", language, code }];

test.each([
  [132015, "paused"],
  [132016, "disabled"],
  [132001, "deleted"],
])("a send refused with %i means that it is %s, from now on", (code, state) => {
  expect(applyRefusals([row()], refused(code), NOW)).toMatchObject([
    { providerId: "8", state, stateAt: NOW },
  ]);
});

test("another language, or another code, says nothing of it", () => {
  expect(applyRefusals([row()], refused(132015, "en_US"), NOW)).toEqual([]);
  expect(applyRefusals([row()], refused(132000), NOW)).toEqual([]);
});

test("what is known better stays", () => {
  const paused = row({ state: "paused", pausedUntil: NOW });
  expect(applyRefusals([paused], refused(132015), NOW)).toEqual([]);
  expect(applyRefusals([row({ state: "rejected" })], refused(132001), NOW)).toEqual([]);
});

test("wrong values too are a reason to ask for the list again, a person's phone is not", () => {
  expect(isAboutTemplate(132000)).toBe(true);
  expect(isAboutTemplate(131026)).toBe(false);
});
