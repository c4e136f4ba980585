/** Templates and quick replies on screens, in a real browser, with the simulator as WhatsApp. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, until, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

const PATH = "/settings/templates";
const DARK: Look = { ...LIGHT, name: "dark", scheme: "dark" };
const NARROW: Look = { ...PHONE, name: "narrow", width: 320 };

let world: World;
let browser: Browser;

type Held = { id: string; name: string; language: string; status: string };
const held = async (): Promise<Held[]> =>
  (await world.simulator.control<{ templates: Held[] }>("GET", "templates")).templates;
const change = async (name: string, what: object) => {
  const found = (await held()).find((each) => each.name === name);
  await world.simulator.control("POST", `templates/${found?.id}`, what);
};

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  const manager = await world.as("manager");
  const texts = [
    { language: "en", body: "Hello {{first_name}}, what can we do for you?" },
    { language: "ar", body: "مرحبًا {{first_name}}، كيف نساعدك؟" },
  ];
  await manager.call("POST", "quick-replies", { shortcut: "hello", title: "Greeting", texts });
  // Word of a review that is faster than the answer to what was handed in waits for the next listing.
  await world.simulator.control("PATCH", "settings", { reviewMs: 500 });
  await manager.call("POST", "templates/sync");
  await until(
    () => manager.call<{ templates: unknown[] }>("GET", "templates"),
    ({ body }) => body.templates.length > 3,
  );
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look = LIGHT, path = PATH, role: "manager" | "operator" = "manager"): Promise<Screen> => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as(role) });
  await screen.page.goto(path);
  return screen;
};
const seen = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

test("one is written with its rules said while typing, handed in, and approved before one's eyes", async () => {
  const { page, close } = await open(LIGHT, `${PATH}/new`);
  await page.getByLabel("Name").fill("On our way");
  await page.getByLabel("Text", { exact: true }).fill("{{1}}, we are on our way");
  await seen(page, "It may not begin with a variable");
  await page.getByLabel("Text", { exact: true }).fill("Hello, we are on our way to you, ");
  await page.getByRole("button", { name: "Add a variable" }).click();
  await seen(page, "It may not end with a variable");
  await page.keyboard.type(". See you soon.");
  await page.getByRole("button", { name: "+ Answer" }).click();
  await page.getByLabel("Label").fill("Good");
  await page.getByRole("button", { name: "Hand in for review" }).click();
  await seen(page, "Give an example.");
  expect(await held()).not.toContainEqual(expect.objectContaining({ name: "on_our_way" }));
  await page.getByLabel("Variable 1").fill("Rosa");
  await picture(page, "templates-editor-light");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Hand in for review" }).click();
  // The review of the simulator takes a moment; what it says comes by webhook.
  await page.getByRole("heading", { name: "on our way" }).waitFor();
  await seen(page, "approved");
  expect(await held()).toContainEqual(expect.objectContaining({ name: "on_our_way", status: "APPROVED" }));
  await picture(page, "templates-view-light");
  expect(await axe(page)).toEqual([]);
  await close();
});

test("a pause, a refusal and a category that changes are on the list at once, with what to do", async () => {
  const { page, close } = await open();
  await seen(page, "visit reminder");
  await change("still_there", { status: "PAUSED" });
  await seen(page, /Too many people blocked or reported it/);
  await change("on_our_way", { status: "REJECTED", reason: "INVALID_FORMAT" });
  await seen(page, "2 templates need a look");
  await picture(page, "templates-list-light");
  expect(await axe(page)).toEqual([]);
  await page.getByLabel("State").selectOption("paused");
  await until(
    async () => page.getByRole("link", { name: /visit reminder/ }).count(),
    (count) => count === 0,
  );
  await page.getByRole("link", { name: /still there/ }).click();
  await seen(page, /The pause ends in/);
  await picture(page, "templates-paused-light");
  await close();
});

test("a refused one is changed and handed in again, copied to another language, then deleted in both", async () => {
  const { page, close } = await open();
  await page.getByRole("link", { name: /on our way/ }).click();
  await seen(page, "WhatsApp said no");
  await page.getByRole("button", { name: "Change" }).click();
  await page.getByLabel("Text", { exact: true }).fill("Hello {{1}}, we are on our way.");
  await page.getByRole("button", { name: "Hand in the change" }).click();
  await seen(page, "approved");
  await seen(page, "Hello Rosa, we are on our way.");
  await page.getByRole("link", { name: "Copy to another language" }).click();
  await page.getByLabel("Language").selectOption("es");
  await page.getByLabel("Text", { exact: true }).fill("Hola {{1}}, vamos de camino.");
  await page.getByRole("button", { name: "Hand in for review" }).click();
  await seen(page, "Hola Rosa, vamos de camino.");
  await page.getByRole("button", { name: "Delete" }).click();
  await picture(page, "templates-delete-light");
  await page.getByRole("button", { name: "Delete all languages of it" }).click();
  await seen(page, "visit reminder");
  expect(await page.getByRole("link", { name: /on our way/ }).count()).toBe(0);
  expect((await held()).filter(({ name }) => name === "on_our_way")).toEqual([]);
  await close();
});

test.each([
  ["the list", PATH, DARK],
  ["the editor", `${PATH}/new`, ARABIC],
  ["the list", PATH, PHONE],
  ["the editor", `${PATH}/new`, NARROW],
] as const)("%s at %s in another look", async (_what, path, look) => {
  const { page, close } = await open(look, path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.locator("main :is(form, ul)").first().waitFor();
  await picture(page, `templates-${path === PATH ? "list" : "editor"}-${look.name}`);
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
  await close();
});

test("an operator looks at templates and changes nothing", async () => {
  const { page, close } = await open(LIGHT, PATH, "operator");
  await page
    .getByRole("link", { name: /visit reminder/ })
    .first()
    .click();
  await seen(page, /Managers write and change templates/);
  expect(await page.getByRole("button", { name: "Delete" }).count()).toBe(0);
  await close();
});

test("quick replies are written, found and removed", async () => {
  const { page, close } = await open(LIGHT, "/settings/quick-replies");
  await page.getByRole("button", { name: "New quick reply" }).first().click();
  await page.getByLabel("Shortcut").fill("thanks");
  await page.getByLabel("Title").fill("Thank you");
  await page.getByLabel("Text").fill("Thank you ");
  await page.getByRole("button", { name: "First name" }).click();
  await page.getByRole("button", { name: "Add a language" }).click();
  await page.getByLabel("Text").nth(1).fill("Gracias {{nombre}}");
  await seen(page, "Baton does not know nombre");
  await picture(page, "quick-replies-dialog-light");
  expect(await axe(page)).toEqual([]);
  await page.getByLabel("Text").nth(1).fill("Gracias {{first_name}}");
  await page.getByRole("button", { name: "Keep" }).click();
  await seen(page, "/thanks");
  await seen(page, "Thank you {{first_name}}");
  await picture(page, "quick-replies-light");
  expect(await axe(page)).toEqual([]);
  await close();
});

test.each([ARABIC, PHONE])("quick replies in $name", async (look) => {
  const { page, close } = await open(look, "/settings/quick-replies");
  await seen(page, "/hello");
  await picture(page, `quick-replies-${look.name}`);
  expect(await axe(page)).toEqual([]);
  await close();
});
