import { afterAll, beforeAll, expect, test } from "vitest";
import { type Condition, rulesApi, type WrittenRule } from "../../shared/api/rules.ts";
import { trayApi } from "../../shared/api/tray.ts";
import type { Client, Person } from "../../test/desk.ts";
import { openTradeOffice, type TradeOffice } from "../../test/trade-office.ts";
import { sortMessages } from "../triage/sort.ts";
import { applyRules, cardOf, readCardFacts, rulesFor } from "./acting.ts";
import { addRule, changeRule, orderRules, readBook, removeRule, restoreRule, switchRule } from "./book.ts";
import { type By, dryRun } from "./dry-run.ts";

let office: TradeOffice;
let repair: number;
let nights: number;

const MINUTE_MS = 60_000;

const rule = (words: string[], more: { name?: string; actions?: object; conditions?: object[] } = {}) =>
  rulesApi.addRule.body.parse({
    name: more.name ?? `About ${words[0]}`,
    conditions: more.conditions ?? [{ kind: "words", words, match: "word" }],
    actions: { ...(more.actions ?? { priority: "high" }) },
  });

const by = (): By => ({ accountId: office.marta.id, name: office.marta.name });
const tries = (written: WrittenRule, id: number | null = null) =>
  dryRun(office.db, { rule: written, id }, by(), office.clock.now());
const book = () => readBook(office.db, office.clock.now());

async function isOn(written: ReturnType<typeof rule>): Promise<number> {
  await tries(written);
  return (await office.does((tx, asking) => addRule(tx, { ...written, isOn: true }, asking))).id;
}

async function opens(client: Client, text: string, more: { at?: Date; categoryId?: number } = {}) {
  const id = await office.says(client, text, more.at ? { at: more.at } : {});
  await office.db.query("update message set recorded_at = said_at where id = $1", [id]);
  const body = trayApi.decide.body.parse({
    messageIds: [id],
    kind: "opens",
    title: "So",
    categoryId: more.categoryId ?? null,
  });
  await office.does((tx) => sortMessages(tx, office.system, office.marta, body));
  return id;
}

const before = (minutes: number) => new Date(office.clock.now().getTime() - minutes * MINUTE_MS);

beforeAll(async () => {
  office = await openTradeOffice();
  repair = await office.makeCategory("Burst pipes");
  nights = await office.makeTeam("Nights");
});
afterAll(() => office?.close());

test("a dry run says what would have been otherwise, by what people made of last week", async () => {
  const amina = await office.client("Amina");
  const bo = await office.client("Bo");
  await opens(amina, "Old flood, long ago", { at: before(8 * 24 * 60) });
  await opens(amina, "There is a flood in the cellar", { at: before(300) });
  await opens(bo, "Flood again", { at: before(200), categoryId: repair });
  await office.says(bo, "the flood is worse", { at: before(20) });
  await office.says(bo, "please hurry", { at: before(19.5) });
  await office.says(amina, "Thanks", { at: before(10) });

  const found = await tries(
    rule(["flood"], {
      actions: { categoryId: repair, priority: "urgent", owner: { kind: "team", id: nights } },
    }),
  );
  expect(found).toMatchObject({
    ...{ messages: 5, items: 4, isCut: false, matched: 3, opened: 2, waiting: 1, otherwise: 0, changed: 2 },
    trial: { items: 4, matched: 3, changed: 2, by: "Marta" },
  });
  expect(found.changes).toEqual(
    expect.arrayContaining([
      { field: "priority", before: "normal", after: "urgent", count: 2 },
      { field: "owner", before: "Marta", after: "Nights", count: 2 },
      { field: "category", before: null, after: "Burst pipes", count: 1 },
    ]),
  );
  expect(found.examples.map(({ contactName, words, outcome }) => [contactName, words, outcome])).toEqual([
    ["Bo", "the flood is worse\nplease hurry", "waiting"],
    ["Bo", "Flood again", "opened"],
    ["Amina", "There is a flood in the cellar", "opened"],
  ]);
});

test("who was new, and who had something open, is said of the moment they wrote", async () => {
  const cleo = await office.client("Cleo");
  await opens(cleo, "zebra one", { at: before(120) });
  await opens(cleo, "zebra two", { at: before(60) });
  const about = (condition: object) =>
    tries(
      rule([], { name: "z", conditions: [{ kind: "words", words: ["zebra"], match: "word" }, condition] }),
    );
  expect((await about({ kind: "contact", is: "new" })).examples.map(({ words }) => words)).toEqual([
    "zebra one",
  ]);
  const hasOpen = await about({ kind: "contact", is: "has_open" });
  expect(hasOpen.examples.map(({ words }) => words)).toEqual(["zebra two"]);
});

test("a dry run names the rules it meets", async () => {
  const dora = await office.client("Dora");
  await opens(dora, "quokka and okapi", { at: before(30) });
  await opens(dora, "quokka alone", { at: before(25) });
  const first = await isOn(rule(["quokka"], { name: "Quokkas", actions: { categoryId: repair } }));
  const second = await tries(rule(["okapi"], { actions: { categoryId: 1 } }));
  expect(second.clashes).toEqual([
    { ruleId: first, name: "Quokkas", kind: "overruled_by", fields: ["category"], count: 1 },
  ]);
  const stopper = await isOn(rule(["quokka"], { name: "Stop", actions: { stops: true } }));
  const third = await tries(rule(["okapi"]));
  expect(third).toMatchObject({ matched: 1, changed: 0 });
  expect(third.clashes).toEqual([
    { ruleId: stopper, name: "Stop", kind: "stopped_by", fields: [], count: 1 },
  ]);
  await office.does(async (tx, asking) => {
    for (const id of [first, stopper]) await removeRule(tx, id, 1, asking);
  });
});

test("no rule is on that was not tried exactly as it is", async () => {
  const written = rule(["otter"]);
  const add = (isOn: boolean) => office.does((tx, asking) => addRule(tx, { ...written, isOn }, asking));
  await expect(add(true)).rejects.toMatchObject({ code: "rule_untried" });
  const { id, trial } = await add(false);
  expect(trial).toBeNull();
  const switches = (isOn: boolean, version: number) =>
    office.does((tx, asking) => switchRule(tx, id, { isOn, version }, asking));
  await expect(switches(true, 1)).rejects.toMatchObject({ code: "rule_untried" });
  await expect(office.db.query("update house_rule set is_on = true where id = $1", [id])).rejects.toThrow(
    "house_rule_on_was_tried",
  );
  await tries(written, id);
  expect(await switches(true, 1)).toMatchObject({ isOn: true, trial: { by: "Marta" } });

  const change = (more: object, version: number) =>
    office.does((tx, asking) =>
      changeRule(
        tx,
        id,
        { ...written, isOn: true, version, ...more } as typeof written & { version: number },
        asking,
      ),
    );
  // Another name is the same rule; another word is another one.
  expect(await change({ name: "Otters" }, 1)).toMatchObject({ version: 2, isOn: true });
  const conditions: Condition[] = [{ kind: "words", not: false, words: ["otters"], match: "word" }];
  await expect(change({ conditions }, 2)).rejects.toMatchObject({ code: "rule_untried" });
  expect(await change({ conditions, isOn: false }, 2)).toMatchObject({
    version: 3,
    isOn: false,
    trial: null,
  });
});

test("who was slower hears who changed it", async () => {
  const omar: Person = await office.person("Omar", "manager");
  const written = rule(["heron"]);
  const { id } = await office.does((tx, asking) => addRule(tx, { ...written, isOn: false }, asking));
  const body = { ...written, isOn: false, version: 1 };
  await office.does((tx, asking) => changeRule(tx, id, { ...body, name: "Herons" }, { ...asking, by: omar }));
  await expect(office.does((tx, asking) => changeRule(tx, id, body, asking))).rejects.toMatchObject({
    kind: "conflict",
    code: "rule_changed",
    detail: { by: "Omar" },
  });
  await expect(office.does((tx, asking) => removeRule(tx, id, 1, asking))).rejects.toMatchObject({
    code: "rule_changed",
  });
});

test("a rule taken away does nothing, keeps its name and comes back as it was", async () => {
  const id = await isOn(rule(["lynx"], { name: "Lynx", actions: { categoryId: repair } }));
  const acting = async () => (await rulesFor(office.db)).map((each) => each.id);
  expect(await acting()).toContain(id);
  await office.does((tx, asking) => removeRule(tx, id, 1, asking));
  expect(await acting()).not.toContain(id);
  expect((await book()).removed[0]).toMatchObject({ id, name: "Lynx", by: "Marta" });
  expect(await office.does((tx, asking) => restoreRule(tx, id, asking))).toMatchObject({ isOn: true });
  expect(await acting()).toContain(id);
});

test("the order is the one given, and what somebody added meanwhile comes last", async () => {
  const ids = (await book()).rules.map(({ id }) => id);
  const [last = 0, ...others] = ids.toReversed();
  await office.does((tx, asking) => orderRules(tx, [last, 999_999, ...others.slice(1)], asking));
  const [left = 0] = others;
  expect((await book()).rules.map(({ id }) => id)).toEqual([last, ...others.slice(1), left]);
});

test("an item of the tray is asked by the rules that are on", async () => {
  await isOn(rule(["walrus"], { name: "Walruses", actions: { owner: { kind: "team", id: nights } } }));
  const ella = await office.client("Ella", "worker");
  const now = office.clock.now();
  const facts = await readCardFacts(office.db, {
    conversationId: ella.conversationId,
    contactId: ella.contactId,
    firstAt: now,
  });
  expect(facts).toMatchObject({ kinds: ["worker"], isNew: true, openRequests: 0, chases: 0 });
  const card = cardOf({ messages: [], text: "A walrus!", firstAt: now, lastAt: now }, facts, {
    ...{ categoryId: null, priority: "normal", place: null },
  });
  const applied = applyRules(await rulesFor(office.db), card, now);
  expect(applied).toMatchObject({
    owner: { kind: "team", id: nights, name: "Nights" },
    hits: [{ because: { code: "rule", name: "Walruses" } }],
  });
});

test("every change leaves a line in the audit", async () => {
  const rows = await office.db.query<{ action: string }>(
    "select distinct action from audit where action like 'rule.%' order by action",
  );
  expect(rows.map(({ action }) => action)).toEqual([
    ...["rule.added", "rule.changed", "rule.ordered", "rule.removed", "rule.restored", "rule.switched_on"],
  ]);
});
