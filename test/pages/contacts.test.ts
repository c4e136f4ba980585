/** Two contacts who are one person: merged side by side, undone, taken apart, in every look. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, type World } from "../world.ts";
import { ARABIC, LIGHT, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
const screens: Screen[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "admin");
  for (const [name, phone] of [
    ["Fatima Rahman", "+971501110001"],
    ["Fatima (office)", "+971501110002"],
    ["Omar Said", null],
  ] as const)
    await mariam.call("POST", "contacts", { name, phone, kinds: ["client"] });
});
afterAll(async () => {
  for (const screen of screens) await screen.close();
  await browser?.close();
  await world?.close();
});

const open = async (look: typeof LIGHT): Promise<Page> => {
  const screen = await openScreen(browser, world.url, look, { person: mariam });
  screens.push(screen);
  await screen.page.goto("/contacts");
  await screen.page.getByText("Fatima Rahman").first().waitFor();
  return screen.page;
};
const dialog = (page: Page) => page.locator("dialog[open]");
const row = (page: Page, name: string) => page.locator("main li", { hasText: name });
async function seen(page: Page, name: string): Promise<void> {
  await picture(page, `contacts-${name}`);
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
}

test("merged side by side, undone by a press, merged again and taken apart in the contact's dialog", async () => {
  const page = await open(LIGHT);
  const merge = async () => {
    await row(page, "Fatima Rahman").getByRole("button", { name: "Merge", exact: true }).click();
    await dialog(page).getByRole("searchbox").fill("office");
    await dialog(page).getByRole("button", { name: "Fatima (office)" }).click();
    await dialog(page).getByText("they may be two people").waitFor();
  };
  await merge();
  await seen(page, "merge-light");
  await page.emulateMedia({ colorScheme: "dark" });
  await seen(page, "merge-dark");
  await page.emulateMedia({ colorScheme: "light" });
  await dialog(page).getByRole("button", { name: "They are one person: merge" }).click();
  await row(page, "Fatima (office)").waitFor({ state: "detached" });
  await seen(page, "merged-light");
  await page.getByRole("button", { name: "Undo" }).click();
  await row(page, "Fatima (office)").waitFor();

  await merge();
  await dialog(page).getByRole("button", { name: "They are one person: merge" }).click();
  await row(page, "Fatima (office)").waitFor({ state: "detached" });
  await row(page, "Fatima Rahman").getByRole("button", { name: "Edit" }).click();
  await dialog(page).getByText("Joined by Mariam Haddad").waitFor();
  await seen(page, "parts-light");
  await dialog(page).getByRole("button", { name: "Take apart Fatima (office)" }).click();
  await dialog(page).getByText("a contact of their own again").waitFor();
  await page.keyboard.press("Escape");
  await row(page, "Fatima (office)").waitFor();
});

test.each([
  ["arabic", ARABIC],
  ["phone", PHONE],
  ["narrow", { ...PHONE, name: "narrow", width: 320, height: 640 }],
] as const)("the merge dialog and the list in %s", async (name, look) => {
  const page = await open(look);
  await seen(page, `list-${name}`);
  await row(page, "Fatima Rahman").getByRole("button").nth(1).scrollIntoViewIfNeeded();
  await row(page, "Fatima Rahman")
    .getByRole("button", { name: look.locale === "ar" ? "دمج" : "Merge", exact: true })
    .click();
  await dialog(page).locator("li button").first().waitFor();
  await seen(page, `find-${name}`);
  await dialog(page).locator("li button", { hasText: "office" }).click();
  await seen(page, `merge-${name}`);
});
