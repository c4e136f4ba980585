/** What a number says by itself, and people it does not want to hear from, in a real browser with the simulator behind. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look: Look, path: string) => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as("manager") });
  await screen.page.goto(path);
  return screen;
};
const said = async () =>
  (
    await world.app.system.db.query<{ body: string }>(
      "select w.body from message m join message_words w on w.message_id = m.id where m.side = 'bot'",
    )
  ).map(({ body }) => body);

test("a manager writes a greeting, and the next newcomer reads it", async () => {
  const { page, close } = await open(LIGHT, "/settings/numbers");
  await page.getByRole("button", { name: "First words and opening hours" }).click();
  await page.getByRole("switch", { name: "Greet people" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Write a text in the language for everybody else").waitFor();
  await page.getByLabel("Greeting · English").fill("Hello! We read everything.");
  await page.getByRole("button", { name: "Add hours, Monday" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Saved.").waitFor();
  await picture(page, "first-words");
  expect(await axe(page)).toEqual([]);
  await world.simulator.says("rosa", "Good morning");
  await expect.poll(said, { timeout: 20_000 }).toEqual(["Hello! We read everything."]);
  await close();
});

test("a contact is blocked, cannot be written to, and is let in again", async () => {
  const { page, close } = await open(LIGHT, "/contacts");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Block", exact: true }).click();
  const ask = page.getByRole("dialog", { name: /^Block/ });
  await ask.getByRole("button", { name: "Block", exact: true }).click();
  await page.getByText(/^Blocked on .Al Noor Home Services.$/).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, "contact-blocked");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("blocked on WhatsApp").waitFor();
  const manager = await world.as("manager");
  const [talk] = await world.app.system.db.query<{ id: number }>("select id from conversation");
  const answer = await manager.call("POST", `conversations/${talk?.id}/messages`, {
    message: { kind: "text", text: "hello" },
    quotesMessageId: null,
    requestId: null,
    key: "to-somebody-blocked",
  });
  expect(answer).toMatchObject({ status: 409, body: { error: { code: "contact_blocked" } } });
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Unblock" }).click();
  await page.getByRole("button", { name: "Block", exact: true }).waitFor();
  await close();
});

test.each([PHONE, ARABIC])("$name: the hours read without fault", async (look) => {
  const { page, close } = await open(look, "/settings/numbers");
  await page.getByRole("button", { name: /^First words|الكلمات الأولى/ }).click();
  await page.locator("input[type=time]").first().waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
  await page.locator("input[type=time]").first().scrollIntoViewIfNeeded();
  await picture(page, `first-words-${look.name}`);
  await close();
});
