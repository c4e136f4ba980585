/** The diagnosis of an exported chat on its page, in a real browser: the chat is read there and goes nowhere. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

const SAMPLE = fileURLToPath(new URL("../../docs/sample/quayside-repairs.txt", import.meta.url));

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

type Role = Parameters<World["as"]>[0];
const open = async (look: Look = LIGHT, role: Role = "manager") => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as(role) });
  await screen.page.goto("/diagnosis");
  await screen.page.locator("h1").waitFor();
  return screen;
};

const choose = (page: Page, files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) =>
  page.locator("input[type=file]").first().setInputFiles(files);

const verdict = (page: Page) => page.locator(".diagnosis h1");

test("a chat is chosen and read here: nothing of it is sent", async () => {
  const { page, close } = await open();
  await picture(page, "diagnosis-choose");
  expect(await axe(page)).toEqual([]);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
  await choose(page, SAMPLE);
  await verdict(page).waitFor();
  await picture(page, "diagnosis-report");
  expect(await axe(page)).toEqual([]);
  const words = new Set(readFileSync(SAMPLE, "utf8").match(/\p{L}{9,}/gu));
  for (const line of sent) for (const word of words) expect(line.includes(word), line).toBe(false);
  await close();
});
