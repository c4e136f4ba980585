/** In the composer: a template filled from the request reaches the phone; a slash brings what is said every day. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { openRequest } from "./composer-desk.ts";
import { LIGHT, type Look, openScreen, PHONE, picture } from "./screen.ts";

type Shown = { from: string; type: string; text: string | null };

let world: World;
let browser: Browser;
let mariam: Person;
let path: string;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "manager");
  path = `/requests/${await openRequest(world, mariam, "fatima", "The breaker trips again")}`;
  await mariam.call("POST", "templates/sync");
  const texts = [{ language: "en", body: "Thank you, {{first_name}}. {{place}}" }];
  await mariam.call("POST", "quick-replies", { shortcut: "thanks", title: "Thank you", texts });
  await mariam.call("POST", "quick-replies", {
    shortcut: "hours",
    title: "Opening hours",
    texts: [{ language: "en", body: "We are here from eight to six." }],
  });
  await until(
    () => mariam.call<{ templates: unknown[] }>("GET", "templates"),
    ({ body }) => body.templates.length > 3,
  );
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look: Look = LIGHT): Promise<Page> => {
  const { page } = await openScreen(browser, world.url, look, { person: mariam });
  await page.goto(path);
  return page;
};
const composer = (page: Page) => page.getByRole("region", { name: "Write to the client" });
const words = (page: Page) => composer(page).getByRole("textbox").first();

async function onPhone(): Promise<Shown[]> {
  const { messages } = await world.simulator.control<{ messages: Shown[] }>("GET", "phones/fatima/thread");
  return messages.filter(({ from }) => from === "business");
}

test("a slash, letters, arrows and Enter put a quick reply into the words", async () => {
  const page = await open();
  await words(page).fill("/");
  const list = page.getByRole("listbox", { name: "Quick replies" });
  await list.getByRole("option").nth(1).waitFor();
  await picture(page, "quick-reply-picker-light");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  expect(await list.getByRole("option", { selected: true }).textContent()).toContain("/thanks");
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  expect(await words(page).inputValue()).toBe("/");
  await page.keyboard.type("open");
  await list.getByRole("option", { selected: true }).waitFor();
  await page.keyboard.press("Enter");
  expect(await words(page).inputValue()).toBe("We are here from eight to six.");
  await words(page).fill("/thanks");
  await list.getByRole("option").waitFor();
  await page.keyboard.press("Enter");
  // What is missing is marked, so that the next letter takes its place.
  expect(await words(page).inputValue()).toBe("Thank you, Fatima. {{place}}");
  await until(
    () => page.evaluate<string>("String(getSelection())"),
    (selected) => selected === "{{place}}",
  );
  await words(page).fill("");
  await page.context().close();
});

test.each([LIGHT, PHONE])("a template filled from the request reaches the phone, $name", async (look) => {
  const page = await open(look);
  const before = (await onPhone()).length;
  if (look === PHONE) await page.getByRole("tab", { name: "This request" }).click();
  await composer(page).getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name: /template/i }).click();
  await page.getByRole("button", { name: /visit reminder.*English/ }).click();
  const preview = page.getByRole("region", { name: "Template" });
  await preview.getByText("Hello Fatima, our technician comes on").waitFor();
  await picture(page, `template-picker-${look.name}`);
  const send = composer(page).getByRole("button", { name: "Send" });
  expect(await send.isDisabled()).toBe(look === LIGHT);
  if (look === LIGHT) {
    await page.getByLabel("Where Variable 2 comes from").selectOption("fixed");
    await page.getByLabel("Variable 2", { exact: true }).fill("Monday");
  }
  expect(await axe(page)).toEqual([]);
  await send.click();
  const all = await until(onPhone, ({ length }) => length > before);
  expect(all.at(-1)?.text).toBe("Hello Fatima, our technician comes on Monday. Is that still good for you?");
  await page.context().close();
});
