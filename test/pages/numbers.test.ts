/** The numbers' page and its line under the bar, in a real browser, on a real server. */
import { createHmac } from "node:crypto";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COUNT_EVERY_MS, countTraffic } from "../../server/numbers/traffic.ts";
import { axe, openBrowser } from "../browser.ts";
import { fixtureBodies } from "../fixture-bodies.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

const PATH = "/settings/numbers";
const SILENT = "Nothing has come in for unusually long";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look = LIGHT, path = PATH): Promise<Screen> => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as("manager") });
  await screen.page.goto(path);
  return screen;
};

/** As WhatsApp posts it, about the account and the phone of the world's number. */
async function delivered(body: string | Buffer): Promise<void> {
  const answer = await fetch(`${world.url}/webhooks/whatsapp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${createHmac("sha256", "s").update(body).digest("hex")}`,
    },
    body,
  });
  expect(answer.status).toBe(200);
  await world.settled();
}
const notice = (field: string, value: object, minutesAgo: number, account = "300000000000001") =>
  delivered(
    JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        { id: account, time: Math.floor(Date.now() / 1000) - minutesAgo * 60, changes: [{ field, value }] },
      ],
    }),
  );
/** Four weeks in which somebody wrote every few minutes, but for the last hours. */
const usedToHear = async (silentHours: number) => {
  const { db, clock } = world.app.system;
  await db.query(
    `insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, came_by, wamid)
     select v.id, v.number_id, 'client', 'text', at, at, 'webhook', 'wamid.past.' || extract(epoch from at)
     from (select id, number_id from conversation order by id limit 1) as v,
       generate_series($1::timestamptz - interval '29 days', $1::timestamptz - $2 * interval '1 hour',
         interval '1 minute' * 17) as at
     where extract(hour from at) between 6 and 19 or $1::timestamptz - at < interval '9 hours'
       or mod((extract(hour from $1::timestamptz) - extract(hour from at) + 24)::integer, 24) <= 7`,
    [clock.now(), silentHours],
  );
  await countTraffic(world.app.system);
};
const finding = (page: Page, name: string) => page.getByRole("heading", { name, level: 4 });

test("a number with nothing to say says so; the page reads without a mouse and without fault", async () => {
  const { page, close } = await open();
  await finding(page, "Nothing stands out").waitFor();
  expect(await page.getByRole("article").count()).toBe(1);
  expect(await axe(page)).toEqual([]);
  const show = page.getByRole("button", { name: "Show what WhatsApp said" });
  await show.focus();
  await page.keyboard.press("Enter");
  await page.getByText("WhatsApp has said nothing about this number yet.").waitFor();
  expect(await page.getByRole("region", { name: "WhatsApp numbers" }).count()).toBe(0);
  await close();
});

test("what WhatsApp says appears while one looks, and goes when it takes it back", async () => {
  const { page, close } = await open();
  await finding(page, "Nothing stands out").waitFor();
  const phone = { display_phone_number: "" };
  await notice("phone_number_quality_update", { ...phone, event: "FLAGGED" }, 30);
  await finding(page, "WhatsApp rates the quality as low").waitFor();
  await notice("phone_number_quality_update", { ...phone, event: "UNFLAGGED" }, 20);
  await finding(page, "WhatsApp rates the quality as low").waitFor({ state: "detached" });
  await finding(page, "Nothing stands out").waitFor();
  // One that was said before and arrives late changes nothing.
  await notice("phone_number_quality_update", { ...phone, event: "FLAGGED", late: true }, 25);
  await notice("weather_update", { rain: true }, 5);
  await finding(page, "WhatsApp sent a notice Baton does not know: weather_update").waitFor();
  expect(await finding(page, "WhatsApp rates the quality as low").count()).toBe(0);
  await page.getByRole("button", { name: "Show what WhatsApp said" }).click();
  const said = page.getByRole("listitem").filter({ has: page.locator("summary") });
  await expect.poll(() => said.count()).toBe(4);
  expect(await said.first().textContent()).toContain("weather_update");
  await close();
});

test("silence is told in the bar of managers alone, and a message ends it", async () => {
  await world.simulator.says("fatima", "Good morning");
  await world.settled();
  // As if she had written long ago.
  await world.app.system.db.query(
    "update message set recorded_at = recorded_at - interval '40 days', said_at = said_at - interval '40 days'",
  );
  await usedToHear(6);
  const { page, close } = await open(LIGHT, "/tray");
  const band = page.getByRole("region", { name: "WhatsApp numbers" });
  await band.getByText(SILENT).waitFor();
  expect(await axe(page)).toEqual([]);
  await picture(page, "numbers-band");
  await band.getByRole("link").click();
  await finding(page, SILENT).waitFor();
  await page.getByText("look in this order").waitFor();
  expect(await band.count()).toBe(0);

  const operator = await openScreen(browser, world.url, LIGHT, { person: await world.as("operator") });
  await operator.page.goto("/tray");
  await operator.page.locator("main h1, main h2").first().waitFor();
  expect(await operator.page.getByRole("region", { name: "WhatsApp numbers" }).count()).toBe(0);
  await operator.page.goto(PATH);
  await operator.page.getByText("Managers and admins see this page.").waitFor();
  await operator.close();

  await world.simulator.says("fatima", "Is anybody there?");
  await world.settled();
  await page.reload();
  await page.getByRole("article").first().waitFor();
  expect(await finding(page, SILENT).count()).toBe(0);
  await close();
});

test("with everything at once it reads in every look", async () => {
  for (const [name, body] of fixtureBodies())
    if (/^(account|business|phone_number|security|template|message_template)/.test(name))
      await delivered(body);
  await notice("account_update", { event: "MOON_FULL" }, 3, "999");
  await world.app.system.db.query(
    "insert into number (phone_number_id, kind, name, display_phone, business_account_id, created_at) values ('9', 'unclaimed', '15550100009', '15550100009', '300000000000001', $1)",
    [world.app.system.clock.now()],
  );
  const reads = async (look: Look) => {
    const { page, close } = await open({ ...look, height: look === PHONE ? 844 : 2_400 });
    await page.getByRole("article").nth(1).waitFor();
    if (look === LIGHT) {
      await finding(page, "This number is not set up here").waitFor();
      await page.getByRole("heading", { name: "What WhatsApp said about other accounts" }).waitFor();
    }
    await page.locator("article button[aria-expanded]").first().click();
    await page.locator("article details").first().waitFor();
    await picture(page, `numbers-${look.name}`);
    expect(await axe(page), look.name).toEqual([]);
    if (look === LIGHT) {
      await page.emulateMedia({ colorScheme: "dark" });
      await picture(page, "numbers-dark");
      expect(await axe(page), "dark").toEqual([]);
    }
    if (look === PHONE) {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
    }
    await close();
  };
  await Promise.all([LIGHT, ARABIC, PHONE].map(reads));
});

test("loading, refused and cut off are states of the page", async () => {
  const { page, close } = await open(LIGHT, "/tray");
  let isRefused = true;
  await page.route("**/api/v1/numbers/health", (route) =>
    isRefused
      ? route.fulfill({ status: 400, json: { error: { code: "x", message: "No." } } })
      : route.continue(),
  );
  await page.goto(PATH);
  await page.getByText("The numbers could not be read").waitFor();
  await picture(page, "numbers-error");
  isRefused = false;
  const nothing = { house: [], lastDeliveryAt: null, hasOtherNotices: false, numbers: [] };
  await page.route("**/api/v1/numbers/health", (route) => route.fulfill({ json: nothing }), { times: 1 });
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "No number yet" }).waitFor();
  await picture(page, "numbers-none");
  expect(await axe(page)).toEqual([]);
  await page.reload();
  await page.getByRole("article").first().waitFor();
  await page.context().setOffline(true);
  await page.getByRole("alert").filter({ hasText: "No connection" }).waitFor();
  expect(await page.getByRole("article").count()).toBeGreaterThan(0);
  await close();
});

test("traffic is counted by the running server itself", async () => {
  expect(COUNT_EVERY_MS).toBeLessThanOrEqual(5 * 60_000);
  const { status, body } = await (await world.as("manager")).call<{ numbers: { traffic: number[][] }[] }>(
    "GET",
    "numbers/health",
  );
  expect(status).toBe(200);
  expect(body.numbers[0]?.traffic.length).toBeGreaterThan(100);
  expect((await (await world.as("operator")).call("GET", "numbers/attention")).status).toBe(403);
});
