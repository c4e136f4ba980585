/** The composer near the end of its window, shut, and in every look. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, type World } from "../world.ts";
import { aPhoto, openRequest } from "./composer-desk.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  const requestId = await openRequest(world, mariam, "fatima", "The breaker trips again");
  page = (await openScreen(browser, world.url, LIGHT, { person: mariam })).page;
  await page.goto(`/requests/${requestId}`);
  await composer().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const composer = () => page.getByRole("region", { name: "Write to the client" });
const words = () => composer().getByRole("textbox", { name: "To Fatima Al Suwaidi" });

test("near the limit the characters are counted, and over it nothing goes", async () => {
  await words().fill("x".repeat(4000));
  await composer().getByText("96 characters left").waitFor();
  await words().fill("x".repeat(4099));
  await composer().getByText("3 characters too many").waitFor();
  expect(await composer().getByRole("button", { name: "Send" }).isDisabled()).toBe(true);
  await words().fill("");
});

/** As if she had written so long ago. */
async function wroteAgo(seconds: number): Promise<void> {
  const at = new Date(Date.now() - seconds * 1_000);
  await world.app.system.db.query("update conversation set last_in_at = $1 where last_in_at is not null", [
    at,
  ]);
  await page.reload();
  await composer().waitFor();
}

test("near its end the window warns, and when it shuts while one writes the words are kept and a template remains", async () => {
  const DAY = 86_400;
  await wroteAgo(DAY - 3_600);
  await composer()
    .getByText(/The window closes in 59 min/)
    .waitFor();
  await picture(page, "composer-nudge");
  await wroteAgo(DAY - 8);
  await words().fill("Suresh is at the door");
  await composer().getByText("The window shut while you wrote").waitFor();
  await composer().getByText("Suresh is at the door").waitFor();
  await composer().getByText("WhatsApp takes a template only").waitFor();
  expect(await words().count()).toBe(0);
  await picture(page, "composer-shut");
  await wroteAgo(60);
  await words().waitFor();
  expect(await words().inputValue()).toBe("Suresh is at the door");
  await words().fill("");
});

const NARROW: Look = { ...PHONE, name: "narrow", width: 320, height: 720 };

test.concurrent.each([LIGHT, NARROW, ARABIC])("nothing to object to: $name", async (look) => {
  const screen = await openScreen(browser, world.url, look, { person: mariam });
  const there = screen.page;
  const wrong: string[] = [];
  const judgeIn = async (name: string, lookName: string) => {
    await picture(there, `composer-look-${name}-${lookName}`);
    const sideways = await sidewaysBy(there);
    wrong.push(...(await axe(there)), ...(sideways > 0 ? [`${name}: sideways by ${sideways}`] : []));
  };
  const judge = async (name: string) => {
    await judgeIn(name, look.name);
    if (look !== LIGHT) return;
    await there.emulateMedia({ colorScheme: "dark" });
    await judgeIn(name, "dark");
    await there.emulateMedia({ colorScheme: "light" });
  };
  await there.goto(new URL(page.url()).pathname);
  if (look.width < 500) await there.getByRole("tab").nth(1).click();
  const place = there.locator("section:has(> form), section:has(form)").last();
  await place.locator("textarea").waitFor();
  await place
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "before.jpg", mimeType: "image/jpeg", buffer: await aPhoto(200) },
      { name: "قبل وبعد.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") },
      { name: "all.zip", mimeType: "application/zip", buffer: Buffer.from("PK") },
    ]);
  await place.locator("ul img").waitFor();
  await judge("files");
  await place.locator("button[aria-haspopup=menu]").first().click();
  await picture(there, `composer-look-menu-${look.name}`);
  await there
    .getByRole("menuitem")
    .nth(look.width < 500 ? 5 : 4)
    .click();
  await judge("list");
  await screen.close();
  expect(wrong).toEqual([]);
});
