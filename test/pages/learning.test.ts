/** The page that says how good the suggestions are, in a real browser, on a real server. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (look: Look): Promise<Screen> => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as("operator") });
  await screen.page.goto("/settings/learning");
  return screen;
};

/** As a desk of some weeks leaves it: what, category and priority often judged, places rarely. */
async function someWeeks(): Promise<void> {
  const { db, clock } = world.app.system;
  const now = clock.now();
  const [place] = await db.query<{ id: number }>(
    `with who as (insert into contact (name, created_at) values ('Fatima', $1) returning id)
     insert into conversation (number_id, contact_id, created_at)
     select (select min(id) from number), id, $1 from who returning id`,
    [now],
  );
  await db.query(
    `insert into decision (conversation_id, kind, at, account_id, rule, undone_at)
     select $1, 'no_request', $2::timestamptz - n * interval '40 minutes',
       case when n % 4 > 0 then (select min(id) from account) end,
       case when n % 4 = 0 then (array['acknowledgement', 'quote', 'chase'])[1 + n / 4 % 3] end,
       case when n % 40 = 0 then $2::timestamptz end
     from generate_series(1, 600) n`,
    [place?.id, now],
  );
  for (const [kind, every, right] of [
    ["what", 1, 0.93],
    ["which", 3, 0.9],
    ["category", 2, 0.84],
    ["priority", 2, 0.88],
    ["title", 2, 0.61],
    ["place", 21, 0.8],
  ] as const)
    await db.query(
      `insert into suggestion_outcome (decision_id, kind, predicted, decided, confidence, is_proposed, is_right, at)
       select id, $1, 'x', 'x', 0.3 + (id * 37 % 70) / 100.0, id * 37 % 70 > 20, (id * 61 % 100) / 100.0 < $3::float8, at
       from decision where rule is null and id % $2 = 0`,
      [kind, every, right],
    );
  await db.query(
    `insert into model (kind, version, made_at, trained_on, decision_id, basis, figures, bytes)
     select kind, 7, $1::timestamptz - interval '12 minutes', 448, (select max(id) - 5 from decision), 'x',
       '{"counts": {"breakdown_repair": 183, "appointment": 96, "billing_payment": 71, "other_not_a_request": 98}, "shipped": 5385}',
       ''
     from unnest(array['category', 'priority']) kind`,
    [now],
  );
}

test("before anything was decided it says so, and that it begins with what it comes with", async () => {
  const { page, close } = await open(LIGHT);
  await page.getByRole("heading", { name: "Nothing to compare yet." }).waitFor();
  expect(await page.getByText("The model that comes with Baton.").count()).toBe(3);
  // Who gets what cannot be known before.
  expect(await page.getByText("None yet: it is learnt once ten requests were given to others.").count()).toBe(
    1,
  );
  expect(await axe(page)).toEqual([]);
  await close();
});

test("after some weeks: shares with what they are of, what is too little said so, in all looks", async () => {
  await someWeeks();
  const { page, close } = await open(LIGHT);
  const category = page.getByRole("row", { name: /^Category/ });
  await category.waitFor();
  expect(await category.textContent()).toMatch(/\d+%\d+ of \d+/);
  expect(await page.getByRole("row", { name: /^Place/ }).textContent()).toContain("not enough to tell");
  await page.getByText("Version 7").first().waitFor();
  await page.getByLabel("Suggestion").selectOption({ label: "Title" });
  await page.getByText("90% to 100% sure").waitFor();
  await picture(page, "learning-light");
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "learning-dark");
  expect(await axe(page)).toEqual([]);
  await close();
  for (const look of [ARABIC, PHONE]) {
    const screen = await open(look);
    await screen.page.locator("table").waitFor();
    await picture(screen.page, `learning-${look.name}`);
    expect(await axe(screen.page)).toEqual([]);
    await screen.page.setViewportSize({ width: 320, height: 700 });
    expect(await sidewaysBy(screen.page)).toBe(0);
    await screen.close();
  }
});

test("when the figures cannot be read it says so, and reads them when asked again", async () => {
  const screen = await openScreen(browser, world.url, LIGHT, { person: await world.as("manager") });
  const { page } = screen;
  let broken = true;
  await page.route("**/api/v1/learning", (route) =>
    broken
      ? route.fulfill({ status: 500, json: { error: { kind: "bug", message: "x" } } })
      : route.continue(),
  );
  await page.goto("/settings/learning");
  const again = page.getByRole("button", { name: /Try again/ });
  await again.waitFor({ timeout: 20_000 });
  broken = false;
  await again.click();
  await page.getByRole("row", { name: /^Category/ }).waitFor();
  await screen.close();
});
