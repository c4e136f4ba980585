/** Photos, sounds and files on the screen: here, on their way, and not to be had. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrayItem } from "../../shared/api/tray.ts";
import { axe, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { ask } from "./morning.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let requestId: number;

const DARK: Look = { ...LIGHT, name: "dark", scheme: "dark" };
const NO_OGG = `(() => {
  const real = HTMLMediaElement.prototype.canPlayType;
  HTMLMediaElement.prototype.canPlayType = function (type) {
    return /ogg/.test(type) ? "" : real.call(this, type);
  };
})()`;

async function upload(bytes: Buffer, mime: string): Promise<string> {
  const answer = await fetch(`${world.simulator.url}/control/media`, {
    method: "POST",
    headers: { "content-type": mime },
    body: new Uint8Array(bytes),
  });
  const { mediaId } = (await answer.json()) as { mediaId: string };
  return mediaId;
}

/** As a phone's camera makes them: large in bytes. */
async function aPhoto(red: number): Promise<Buffer> {
  const [width, height] = [2400, 1800];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++)
    pixels[at] = ((at % 3 === 0 ? red : 90) + (at / 7200) * 0.05 + ((at * 2_654_435_761) >>> 29)) & 255;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

const says = (message: Record<string, unknown>) => world.simulator.says("julian", message);
const db = () => world.app.system.db;
const allHere = () =>
  until(
    () => db().query<{ state: string }>("select state from media"),
    (rows) => rows.length > 0 && rows.every(({ state }) => state === "fetched"),
    30_000,
  );

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser()]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  const voice = await readFile(new URL("../../simulator/assets/valve-drips.ogg", import.meta.url));
  await says({ type: "text", text: "The valve drips, look" });
  await says({ type: "audio", mediaId: await upload(voice, "audio/ogg") });
  for (const red of [60, 120, 180])
    await says({ type: "image", mediaId: await upload(await aPhoto(red), "image/jpeg") });
  await says({
    type: "document",
    mediaId: await upload(Buffer.from("%PDF-1.4\n%%EOF\n"), "application/pdf"),
    filename: "Quote for the valve.pdf",
  });
  await world.settled();
  await allHere();
  const { items } = await until(
    () => ask<{ items: TrayItem[] }>(mariam, "GET", "tray"),
    (tray) => tray.items.length > 0,
  );
  const { strip } = await ask<{ strip: { id: number } }>(mariam, "POST", "tray/decisions", {
    messageIds: items.flatMap(({ messageIds }) => messageIds),
    kind: "opens",
    title: "The valve drips",
  });
  requestId = strip.id;
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

async function openThread(look: Look, script?: string): Promise<{ page: Page; close(): Promise<void> }> {
  const screen = await openScreen(browser, world.url, look, { person: mariam, script });
  await screen.page.goto(`/requests/${requestId}`);
  if (look.width < 500) await screen.page.getByRole("tab").nth(1).click();
  await screen.page.locator("[id^=message-]").first().waitFor();
  return screen;
}

const lengthOf = (page: Page) =>
  page
    .locator("audio")
    .evaluate((sound) => ({ src: sound.src, seconds: sound.duration, at: sound.currentTime }));

test("photos come small, and whole at a press, one after the other by the arrows", async () => {
  const { page, close } = await openThread(LIGHT);
  const images = page.locator("img[src*='/api/v1/media/']");
  await images.nth(2).waitFor();
  const small = await images.evaluateAll((all) => all.map((one) => one.getAttribute("src") ?? ""));
  expect(small.slice(0, 3).every((src) => src.endsWith("/thumbnail"))).toBe(true);
  const answers = await Promise.all(
    small.slice(0, 3).map(async (src) => (await page.request.get(src)).body()),
  );
  const [whole] = await db().query<{ bytes: number }>(
    "select avg(bytes)::int as bytes from media where thumbnail_as is not null",
  );
  for (const { length } of answers) expect(length).toBeLessThan((whole?.bytes ?? 0) / 5);
  await images.first().click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.locator("img").getAttribute("src")).toMatch(/\/media\/\d+$/);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await picture(page, "media-light");
  expect(await axe(page)).toEqual([]);
  await close();
});

test("where the browser knows no Ogg the voice note is decoded, and plays, seeks and runs faster all the same", async () => {
  const { page, close } = await openThread(LIGHT, NO_OGG);
  const refused: string[] = [];
  page.on("console", (line) => line.type() === "error" && refused.push(line.text()));
  await page.locator("audio").waitFor({ state: "attached" });
  await until(
    () => lengthOf(page),
    ({ seconds }) => seconds > 0,
  );
  const decoded = await lengthOf(page);
  expect(decoded.src).toMatch(/^blob:/);
  const play = page.getByRole("button", { name: "Play the voice note" });
  await play.focus();
  await page.keyboard.press("Enter");
  await until(
    () => lengthOf(page),
    ({ at }) => at > 0.2,
  );
  await page.getByRole("button", { name: /Speed/ }).click();
  expect(await page.locator("audio").evaluate((sound) => sound.playbackRate)).toBe(1.5);
  await page.getByRole("button", { name: "Pause the voice note" }).click();
  await page.getByRole("slider", { name: "Place in the voice note" }).focus();
  await page.keyboard.press("Home");
  await until(
    () => lengthOf(page),
    ({ at }) => at === 0,
  );
  await picture(page, "media-no-ogg");
  await close();

  // The browser's own player says how long it is in truth.
  const plain = await openThread(LIGHT);
  await plain.page.locator("audio").waitFor({ state: "attached" });
  const own = await until(
    () => lengthOf(plain.page),
    ({ seconds }) => seconds > 0,
  );
  expect(own.src).not.toMatch(/^blob:/);
  expect(Math.abs(own.seconds - decoded.seconds)).toBeLessThan(0.1);
  await plain.close();
  expect(refused).toEqual([]);
});

test("what is not here says why and is fetched again at a press", async () => {
  await db().query(
    `update media set state = 'failed', reason = 'wrong_hash' where message_id in (select id from message where kind = 'audio')`,
  );
  await db().query(
    `update media set state = 'failed', reason = 'gone' where message_id in (select id from message where kind = 'document')`,
  );
  await db().query(
    `update media set state = 'waiting', reason = 'HTTP 503' where id in
       (select id from media where thumbnail_as is not null order by id limit 2)`,
  );
  const reads = async (look: Look) => {
    const { page, close } = await openThread(look);
    await page.locator("[id^=message-] .border-dashed").first().scrollIntoViewIfNeeded();
    await picture(page, `media-missing-${look.name}`);
    expect(await axe(page)).toEqual([]);
    expect(await sidewaysBy(page)).toBeLessThanOrEqual(0);
    await close();
  };
  await Promise.all([LIGHT, DARK, PHONE, ARABIC].map(reads));
  const { page, close } = await openThread(LIGHT);
  await page.getByText("What WhatsApp gave was damaged.").waitFor();
  const again = page.getByRole("button", { name: "Fetch again" });
  const now = page.getByRole("button", { name: "Fetch now" });
  for (
    let left = (await again.count()) + (await now.count());
    left > 0;
    left = (await again.count()) + (await now.count())
  ) {
    await again.or(now).first().click();
    await until(
      async () => (await again.count()) + (await now.count()),
      (count) => count < left,
    );
  }
  await allHere();
  await page.locator("audio").waitFor({ state: "attached" });
  await close();
});
