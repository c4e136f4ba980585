import { expect, test } from "vitest";
import { Condition } from "../../shared/api/rules.ts";
import type { Card } from "./card.ts";
import { readyCondition } from "./condition-rules.ts";
import { type House, missingIn, readyRule, type Written } from "./ready-rules.ts";
import { applyRules, type Meeting, type ReadyRule, walkRules } from "./rules.ts";

const NOON = new Date("2026-03-02T12:00:00Z");

const aCard = (more: Partial<Card> = {}): Card => ({
  ...{ numberId: 1, text: "", contents: [], categoryId: null, priority: "normal", place: null, chases: 0 },
  ...{ contact: { kinds: ["client"], isNew: false, openRequests: 0 }, saidAt: NOON, since: NOON },
  ...more,
});

const HOUSE: House = {
  numbers: [{ id: 1, name: "Main line" }],
  categories: [
    { id: 1, name: "Repair", countsAs: 1 },
    { id: 2, name: "Boiler", countsAs: 1 },
    { id: 3, name: "Old", countsAs: null },
  ],
  areas: [{ id: 1, name: "Centro", places: ["Gran Vía", "28013"] }],
  teams: [
    // Friday 22:00 to Saturday 06:00.
    { id: 1, name: "Night desk", hours: [[5, 1320, 1800]], timeZone: "Europe/Madrid" },
    { id: 2, name: "Office", hours: [], timeZone: "UTC" },
  ],
  people: [{ id: 7, name: "Rosa" }],
  quickReplies: [{ id: 4, name: "On our way" }],
};

const holds = (condition: object, card: Partial<Card>, now = NOON): boolean =>
  readyCondition(Condition.parse(condition), HOUSE)(aCard(card), now);

const saying = (words: string[], text: string, match: "word" | "part" = "word"): boolean =>
  holds({ kind: "words", words, match }, { text });

test.each<[string, string[], string, boolean]>([
  ["whatever the case and accents", ["avería"], "Tengo una AVERIA en casa", true],
  ["as a whole word only", ["cat"], "the category", false],
  ["several words together, however spaced", ["no hot water"], "There is no  hot\nwater", true],
  ["beside punctuation", ["help"], "¡help!", true],
  ["in Arabic, without vowel signs and with the article", ["ماء"], "لا يوجد المَاء في المطبخ", true],
  ["in Arabic, alif with and without its hamza", ["أزمة"], "عندنا ازمه كبيرة", true],
  ["in Arabic not within another word", ["اب"], "الباب مكسور", false],
  ["in Devanagari with its vowels", ["पानी"], "घर में पानी नहीं है", true],
  ["in Devanagari another vowel is another word", ["की"], "का पानी", false],
  ["in Devanagari as a whole word", ["पान"], "पानी नहीं", false],
  ["in Chinese, where no space tells words apart", ["漏水"], "厨房漏水了", true],
  ["numbers in any digits", ["12"], "الشقة ١٢", true],
  ["signs in words are no pattern", ["a.c"], "abc", false],
  ["signs at the ends", ["-50%"], "now -50% off", true],
])("words are found %s", (_, words, text, expected) => {
  expect(saying(words, text)).toBe(expected);
});

test("a part of a word is found when parts are asked for", () => {
  expect(saying(["fuga"], "fugas", "part")).toBe(true);
  expect(saying(["fuga"], "fugas")).toBe(false);
});

test.each([
  ["The tap in my kitchen is leaking, can you come?", "en", true],
  ["Hola, necesito un fontanero por favor", "es", true],
  ["Olá, não tem água em casa, obrigado", "pt", true],
  ["لا يوجد ماء في المطبخ", "ar", true],
  ["گھر میں پانی نہیں ہے", "ur", true],
  ["घर में पानी नहीं है", "hi", true],
  ["Bhai paani nahi aa raha hai", "hi", true],
  ["Bonjour, je n'ai pas d'eau dans la cuisine", "fr", true],
  ["Naomba msaada, hakuna maji kwa nyumba yangu", "sw", true],
  ["Selamat pagi, air tidak ada sudah dua hari", "id", true],
  ["Hola, necesito un fontanero", "en", false],
] as const)("%s: %s, %s", (text, language, expected) => {
  expect(holds({ kind: "language", languages: [language] }, { text })).toBe(expected);
});

test("of a language that is not known neither it nor its opposite holds", () => {
  for (const not of [true, false])
    expect(holds({ kind: "language", languages: ["en"], not }, { text: "123 👍" })).toBe(false);
});

test("number, contents, category, priority, waiting and chases", () => {
  expect(holds({ kind: "number", numberIds: [1] }, { numberId: 1 })).toBe(true);
  expect(holds({ kind: "number", numberIds: [1] }, { numberId: null })).toBe(false);
  expect(holds({ kind: "contents", contents: ["photo", "voice"] }, { contents: ["voice"] })).toBe(true);
  expect(holds({ kind: "contents", contents: ["photo"], not: true }, { contents: [] })).toBe(true);
  expect(holds({ kind: "category", categoryIds: [1] }, { categoryId: 1 })).toBe(true);
  expect(holds({ kind: "category", categoryIds: [1] }, {})).toBe(false);
  expect(holds({ kind: "priority", atLeast: "high" }, { priority: "urgent" })).toBe(true);
  expect(holds({ kind: "priority", atLeast: "high" }, { priority: "normal" })).toBe(false);
  const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);
  expect(holds({ kind: "waits", minutes: 10 }, {}, later(10))).toBe(false);
  expect(holds({ kind: "waits", minutes: 10 }, {}, later(11))).toBe(true);
  expect(holds({ kind: "chased", times: 2 }, { chases: 1 })).toBe(false);
  expect(holds({ kind: "chased", times: 2 }, { chases: 2 })).toBe(true);
});

test("who writes; of a group nothing of it is said", () => {
  const contact = { kinds: ["client", "worker"], isNew: true, openRequests: 2 };
  for (const is of ["new", "worker", "client", "has_open"])
    expect(holds({ kind: "contact", is }, { contact })).toBe(true);
  expect(holds({ kind: "contact", is: "known" }, { contact })).toBe(false);
  expect(holds({ kind: "contact", is: "new" }, { contact: null })).toBe(false);
});

test("a place lies in an area by its whole words, or names a word", () => {
  const inCentro = { kind: "place", areaIds: [1] };
  expect(holds(inCentro, { place: "Calle gran via 4" })).toBe(true);
  expect(holds(inCentro, { place: "Calle 280134" })).toBe(false);
  expect(holds({ kind: "place", words: ["tower"] }, { place: "Block B, Towers" })).toBe(true);
  expect(holds({ kind: "place", words: ["tower"] }, { place: null })).toBe(false);
});

const NIGHT = { kind: "hours", days: [1, 2, 3, 4, 5], from: "22:00", to: "06:00", timeZone: "Europe/Madrid" };
const at = (instant: string) => ({ saidAt: new Date(instant) });

test("hours go across midnight and belong to the day on which they began", () => {
  // Friday 6 March 2026; Madrid is an hour ahead.
  expect(holds(NIGHT, at("2026-03-06T20:59:00Z"))).toBe(false);
  expect(holds(NIGHT, at("2026-03-06T21:00:00Z"))).toBe(true);
  expect(holds(NIGHT, at("2026-03-07T04:59:00Z"))).toBe(true);
  expect(holds(NIGHT, at("2026-03-07T05:00:00Z"))).toBe(false);
  // The nights that begin on Saturday and Sunday are not among the days.
  expect(holds(NIGHT, at("2026-03-07T23:00:00Z"))).toBe(false);
  expect(holds(NIGHT, at("2026-03-09T02:00:00Z"))).toBe(false);
});

test("hours follow the clock on the wall when it is put forward and back", () => {
  const sunday = { ...NIGHT, days: [6], from: "22:00", to: "06:00" };
  // On 29 March 2026 it is put forward at 01:00 UTC: 06:00 there is 04:00 UTC, not 05:00.
  expect(holds(sunday, at("2026-03-29T03:59:00Z"))).toBe(true);
  expect(holds(sunday, at("2026-03-29T04:00:00Z"))).toBe(false);
  // On 25 October 2026 it is put back: 06:00 there is 05:00 UTC.
  expect(holds(sunday, at("2026-10-25T04:59:00Z"))).toBe(true);
  expect(holds(sunday, at("2026-10-25T05:00:00Z"))).toBe(false);
});

test("hours of a team: within, out of them, and of a team that is not here", () => {
  const desk = { kind: "hours", teamId: 1 };
  expect(holds(desk, at("2026-03-07T01:00:00Z"))).toBe(true);
  expect(holds({ ...desk, not: true }, at("2026-03-07T12:00:00Z"))).toBe(true);
  expect(holds({ kind: "hours", teamId: 2 }, at("2026-03-07T12:00:00Z"))).toBe(true);
  for (const not of [true, false]) expect(holds({ kind: "hours", teamId: 99, not }, {})).toBe(false);
});

const aRule = (id: number, gives: Partial<ReadyRule["gives"]>, word = "leak"): ReadyRule => ({
  ...{ id, name: `Rule ${id}`, match: "all" },
  holds: [readyCondition({ kind: "words", not: false, words: [word], match: "word" }, HOUSE)],
  gives: { categoryId: null, priority: null, owner: null, quickReplyId: null, stops: false, ...gives },
});
const LEAK = aCard({ text: "A leak" });

test("the first rule that files wins, the highest priority wins, and each says why", () => {
  const applied = applyRules(
    [
      aRule(1, { categoryId: 1, priority: "high" }),
      aRule(2, { categoryId: 2, priority: "urgent", quickReplyId: 4 }),
      aRule(3, { priority: "low" }),
      aRule(4, { categoryId: 9 }, "fire"),
    ],
    LEAK,
    NOON,
  );
  expect(applied).toMatchObject({ categoryId: 1, priority: "urgent", quickReplyId: 4 });
  expect(applied.hits.map(({ ruleId, gave }) => [ruleId, gave])).toEqual([
    [1, ["category", "priority"]],
    [2, ["priority", "quickReply"]],
    [3, []],
  ]);
  expect(applied.hits[0]?.because).toMatchObject({ code: "rule", name: "Rule 1" });
});

test("a priority is raised, never lowered", () => {
  expect(
    applyRules([aRule(1, { priority: "high" })], { ...LEAK, priority: "urgent" }, NOON),
  ).not.toHaveProperty("priority");
});

test("a rule sees what the ones before it made of the card", () => {
  const later: ReadyRule = {
    ...aRule(2, { owner: { kind: "account", id: 7, name: "Rosa" } }),
    holds: [readyCondition({ kind: "category", not: false, categoryIds: [1] }, HOUSE)],
  };
  expect(applyRules([aRule(1, { categoryId: 1 }), later], LEAK, NOON).owner?.name).toBe("Rosa");
  expect(applyRules([later, aRule(1, { categoryId: 1 })], LEAK, NOON).owner).toBeUndefined();
});

test("after a rule that stops none is asked; whoever tries one hears of it", () => {
  const rules = [aRule(1, { stops: true }), aRule(2, { categoryId: 2 })];
  expect(applyRules(rules, LEAK, NOON)).toEqual({ hits: [expect.objectContaining({ ruleId: 1 })] });
  const meetings: Meeting[] = [];
  walkRules([aRule(3, { categoryId: 1 }), aRule(4, { categoryId: 2 }), ...rules], LEAK, NOON, meetings);
  expect(meetings).toEqual([
    { ruleId: 4, byRuleId: 3, kind: "overruled", fields: ["category"] },
    { ruleId: 2, byRuleId: 1, kind: "stopped", fields: [] },
  ]);
});

test("any of the conditions, or all of them", () => {
  const conditions = Condition.array().parse([
    { kind: "words", words: ["leak"], match: "word" },
    { kind: "contents", contents: ["photo"] },
  ]);
  const rule = (match: "all" | "any") => readyRule({ ...WRITTEN, match, conditions }, HOUSE);
  expect(applyRules([rule("any")], LEAK, NOON).hits).toHaveLength(1);
  expect(applyRules([rule("all")], LEAK, NOON).hits).toHaveLength(0);
  expect(applyRules([rule("all")], { ...LEAK, contents: ["photo"] }, NOON).hits).toHaveLength(1);
});

const NOTHING = { categoryId: null, priority: null, owner: null, quickReplyId: null, stops: false };
const WRITTEN: Written = { id: 1, name: "One", match: "all", conditions: [], actions: NOTHING };

test("what a rule names and is gone is left out and said; what was merged counts as the other", () => {
  const rule: Written = {
    ...WRITTEN,
    conditions: Condition.array().parse([
      { kind: "category", categoryIds: [2] },
      { kind: "hours", teamId: 99 },
    ]),
    actions: { ...NOTHING, categoryId: 3, owner: { kind: "account", id: 8 }, quickReplyId: 5 },
  };
  expect(missingIn(rule, HOUSE)).toEqual(["team", "category", "quickReply", "account"]);
  const ready = readyRule(rule, HOUSE);
  expect(ready.gives).toEqual(NOTHING);
  expect(ready.holds[0]?.(aCard({ categoryId: 1 }), NOON)).toBe(true);
  expect(readyRule({ ...rule, actions: { ...NOTHING, categoryId: 2 } }, HOUSE).gives.categoryId).toBe(1);
});
