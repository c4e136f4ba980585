/** Two people at two screens: what one does the other sees, what is refused comes back, what waits is kept. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Strip } from "../../shared/api/requests.ts";
import type { State } from "../../shared/request.ts";
import { openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { press } from "./keyboard.ts";
import { ask } from "./morning.ts";
import { LIGHT, openScreen, picture } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let lina: Person;
let her: Page;
let his: Page;
let made = 0;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  lina = await world.hire("Lina Saab", "operator");
  her = (await openScreen(browser, world.url, LIGHT, { person: mariam })).page;
  his = (await openScreen(browser, world.url, LIGHT, { person: lina })).page;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});
beforeEach(() => press(her, "Escape"));

const column = (page: Page, state: State) => page.getByRole("listbox", { name: new RegExp(`^${state}`) });
const strip = (page: Page, state: State, { id }: Strip) =>
  column(page, state).locator(`[data-request="${id}"]`);

/** A request in a state, on both boards. */
async function aStrip(by: Person, state: "ready" | "working" = "ready"): Promise<Strip> {
  made += 1;
  const opened = await ask<Strip>(by, "POST", "requests", {
    title: `Tap number ${made} drips`,
    clientName: `Client ${made}`,
  });
  if (state === "working") await ask(by, "POST", `requests/${opened.id}/moves`, { to: "working" });
  for (const page of [her, his]) {
    if (!page.url().endsWith("/board")) await page.goto("/board");
    await strip(page, state, opened).waitFor();
  }
  return opened;
}

async function drag(page: Page, from: State, what: Strip, to: State): Promise<void> {
  const start = await strip(page, from, what).boundingBox();
  const end = await column(page, to).locator("xpath=../..").boundingBox();
  if (!start || !end) throw new Error("nothing to drag, or nowhere to drop it");
  await page.mouse.move(start.x + 40, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 60, start.y + 50, { steps: 4 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test("a move on one screen is on the other within a second or so", async () => {
  const tap = await aStrip(mariam);
  const seen = strip(his, "working", tap).waitFor({ timeout: 5_000 });
  await ask(mariam, "POST", `requests/${tap.id}/moves`, { to: "working" });
  const movedAt = performance.now();
  await seen;
  expect(performance.now() - movedAt).toBeLessThan(2_000);
});

test("a strip dragged with the mouse moves, and Z takes it back", async () => {
  const tap = await aStrip(mariam);
  await drag(her, "ready", tap, "working");
  await strip(her, "working", tap).waitFor();
  await strip(his, "working", tap).waitFor();
  await press(her, "z");
  await strip(her, "ready", tap).waitFor();
  await strip(his, "ready", tap).waitFor();
});

test("a move that is the coordinator's comes back to the operator with its reason and what else can be done", async () => {
  const tap = await aStrip(lina, "working");
  await drag(his, "working", tap, "blocked");
  const refusal = his.getByRole("alert").filter({ hasText: `R-${tap.id} ` });
  await refusal.waitFor();
  await picture(his, "refused");
  expect(await refusal.textContent()).toMatch(/coordinator.*Nothing was changed/i);
  await strip(his, "working", tap).waitFor();
  await press(his, "1");
  await his.getByRole("dialog").waitFor();
  await press(his, "Escape");
  await his.getByRole("dialog").waitFor({ state: "detached" });
});

test("done without the worker's word asks the coordinator why before it goes", async () => {
  const tap = await aStrip(mariam, "working");
  await strip(her, "working", tap).click();
  await press(her, "1");
  const dialog = her.getByRole("dialog");
  await dialog.waitFor();
  await picture(her, "done-asks-why");
  const go = dialog.getByRole("button", { name: /done/i });
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByRole("textbox").fill("The client rang: it is dry");
  await press(her, "Enter");
  await dialog.waitFor({ state: "detached" });
  await until(
    () => ask<{ strip: Strip }>(mariam, "GET", `requests/${tap.id}`),
    ({ strip }) => strip.state === "done",
  );
});

test("without a line a decision waits in sight, and goes out once when the line is back", async () => {
  await world.simulator.says("julian", "Gracias!!");
  await world.settled();
  await her.goto("/tray");
  // Not only its keys, which are there before it is.
  await her.getByRole("main").getByRole("heading", { name: "Julián Ortega" }).waitFor();
  await her.context().setOffline(true);
  await her.getByRole("alert").filter({ hasText: "No connection since" }).waitFor();
  await press(her, "5");
  const waiting = her.getByRole("region", { name: /decision/i });
  await waiting.getByText("Julián Ortega").waitFor();
  await picture(her, "offline");
  const sent: string[] = [];
  her.on("response", (answer) => {
    if (answer.url().endsWith("/tray/decisions") && answer.ok()) sent.push(answer.url());
  });
  await her.context().setOffline(false);
  await waiting.waitFor({ state: "detached" });
  const { count, decided } = await ask<{ count: number; decided: unknown[] }>(mariam, "GET", "tray");
  expect({ count, decided: decided.length, sent: sent.length }).toEqual({ count: 0, decided: 1, sent: 1 });
});
