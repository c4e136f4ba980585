/** Somebody's browser, looking at Baton in a language, a light and a width. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { useCookie } from "../browser.ts";
import type { Person } from "../world.ts";
import { TIME_ZONE } from "./office-clock.ts";

const PICTURES = fileURLToPath(new URL("../../test-output/pictures/", import.meta.url));

export type Look = {
  name: string;
  locale: "en" | "es" | "ar";
  scheme: "light" | "dark";
  width: number;
  height: number;
};

const DESK = { width: 1440, height: 900 };
export const LIGHT: Look = { name: "light", locale: "en", scheme: "light", ...DESK };
export const ARABIC: Look = { ...LIGHT, name: "arabic", locale: "ar" };
export const PHONE: Look = { ...LIGHT, name: "phone", width: 390, height: 844 };

/** In the page, so text: its time runs as far ahead as the office's. */
const AHEAD = `(ahead) => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length === 0 ? [Real.now() + ahead] : parts));
    }
    static now() {
      return Real.now() + ahead;
    }
  };
}`;

export type Screen = { page: Page; close(): Promise<void> };

type At = {
  person?: Person;
  aheadMs?: number;
  /** Run in the page before anything of ours. */
  script?: string | undefined;
};

/** Screens that were closed, by whom and how they looked: opening one anew costs five times what leading one on does. */
const closed = new WeakMap<Browser, Map<string, Page>>();

export async function openScreen(browser: Browser, url: string, look: Look, at: At = {}): Promise<Screen> {
  const shelf = closed.get(browser) ?? new Map<string, Page>();
  closed.set(browser, shelf);
  const name = JSON.stringify([url, look, at.person?.cookie, at.aheadMs, at.script]);
  const page = shelf.get(name) ?? (await (await openContext(browser, url, look, at)).newPage());
  shelf.delete(name);
  return {
    page,
    async close() {
      if (!at.person) return page.context().close();
      await clear(page, look);
      shelf.set(name, page);
    },
  };
}

/** The next finds nothing of what this one kept or was told. */
async function clear(page: Page, look: Look): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto("/favicon.svg");
  await page.evaluate("localStorage.clear(); sessionStorage.clear()");
  await page.emulateMedia({ colorScheme: look.scheme });
  await page.setViewportSize({ width: look.width, height: look.height });
}

async function openContext(
  browser: Browser,
  url: string,
  look: Look,
  { person, aheadMs = 0, script }: At,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.height },
    colorScheme: look.scheme,
    locale: "en-GB",
    timezoneId: TIME_ZONE,
    reducedMotion: "reduce",
    hasTouch: look.width < 500,
    isMobile: look.width < 500,
  });
  if (person) await useCookie(context, url, person.cookie);
  await context.addInitScript(`localStorage.setItem("baton.locale", "${look.locale}")`);
  if (aheadMs !== 0) await context.addInitScript(`(${AHEAD})(${aheadMs})`);
  if (script) await context.addInitScript(script);
  context.setDefaultTimeout(20_000);
  return context;
}

/** By how many pixels it is wider than its screen: a phone's own window widens to what does not fit. */
export async function sidewaysBy(page: Page): Promise<number> {
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  return width - (page.viewportSize()?.width ?? 0);
}

/** With PICTURES=1 every step leaves a picture to lay beside the drawings. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: `${PICTURES}${name}.png`, animations: "disabled", caret: "initial" });
}
