/** A chat of a million messages diagnosed in a real browser: how long it takes, and whether the page stays awake. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { openBrowser, useCookie } from "../test/browser.ts";
import { runBaton, startBaton } from "../test/process.ts";
import type { Figure } from "./figure.ts";
import { signIn } from "./screen-figures.ts";

export const DIAGNOSED = 1_000_000;
const PASSWORD = "nine blue kettles";
const PATIENCE_MS = 10 * 60_000;

/** In the page, so text: the longest time without a frame, from now on. */
const WATCH = `
  globalThis.gaps = [];
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    gaps.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);`;

export async function benchDiagnosisPage(messages: number): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-diagnosis-"));
  const env = { BATON_DATA: dataFolder };
  const baton = await startBaton(env);
  const browser = await openBrowser();
  try {
    const args = ["user", "add", "Mariam", "--login", "mariam", "--role", "manager", "--password-stdin"];
    await runBaton(args, env, PASSWORD);
    const file = join(dataFolder, "WhatsApp Chat with Long Street Repairs.txt");
    await writeFile(file, chatOf(messages));
    return await diagnose(browser, baton.url, await signIn(baton.url, "mariam", PASSWORD), file, messages);
  } finally {
    await browser.close();
    await baton.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function diagnose(
  browser: Browser,
  url: string,
  cookie: string,
  file: string,
  messages: number,
): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await useCookie(context, url, cookie);
  const page = await context.newPage();
  await page.goto(`${url}/diagnosis`);
  await page.locator("input[type=file]").first().waitFor({ state: "attached" });
  await page.evaluate(WATCH);
  const began = Date.now();
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.locator(".diagnosis h1").waitFor({ timeout: PATIENCE_MS });
  const seconds = (Date.now() - began) / 1000;
  const gaps = await page.evaluate<number[]>("globalThis.gaps");
  await context.close();
  const name = `chat of ${messages.toLocaleString("en")} in the browser`;
  return [
    { name: `${name}: to its report`, value: seconds, unit: "s" },
    { name: `${name}: longest time without a frame`, value: Math.max(...gaps), unit: "ms", budget: 100 },
  ];
}

const CLIENT_LINES = [
  "Good morning, the kitchen tap at number # drips, can somebody come?",
  "Any news about number #?",
  "Thank you, number # works again",
  "Is somebody coming to number # today?",
];
const OUR_LINES = [
  "Good morning, we will be at number # at 3 pm",
  "Juma is on his way to number #",
  "Number # is done, please have a look",
  "We will call you about number # tomorrow",
];

/** Two of ours and forty clients, by day, a few minutes apart; no two lines alike. */
function chatOf(messages: number): string {
  const lines: string[] = [];
  let at = Date.UTC(2015, 0, 5, 8);
  for (let n = 0; n < messages; n++) {
    at += (1 + ((n * 7) % 9)) * 60_000;
    const hour = new Date(at).getUTCHours();
    if (hour >= 19) at += 13 * 3_600_000;
    const when = new Date(at).toISOString();
    const date = `${when.slice(8, 10)}/${when.slice(5, 7)}/${when.slice(0, 4)}, ${when.slice(11, 16)}`;
    const isOurs = n % 2 === 1;
    const place = (n >> 1) % 40;
    const who = isOurs ? ["Neema", "Baraka"][n % 4 === 1 ? 0 : 1] : `Client ${place}`;
    const said = (isOurs ? OUR_LINES : CLIENT_LINES)[(n >> 3) % 4] ?? "";
    lines.push(`${date} - ${who}: ${said.replace("#", String(place * 1000 + (n % 977)))}`);
  }
  return lines.join("\n");
}
