/** A reaction of ours that was refused, and one whose end nobody saw: told where it stands, and put right by hand. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { openRequest, type Shown } from "./composer-desk.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let requestId: number;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  requestId = await openRequest(world, mariam, "fatima", "The breaker trips again");
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const settings = (change: object) => world.simulator.control("PATCH", "settings", change);
const onPhone = async () => {
  const { messages } = await world.simulator.control<{ messages: Shown[] }>("GET", "phones/fatima/thread");
  return JSON.stringify(messages[0]?.reactions);
};

test("a refused reaction is sent again, an unknown one is settled, by keyboard alone", async () => {
  const screen = await openScreen(browser, world.url, LIGHT, { person: mariam });
  const { page } = screen;
  await page.goto(`/requests/${requestId}`);
  const message = page.locator("[id^=message-]").first();
  const react = async (emoji: string) => {
    await message.getByRole("button", { name: "What can be done with it" }).focus();
    await page.keyboard.press("Enter");
    const choice = page.getByRole("menuitem", { name: `React with ${emoji}` });
    await choice.waitFor();
    await choice.focus();
    await page.keyboard.press("Enter");
  };
  await settings({ errorRate: 1, errorCode: 131026 });
  await react("👍");
  await message.getByText("Our 👍 was not sent.").waitFor();
  await picture(page, "reaction-failed");
  await settings({ errorRate: 0 });
  await message.getByRole("button", { name: "Send it again" }).focus();
  await page.keyboard.press("Enter");
  await until(onPhone, (all) => all.includes("👍"));
  await message.getByText("Our 👍 was not sent.").waitFor({ state: "detached" });

  await settings({ misfire: "cut" });
  await react("🙏");
  await message.getByText("It is not known whether our 🙏 arrived").waitFor();
  await settings({ misfire: "none" });
  for (const look of [{ ...LIGHT, name: "dark", scheme: "dark" }, PHONE, ARABIC] satisfies Look[]) {
    const other = await openScreen(browser, world.url, look, { person: mariam });
    await other.page.goto(`/requests/${requestId}`);
    if (look.width < 500) await other.page.getByRole("tab").nth(1).click();
    await other.page.getByText("🙏").first().waitFor();
    expect(await sidewaysBy(other.page)).toBe(0);
    await picture(other.page, `reaction-unknown-${look.name}`);
    await other.close();
  }
  await picture(page, "reaction-unknown");
  await message.getByRole("button", { name: "It arrived" }).focus();
  await page.keyboard.press("Enter");
  await message.getByText("It is not known whether our 🙏 arrived").waitFor({ state: "detached" });
  await screen.close();
});
