/** The settings of the trade, in a real browser, on a real server. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Trade } from "../../shared/api/trade.ts";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

const PATH = "/settings/trade";

let world: World;
let browser: Browser;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const open = async (
  look: Look = LIGHT,
  path = PATH,
  role: "manager" | "operator" = "manager",
): Promise<Screen> => {
  const screen = await openScreen(browser, world.url, look, { person: await world.as(role) });
  await screen.page.goto(path);
  return screen;
};
const trade = async (): Promise<Trade> =>
  (await (await world.as("manager")).call<Trade>("GET", "trade")).body;
/** The categories of home services, whatever stood there before. */
const withHome = async () =>
  (await world.as("manager")).call("POST", "starting-sets/home", { language: "en" });
const band = "main p:has(> span.font-medium)";

test("a house begins with the set of its trade, undoes it, and puts away what Baton brought", async () => {
  const { page, close } = await open();
  await page.getByRole("heading", { name: "Start with your trade" }).waitFor();
  await picture(page, "trade-start");
  expect(await axe(page)).toEqual([]);
  await page.goto("/first-run");
  await page.getByRole("link", { name: "Home services" }).click();
  await page.getByText("Locked out or lock").waitFor();
  await picture(page, "trade-set");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Add 12 categories" }).click();
  await page.locator(band).getByText("12 categories were added.").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("heading", { name: "Start with your trade" }).waitFor();
  await page.getByRole("button", { name: "Home services" }).click();
  await page.getByRole("button", { name: "Add 12 categories" }).click();
  await page.getByRole("button", { name: "Put them away: Baton’s own" }).click();
  await page.locator(band).getByText("6 categories that nobody used were put away.").waitFor();
  expect((await trade()).categories.filter(({ isArchived }) => !isArchived)).toHaveLength(12);
  await close();
});

test("a category by keyboard: made, a wrong time told, refused when the name is taken, merged and apart again", async () => {
  await withHome();
  const { page, close } = await open();
  await page.getByRole("button", { name: "Leak or flooding", exact: true }).waitFor();
  await page.keyboard.press("n");
  await page.getByLabel("Name").fill("leak OR flooding");
  await page.getByLabel("Usual priority").selectOption("high");
  await page.getByLabel("photo").check();
  const reply = page.getByLabel("First reply, high");
  await reply.fill("soon");
  await page.getByText("Write times like 15, 2 h or 3 d.").waitFor();
  expect(await page.getByRole("button", { name: "Add", exact: true }).isDisabled()).toBe(true);
  await reply.fill("10");
  await page.getByLabel("Resolved, high").fill("1d");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("There is a category with this name already.").waitFor();
  await page.getByLabel("Name").fill("Solar panels");
  expect(await axe(page)).toEqual([]);
  await picture(page, "trade-category");
  await page.keyboard.press("Enter");
  const row = page.getByRole("listitem").filter({ hasText: "Solar panels" });
  await row.getByText("First reply 10 min").waitFor();
  await page.getByRole("button", { name: "More for Solar panels" }).click();
  await page.getByRole("menuitem", { name: "Merge into another" }).click();
  await page.getByLabel("Into", { exact: true }).selectOption({ label: "Electrical fault" });
  await picture(page, "trade-merge");
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await page.locator(band).getByText("Solar panels was merged into Electrical fault.").waitFor();
  expect((await trade()).categories.find(({ name }) => name === "Solar panels")).toMatchObject({
    isArchived: true,
    mergedInto: { name: "Electrical fault" },
  });
  await page.getByRole("button", { name: "Undo" }).click();
  await row.getByText("First reply 10 min").waitFor();
  await close();
});

test("a team goes only with its open work handed on; its hours and languages are kept", async () => {
  const manager = await world.as("manager");
  const { page, close } = await open(LIGHT, `${PATH}?tab=teams`);
  await page.getByRole("button", { name: "New team" }).click();
  await page.getByLabel("Name").fill("Night desk");
  await page.getByRole("switch", { name: "Takes intake" }).check();
  await page.getByLabel("Add a language").selectOption("ar");
  await page.getByText("At these hours").click();
  await page.getByLabel("Time zone").selectOption("Asia/Dubai");
  await picture(page, "trade-team");
  expect(await axe(page)).toEqual([]);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: "Night desk" });
  await row.getByText("hours by Asia/Dubai").waitFor();
  const team = (await trade()).teams.find(({ name }) => name === "Night desk");
  expect(team).toMatchObject({ isIntake: true, languages: ["ar"] });
  const { body } = await manager.call<{ id: number }>("POST", "requests", { title: "Burst pipe" });
  await manager.call("PATCH", `requests/${body.id}`, { owner: { kind: "team", id: team?.id } });
  await page.reload();
  await row.getByText("holds 1 open request").waitFor();
  await page.getByRole("button", { name: "More for Night desk" }).click();
  await page.getByRole("menuitem", { name: "Put away" }).click();
  await page.getByText("Every open request has somebody").waitFor();
  await picture(page, "trade-hand-on");
  await page.getByRole("button", { name: "Hand on and put away" }).click();
  await page.locator(band).getByText("Night desk was put away.").waitFor();
  const { body: after } = await manager.call<{ strip: { owner: unknown } }>("GET", `requests/${body.id}`);
  expect(after.strip.owner).toMatchObject({ kind: "team", name: "Intake" });
  await close();
});

test("an area is made, and a request is put into it where its facts stand", async () => {
  const manager = await world.as("manager");
  const { page, close } = await open(LIGHT, `${PATH}?tab=areas`);
  await page.getByRole("heading", { name: "No areas yet" }).waitFor();
  await picture(page, "trade-no-areas");
  await page.getByRole("button", { name: "New area" }).click();
  await page.getByLabel("Name").fill("Deira");
  await page.getByLabel("Quarters, streets, postcodes").fill("Al Rigga\nNaif, Port Saeed");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByText("Al Rigga · Naif · Port Saeed").waitFor();
  const { body } = await manager.call<{ id: number }>("POST", "requests", { title: "Water heater" });
  await page.goto(`/requests/${body.id}`);
  await page.getByLabel("Area").selectOption({ label: "Deira" });
  await expect
    .poll(async () => {
      const { body: after } = await manager.call<{ strip: unknown }>("GET", `requests/${body.id}`);
      return after.strip;
    })
    .toMatchObject({ area: { name: "Deira" } });
  await manager.call("POST", "requests", { title: "Elsewhere" });
  await page.goto("/board");
  await page.getByText("Elsewhere").first().waitFor();
  await page.getByLabel("Every area").selectOption({ label: "Deira" });
  await page.getByText("Elsewhere").first().waitFor({ state: "detached" });
  await page.getByText("Water heater").first().waitFor();
  await picture(page, "trade-board");
  expect(await axe(page)).toEqual([]);
  await page.goto("/requests?area=999999");
  await page.getByText("Water heater").first().waitFor({ state: "detached" });
  await page.getByLabel("Every area").selectOption({ label: "Deira" });
  await page.getByText("Water heater").first().waitFor();
  await picture(page, "trade-requests");
  await close();
});

test("it reads in every look", async () => {
  await withHome();
  const manager = await world.as("manager");
  await manager.call("POST", "areas", { name: "Bur Dubai", places: ["Al Karama", "Mankhool", "Oud Metha"] });
  const team = { name: "Crew North", memberIds: [], languages: ["ar", "hi"], timeZone: "Asia/Dubai" };
  const hours = [{ weekday: 1, from: "22:00", to: "06:00" }];
  await manager.call("POST", "teams", { ...team, hours });
  const reads = async (look: Look) => {
    const { page, close } = await open(look);
    await page.locator("main ul li").first().waitFor();
    await picture(page, `trade-${look.name}`);
    expect(await axe(page), look.name).toEqual([]);
    if (look === LIGHT) {
      await page.emulateMedia({ colorScheme: "dark" });
      await picture(page, "trade-dark");
      expect(await axe(page), "dark").toEqual([]);
    }
    await page.goto(`${PATH}?tab=teams`);
    await page.locator("main ul li").first().waitFor();
    await picture(page, `trade-teams-${look.name}`);
    expect(await axe(page), look.name).toEqual([]);
    if (look === PHONE) {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
      await page.goto(PATH);
      await page.getByRole("button", { name: "New category" }).click();
      await picture(page, "trade-category-320");
      expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
    }
    await close();
  };
  await Promise.all([LIGHT, ARABIC, PHONE].map(reads));
});

test("refused, and only to be looked at by operators", async () => {
  await withHome();
  const { page, close } = await open();
  await page.route("**/api/v1/trade", (route) =>
    route.fulfill({ status: 400, json: { error: { code: "x", message: "No." } } }),
  );
  await page.reload();
  await page.getByText("The settings could not be read").waitFor();
  await page.unroute("**/api/v1/trade");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByText("Leak or flooding").waitFor();
  await close();
  const operator = await open(LIGHT, PATH, "operator");
  await operator.page.getByText("Managers change this. Everyone can look.").waitFor();
  expect(await operator.page.getByRole("button", { name: "New category" }).count()).toBe(0);
  await operator.close();
});
