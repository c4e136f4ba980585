/** Every page, in every look: nothing that axe objects to, nothing that scrolls sideways. */
import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, type World } from "../world.ts";
import { type Morning, seedMorning } from "./morning.ts";
import { officeClock } from "./office-clock.ts";
import { ARABIC, LIGHT, openScreen, PHONE, picture, type Screen, sidewaysBy } from "./screen.ts";

const NARROW = { width: 320, height: 640 };

let world: World;
let browser: Browser;
let mariam: Person | undefined;
let morning: Morning;
let invitation: string;
let screens: { english: Screen; arabic: Screen; phone: Screen };
const clock = officeClock();

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld({ clock }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** As the office is now: whoever is signed in, at its time. */
async function openScreens(): Promise<void> {
  const at = { person: mariam, aheadMs: clock.aheadMs() };
  screens = {
    english: await openScreen(browser, world.url, LIGHT, at),
    arabic: await openScreen(browser, world.url, ARABIC, at),
    phone: await openScreen(browser, world.url, PHONE, at),
  };
}
async function closeScreens(): Promise<void> {
  for (const screen of Object.values(screens)) await screen.close();
}

type Step = {
  name: string;
  path: () => string;
  ready: string;
  /** What is done on the page before one looks at it. */
  act?: (page: Page) => Promise<void>;
  /** Judged at a phone's width as well. */
  onPhone?: boolean;
};

/** What is wrong with a page in all its looks; it is loaded once for each screen, in all of them at once. */
async function inspect({ name, path, ready, act, onPhone }: Step): Promise<string[]> {
  const wrong: string[] = [];
  const open = async ({ page }: Screen) => {
    await page.goto(path());
    await page.locator(ready).first().waitFor();
    await act?.(page);
    await settle(page);
    return page;
  };
  const judge = async (page: Page, look: string, tell: (page: Page) => Promise<string[]>) => {
    await picture(page, `${name} ${look}`.replaceAll(" ", "-"));
    wrong.push(...(await tell(page)).map((line) => `${look}: ${line}`));
  };
  const onDesk = async () => {
    const desk = await open(screens.english);
    await judge(desk, "light", axe);
    await desk.emulateMedia({ colorScheme: "dark" });
    await judge(desk, "dark", axe);
    await desk.emulateMedia({ colorScheme: "light" });
  };
  const inArabic = async () => judge(await open(screens.arabic), "arabic", axe);
  const inTheHand = async () => {
    const phone = await open(screens.phone);
    await judge(phone, "phone", onPhone ? axe : sideways);
    await phone.setViewportSize(NARROW);
    await judge(phone, "narrow", sideways);
    await phone.setViewportSize({ width: PHONE.width, height: PHONE.height });
  };
  await Promise.all([onDesk(), inArabic(), inTheHand()]);
  return wrong;
}

/** Nothing is being fetched any more. */
const settle = (page: Page) => page.locator(".after-a-while").first().waitFor({ state: "detached" });

async function sideways(page: Page): Promise<string[]> {
  const wide = await sidewaysBy(page);
  return wide > 0 ? [`scrolls sideways by ${wide} px`] : [];
}

const inspectAll = (steps: Step[]) =>
  test.each(steps.map((step) => [step.name, step] as const))("%s", async (_, step) => {
    expect(await inspect(step)).toEqual([]);
  });

const press = (name: string, ready: string) => async (page: Page) => {
  await page.keyboard.press(name);
  await page.locator(ready).first().waitFor();
};

const isAskedFor = (request: Request, words: string) => request.postData()?.includes(words) ?? false;

const isDesk = (page: Page) => page.evaluate<boolean>("innerWidth > 1000");

describe("before anybody is there", () => {
  beforeAll(openScreens);
  afterAll(closeScreens);
  inspectAll([
    { name: "set-up", path: () => "/set-up", ready: "form" },
    { name: "sign-in", path: () => "/sign-in", ready: "form" },
    { name: "worthless invitation", path: () => "/invitation#nothing", ready: "h1 + p" },
  ]);
});

describe("on the first morning", () => {
  beforeAll(async () => {
    mariam = await world.hire("Mariam Haddad", "admin");
    await openScreens();
  });
  afterAll(closeScreens);
  inspectAll([
    { name: "first run", path: () => "/first-run", ready: "h2" },
    { name: "empty tray", path: () => "/tray", ready: "main h1, main h2" },
    { name: "empty board", path: () => "/board", ready: "main h1, main h2" },
    { name: "no contacts", path: () => "/contacts", ready: "main h1" },
    { name: "no phones", path: () => "/phones", ready: "h1, h2" },
  ]);
});

describe("on a full morning", () => {
  beforeAll(async () => {
    if (!mariam) throw new Error("nobody is there");
    const yusuf = await world.hire("Yusuf Karim", "coordinator");
    morning = await seedMorning(world, clock, { mariam, yusuf });
    const invited = await mariam.call<{ url: string }>("POST", "invitations", {
      name: "Lina Saab",
      role: "operator",
    });
    const { pathname, hash } = new URL(invited.body.url);
    invitation = pathname + hash;
    await openScreens();
  });
  afterAll(closeScreens);
  const heater = () => morning.requests.get("heater")?.id;
  inspectAll([
    { name: "invitation", path: () => invitation, ready: "form" },
    { name: "tray", path: () => "/tray", ready: "main img", onPhone: true },
    {
      name: "tray unknown type",
      path: () => "/tray",
      ready: "main img",
      act: async (page) => {
        for (let n = 0; n < 5; n++) await page.keyboard.press("j");
      },
    },
    { name: "board", path: () => "/board", ready: "main article", onPhone: true },
    {
      name: "board peek",
      path: () => `/board?peek=${heater()}`,
      ready: "main article",
      act: async (page) => {
        if (await isDesk(page)) await page.locator("aside ol li").first().waitFor();
      },
    },
    {
      name: "move dialog",
      path: () => `/requests/${heater()}`,
      ready: "h1",
      act: press("m", "dialog[open]"),
    },
    {
      name: "new request",
      path: () => "/board",
      ready: "main article",
      act: async (page) => {
        if (await isDesk(page)) await press("n", "dialog[open]")(page);
        else await page.getByRole("button", { name: "New request" }).click();
      },
    },
    { name: "request", path: () => `/requests/${heater()}`, ready: "h1", onPhone: true },
    { name: "requests", path: () => "/requests", ready: "main article" },
    {
      name: "search",
      path: () => "/requests",
      ready: "main article",
      act: async (page) => {
        const found = page.waitForResponse(
          (answer) => answer.url().endsWith("/requests/search") && isAskedFor(answer.request(), "leak"),
        );
        await page.getByRole("searchbox").last().fill("leak");
        await found;
      },
    },
    { name: "contacts", path: () => "/contacts", ready: "main h1" },
    { name: "people", path: () => "/settings/people", ready: "main h1" },
  ]);
});
