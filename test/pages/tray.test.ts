/** The tray by keyboard: every kind of decision, two people at once, snooze, split, and keys one has changed. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { TrayItem } from "../../shared/api/tray.ts";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { ARABIC, LIGHT, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let ana: Person;
let bruno: Person;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  ana = await world.hire("Ana Ruiz", "coordinator");
  bruno = await world.hire("Bruno Vega", "coordinator");
  page = (await openScreen(browser, world.url, LIGHT, { person: ana })).page;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const items = async (by = ana) => (await by.call<{ items: TrayItem[] }>("GET", "tray")).body.items;
beforeEach(async () => {
  for (const { messageIds } of await items())
    await ana.call("POST", "tray/decisions", { messageIds, kind: "no_request" });
});

async function tell(phone: string, ...messages: string[]): Promise<void> {
  for (const message of messages) await world.simulator.says(phone, message);
  await world.settled();
}
const heading = (name: string, at = page) => at.getByRole("heading", { name, level: 2, exact: true });
async function openTray(name: string): Promise<void> {
  await page.goto("/tray");
  await heading(name).waitFor();
  await page.locator("[data-decision=opens]:enabled").waitFor();
}
const decided = async () =>
  (
    await ana.call<{ decided: { kind: string; request: { id: number } | null; contactName: string }[] }>(
      "GET",
      "tray",
    )
  ).body.decided;

type Made = { id: number; state: string };
/** A request of this client that is open. */
async function requestOf(phone: string, words: string): Promise<number> {
  await tell(phone, words);
  const item = (await items()).find(({ preview }) => preview === words);
  const made = await ana.call<{ strip: Made }>("POST", "tray/decisions", {
    ...{ messageIds: item?.messageIds, kind: "opens", title: words },
  });
  return made.body.strip.id;
}

test("an item of each kind is decided by its key, and the next one is there", async () => {
  const ceiling = await requestOf("fatima", "The kitchen ceiling drips");
  const hob = await requestOf("grace", "The gas hob will not light");
  const motor = await requestOf("ravi", "The motor does not start");
  await ana.call("POST", `requests/${hob}/moves`, { to: "waiting", waitsOn: "client" });
  await tell("fatima", "It is flat 304, third floor");
  await tell("grace", "Tomorrow at ten is fine");
  await tell("ravi", "Any news?");
  await tell("julian", "Thanks a lot");
  await tell("rosa", "No hay agua en el 4B");
  await openTray("Fatima Al Suwaidi");
  await page.getByText("The client hears nothing.").first().waitFor();
  await page.keyboard.press("Digit2");
  await heading("Grace Okafor").waitFor();
  await page.keyboard.press("Digit3");
  await heading("Ravi Menon").waitFor();
  await page.keyboard.press("Digit4");
  await heading("Julián Ortega").waitFor();
  await page.keyboard.press("Digit5");
  await heading("Rosa Mendoza").waitFor();
  await page.keyboard.press("Digit1");
  await page.getByRole("heading", { name: "Nothing to sort" }).waitFor();
  const made = await until(decided, (all) => all[0]?.contactName === "Rosa Mendoza");
  expect(made.slice(0, 5).map(({ kind, request }) => [kind, request?.id])).toEqual([
    ["opens", expect.any(Number)],
    ["no_request", undefined],
    ["chase", motor],
    ["answers", hob],
    ["belongs", ceiling],
  ]);
  const hobNow = await ana.call<{ strip: Made }>("GET", `requests/${hob}`);
  expect(hobNow.body.strip.state).toBe("ready");
});

test("two people on two screens do not get the same item, and each sees the other", async () => {
  await tell("fatima", "First");
  await tell("grace", "Second");
  const other = await openScreen(browser, world.url, LIGHT, { person: bruno });
  try {
    await Promise.all([page.goto("/tray"), other.page.goto("/tray")]);
    const shown = async () =>
      Promise.all([page, other.page].map((each) => each.locator("article h2").first().textContent()));
    await until(shown, ([one, two]) => Boolean(one && two && one !== two));
    // By hand one may still go there; both hear of it.
    const [mine] = await shown();
    await other.page.getByRole("button", { name: new RegExp(mine ?? "?") }).click();
    await heading(mine ?? "?", other.page).waitFor();
    // The names keep their direction by marks one does not see.
    await page.getByText(/Bruno Vega. is looking at this too/).waitFor();
    await other.page.getByText(/Ana Ruiz. is looking at this too/).waitFor();
    expect(await axe(page)).toEqual([]);
  } finally {
    await other.close();
  }
});

test("a snoozed item leaves, is listed, and is back when the client writes again", async () => {
  await tell("fatima", "Wait, I ask my husband");
  await openTray("Fatima Al Suwaidi");
  await page.keyboard.press("KeyH");
  await page.getByRole("button", { name: "When the client writes" }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "When the client writes" }).click();
  await page.getByRole("heading", { name: "Nothing to sort" }).waitFor();
  await page.getByRole("button", { name: "Snoozed 1" }).waitFor();
  expect(await items()).toEqual([]);
  await tell("fatima", "He says yes");
  await heading("Fatima Al Suwaidi").waitFor();
});

test("Z brings a snoozed item back", async () => {
  await tell("fatima", "Later please");
  await openTray("Fatima Al Suwaidi");
  await page.keyboard.press("KeyH");
  await page.keyboard.press("Digit1");
  await page.getByRole("heading", { name: "Nothing to sort" }).waitFor();
  await until(items, (all) => all.length === 0);
  await page.getByRole("button", { name: "Snoozed 1" }).waitFor();
  await page.keyboard.press("KeyZ");
  await heading("Fatima Al Suwaidi").waitFor();
});

test("the marked messages of an item are decided first, the rest stays in hand", async () => {
  await tell("fatima", "The tap drips", "And how much is a new mixer?");
  await openTray("Fatima Al Suwaidi");
  await page.keyboard.press("KeyS");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await page.getByText("1 goes apart, 1 stay. Now decide.").waitFor();
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("Digit5");
  await until(items, (all) => all.length === 1 && all[0]?.messageIds.length === 1);
  await page.getByText("One message,").waitFor();
  expect((await items())[0]?.preview).toBe("The tap drips");
});

test("a request opens in the hands one chooses, with one key more", async () => {
  await tell("fatima", "The gate sticks");
  await openTray("Fatima Al Suwaidi");
  await page.keyboard.press("KeyA");
  await page.getByRole("button", { name: "Bruno Vega" }).click();
  await page.getByRole("heading", { name: "Nothing to sort" }).waitFor();
  const gate = async () =>
    (
      await ana.call<{ strips: { title: string; owner: { name: string } | null }[] }>(
        "POST",
        "requests/search",
        { state: "all" },
      )
    ).body.strips.find(({ title }) => title === "The gate sticks");
  await until(gate, (strip) => strip?.owner?.name === "Bruno Vega");
});

test("a key that was changed does its new work, and nothing is without a key", async () => {
  await page.goto("/settings/keys");
  const line = page.getByRole("button", { name: "Snooze on H. Press to change" });
  await line.click();
  await page.keyboard.press("KeyX");
  await page.getByRole("button", { name: "Snooze on X. Press to change" }).waitFor();
  expect(await axe(page)).toEqual([]);
  await tell("fatima", "Something");
  await openTray("Fatima Al Suwaidi");
  await page.keyboard.press("KeyH");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await page.keyboard.press("KeyX");
  await page.getByRole("dialog", { name: "Snooze until" }).waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Slash");
  await page.getByRole("dialog", { name: "Keys of the tray" }).waitFor();
});

test("it is right in Arabic and in the hand", async () => {
  await requestOf("fatima", "الخلاط ينقط");
  await tell("fatima", "السلام عليكم، الماي ينزل من سقف المطبخ");
  const looks = [ARABIC, { ...PHONE, name: "narrow", locale: "ar" as const, width: 320, height: 640 }];
  await Promise.all(
    looks.map(async (look) => {
      const screen = await openScreen(browser, world.url, look, { person: bruno });
      await screen.page.goto("/tray");
      await screen.page.locator("[data-decision=opens]:enabled").waitFor();
      await picture(screen.page, `tray-${look.name}`);
      expect(await axe(screen.page), look.name).toEqual([]);
      expect(await sidewaysBy(screen.page), look.name).toBeLessThanOrEqual(0);
      await screen.close();
    }),
  );
});
