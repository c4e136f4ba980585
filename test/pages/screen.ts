/** Somebody's browser, looking at Baton in a language, a light and a width. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
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

export async function openScreen(
  browser: Browser,
  url: string,
  look: Look,
  { person, aheadMs = 0 }: { person?: Person; aheadMs?: number } = {},
): Promise<Screen> {
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
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { page, close: () => context.close() };
}

/** With PICTURES=1 every step leaves a picture to lay beside the drawings. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  await mkdir(PICTURES, { recursive: true });
  await page.evaluate("document.fonts.ready");
  await page.screenshot({ path: `${PICTURES}${name}.png`, animations: "disabled", caret: "initial" });
}
