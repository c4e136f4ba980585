/** The rules of the house, in a real browser, on a real server. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RuleBook } from "../../shared/api/rules.ts";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

const PATH = "/settings/rules";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look: Look = LIGHT, path = PATH) => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as("manager") });
  await screen.page.goto(path);
  return screen;
};
const book = async (): Promise<RuleBook> =>
  (await (await world.as("manager")).call<RuleBook>("GET", "rules")).body;
const names = async () => (await book()).rules.map(({ name }) => name);

test("a rule is written in plain sentences, tried on last week, switched on, moved by arrows, removed and undone", async () => {
  await world.simulator.says("fatima", "There is a flood in the kitchen, please hurry");
  await world.settled();
  const { page, close } = await open();
  await page.getByRole("heading", { name: "No rules yet" }).waitFor();
  await picture(page, "rules-empty");
  expect(await axe(page)).toEqual([]);

  await page.keyboard.press("n");
  await page.getByLabel("Name").fill("Floods");
  expect(await page.getByRole("button", { name: "Try on last week" }).isDisabled()).toBe(true);
  await page.getByLabel("Words, with commas between them").fill("flood, burst pipe");
  await page.getByLabel("Raise it to at least").selectOption({ label: "urgent" });
  await page.getByText("“flood” or “burst pipe”").waitFor();
  await page.getByLabel("Add a condition").selectOption({ label: "The hour" });
  await page.getByText("Ends on the next day.").waitFor();
  await page.getByText("any of these holds").click();
  expect(await page.getByRole("button", { name: "Keep and switch on" }).count()).toBe(0);
  await page.getByRole("button", { name: "Try on last week" }).click();
  await page.getByText("There is a flood in the kitchen").waitFor();
  await picture(page, "rules-tried");
  expect(await axe(page)).toEqual([]);

  // Changed after it was tried: it has to be tried again.
  await page.getByRole("button", { name: "Take this condition away: The hour" }).click();
  await page.getByText("The rule was changed since.").waitFor();
  expect(await page.getByRole("button", { name: "Keep and switch on" }).count()).toBe(0);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("button", { name: "Keep and switch on" }).click();
  await page.getByRole("switch", { name: "Floods is on" }).waitFor();
  expect((await book()).rules[0]).toMatchObject({ isOn: true, trial: { matched: 1 } });

  const manager = await world.as("manager");
  await manager.call("POST", "rules", {
    name: "Photos",
    conditions: [{ kind: "contents", contents: ["photo"] }],
    actions: { stops: true },
  });
  const handle = page.getByRole("button", { name: "Move Photos" });
  await handle.focus();
  await page.keyboard.press("ArrowUp");
  await page.getByText("Photos is now number 1 of 2.").first().waitFor();
  expect(await names()).toEqual(["Photos", "Floods"]);
  await handle.waitFor();
  expect(await handle.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
  await picture(page, "rules-list");
  expect(await axe(page)).toEqual([]);

  await page.getByRole("button", { name: "More for Photos" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await page.getByText("1 removed rule").waitFor();
  expect(await names()).toEqual(["Floods"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await handle.waitFor();
  expect(await names()).toEqual(["Photos", "Floods"]);
  await close();
});

test.each([
  ["phone", PHONE],
  ["arabic", ARABIC],
  ["dark", { ...LIGHT, name: "dark", scheme: "dark" }],
] satisfies [string, Look][])("nothing is cut off or hard to read: %s", async (name, look) => {
  const [rule] = (await book()).rules.filter((each) => each.name === "Floods");
  const { page, close } = await open(look);
  await page.getByText("Floods").first().waitFor();
  await picture(page, `rules-list-${name}`);
  expect(await sidewaysBy(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.goto(`${PATH}?rule=${rule?.id}`);
  await page.locator("button.bg-go, button:has-text('Try again')").first().waitFor();
  await page.getByRole("button", { name: look.locale === "ar" ? "جرّبها مجدداً" : "Try again" }).click();
  await page.getByText("There is a flood in the kitchen").waitFor();
  await picture(page, `rules-edit-${name}`);
  expect(await sidewaysBy(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await close();
});
