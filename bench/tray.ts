/** The tray with 2,000 items in a real browser, twenty decisions a minute by keyboard: from a key to the next item. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { joinEmbedded } from "../server/db/embedded.ts";
import { type Database, openDatabase } from "../server/db/pool.ts";
import { openBrowser, useCookie } from "../test/browser.ts";
import { runBaton, startBaton } from "../test/process.ts";
import type { Figure } from "./figure.ts";
import { percentile, signIn } from "./screen-figures.ts";

const WAITING = 2_000;
const PASSWORD = "nine blue kettles";
/** As people read: quickly over the easy ones, three seconds on the average. */
const PAUSES_MS = [1_200, 2_600, 4_800, 1_800, 3_400, 4_200];
/** What opens, what is none, and a look at the next one. */
const KEYS = ["Digit1", "Digit5", "Digit1", "KeyJ", "Digit1", "Digit5"];
export const TRAY_SECONDS = 60;
/** A second round of looks is all a busy machine gets to know 2,000 items. */
const KNOWN_WITHIN_MS = 90_000;

/** In the page, so text: from the key to the frame that shows another client's item. */
const WATCH = `
  globalThis.keyTimes = [];
  const shown = () => document.querySelector("main article h2")?.textContent ?? "";
  addEventListener("keydown", (event) => {
    const before = shown();
    const look = () => requestAnimationFrame(() => {
      const now = shown();
      if (now !== "" && now !== before)
        setTimeout(() => keyTimes.push(performance.now() - event.timeStamp));
      else if (performance.now() - event.timeStamp < 10_000) look();
    });
    look();
  }, true);`;

export async function benchTray(seconds: number): Promise<Figure[]> {
  const dataFolder = await mkdtemp(join(tmpdir(), "baton-tray-"));
  const env = { BATON_DATA: dataFolder };
  const baton = await startBaton(env);
  const browser = await openBrowser();
  try {
    await fill(dataFolder);
    const args = ["user", "add", "Mariam", "--login", "mariam", "--role", "coordinator", "--password-stdin"];
    await runBaton(args, env, PASSWORD);
    const cookie = await signIn(baton.url, "mariam", PASSWORD);
    return await keys(browser, baton.url, cookie, seconds);
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
  await fillTray(db, new Date());
  await known(db);
  await db.close();
}

/** Each from a client of its own, a few seconds apart. */
async function fillTray(db: Database, now: Date): Promise<void> {
  await db.query(
    `with number as (
      insert into number (phone_number_id, kind, name, created_at) values ('1', 'real', 'Desk', $2) returning id
    ), client as (
      insert into contact (name, phone, kinds, created_at)
      select 'Client ' || n, (900000000000 + n)::text, array['client'], $2::timestamptz - interval '90 days'
      from generate_series(1, $1::int) as n
      returning id
    ), thread as (
      insert into conversation (number_id, contact_id, created_at, last_in_at)
      select number.id, client.id, $2, $2 from number, client
      returning id, number_id, contact_id
    ), told as (
      insert into message (conversation_id, number_id, contact_id, side, kind, said_at, recorded_at, triage, came_by)
      select id, number_id, contact_id, 'client', 'text', $2::timestamptz - (id % 7200) * interval '1 second', $2,
        'waiting', 'webhook'
      from thread
      returning id
    )
    insert into message_words (message_id, body)
    select id, (array['The kitchen tap drips and there is water under the sink','Is my parcel coming today?',
      'Thank you very much','The lift on floor 4 is stuck again','No hay agua en el 4B desde ayer',
      'My invoice is wrong, can somebody look at it?'])[1 + id % 6]
    from told`,
    [WAITING, now],
  );
  await db.query("analyze");
}

/** Until there is a suggestion for each, as there is on any usual morning; a slow machine is not waited for longer. */
async function known(db: Database): Promise<void> {
  const until = Date.now() + KNOWN_WITHIN_MS;
  for (;;) {
    const [row] = await db.query<{ count: number }>("select count(*)::int as count from suggestion");
    if ((row?.count ?? 0) >= WAITING || Date.now() > until) return;
    await sleep(500);
  }
}

async function keys(browser: Browser, url: string, cookie: string, seconds: number): Promise<Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await useCookie(context, url, cookie);
  const page: Page = await context.newPage();
  await page.goto(`${url}/tray`);
  await page.locator("[data-decision=opens]:enabled").waitFor();
  await page.evaluate(WATCH);
  const until = Date.now() + seconds * 1_000;
  let pressed = 0;
  while (Date.now() < until) {
    await page.keyboard.press(KEYS[pressed % KEYS.length] ?? "Digit1");
    await sleep(PAUSES_MS[pressed % PAUSES_MS.length] ?? 3_000);
    pressed += 1;
  }
  const times = await page.evaluate<number[]>("globalThis.keyTimes");
  await context.close();
  const name = `tray of ${WAITING.toLocaleString("en")}: from a key to the next item`;
  return [
    { name: `${name}, median`, value: percentile(times, 0.5), unit: "ms" },
    { name: `${name}, 95th percentile`, value: percentile(times, 0.95), unit: "ms", budget: 100 },
    { name: `${name}, 99th percentile`, value: percentile(times, 0.99), unit: "ms" },
    { name: "keys that brought no next item", value: pressed - times.length, unit: "keys", budget: 0 },
  ];
}
