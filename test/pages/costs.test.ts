/** The page of costs, in a real browser, on a real server. */
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

const PATH = "/settings/costs";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look = LIGHT, role: "manager" | "operator" = "manager"): Promise<Screen> => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as(role) });
  await screen.page.goto(PATH);
  return screen;
};

/** As the pass over the statuses leaves it: a year of a business that answers much. */
async function aYear(): Promise<void> {
  const { db, clock } = world.app.system;
  const now = clock.now();
  const month = (back: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
  const lines: [number, string, string, string, number][] = [
    [0, "service", "free_customer_service", "MX", 812],
    [0, "service", "regular", "MX", 2140],
    [0, "service", "regular", "IN", 310],
    [0, "service", "regular", "DE", 17],
    [0, "utility", "regular", "", 3],
    [0, "referral_conversion", "free_entry_point", "MX", 44],
    [0, "service", "on_phone", "MX", 95],
    [0, "", "", "MX", 2],
    ...Array.from(
      { length: 10 },
      (_, index) =>
        [index + 1, "service", "regular", "MX", 900 + ((index * 397) % 1300)] as [
          number,
          string,
          string,
          string,
          number,
        ],
    ),
  ];
  for (const [back, category, type, country, count] of lines)
    await db.query(
      `insert into cost_month (number_id, month, category, type, country, count)
       select min(id), $1, $2, $3, $4, $5 from number`,
      [month(back), category, type, country, count],
    );
  await db.query("update cost_rate set from_month = '2020-01'");
}

async function aDearRequest(): Promise<number> {
  const manager = await world.as("manager");
  await world.simulator.says("fatima", "It leaks again");
  await world.settled();
  const { db, clock } = world.app.system;
  const [fatima] = await db.query<{ contactId: number }>(
    `select contact_id as "contactId" from conversation order by last_in_at desc nulls last limit 1`,
  );
  const { body } = await manager.call<{ id: number }>("POST", "requests", {
    title: "Boiler leaks again",
    contactId: fatima?.contactId ?? null,
  });
  await db.query(
    `with said as (select id, number_id from message order by id desc limit 1),
       linked as (insert into request_message (request_id, message_id) select $1, id from said on conflict do nothing)
     insert into message_cost (number_id, wamid, participant, message_id, delivered_at, month, category, type, country)
     select number_id, 'dear', '', id, $2, to_char($2::timestamptz at time zone 'UTC', 'YYYY-MM'), 'service', 'regular', 'MX'
     from said`,
    [body.id, clock.now()],
  );
  return body.id;
}

test("a month with nothing in it says so, and shows by which prices it would be reckoned", async () => {
  const { page, close } = await open();
  await page.getByRole("heading", { name: "Nothing was delivered in this month." }).waitFor();
  await page.getByText("0 of 1,000 used").waitFor();
  expect(await page.getByText("example", { exact: true }).count()).toBe(6);
  expect(await axe(page)).toEqual([]);
  await picture(page, "costs-nothing");
  await close();
});

test("a price is entered for what had none, and taken back again", async () => {
  await aYear();
  const id = await aDearRequest();
  const { page, close } = await open();
  const missing = page.getByText("Germany, written freely: 17 messages");
  await missing.waitFor();
  await page.getByText("812 of 1,000 used").waitFor();
  await page.getByText("Most are used").waitFor();
  await page.getByRole("link", { name: "Boiler leaks again" }).waitFor();
  await page.getByRole("button", { name: "Enter price for Germany, written freely" }).click();
  await page.getByLabel("Price", { exact: true }).fill("0,0456");
  await page.getByRole("button", { name: "Save" }).click();
  await missing.waitFor({ state: "detached" });
  await page.locator("main").getByText("The price for Germany, written freely is US$0.0456.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await missing.waitFor();
  await page.getByText("WhatsApp told no price: 2 messages").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as CSV" }).click(),
  ]);
  expect(await readFile(await file.path(), "utf8")).toContain("without_price,DE service,,17,17,,");
  await page.goto(`/requests/${id}`);
  await page.getByText("US$0.0085, 1 charged").waitFor();
  await page.getByText("free, 188 left this month").waitFor();
  await picture(page, "costs-request");
  await close();
});

test("months begin where the account is", async () => {
  const { page, close } = await open();
  await page.getByRole("button", { name: /^Change how .* is counted$/ }).click();
  await page.getByLabel("Time zone of the WhatsApp Business account").selectOption("Asia/Dubai");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Months by Asia/Dubai").waitFor();
  await close();
});

test("it reads in every look", async () => {
  // The zone moved the months to what there is: here that is one message.
  await world.app.system.db.query("delete from cost_month");
  await aYear();
  const reads = async (look: Look) => {
    const { page, close } = await open({ ...look, height: look === PHONE ? 844 : 1_500 });
    await page.locator("table tbody tr").first().waitFor();
    await page.locator("section:has(h2) ul li button").first().waitFor();
    await picture(page, `costs-${look.name}`);
    expect(await axe(page), look.name).toEqual([]);
    if (look === LIGHT) {
      await page.emulateMedia({ colorScheme: "dark" });
      await picture(page, "costs-dark");
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

test("refused, and not for everybody", async () => {
  const { page, close } = await open();
  await page.route("**/api/v1/costs", (route) =>
    route.fulfill({ status: 400, json: { error: { code: "x", message: "No." } } }),
  );
  await page.reload();
  await page.getByText("The costs could not be loaded.").waitFor();
  await page.unroute("**/api/v1/costs");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("table").first().waitFor();
  await close();
  const operator = await open(LIGHT, "operator");
  await operator.page.getByRole("heading", { name: "Costs are for managers" }).waitFor();
  await operator.close();
});
