/** Every kind of message goes out of the composer by hand, and is on the client's phone as it was meant. */
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOgg } from "../../web/src/request/message/ogg-pages.ts";
import { FAKE_MICROPHONE, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { aPhoto, openRequest, type Shown } from "./composer-desk.ts";
import { LIGHT, openScreen, picture } from "./screen.ts";

let world: World;
let browser: Browser;
let mariam: Person;
let page: Page;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser(FAKE_MICROPHONE)]);
  mariam = await world.hire("Mariam Haddad", "coordinator");
  const requestId = await openRequest(world, mariam, "fatima", "The breaker trips again");
  page = (await openScreen(browser, world.url, LIGHT, { person: mariam })).page;
  await page.context().grantPermissions(["microphone", "geolocation"]);
  await page.context().setGeolocation({ latitude: 25.1972, longitude: 55.2744 });
  await page.goto(`/requests/${requestId}`);
  await composer().waitFor();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const composer = () => page.getByRole("region", { name: "Write to the client" });
const words = () => composer().getByRole("textbox", { name: "To Fatima Al Suwaidi" });

/** What the business said, as her phone shows it. */
async function onPhone(): Promise<Shown[]> {
  const { messages } = await world.simulator.control<{ messages: Shown[] }>("GET", "phones/fatima/thread");
  return messages.filter(({ from }) => from === "business");
}

async function nextOnPhone(before: number, count = 1): Promise<Shown[]> {
  const all = await until(onPhone, (messages) => messages.length >= before + count);
  return all.slice(before);
}

async function choose(name: string): Promise<void> {
  await composer().getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
}

const press = (name: string) => composer().getByRole("button", { name }).click();

test("the client sees that their message was read, and that somebody writes", async () => {
  // Not sorted yet, it is not among those of the request.
  await page.getByRole("tab", { name: "Whole conversation" }).click();
  await world.simulator.says("fatima", "It is off now");
  type Thread = { phone: { typing: boolean }; messages: { text: string | null; state: string }[] };
  const thread = () => world.simulator.control<Thread>("GET", "phones/fatima/thread");
  await until(thread, ({ messages }) =>
    messages.some(({ text, state }) => text === "It is off now" && state === "read"),
  );
  await words().fill("I look at it");
  await until(thread, ({ phone }) => phone.typing);
  await words().fill("");
  await page.getByRole("tab", { name: "This request" }).click();
  await words().waitFor();
});

test("words, with a quote of what is answered", async () => {
  const before = (await onPhone()).length;
  await page.getByText("The breaker trips again").last().hover();
  await page.getByRole("button", { name: "Quote it" }).first().click();
  await words().fill("Suresh comes before lunch");
  await page.keyboard.press("Control+Enter");
  const [message] = await nextOnPhone(before);
  expect(message).toMatchObject({ type: "text", text: "Suresh comes before lunch" });
  expect(message?.quote?.preview).toContain("breaker");
  await until(
    () => words().inputValue(),
    (left) => left === "",
  );
});

test("two photos and a document go in their order, the words with the first", async () => {
  const before = (await onPhone()).length;
  await composer()
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "before.jpg", mimeType: "image/jpeg", buffer: await aPhoto(200) },
      { name: "after.jpg", mimeType: "image/jpeg", buffer: await aPhoto(40) },
      { name: "Quote 12.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") },
    ]);
  await words().fill("Before and after");
  await composer().getByRole("textbox", { name: "Words with after.jpg" }).fill("This is after");
  await picture(page, "composer-files");
  await press("Send");
  const sent = await nextOnPhone(before, 3);
  expect(sent.map(({ type, text }) => [type, text])).toEqual([
    ["image", "Before and after"],
    ["image", "This is after"],
    ["document", null],
  ]);
  await until(
    () => composer().getByRole("listitem").count(),
    (left) => left === 0,
  );
});

test("a photo over 5 MB is made smaller here and says so; what WhatsApp never takes is refused before the upload", async () => {
  const before = (await onPhone()).length;
  const noise = await sharp({
    create: {
      width: 2000,
      height: 1500,
      channels: 3,
      background: "white",
      noise: { type: "gaussian", mean: 120, sigma: 60 },
    },
  })
    .png()
    .toBuffer();
  expect(noise.length).toBeGreaterThan(5 * 1024 * 1024);
  const uploads: string[] = [];
  page.on("request", (request) => request.url().endsWith("/uploads") && uploads.push(request.url()));
  await composer()
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "panel.png", mimeType: "image/png", buffer: noise },
      { name: "all.zip", mimeType: "application/zip", buffer: Buffer.from("PK") },
    ]);
  await composer().getByText("made smaller: WhatsApp takes photos up to 5 MB").waitFor();
  await composer().getByRole("alert").getByText("all.zip").waitFor();
  await picture(page, "composer-shrunk");
  await press("Send");
  const [message] = await nextOnPhone(before);
  expect(message).toMatchObject({ type: "image", media: { mime: "image/jpeg" } });
  expect(uploads).toHaveLength(1);
  await composer().getByRole("button", { name: "Close" }).click();
});

test("a voice note is recorded, listened to, and arrives as one: Ogg, Opus, one channel", async () => {
  const before = (await onPhone()).length;
  await press("Record a voice note");
  await composer().getByText("0:02").waitFor();
  await picture(page, "composer-recording");
  await press("Pause");
  await composer().getByText("Paused").waitFor();
  await press("Go on");
  await press("Stop and listen");
  await composer().getByRole("button", { name: "Play the voice note" }).waitFor();
  await picture(page, "composer-recorded");
  await press("Send the voice note");
  const [message] = await nextOnPhone(before);
  expect(message).toMatchObject({ type: "audio", media: { voice: true } });
  expect(message?.media?.mime).toMatch(/^audio\/ogg/);
  const bytes = await sentVoice();
  const { packets } = readOgg(bytes);
  expect(packets.length).toBeGreaterThan(20);
  expect(bytes[Buffer.from(bytes).indexOf("OpusHead") + 9]).toBe(1);
  await words().waitFor();
});

/** As it lies with us, and was handed over. */
async function sentVoice(): Promise<Uint8Array> {
  const source = (await page.locator("audio").last().getAttribute("src")) ?? "";
  return new Uint8Array(await (await page.request.get(source)).body());
}

test("a place that is pasted, and the one where the device is", async () => {
  const before = (await onPhone()).length;
  await choose("Place");
  await composer().getByLabel("Coordinates, or a link to a map").fill("https://maps.app.goo.gl/abc");
  await composer().getByText("A shortened link hides its place").waitFor();
  await composer()
    .getByLabel("Coordinates, or a link to a map")
    .fill("https://maps.google.com/?q=25.1082,55.1982");
  await composer().getByLabel("Name, if it has one").fill("Our workshop");
  await picture(page, "composer-place");
  await press("Send the place");
  const [pasted] = await nextOnPhone(before);
  expect(pasted?.location).toMatchObject({ latitude: 25.1082, longitude: 55.1982, name: "Our workshop" });
  await words().waitFor();
  await choose("Place");
  await press("Where this device is");
  await press("Send the place");
  const [, here] = await nextOnPhone(before, 2);
  expect(here?.location).toMatchObject({ latitude: 25.1972, longitude: 55.2744 });
});

test("a card out of our contacts", async () => {
  const before = (await onPhone()).length;
  await mariam.call("POST", "contacts", { name: "Suresh Pillai", phone: "+971501234567", kinds: ["worker"] });
  await choose("Contact card");
  await composer().getByLabel("Name or number").fill("Suresh");
  await composer().getByRole("button", { name: "Put Suresh Pillai on the card" }).click();
  await picture(page, "composer-card");
  await press("Send 1 card");
  const [message] = await nextOnPhone(before);
  expect(message?.contacts).toMatchObject([{ name: "Suresh Pillai" }]);
});

test("a question with buttons, and one with a list; the answer is tied to it", async () => {
  const before = (await onPhone()).length;
  await words().fill("Does today at 16:00 suit you?");
  await choose("Buttons to answer by");
  await composer().getByLabel("Button 1", { exact: true }).fill("Yes");
  await composer().getByLabel("Button 2", { exact: true }).fill("Yes");
  await composer().getByText("No two buttons may say the same.").waitFor();
  await composer().getByLabel("Button 2", { exact: true }).fill("Another time");
  await picture(page, "composer-buttons");
  await press("Send with buttons");
  const [asked] = await nextOnPhone(before);
  expect(asked).toMatchObject({ text: "Does today at 16:00 suit you?" });
  expect(asked?.buttons?.map(({ title }) => title)).toEqual(["Yes", "Another time"]);
  await until(
    () => words().inputValue(),
    (left) => left === "",
  );

  await choose("List to choose from");
  await composer().getByLabel("The question").fill("Then when?");
  await composer().getByLabel("Choice 1", { exact: true }).fill("Tomorrow 9 to 11");
  await press("Another choice");
  await composer().getByLabel("Choice 2", { exact: true }).fill("Tomorrow 14 to 16");
  await picture(page, "composer-list");
  await press("Send the list");
  const [, list] = await nextOnPhone(before, 2);
  expect(list).toMatchObject({ text: "Then when?", listLabel: "Choose" });
  await words().waitFor();
});

test("asking where they are, and for their number", async () => {
  const before = (await onPhone()).length;
  await choose("Ask where they are");
  await press("Ask");
  await choose("Ask for their number");
  await press("Ask");
  const sent = await nextOnPhone(before, 2);
  expect(sent.map(({ asks }) => asks)).toEqual(["location", "contact"]);
});

test("without a line nothing goes, and nothing is lost", async () => {
  await words().fill("Are you at home?");
  const send = composer().getByRole("button", { name: "Send" });
  try {
    await page.context().setOffline(true);
    await composer().getByText("No connection. What you write is kept as a draft.").waitFor();
    expect(await send.isDisabled()).toBe(true);
  } finally {
    await page.context().setOffline(false);
  }
  await until(() => send.isEnabled(), Boolean);
  await page.reload();
  await words().waitFor();
  expect(await words().inputValue()).toBe("Are you at home?");
  await words().fill("");
});

test("a reaction is given, changed and taken back by keyboard, and shows on the phone", async () => {
  const message = page.locator("[id^=message-]").first();
  const more = message.getByRole("button", { name: "What can be done with it" });
  const reactions = async () => {
    const { messages } = await world.simulator.control<{ messages: Shown[] }>("GET", "phones/fatima/thread");
    return JSON.stringify(messages[0]?.reactions);
  };
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "React with 👍" }).waitFor();
  await picture(page, "composer-react");
  await page.keyboard.press("Enter");
  await until(reactions, (all) => all.includes("👍"));
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await until(reactions, (all) => all.includes("🙏") && !all.includes("👍"));
  await message.getByRole("list", { name: "Reactions" }).getByText("🙏").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Take 🙏 back" }).last().click();
  await until(reactions, (all) => !all.includes("🙏"));
});

test("what was chosen is marked on the question", async () => {
  const { messages } = await world.simulator.control<{ messages: (Shown & { id: string })[] }>(
    "GET",
    "phones/fatima/thread",
  );
  const asked = messages.find(({ type }) => type === "buttons");
  await world.simulator.says("fatima", {
    type: "button",
    messageId: asked?.id,
    buttonId: asked?.buttons?.[1]?.id,
  });
  await page.getByRole("tab", { name: "Whole conversation" }).click();
  const buttons = page.getByRole("list", { name: "Buttons to answer by" });
  await buttons.getByText("Chose").waitFor({ state: "attached" });
  await buttons.scrollIntoViewIfNeeded();
  await picture(page, "composer-chosen");
});
