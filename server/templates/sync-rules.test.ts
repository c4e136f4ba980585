import { expect, test } from "vitest";
import type { ListedTemplate } from "../whatsapp/templates.ts";
import { applyNotices as apply } from "./notice-rules.ts";
import { readTemplateNotice } from "./notices.ts";
import { isOtherwise, mergeListing, type TemplateFacts, troubleOf } from "./sync-rules.ts";

const applyNotices = (
  rows: readonly TemplateFacts[],
  notices: readonly { field: string; at: Date; body: unknown }[],
) => apply(rows, notices.map(readTemplateNotice));
const at = (minute: number) => new Date(Date.UTC(2026, 2, 2, 9, minute));
const DEFINITION = { variables: "positional" as const, body: "Hello", buttons: [], examples: {}, beyond: [] };

const listed = (more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  providerId: "1",
  name: "visit",
  language: "en_US",
  category: "utility",
  status: "APPROVED",
  reason: null,
  quality: null,
  previousCategory: null,
  definition: DEFINITION,
  components: [],
  ...more,
});

/** As a listing of that minute left it. */
function row(minute: number, more: Partial<ListedTemplate> = {}): TemplateFacts {
  const [fresh] = mergeListing([], [listed(more)], at(minute));
  if (!fresh) throw new Error("a listing of one has one row");
  return fresh;
}
const paused = (minute: number) => ({
  field: "message_template_status_update",
  at: at(minute),
  body: {
    event: "PAUSED",
    message_template_id: 1,
    message_template_name: "visit",
    message_template_language: "en_US",
    reason: "NONE",
    other_info: { title: "FIRST_PAUSE" },
  },
});

test("a template that is not in the list any more is marked deleted and kept", () => {
  const [gone] = mergeListing([row(0)], [], at(5));
  expect(gone).toMatchObject({ name: "visit", state: "deleted", stateAt: at(5) });
});

test("one that was handed in while the list was read is not taken for deleted", () => {
  expect(mergeListing([{ ...row(6), syncedAt: at(6) }], [], at(5))).toEqual([]);
});

test("a notice that came while the list was read is newer than the list", () => {
  const [told] = applyNotices([row(0)], [paused(6)]);
  const [kept] = mergeListing(told ? [told] : [], [listed()], at(5));
  expect(kept).toMatchObject({
    state: "paused",
    stateAt: at(6),
    pausedUntil: new Date(Date.UTC(2026, 2, 2, 12, 6)),
  });
});

test("a listing after a pause says that it is over", () => {
  const [told] = applyNotices([row(0)], [paused(6)]);
  const [over] = mergeListing(told ? [told] : [], [listed()], at(10));
  expect(over).toMatchObject({ state: "approved", stateAt: at(10), pausedUntil: null });
  expect(applyNotices(over ? [over] : [], [paused(6)])).toEqual([]);
});

test("while nothing changed it stands so since before, and screens need not look", () => {
  const old = row(0);
  const [same] = mergeListing([old], [listed()], at(30));
  expect(same?.stateAt).toEqual(at(0));
  expect(same && isOtherwise(old, same)).toBe(false);
});

test("notices end the same in whatever order they come", () => {
  const back = {
    ...paused(8),
    body: { ...paused(8).body, event: "APPROVED", other_info: { title: "UNPAUSED" } },
  };
  const one = applyNotices([row(0)], [paused(6), back]);
  expect(applyNotices([row(0)], [back, paused(6), back])).toEqual(one);
  expect(one[0]).toMatchObject({ state: "approved", stateAt: at(8), pausedUntil: null });
});

test("a change of category is announced, then done", () => {
  const about = {
    message_template_id: "1",
    message_template_name: "visit",
    message_template_language: "en_US",
  };
  const field = "template_category_update";
  const [announced] = applyNotices(
    [row(0)],
    [{ field, at: at(1), body: { ...about, new_category: "UTILITY", correct_category: "MARKETING" } }],
  );
  expect(announced).toMatchObject({
    category: "utility",
    nextCategory: "marketing",
    nextCategoryAt: new Date(Date.UTC(2026, 2, 3, 9, 1)),
  });
  const [done] = applyNotices(announced ? [announced] : [], [
    { field, at: at(2), body: { ...about, previous_category: "UTILITY", new_category: "MARKETING" } },
  ]);
  expect(done).toMatchObject({ category: "marketing", previousCategory: "utility", nextCategory: null });
});

test("quality is told, and nonsense changes nothing", () => {
  const about = { message_template_name: "visit", message_template_language: "en_US" };
  const [low] = applyNotices(
    [row(0)],
    [{ field: "message_template_quality_update", at: at(1), body: { ...about, new_quality_score: "RED" } }],
  );
  expect(low?.quality).toBe("low");
  for (const body of [null, 7, "?", [], { event: {} }, { event: "PAUSED" }])
    expect(applyNotices([row(0)], [{ field: "message_template_status_update", at: at(1), body }])).toEqual(
      [],
    );
});

test("each refusal of a listing is one kind of trouble", () => {
  const refused = (code: number, status = 400) =>
    troubleOf({ kind: "refused", status, code, subcode: null, said: "" });
  expect([refused(190, 401), refused(200, 403), refused(80007), refused(100), refused(1, 500)]).toEqual([
    "token",
    "permission",
    "limit",
    "refused",
    "unreachable",
  ]);
});
