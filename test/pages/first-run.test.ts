/** The first run as a shop owner has it, without a mouse: from the printed line to a reply that was read. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { type TestDatabase, testDatabase } from "../database.ts";
import { type BatonProcess, startBaton } from "../process.ts";
import { press, tabTo } from "./keyboard.ts";
import { LIGHT, openScreen, picture, type Screen } from "./screen.ts";

let database: TestDatabase;
let baton: BatonProcess;
let browser: Browser;
let screen: Screen;
const dataFolder = await mkdtemp(join(tmpdir(), "baton-first-run-"));

// Anew at each try: the first admin can be made only once.
beforeEach(async () => {
  database = await testDatabase();
  [baton, browser] = await Promise.all([
    startBaton({ BATON_DATA: dataFolder, DATABASE_URL: database.url }),
    openBrowser(),
  ]);
  screen = await openScreen(browser, baton.url, LIGHT);
});
afterEach(async () => {
  await browser?.close();
  await baton?.stop();
  await database?.drop();
  await rm(dataFolder, { recursive: true, force: true });
});

/** A day takes 75 seconds; this one plays again, faster. Not by keys: nobody who watches would. */
async function hurry(page: Page): Promise<void> {
  const headers = { "x-baton": "1" };
  await page.request.post(`${baton.url}/api/v1/phones/sample-day/stop`, { headers, data: {} });
  const again = { headers, data: { speed: 25 } };
  expect((await page.request.post(`${baton.url}/api/v1/phones/sample-day`, again)).ok()).toBe(true);
  await page.getByText("8 of 8").waitFor();
}

const column = (page: Page, state: string) => page.getByRole("listbox", { name: state });

test("by keys alone: set up, start the sample day, empty the tray, move a strip, reply, see it read", async () => {
  const { page } = screen;
  const code = / with the code (\S+)/.exec(baton.output())?.[1] ?? "";
  await page.goto("/");
  await page.getByRole("button", { name: "Begin" }).or(page.locator("form button[type=submit]")).waitFor();
  await tabTo(page, /^One-time code|code/i);
  await page.keyboard.type(code);
  await press(page, "Tab");
  await page.keyboard.type("Mariam Haddad");
  await press(page, "Tab");
  await page.keyboard.type("mariam");
  await press(page, "Tab");
  await page.keyboard.type("nine blue kettles");
  await picture(page, "step-1-set-up");
  await press(page, "Enter");

  await page.waitForURL("**/first-run");
  await page.getByRole("button", { name: "Start the day" }).waitFor();
  await tabTo(page, /^Start the day/);
  await picture(page, "step-2-first-run");
  await press(page, "Enter");
  await page.getByRole("link", { name: "Open the tray" }).waitFor();
  await hurry(page);
  await picture(page, "step-3-sample-day");
  await tabTo(page, /^Open the tray/);
  await press(page, "Enter");

  const item = (name: string) => page.locator("main h2", { hasText: name });
  await item("Rosa Mendoza").waitFor();
  await page.getByText("No hay agua en el 4B").first().waitFor();
  await picture(page, "step-4-tray");
  await press(page, "1");
  await page.locator("main").getByText("¿Ya vienen?").first().waitFor();
  await page.getByRole("button", { name: /Chase.*No hay agua/ }).waitFor();
  await picture(page, "step-5-chase");
  await press(page, "4");
  await item("Julián Ortega").waitFor();
  await press(page, "5");
  for (const name of ["Fatima Al Suwaidi", "Grace Okafor", "Ravi Menon"]) {
    await item(name).waitFor();
    await page.getByRole("button", { name: /^Opens a request ./ }).waitFor();
    await press(page, "1");
  }
  await page.getByRole("heading", { name: "Nothing to sort" }).waitFor();
  await picture(page, "step-6-empty");

  await press(page, "g", "b");
  await column(page, "ready").getByRole("option").first().waitFor();
  await press(page, "ArrowDown");
  const strip = column(page, "ready").getByRole("option", { selected: true });
  const title = (await strip.getByRole("heading").textContent()) ?? "";
  await picture(page, "step-7-board");
  await press(page, "m");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, /working/);
  await picture(page, "step-8-move");
  await press(page, "Enter");
  await column(page, "working").getByText(title).waitFor();
  await tabTo(page, new RegExp(title.replaceAll(/[^\p{L}\d ]/gu, ".")));
  await picture(page, "step-9-moved");

  await press(page, "Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await tabTo(page, /^To Rosa/);
  await page.keyboard.type("We are on our way, about 20 minutes.");
  await press(page, "Control+Enter");
  await page.getByText("We are on our way, about 20 minutes.").waitFor();
  await page.getByText(/^(delivered|read)$/).waitFor();
  await picture(page, "step-10-delivered");
  await page.getByText(/^read$/).waitFor();
  await picture(page, "step-11-read");
});
