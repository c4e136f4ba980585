/** A newcomer connects the simulator through the guided page as if it were Meta, without reading documents. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

const DARK: Look = { ...LIGHT, name: "dark", scheme: "dark" };

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  // Nothing is connected yet.
  await world.app.system.db.query("delete from number");
  await world.app.numbers.refresh();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look: Look, path: string) => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as("admin") });
  await screen.page.goto(path);
  return screen;
};

test("from the first run to a message out and back", async () => {
  const { page, close } = await open(LIGHT, "/first-run");
  await page.getByRole("link", { name: "Begin with step 1" }).click();

  await page.getByRole("heading", { name: "Access token" }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByLabel("Graph address").fill("http://127.0.0.1:9");
  await page.getByLabel("Access token").fill("not it");
  await page.getByRole("button", { name: "Check the token" }).click();
  await page.getByText("The Graph address cannot be reached").waitFor();
  await page.getByText(/127\.0\.0\.1:9$/).waitFor();
  // The token is kept: only the address is corrected. A version copied along with it does no harm.
  await page.getByLabel("Access token").fill("");
  await page.getByLabel("Graph address").fill(`${world.simulator.url}/v26.0/`);
  await page.getByRole("button", { name: "Check the token" }).click();
  await page.getByText("Meta does not accept this token").waitFor();
  await picture(page, "connect-wrong-token");
  expect(await page.evaluate("document.activeElement?.textContent?.trim()")).toBe("Access token");
  await page.getByLabel("Access token").fill("t");
  await page.getByRole("button", { name: "Check the token" }).click();

  const account = page.getByLabel("WhatsApp Business account id");
  await account.waitFor();
  if ((await account.inputValue()) === "") await account.fill("300000000000001");
  const use = page.getByRole("button", { name: "Use this number" });
  if (!(await use.isVisible())) await page.getByRole("button", { name: "List its numbers" }).click();
  await use.waitFor();
  await picture(page, "connect-number");
  expect(await axe(page)).toEqual([]);
  await use.click();

  await page.getByLabel("App secret").fill("wrong");
  await page.getByRole("button", { name: "Check the secret" }).click();
  await page.getByText("This is not the secret of this token’s app").waitFor();
  await page.getByLabel("App secret").fill("s");
  await page.getByRole("button", { name: "Check the secret" }).click();
  await page.getByText("The secret is here. It is never shown again.").waitFor();
  await picture(page, "connect-webhook");
  expect(await axe(page)).toEqual([]);
  // By hand with a word of one's own: the page says so by itself.
  await page.request.get(
    "/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=my-own-word&hub.challenge=1",
  );
  await page.getByText("Meta came with another verify token").waitFor();
  await page.getByText("Callback URL").waitFor();
  await page.getByRole("button", { name: "Set it up for me" }).click();

  await page.getByText("Waiting for your message").waitFor();
  await picture(page, "connect-test");
  // Left here, and found again.
  await page.goto("/settings/numbers/connect");
  await page.getByRole("button", { name: /^Go on with/ }).click();
  await page.getByText("Waiting for your message").waitFor();
  await world.simulator.says("rosa", "Hello, does this work?");
  await page.getByText(/wrote at/).waitFor();
  await page.getByRole("button", { name: "Send the answer" }).click();
  await page.getByText("The answer was delivered").first().waitFor();
  await picture(page, "connect-done");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Finish" }).click();

  const card = page.getByRole("article");
  await card.waitFor();
  await card.getByRole("button", { name: "Set up" }).click();
  await card.getByText("set, never shown").first().waitFor();
  await card.getByLabel("Name").fill("Front desk");
  await card.getByRole("button", { name: "Save the name" }).click();
  await page.getByRole("heading", { name: "Front desk" }).waitFor();
  await card.getByRole("button", { name: "Check with Meta now" }).click();
  await card.getByText("The token works").waitFor();
  await picture(page, "number-settings");
  expect(await axe(page)).toEqual([]);
  // Connected once, it is gone through again without its token.
  await card.getByRole("button", { name: "Go through the steps again" }).click();
  await page.getByRole("button", { name: "Use this number" }).click();
  await page.getByText("Waiting for your message").waitFor();
  await close();
});

test.each([DARK, PHONE, ARABIC])("$name: the page reads without fault", async (look) => {
  const { page, close } = await open(look, "/settings/numbers/connect");
  await page.locator("input[name=token]").waitFor();
  expect(await axe(page)).toEqual([]);
  expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
  await picture(page, `connect-${look.name}`);
  await close();
});
