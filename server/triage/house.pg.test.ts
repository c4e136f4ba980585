import { afterAll, beforeAll, expect, test } from "vitest";
import { rulesApi } from "../../shared/api/rules.ts";
import { trayApi } from "../../shared/api/tray.ts";
import { openTradeOffice, type TradeOffice } from "../../test/trade-office.ts";
import { readRequestPage } from "../requests/page.ts";
import { addRule, removeRule } from "../rules/book.ts";
import { dryRun } from "../rules/dry-run.ts";
import { sortMessages } from "./sort.ts";
import { readTrayItem } from "./tray.ts";

let office: TradeOffice;
let repair: number;
let nights: number;

beforeAll(async () => {
  office = await openTradeOffice();
  repair = await office.makeCategory("Burst pipes");
  nights = await office.makeTeam("Nights");
  await isOn("Floods", ["flood"], {
    categoryId: repair,
    priority: "urgent",
    owner: { kind: "team", id: nights },
  });
});
afterAll(() => office?.close());

async function isOn(name: string, words: string[], actions: object): Promise<number> {
  const rule = rulesApi.addRule.body.parse({
    name,
    conditions: [{ kind: "words", words, match: "word" }],
    actions,
  });
  const { db, clock, marta } = office;
  await dryRun(db, { rule, id: null }, { accountId: marta.id, name: marta.name }, clock.now());
  return (await office.does((tx, asking) => addRule(tx, { ...rule, isOn: true }, asking))).id;
}

const decide = async (messageId: number, more: object = {}): Promise<number> => {
  const body = trayApi.decide.body.parse({ messageIds: [messageId], kind: "opens", title: "So", ...more });
  const { requestId } = await office.does((tx) => sortMessages(tx, office.system, office.marta, body));
  return requestId ?? 0;
};
const says = async (text: string) => office.says(await office.client(text), text);
const opened = async (id: number) => {
  const page = await readRequestPage(office.db, office.marta, id, office.clock.now());
  return { strip: page.strip, facts: page.events[0]?.facts };
};

test("what a rule says of an item goes before what a model would, and names the rule", async () => {
  const id = await says("A flood in the hall");
  const { suggestion } = await readTrayItem(office.db, id, office.marta.id, office.clock.now());
  const because = [expect.objectContaining({ code: "rule", name: "Floods" })];
  expect(suggestion).toMatchObject({
    categoryId: { value: repair, confidence: 1, because },
    priority: { value: "urgent", confidence: 1, because },
    owner: { value: { kind: "team", id: nights, name: "Nights" }, because },
  });
  const [row] = await office.db.query<{ predicted: object; isUrgent: boolean }>(
    `select predicted, is_urgent as "isUrgent" from suggestion where head_id = $1`,
    [id],
  );
  // The figures are of the models alone.
  if (row) expect(row.predicted).not.toHaveProperty("category");
});

test("a request goes to whom the rule names, unless whoever decides says otherwise; its event names the rule", async () => {
  const first = await decide(await says("Flood one"), { categoryId: repair, priority: "urgent" });
  expect(await opened(first)).toMatchObject({
    strip: { owner: { kind: "team", id: nights } },
    facts: { ruleNames: "Floods" },
  });
  const owner = { kind: "account", id: office.marta.id };
  const second = await decide(await says("Flood two"), { owner });
  const { strip, facts } = await opened(second);
  expect(strip.owner).toMatchObject(owner);
  expect(strip.priority).toBe("normal");
  // Nothing of what the rule wanted is in it.
  expect(facts).not.toHaveProperty("ruleIds");
});

test("a rule taken away keeps its name in what it did", async () => {
  const id = await isOn("Leaks", ["leak"], { owner: { kind: "team", id: nights } });
  const request = await decide(await says("A leak"));
  await office.does((tx, asking) => removeRule(tx, id, 1, asking));
  expect((await opened(request)).facts).toMatchObject({ ruleIds: String(id), ruleNames: "Leaks" });
  const later = await opened(await decide(await says("Another leak")));
  expect(later.facts).not.toHaveProperty("ruleIds");
});
