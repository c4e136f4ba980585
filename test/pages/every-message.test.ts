/** Every kind of message has its place and its look: one thread with all of them, and one of a group. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, type World } from "../world.ts";
import { type EveryMessage, everyMessage } from "./every-message.ts";
import { officeClock } from "./office-clock.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let every: EveryMessage;
const clock = officeClock();

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld({ clock }), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "admin");
  every = await everyMessage(world, clock, mariam);
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const TABS = { en: "Whole conversation", es: "Toda la conversación", ar: "المحادثة كلها" };

async function withThread<T>(look: Look, requestId: number, act: (page: Page) => Promise<T>): Promise<T> {
  const screen = await openScreen(browser, world.url, look, { person: mariam, aheadMs: clock.aheadMs() });
  try {
    await screen.page.goto(`/requests/${requestId}`);
    await screen.page.getByRole("tab", { name: TABS[look.locale] }).click();
    await screen.page.locator("main ol li [id^=message-]").first().waitFor();
    await screen.page.locator(".after-a-while").first().waitFor({ state: "detached" });
    return await act(screen.page);
  } finally {
    await screen.close();
  }
}

/** The whole thread in one picture, as long as it is. */
async function wholePicture(page: Page, look: Look, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  const thread = page.getByRole("tabpanel").locator("section[tabindex]");
  const more = await thread.evaluate((element) => element.scrollHeight - element.clientHeight);
  await page.setViewportSize({ width: look.width, height: look.height + more });
  await page.waitForLoadState("networkidle");
  await picture(page, `${name} ${look.name}`.replaceAll(" ", "-"));
}

const sideways = (page: Page) =>
  page.evaluate<number>(
    "Math.max(document.documentElement.scrollWidth - innerWidth, ...[...document.querySelectorAll('section[tabindex]')].map((e) => e.scrollWidth - e.clientWidth))",
  );

/** In the same browser, in another light or width. */
type Also = { name: string; scheme?: "dark"; width?: number; judge: (page: Page) => Promise<unknown> };

test.each<{ look: Look; also: Also | null }>([
  { look: LIGHT, also: { name: "dark", scheme: "dark", judge: axe } },
  { look: ARABIC, also: null },
  { look: PHONE, also: { name: "narrow", width: 320, judge: async () => [] } },
])("nothing is wrong with any of them: $look.name, $also.name", async ({ look, also }) => {
  const threads: [string, number][] = [["every message", every.requestId]];
  if (look === LIGHT) threads.push(["every group message", every.groupRequestId]);
  for (const [name, id] of threads)
    await withThread(look, id, async (page) => {
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await wholePicture(page, look, name);
      expect(await axe(page)).toEqual([]);
      if (!also) return;
      const other = { ...look, name: also.name, width: also.width ?? look.width };
      await page.setViewportSize({ width: other.width, height: look.height });
      await page.emulateMedia({ colorScheme: also.scheme ?? look.scheme });
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await wholePicture(page, other, name);
      expect(await also.judge(page)).toEqual([]);
    });
});

test("a quote leads to what it answers, an edit shows what it said before", async () => {
  await withThread(LIGHT, every.requestId, async (page) => {
    const asked = page.locator("[id^=message-]", { hasText: "When may we come?" }).first();
    await page.getByRole("button", { name: "Go to the message it answers" }).first().click();
    await asked.and(page.locator(":focus")).waitFor();
    await page.getByText("earlier versions").click();
    const edited = page.locator("[id^=message-]", { hasText: "Come at 10:30" });
    expect(await edited.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("Come at 9"),
      expect.stringContaining("Come at 10"),
    ]);
  });
});

test("each is said in words: no code and no name of a type stands on the page", async () => {
  await withThread(LIGHT, every.requestId, async (page) => {
    const words = await page.getByRole("tabpanel").textContent();
    expect(words).not.toMatch(
      /\b\d{6}\b|hologram|control_passed|marketing_stop|wamid|unsupported|escalation/,
    );
    for (const told of [
      "opened the chat",
      "Came by our advertisement",
      "We may call, until",
      "AED\u00a0417.50",
      "forwarded many times",
      "has not arrived yet",
      "Missed call from",
      "Passed from Meta’s agent to us",
      "wants no advertising",
      "Taken back by its sender",
      "Not sent: this number cannot be reached",
      "played",
    ])
      expect(words).toContain(told);
  });
});
