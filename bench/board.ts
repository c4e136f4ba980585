/** The board with 10,000 open requests in a real browser: paint, keys, dragging, and what other screens do. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { joinEmbedded } from "../server/db/embedded.ts";
import { openDatabase } from "../server/db/pool.ts";
import { openBrowser, useCookie } from "../test/browser.ts";
import { runBaton, startBaton } from "../test/process.ts";
import { fillBoard } from "./board-data.ts";
import type { Figure } from "./figure.ts";
import { percentile, signIn } from "./screen-figures.ts";

const OPEN = 10_000;
const PASSWORD = "nine blue kettles";
const STRIP = "[data-request]";
const ROUNDS = 5;
const KEYS = 40;
const CHANGES = 10;

/** In the page, so text: this side knows no DOM. */
const WATCH_KEYS = `
  globalThis.keyTimes = [];
  addEventListener("keydown", (event) => {
    requestAnimationFrame(() => setTimeout(() => keyTimes.push(performance.now() - event.timeStamp)));
  }, true);`;
const WATCH_FRAMES = `
  globalThis.frames = [];
  let last = performance.now();
  const frame = () => {
    const now = performance.now();
    frames.push(now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);`;

export async function benchBoard(): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-board-"));
  const env = { BATON_DATA: dataFolder };
  const baton = await startBaton(env);
  const browser = await openBrowser();
  try {
    await fill(dataFolder);
    const args = ["user", "add", "Mariam", "--login", "mariam", "--role", "coordinator", "--password-stdin"];
    await runBaton(args, env, PASSWORD);
    const cookie = await signIn(baton.url, "mariam", PASSWORD);
    return [
      ...(await paint(browser, baton.url, cookie)),
      ...(await keysAndDrag(browser, baton.url, cookie)),
      ...(await otherScreens(browser, baton.url, cookie)),
    ];
  } finally {
    await browser.close();
    await baton.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function fill(dataFolder: string): Promise<void> {
  const connection = await joinEmbedded(dataFolder);
  if (!connection) throw new Error("the embedded PostgreSQL does not run");
  const db = openDatabase(connection, () => {});
  await fillBoard(db, { requests: OPEN, open: OPEN, people: 20, clients: 3_000, now: new Date() });
  await db.close();
}

async function openBoard(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await useCookie(context, url, cookie);
  const page = await context.newPage();
  await page.goto(`${url}/board`);
  await page.waitForSelector(STRIP);
  return page;
}

/** From the start of the navigation, with an empty cache, to the first paint and to the first strips. */
async function paint(browser: Browser, url: string, cookie: string): Promise<Figure[]> {
  const painted: number[] = [];
  const usable: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await openBoard(browser, url, cookie);
    usable.push(await page.evaluate(() => performance.now()));
    painted.push(
      await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      ),
    );
    await page.context().close();
  }
  return [
    {
      name: "board of 10,000: first paint, median",
      value: percentile(painted, 0.5),
      unit: "ms",
      budget: 1_000,
    },
    {
      name: "board of 10,000: strips there, median",
      value: percentile(usable, 0.5),
      unit: "ms",
      budget: 1_500,
    },
  ];
}

/** Time from the key to the frame that shows its effect. */
async function keysAndDrag(browser: Browser, url: string, cookie: string): Promise<Figure[]> {
  const page = await openBoard(browser, url, cookie);
  await page.evaluate(WATCH_KEYS);
  for (let n = 0; n < KEYS; n++) {
    await page.keyboard.press(n % 8 === 7 ? "k" : "j");
    await sleep(60);
  }
  const keys = await page.evaluate<number[]>("globalThis.keyTimes");
  const frames = await dragFrames(page);
  await page.context().close();
  return [
    {
      name: "board of 10,000: a key's effect, 95th percentile",
      value: percentile(keys, 0.95),
      unit: "ms",
      budget: 100,
    },
    {
      name: "board of 10,000: drag frames, 95th percentile",
      value: percentile(frames, 0.95),
      unit: "ms",
      budget: 20,
    },
    { name: "board of 10,000: longest drag frame", value: Math.max(...frames), unit: "ms", budget: 50 },
  ];
}

async function dragFrames(page: Page): Promise<number[]> {
  const box = await page.locator(STRIP).first().boundingBox();
  if (!box) throw new Error("no strip to drag");
  await page.mouse.move(box.x + 60, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + 80, box.y + 60, { steps: 4 });
  await page.evaluate(WATCH_FRAMES);
  for (let n = 0; n < 60; n++) {
    await page.mouse.move(box.x + 80 + (n % 30) * 28, box.y + 60 + (n % 10) * 30);
    await sleep(16);
  }
  const frames = await page.evaluate<number[]>("globalThis.frames");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  return frames.slice(1);
}

/** From the answer to one person's change until another person's board shows it. */
async function otherScreens(browser: Browser, url: string, cookie: string): Promise<Figure[]> {
  const page = await openBoard(browser, url, cookie);
  const delays: number[] = [];
  for (let n = 0; n < CHANGES; n++) {
    const id = await page
      .locator(STRIP)
      .nth(n % 3)
      .getAttribute("data-request");
    const title = `Changed ${n} elsewhere`;
    const shown = page.getByText(title).first().waitFor();
    const answer = await fetch(`${url}/api/v1/requests/${id}`, {
      method: "PATCH",
      headers: { cookie, "x-baton": "1", "content-type": "application/json" },
      body: JSON.stringify({ title }),
    });
    const answeredAt = performance.now();
    if (!answer.ok) throw new Error(await answer.text());
    await shown;
    delays.push(performance.now() - answeredAt);
  }
  await page.context().close();
  return [
    {
      name: "a change on another screen, 95th percentile",
      value: percentile(delays, 0.95),
      unit: "ms",
      budget: 1_000,
    },
  ];
}
