/** Messages of a request chosen and taken where they belong, by keys and by thumb; two requests merged; all taken back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RequestPage } from "../../shared/api/requests.ts";
import type { TrayItem } from "../../shared/api/tray.ts";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { ask } from "./morning.ts";
import { ARABIC, LIGHT, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  page = (await openScreen(browser, world.url, LIGHT, { person: mariam })).page;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** All that waits of what was just said becomes one request. */
async function opened(phone: string, words: string[]): Promise<number> {
  for (const word of words) await world.simulator.says(phone, word);
  await world.settled();
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(mariam, "GET", "tray"),
    (tray) => tray.items.flatMap(({ messageIds }) => messageIds).length >= words.length,
  );
  const { strip } = await ask<{ strip: { id: number } }>(mariam, "POST", "tray/decisions", {
    ...{ messageIds: items.flatMap(({ messageIds }) => messageIds), kind: "opens", title: words[0] },
  });
  return strip.id;
}
const read = (id: number) => ask<RequestPage>(mariam, "GET", `requests/${id}`);
const bar = () => page.getByRole("region", { name: "Chosen messages" });
const said = (words: string) => page.locator("[data-pick]", { hasText: words });

test("by keys: a run is chosen, split off with a title, and taken back", async () => {
  const id = await opened("fatima", ["The tap drips", "Also the lift is stuck", "Fourth floor"]);
  await page.goto(`/requests/${id}`);
  await said("Fourth floor").waitFor();
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+ArrowUp");
  await bar().getByText("2 messages").waitFor();
  await picture(page, "mending-chosen-light");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog", { name: "A new request from 2 messages" });
  await dialog.waitFor();
  expect(await dialog.getByLabel("Title").inputValue()).toBe("Also the lift is stuck");
  await dialog.getByLabel("Title").fill("Lift stuck");
  await picture(page, "mending-split-light");
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Open the new request" }).click();
  await said("Fourth floor").waitFor({ state: "detached" });
  const link = page.getByRole("link", { name: /^to R-/ });
  await link.waitFor();
  await picture(page, "mending-split-done-light");
  await link.click();
  await page.getByRole("heading", { name: "Lift stuck" }).waitFor();
  await page.getByRole("link", { name: `from R-${id}` }).waitFor();
  await page.goto(`/requests/${id}`);
  await page.getByRole("button", { name: "Undo" }).waitFor();
  await page.keyboard.press("z");
  await said("Fourth floor").waitFor();
  expect((await read(id)).messageIds).toHaveLength(3);
});

test("two requests are merged: what stays is shown first, and the one that ended leads on", async () => {
  const one = await opened("julian", ["No cold air since noon"]);
  const two = await opened("julian", ["Is anyone coming for the AC?"]);
  await ask(mariam, "PATCH", `requests/${two}`, { priority: "high" });
  await page.goto(`/requests/${two}`);
  await said("Is anyone coming").waitFor();
  await page.getByRole("button", { name: "More", exact: true }).click();
  await picture(page, "mending-menu-light");
  await page.getByRole("menuitem", { name: "Merge with another request…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "No cold air since noon" }).click();
  const dialog = page.getByRole("dialog", { name: `Merge R-${two} and R-${one}` });
  await dialog.waitFor();
  await picture(page, "mending-merge-light");
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole("button", { name: `Merge into R-${one}` }).click();
  await page.waitForURL(`**/requests/${one}`);
  await said("Is anyone coming").waitFor();
  expect((await read(one)).strip.priority).toBe("high");
  await page.goto(`/requests/${two}`);
  await page.getByRole("link", { name: `Go to R-${one}` }).waitFor();
  await picture(page, "mending-merged-light");
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press("z");
  await page.getByRole("link", { name: `Go to R-${one}` }).waitFor({ state: "detached" });
  await said("Is anyone coming").waitFor();
});

test("by thumb: held, another is added, and both go to a landlord's request, who can be answered there", async () => {
  const tenant = await opened("fatima", ["Water in the cellar", "It is still coming in"]);
  const landlord = await opened("julian", ["My tenant told me of the water"]);
  const phone = (await openScreen(browser, world.url, PHONE, { person: mariam })).page;
  await phone.goto(`/requests/${tenant}`);
  await phone.getByRole("tab", { name: "This request" }).click();
  const cellar = phone.locator("[data-pick]", { hasText: "Water in the cellar" });
  const box = await cellar.boundingBox();
  const touch = { pointerType: "touch", clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 24 };
  await cellar.dispatchEvent("pointerdown", { ...touch, bubbles: true });
  await phone.getByRole("checkbox").first().waitFor();
  await cellar.dispatchEvent("pointerup", { ...touch, bubbles: true });
  await phone.getByRole("checkbox").last().check({ force: true });
  await phone.getByText("2 messages", { exact: true }).waitFor();
  await picture(phone, "mending-chosen-phone");
  expect(await axe(phone)).toEqual([]);
  await phone.setViewportSize({ width: 320, height: 640 });
  await picture(phone, "mending-chosen-narrow");
  expect(await sidewaysBy(phone)).toBe(0);
  await phone.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await phone.getByRole("button", { name: "Move to…" }).click();
  await phone.getByLabel("Any other request, by words or number").fill(`R-${landlord}`);
  await picture(phone, "mending-move-phone");
  await phone
    .getByRole("dialog")
    .getByRole("button", { name: /My tenant told me/ })
    .click();
  await phone.getByRole("dialog").waitFor({ state: "detached" });
  expect((await read(landlord)).messageIds).toHaveLength(3);

  await page.goto(`/requests/${landlord}`);
  await said("It is still coming in").waitFor();
  const to = page.getByRole("group", { name: "To" });
  expect(await to.getByRole("radio").count()).toBe(2);
  await to.getByText("Fatima").click();
  await page.getByRole("textbox", { name: /^To Fatima/ }).fill("Somebody comes at six");
  await picture(page, "mending-several-light");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Somebody comes at six").first().waitFor();
  type Phone = { messages: { text: string | null }[] };
  await until(
    () => world.simulator.control<Phone>("GET", "phones/fatima/thread"),
    ({ messages }) => messages.some(({ text }) => text === "Somebody comes at six"),
  );
});

test("taken out, it waits in the tray; in Arabic and in the dark it looks right", async () => {
  const id = await opened("fatima", ["The gate does not close", "Happy birthday by the way"]);
  const arabic = (await openScreen(browser, world.url, ARABIC, { person: mariam })).page;
  await arabic.emulateMedia({ colorScheme: "dark" });
  await arabic.goto(`/requests/${id}`);
  await arabic.locator("[data-pick]", { hasText: "Happy birthday" }).waitFor();
  await arabic.keyboard.press("x");
  await arabic.getByRole("checkbox").first().waitFor();
  await picture(arabic, "mending-chosen-arabic-dark");
  expect(await axe(arabic)).toEqual([]);
  await arabic.keyboard.press("t");
  await arabic.locator("[data-pick]", { hasText: "Happy birthday" }).waitFor({ state: "detached" });
  const { items } = await ask<{ items: TrayItem[] }>(mariam, "GET", "tray");
  expect(items.map(({ preview }) => preview)).toContain("Happy birthday by the way");
  await picture(arabic, "mending-taken-out-arabic-dark");
});
