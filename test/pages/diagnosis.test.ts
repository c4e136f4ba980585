/** The diagnosis of an exported chat on its page, in a real browser: the chat is read there and goes nowhere. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role } from "../../shared/request.ts";
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

const open = async (look: Look = LIGHT, role: Role = "manager") => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as(role) });
  await screen.page.goto("/diagnosis");
  await screen.page.locator("h1").waitFor();
  return screen;
};

const choose = (page: Page, files: Parameters<Page["setInputFiles"]>[1]) =>
  page.locator("input[type=file]").first().setInputFiles(files);
const textFile = (name: string, text: string) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(text),
});

const verdict = (page: Page) => page.locator(".diagnosis h1");
const report = (page: Page) => page.locator(".diagnosis").textContent();
const roleOf = (page: Page, name: string) => page.getByRole("combobox", { name: `${name} is` });
/** The figures of what was just said are there. */
const followed = (page: Page) => page.locator(".diagnosis-sheet[aria-busy=false]").waitFor();

/** Eight ask, each for something of their own, and nothing comes of it. */
const openChat = () =>
  ["boiler", "gate", "lift", "roof", "drain", "window", "alarm", "fence"]
    .flatMap((thing, n) => [
      `1${n}/05/2026, 09:10 - Client ${thing}: Good morning, the ${thing} is broken, can you send somebody?`,
      `1${n}/05/2026, 09:20 - Neema: Good morning, we will send somebody to look at the ${thing}`,
    ])
    .join("\n");

/** How each message begins: no request may carry one. */
const beginnings = () =>
  [...readFileSync(SAMPLE, "utf8").matchAll(/^[^-]+ - [^:]+: (.{16})/gm)].map((line) => line[1] ?? "");

test("a chat is chosen and read here, corrected, masked and saved: nothing of it is sent", async () => {
  const { page, close } = await open();
  await picture(page, "diagnosis-choose");
  expect(await axe(page)).toEqual([]);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await choose(page, SAMPLE);
  await verdict(page).waitFor();
  await picture(page, "diagnosis-report");
  expect(await axe(page)).toEqual([]);
  const before = await report(page);
  const ours = Number(/(\d+) of the business/.exec(before ?? "")?.[1]);

  await roleOf(page, "Tom Fixwell").selectOption("client");
  await page.locator(".diagnosis", { hasText: `${ours - 1} of the business` }).waitFor();
  await followed(page);
  expect(await roleOf(page, "Tom Fixwell").inputValue()).toBe("client");
  expect(await report(page)).not.toBe(before);
  await page.getByRole("button", { name: "As it was guessed" }).click();
  await page.locator(".diagnosis", { hasText: `${ours} of the business` }).waitFor();
  expect(await report(page)).toBe(before);

  await page.getByRole("switch", { name: "Names masked" }).check();
  await page.locator(".diagnosis", { hasText: "Diagnosis of a chat" }).waitFor();
  expect(await page.locator("main").textContent()).not.toMatch(/Fixwell|Quayside/);
  await picture(page, "diagnosis-masked");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as a page" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("diagnosis-2026-11-14.html");
  const file = await readFile(await saved.path(), "utf8");
  expect(file).toContain("<style>");
  expect(file).not.toMatch(/Fixwell|Quayside/);

  const words = beginnings();
  expect(words.length).toBeGreaterThan(200);
  expect(sent.filter((line) => words.some((word) => line.includes(word)))).toEqual([]);
  await close();
});

test("the board begins with what was chosen of it, and is taken back", async () => {
  const { page, close } = await open();
  await choose(page, textFile("WhatsApp Chat with Neema Repairs.txt", openChat()));
  await page.getByRole("button", { name: "Start the board from this" }).click();
  const dialog = page.getByRole("dialog");
  const boxes = dialog.getByRole("checkbox");
  const count = await boxes.count();
  expect(count).toBeGreaterThan(2);
  for (const box of await boxes.all()) expect(await box.isChecked()).toBe(true);
  await dialog.getByText(`This makes ${count} requests`).waitFor();
  await picture(page, "diagnosis-start");
  expect(await axe(page)).toEqual([]);
  await boxes.last().uncheck();
  await dialog.getByText(`This makes ${count - 1} requests`).waitFor();
  await dialog.getByRole("textbox").first().fill("Look at the till again");
  await dialog.getByLabel("Time zone of the chat").selectOption("Europe/London");
  await dialog.getByRole("button", { name: "Start the board" }).click();
  await page.getByText(`The board has begun with ${count - 1} requests.`).waitFor();
  await page.getByText("only what you chose for the board was sent").waitFor();
  await picture(page, "diagnosis-started");
  expect(await axe(page)).toEqual([]);

  const manager = await world.as("manager");
  const titles = async () =>
    (await manager.call<{ strips: { title: string }[] }>("POST", "requests/search", {})).body.strips.map(
      ({ title }) => title,
    );
  expect(await titles()).toContain("Look at the till again");
  expect(await titles()).toHaveLength(count - 1);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back. The board is as it was.").waitFor();
  expect(await titles()).toEqual([]);
  await page.getByRole("button", { name: "Start the board from this" }).waitFor();
  await close();
});

test("a wrong file says what to do, of several chats one is chosen, a long reading is cancelled", async () => {
  const { page, close } = await open();
  await choose(page, textFile("notes.txt", "milk\neggs\n"));
  await page.getByRole("alert").getByText("No messages were found in it").waitFor();
  await choose(page, { name: "photo.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0, 1]) });
  await page.getByRole("alert").getByText("This file is no exported chat").waitFor();
  await picture(page, "diagnosis-refused");
  expect(await axe(page)).toEqual([]);

  const words = readFileSync(SAMPLE, "utf8");
  await choose(page, [
    textFile("WhatsApp Chat with Ana.txt", words),
    textFile("WhatsApp Chat with Ben.txt", words),
  ]);
  await page.getByRole("button", { name: "WhatsApp Chat with Ben.txt" }).click();
  await verdict(page).waitFor();
  await page.getByRole("button", { name: "Another chat" }).click();

  await choose(page, textFile("long.txt", words.repeat(100)));
  await page.getByRole("progressbar").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: "Examine an exported chat" }).waitFor();
  expect(await page.getByRole("progressbar").count()).toBe(0);
  await close();
});

test("days that may be months are asked about, and read the other way by one press", async () => {
  const { page, close } = await open();
  const lines = [1, 2, 3, 4, 5].map(
    (n) => `05/0${n}/2026, 10:0${n} - ${n % 2 ? "Ana" : "Ben"}: Can you come today? The tap drips ${n}`,
  );
  await choose(page, textFile("chat.txt", lines.join("\n")));
  await page.getByRole("region", { name: "Questions about this chat" }).getByRole("button").last().click();
  await page.getByText("Read as you said.").waitFor();
  await close();
});

test("whoever is no manager sees why the board cannot be started, and with no line the rest goes on", async () => {
  const { page, close } = await open(LIGHT, "operator");
  await page.context().setOffline(true);
  await choose(page, SAMPLE);
  await verdict(page).waitFor();
  await page.getByText("A manager or an admin can start the board from this.").waitFor();
  expect(await page.getByRole("button", { name: "Start the board from this" }).count()).toBe(0);
  await close();
});

test.each([
  ["phone", PHONE],
  ["arabic", ARABIC],
  ["dark", { ...LIGHT, name: "dark", scheme: "dark" }],
] satisfies [string, Look][])("nothing is cut off or hard to read: %s", async (name, look) => {
  const { page, close } = await open(look);
  await picture(page, `diagnosis-choose-${name}`);
  expect(await sidewaysBy(page)).toBe(0);
  await choose(page, SAMPLE);
  await verdict(page).waitFor();
  await picture(page, `diagnosis-report-${name}`);
  expect(await sidewaysBy(page)).toBe(0);
  expect(await axe(page)).toEqual([]);
  await page.locator(".bg-go").first().click();
  await page.getByRole("dialog").waitFor();
  await picture(page, `diagnosis-start-${name}`);
  await page.keyboard.press("Escape");
  if (process.env.PICTURES) {
    await page.setViewportSize({ width: look.width, height: 3_000 });
    await picture(page, `diagnosis-long-${name}`);
  }
  await close();
});
