/** Tray, board, request and lists in a real browser, on a real server, by keyboard. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser, useCookie } from "../browser.ts";
import { openWorld, until, type World } from "../world.ts";
import { sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let office: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  office = await openOffice("en");
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** One page for all of them: opening another costs more than most of these tests. */
async function openPage(path: string): Promise<Page> {
  await office.unrouteAll({ behavior: "ignoreErrors" });
  await office.goto(path);
  await office.locator("main h1").first().waitFor({ state: "attached" });
  return office;
}

async function openOffice(locale: "en" | "es", viewport = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ baseURL: world.url, viewport, colorScheme: "light", locale });
  await useCookie(context, world.url, (await world.as("coordinator")).cookie);
  await context.addInitScript((chosen) => localStorage.setItem("baton.locale", chosen), locale);
  return context.newPage();
}

async function tell(phone: string, ...messages: string[]): Promise<void> {
  for (const message of messages) await world.simulator.says(phone, message);
  await world.settled();
}

const requests = async () =>
  (
    await (
      await world.as("coordinator")
    ).call<{ strips: { id: number; title: string; state: string }[] }>("POST", "requests/search", {
      state: "all",
    })
  ).body.strips;

async function openByHand(title: string): Promise<number> {
  const made = await (await world.as("coordinator")).call<{ id: number }>("POST", "requests", { title });
  return made.body.id;
}

test("one key opens a request, the next item is there, Z brings the first one back", async () => {
  await tell("fatima", "The kitchen ceiling drips");
  await tell("grace", "The gas hob will not light");
  const page = await openPage("/tray");
  await page.getByRole("heading", { name: "Fatima Al Suwaidi", level: 2 }).waitFor();
  await page.keyboard.press("Digit1");
  await page.getByRole("heading", { name: "Grace Okafor", level: 2 }).waitFor();
  await until(requests, (all) => all.some((strip) => strip.title === "The kitchen ceiling drips"));
  await page.keyboard.press("KeyZ");
  await page.getByRole("heading", { name: "Fatima Al Suwaidi", level: 2 }).waitFor();
  await until(requests, (all) => all.every((strip) => strip.title !== "The kitchen ceiling drips"));
});

test("what somebody else sorted meanwhile is refused with the reason, and nothing is lost", async () => {
  await tell("ravi", "The motor does not start");
  const page = await openPage("/tray");
  await page.getByRole("button", { name: /Ravi Menon/ }).click();
  await page.getByRole("heading", { name: "Ravi Menon", level: 2 }).waitFor();
  // The screen does not hear of it: this is about the moment before it does.
  await page.route("**/api/v1/tray", (route) => route.abort());
  const manager = await world.as("manager");
  const tray = await manager.call<{ items: { contact: { name: string }; messageIds: number[] }[] }>(
    "GET",
    "tray",
  );
  const item = tray.body.items.find((each) => each.contact.name === "Ravi Menon");
  await manager.call("POST", "tray/decisions", { messageIds: item?.messageIds, kind: "no_request" });
  await page.keyboard.press("Digit5");
  await page.getByRole("alert").filter({ hasText: "Mariam manager sorted it a moment ago" }).waitFor();
});

test("decisions made without a connection wait in sight and go out when it is back", async () => {
  await tell("julian", "Are you coming today?");
  const page = await openPage("/tray");
  await page.getByRole("button", { name: /Julián Ortega/ }).click();
  await page.getByRole("heading", { name: "Julián Ortega", level: 2 }).waitFor();
  await page.route("**/api/v1/tray/decisions", (route) => route.abort());
  await page.keyboard.press("Digit1");
  await page.getByText("1 decision goes out when the line is back").waitFor();
  await page.unroute("**/api/v1/tray/decisions");
  // Up to three of its own tries later: one may have begun before the line was back.
  await until(requests, (all) => all.some((strip) => strip.title === "Are you coming today?"), 30_000);
});

test("the whole board works by keyboard: select, move, undo, open, and back to the same strip", async () => {
  const id = await openByHand("Door lock jammed");
  const page = await openPage(`/board?peek=${id}`);
  const strip = page.locator(`[data-request="${id}"]`);
  await strip.waitFor();
  await page.keyboard.press("KeyM");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /waiting/ })
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Move to waiting" }).click();
  await until(requests, (all) => all.find((each) => each.id === id)?.state === "waiting");
  await page.keyboard.press("KeyZ");
  await until(requests, (all) => all.find((each) => each.id === id)?.state === "ready");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Door lock jammed", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Board", exact: true }).first().click();
  await strip.waitFor();
});

test("a dialog gives the focus back to the strip it came from", async () => {
  const id = await openByHand("Lamp buzzes");
  const page = await openPage(`/board?peek=${id}`);
  const isFocused = () => page.evaluate("document.activeElement?.getAttribute('data-request')");
  await until(isFocused, (held) => held === String(id));
  await page.keyboard.press("KeyP");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await until(isFocused, (held) => held === String(id));
});

test("a strip dragged where it may not go comes back with its reason", async () => {
  const id = await openByHand("Paint the gate");
  const page = await openPage(`/board?peek=${id}`);
  const strip = page.locator(`[data-request="${id}"]`);
  await strip.waitFor();
  await strip.dragTo(page.locator("#column-new"));
  await page
    .getByRole("alert")
    .filter({ hasText: `R-${id} was not moved to new` })
    .waitFor();
  expect((await requests()).find((each) => each.id === id)?.state).toBe("ready");
});

test("a move on another screen is seen and said here", async () => {
  const id = await openByHand("Fan to fit");
  const page = await openPage(`/board?peek=${id}`);
  await page.locator(`[data-request="${id}"]`).waitFor();
  await (await world.as("manager")).call("POST", `requests/${id}/moves`, { to: "working" });
  await page
    .getByRole("status")
    .filter({ hasText: `R-${id} is now working` })
    .waitFor({ state: "attached" });
});

test("a reply is written in the thread, sent once, and its way is a word", async () => {
  await tell("rosa", "No hay agua en el 4B");
  const page = await openPage("/tray");
  await page.getByRole("button", { name: /Rosa Mendoza/ }).click();
  await page.getByRole("heading", { name: "Rosa Mendoza", level: 2 }).waitFor();
  await page.keyboard.press("Digit1");
  const made = await until(requests, (all) => all.some((strip) => strip.title === "No hay agua en el 4B"));
  const id = made.find((strip) => strip.title === "No hay agua en el 4B")?.id;
  await page.goto(`/requests/${id}`);
  const composer = page.getByRole("textbox", { name: /To Rosa Mendoza/ });
  await composer.fill("We come *before 13:00*");
  await composer.press("Control+Enter");
  await page.getByText(/^(sent|delivered|read)$/).waitFor();
  await page.locator("strong", { hasText: "before 13:00" }).waitFor();
  expect(await page.getByText("We come").count()).toBe(1);
  expect(await composer.inputValue()).toBe("");
});

const PAGES = ["/tray", "/board", "/requests", "/contacts"] as const;

/** The other looks are in axe.test.ts. */
test("axe finds nothing on any page in Spanish on the smallest phone, and nothing is too wide", async () => {
  const id = await openByHand("Seen by axe");
  const page = await openOffice("es", { width: 320, height: 640 });
  for (const path of [...PAGES, `/board?peek=${id}`, `/requests/${id}`]) {
    await page.goto(path);
    await page.locator("main h1").first().waitFor({ state: "attached" });
    await page.waitForLoadState("networkidle");
    expect(await axe(page), path).toEqual([]);
    expect(await sidewaysBy(page), path).toBeLessThanOrEqual(0);
  }
  await page.context().close();
});

test("a rule's quick reply is told beside the item and put into the reply by one press, sent by nobody", async () => {
  const manager = await world.as("manager");
  const texts = [{ language: "en", body: "We are on our way, {{first_name}}." }];
  const reply = await manager.call<{ id: number }>("POST", "quick-replies", {
    ...{ shortcut: "way", title: "On our way", texts },
  });
  const rule = {
    ...{ name: "Floods", match: "all" },
    conditions: [{ kind: "words", words: ["flood"], match: "word" }],
    actions: { quickReplyId: reply.body.id },
  };
  await manager.call("POST", "rules/dry-run", { rule, id: null });
  await manager.call("POST", "rules", { ...rule, isOn: true });
  await tell("fatima", "There is a flood in the hall");
  const page = await openPage("/tray");
  await page.getByRole("button", { name: /Fatima Al Suwaidi/ }).click();
  await page.getByText("We are on our way, Fatima.").waitFor();
  await page.keyboard.press("KeyR");
  await page.getByRole("button", { name: "Put “On our way” into the reply" }).click();
  const words = page.locator("textarea[data-words]");
  await expect.poll(() => words.inputValue()).toBe("We are on our way, Fatima.");
  await axe(page);
});
