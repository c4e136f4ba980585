/** What came in, on its page: nothing stuck, something stuck, another try, a look inside, the steps of one. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appendBodies } from "../../server/intake/inbox-store.ts";
import { axe, openBrowser } from "../browser.ts";
import { AT, echo, entries, said, status, text } from "../deliveries.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { press, tabTo } from "./keyboard.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

const PATH = "/settings/intake";
const NARROW: Look = { ...PHONE, name: "narrow", width: 320, height: 640 };

let world: World;
let browser: Browser;
let admin: Person;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  admin = await world.hire("Mariam Haddad", "admin");
  page = (await openScreen(browser, world.url, LIGHT, { person: admin })).page;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const db = () => world.app.system.db;

/** As if WhatsApp had posted them. */
async function arrive(...bodies: string[]): Promise<void> {
  await appendBodies(
    db().pool,
    bodies.map((body) => Buffer.from(body)),
    world.app.system.clock.now(),
  );
  world.app.recorder.wake();
  await world.settled();
}
/** A mistake of ours that bodies find, until a newer version mends it. */
const err = () =>
  db().query("alter table message add constraint poison check (wamid not like 'poison%') not valid");
const mend = () => db().query("alter table message drop constraint poison");

const numberNamed = async (wamid: string) => {
  const [row] = await db().query<{ id: number }>("select id from message where wamid = $1", [wamid]);
  return row?.id ?? 0;
};
const again = (of: Page) => of.getByRole("button", { name: /^Try again:/ });
const settled = (of: Page) => of.locator(".after-a-while").first().waitFor({ state: "detached" });

/** Nothing that axe objects to or that scrolls sideways, in every look. */
async function inspect(name: string, path: string, ready: (of: Page) => Promise<unknown>): Promise<void> {
  const wrong: string[] = [];
  const judge = async (look: Look, ...schemes: Look["scheme"][]) => {
    const screen = await openScreen(browser, world.url, look, { person: admin });
    await screen.page.goto(path);
    await ready(screen.page);
    await settled(screen.page);
    for (const scheme of schemes) {
      await screen.page.emulateMedia({ colorScheme: scheme });
      await picture(screen.page, `intake-${name}-${look.name}-${scheme}`);
      wrong.push(...(await axe(screen.page)).map((line) => `${look.name} ${scheme}: ${line}`));
    }
    if ((await sidewaysBy(screen.page)) > 0) wrong.push(`${look.name} scrolls sideways`);
    await screen.close();
  };
  await Promise.all([
    judge(LIGHT, "light", "dark"),
    judge(ARABIC, "light"),
    judge(PHONE, "dark"),
    judge(NARROW, "light"),
  ]);
  expect(wrong).toEqual([]);
}

test("with nothing stuck the page says so, in every look", async () => {
  await inspect("empty", PATH, (of) => of.locator("main section h2 + *, main h2").first().waitFor());
  await page.goto(PATH);
  await page.getByRole("heading", { name: "Nothing is stuck." }).waitFor();
  await expect(page.getByRole("link", { name: "Look at them" }).count()).resolves.toBe(0);
});

test("something that becomes stuck appears by itself, with its reason in plain words, and a hint elsewhere", async () => {
  const other = await openScreen(browser, world.url, LIGHT, { person: await world.hire("Lina", "manager") });
  const live = other.page.waitForResponse("**/api/v1/live");
  await other.page.goto("/board");
  await Promise.all([live, other.page.getByRole("link", { name: /^Board/ }).waitFor()]);
  await arrive("not json", "{}");
  await page.getByText("It is not JSON.").waitFor();
  expect(await page.locator("main li time").count()).toBe(2);
  await page.getByRole("heading", { name: "Stuck", exact: true }).waitFor();
  await other.page.getByRole("link", { name: "Look at them" }).click();
  await other.page.getByText("It has no list of entries.").waitFor();
  expect(await other.page.getByRole("button", { name: /^Look inside/ }).count()).toBe(0);
  await other.close();
});

test("whoever is no manager sees neither hint nor page", async () => {
  const { page: hers, close } = await openScreen(browser, world.url, LIGHT, {
    person: await world.as("coordinator"),
  });
  await hers.goto(PATH);
  await hers.getByRole("heading", { name: "Only managers see this page" }).waitFor();
  expect(await hers.getByRole("link", { name: "Look at them" }).count()).toBe(0);
  await close();
});

test("a hint that was put away stays away until there are more", async () => {
  const screen = await openScreen(browser, world.url, LIGHT, { person: admin });
  await screen.page.goto("/board");
  await screen.page.getByRole("button", { name: "Put away until there are more" }).click();
  const live = screen.page.waitForResponse("**/api/v1/live");
  await screen.page.reload();
  await live;
  await screen.page.getByRole("link", { name: /^Board/ }).waitFor();
  expect(await screen.page.getByRole("link", { name: "Look at them" }).count()).toBe(0);
  await arrive("[1]");
  await screen.page.getByRole("link", { name: "Look at them" }).waitFor();
  await screen.close();
});

test("by keys alone one is tried again, and its result stands where one goes on", async () => {
  await err();
  await arrive(entries(text("poison-1", "secret")));
  await mend();
  await page.goto(PATH);
  await page.getByText("The database refused what it says.").waitFor();
  const count = await again(page).count();
  await tabTo(page, /^Try again:/);
  await press(page, "Enter");
  await page.getByText("1 recorded.").waitFor();
  await until(
    () => again(page).count(),
    (seen) => seen === count - 1,
  );
  expect(await numberNamed("poison-1")).toBeGreaterThan(0);
});

test("all are tried again, and what still cannot be is said with its reason", async () => {
  await err();
  await arrive(entries(text("poison-2", "x")), entries(text("poison-3", "x")));
  await mend();
  await page.goto(PATH);
  await page.getByRole("button", { name: "Try all again" }).click();
  await page.getByText("2 recorded.").waitFor();
  await page.getByText("1 still cannot be: It is not JSON.").waitFor();
  await page.getByText("2 still cannot be: It has no list of entries.").waitFor();
});

test("an admin looks at a body after a warning: as text, to the byte, and written down", async () => {
  const evil = "<img src=x onerror=\"document.title='gone'\"> \u202e not json";
  await arrive(evil);
  await page.goto(PATH);
  await page
    .getByRole("button", { name: /^Look inside/ })
    .first()
    .click();
  await page.getByText("written to the audit").waitFor();
  const looks = () => db().query("select id from audit where action = 'delivery.looked_at'");
  expect(await looks()).toHaveLength(0);
  await page.getByRole("button", { name: "Show it" }).click();
  expect(await page.locator("dialog pre").textContent()).toBe(evil.replace("\u202e", "\\u{202e}"));
  expect(await looks()).toHaveLength(1);
  expect(await axe(page)).toEqual([]);
  await picture(page, "intake-body-light");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe(evil);
  await press(page, "Escape");
});

test("WhatsApp's id is traced without ever standing in an address", async () => {
  const reaction = said("r1", { type: "reaction", reaction: { message_id: "wamid.e1", emoji: "👍" } });
  await arrive(entries(reaction));
  await arrive(entries(echo("wamid.e1", { type: "text", text: { body: "on my way" } })));
  await arrive(entries(status("wamid.e1", "read", AT + 60)));
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(PATH);
  await page.getByRole("textbox", { name: "Number, or WhatsApp’s id" }).fill("wamid.e1");
  await press(page, "Enter");
  const steps = page.getByRole("list", { name: "Steps" });
  await steps.getByText("Said by us").waitFor();
  await steps.getByText("This reaction came before its message").waitFor();
  await steps.getByText("Status read").waitFor();
  expect([...asked, page.url()].filter((url) => url.includes("e1"))).toEqual([]);
  await page.getByRole("textbox", { name: "Number, or WhatsApp’s id" }).fill("wamid.nobody");
  await press(page, "Enter");
  await page.getByText("Nothing is known by this id.").waitFor();
});

test("a trace leads to the delivery behind a step, and back by the browser", async () => {
  await page.goto(`${PATH}?trace=message:${await numberNamed("wamid.e1")}`);
  await page.getByRole("list", { name: "Steps" }).waitFor();
  await page
    .getByRole("link", { name: /^delivery \d+$/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /^Delivery \d+$/ }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: /^Message \d+$/ }).waitFor();
});

test("with something stuck and a trace the page holds in every look", async () => {
  const id = await numberNamed("wamid.e1");
  await inspect("stuck", `${PATH}?trace=message:${id}`, (of) => of.locator("ol li time").first().waitFor());
});
