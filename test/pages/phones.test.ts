/** Phones to type on: a client writes, the business answers with buttons and lists, the client chooses, reacts, records. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Message } from "../../shared/api/conversations.ts";
import type { Template } from "../../shared/api/templates.ts";
import type { OutgoingInput } from "../../shared/outgoing.ts";
import { axe, FAKE_MICROPHONE, openBrowser } from "../browser.ts";
import { openWorld, type Person, until, type World } from "../world.ts";
import { ARABIC, LIGHT, type Look, openScreen, PHONE, picture, sidewaysBy } from "./screen.ts";

const NARROW: Look = { ...PHONE, name: "narrow", width: 320, height: 640 };
/** Of the sample day's number; the world's own number has another. */
const SAMPLE_ACCOUNT = "900000000000002";
const WIDE: Look = { ...LIGHT, name: "wide", width: 2200, height: 1200 };

let world: World;
let browser: Browser;
let admin: Person;
let page: Page;
let rosa: Locator;
let conversationId = 0;
let keys = 0;

beforeAll(async () => {
  [world, browser] = await Promise.all([openWorld(), openBrowser(FAKE_MICROPHONE)]);
  admin = await world.hire("Mariam Haddad", "admin");
  await admin.call("POST", "sample-day");
  await until(
    () => admin.call("POST", "phones/sample-day/stop", {}),
    ({ status }) => status === 200,
  );
  await admin.call("PATCH", "phones/settings", { sentMs: 2, deliveredMs: 6 });
  const [row] = await until(
    () =>
      world.app.system.db.query<{ id: number }>(
        "select c.id from conversation c join contact k on k.id = c.contact_id where k.name = 'Rosa Mendoza'",
      ),
    (rows) => rows.length === 1,
    20_000,
  );
  conversationId = row?.id ?? 0;
  page = (await openScreen(browser, world.url, LIGHT, { person: admin })).page;
  await page.goto("/phones");
  rosa = phoneOf(page, "Rosa Mendoza");
  await rosa.waitFor();
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const phoneOf = (of: Page, name: string) => of.getByRole("region", { name, exact: true });
const log = () => rosa.getByRole("log");
const bubble = (words: string) => log().locator("[data-message]", { hasText: words }).first();
const write = async (words: string) => {
  await rosa.getByRole("textbox", { name: /^Write as/ }).fill(words);
  await page.keyboard.press("Enter");
  await bubble(words).waitFor();
};
const openMenu = async (words: string) => {
  await bubble(words).hover();
  await bubble(words).getByRole("button", { name: "What to do with this message" }).click();
  return rosa.getByRole("dialog");
};
const heard = (fits: (message: Message) => boolean) =>
  until(
    async () =>
      (
        await admin.call<{ messages: Message[] }>("GET", `conversations/${conversationId}/messages`)
      ).body.messages.find(fits),
    (message) => message !== undefined,
    15_000,
  );
async function answers(message: OutgoingInput): Promise<void> {
  keys += 1;
  const answer = await admin.call("POST", `conversations/${conversationId}/messages`, {
    message,
    key: `phones-page-${keys}`,
  });
  expect(answer).toMatchObject({ status: 200 });
}
/** WhatsApp stamps whole seconds; of two reactions within one, nobody can tell which was later. */
const aSecondLater = () => admin.call("POST", "phones/clock", { forwardMs: 1_000 });
const settled = (of: Page) => of.locator(".after-a-while").first().waitFor({ state: "detached" });

test("what a client types is on the phone as WhatsApp shows it, and with the business", async () => {
  await rosa.getByRole("textbox", { name: /^Write as/ }).fill("The tap *drips* again");
  await page.keyboard.press("Enter");
  expect(await bubble("The tap").locator("strong").textContent()).toBe("drips");
  await heard(({ text }) => text === "The tap *drips* again");
  await bubble("The tap").getByText("delivered").waitFor();
});

test("a reply button is pressed once, and the business hears which", async () => {
  await answers({
    kind: "buttons",
    header: "Your visit",
    text: "When may the plumber come?",
    footer: "Aurora Home Services",
    buttons: [
      { id: "today", title: "Today, 16:00" },
      { id: "tomorrow", title: "Tomorrow, 9:00" },
    ],
  });
  const chosen = bubble("When may the plumber come?").getByRole("button", { name: "Today, 16:00" });
  await chosen.click();
  await heard(({ content }) => content.choice?.id === "today");
  await until(
    () => chosen.isDisabled(),
    (isOff) => isOff,
  );
});

test("a list opens over the phone, a row is chosen by key and sent", async () => {
  await answers({
    kind: "list",
    text: "Which part is broken?",
    button: "See the parts",
    sections: [
      { title: "Kitchen", rows: [{ id: "tap", title: "Tap", description: "Cold or hot" }] },
      { title: "Bathroom", rows: [{ id: "heater", title: "Water heater" }] },
    ],
  });
  await bubble("Which part is broken?").getByRole("button", { name: "See the parts" }).click();
  const sheet = rosa.getByRole("dialog", { name: "See the parts" });
  await sheet.getByRole("group", { name: "Bathroom" }).waitFor();
  await picture(page, "phones-list");
  await sheet.getByRole("radio", { name: /Tap/ }).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await heard(({ content }) => content.choice?.id === "heater");
  await sheet.waitFor({ state: "detached" });
});

test("a question for a place is answered with one", async () => {
  await answers({ kind: "ask_location", text: "Where should we come?" });
  await bubble("Where should we come?").getByRole("button", { name: "Send location" }).click();
  await rosa.getByRole("button", { name: /Edificio Mirador/ }).click();
  await heard(({ content }) => content.location?.name === "Edificio Mirador, 4B");
});

test("a reaction is put, changed and taken back", async () => {
  const reactsWith = (emoji: string | undefined) =>
    heard(
      ({ text, reactions }) =>
        text === "Where should we come?" && reactions.find(({ isOurs }) => !isOurs)?.emoji === emoji,
    );
  await (await openMenu("Where should we come?")).getByRole("button", { name: "React with 👍" }).click();
  await reactsWith("👍");
  await aSecondLater();
  await (await openMenu("Where should we come?")).getByRole("button", { name: "React with 🙏" }).click();
  await reactsWith("🙏");
  await aSecondLater();
  await (await openMenu("Where should we come?")).getByRole("button", { name: "Take back 🙏" }).click();
  await reactsWith(undefined);
});

test("an answer quotes, and leads to what it quotes", async () => {
  await (await openMenu("When may the plumber come?")).getByRole("button", { name: "Reply" }).click();
  await rosa.getByRole("textbox", { name: /^Write as/ }).fill("Rather after five");
  await page.keyboard.press("Enter");
  await bubble("Rather after five")
    .getByRole("button", { name: /Aurora.*When may/ })
    .waitFor();
  await heard(({ text, quotes }) => text === "Rather after five" && quotes !== null);
});

test("a voice note is recorded and sent; without a microphone a recorded one is sent in its place", async () => {
  const notes = log().getByRole("group", { name: "Voice note" });
  await rosa.getByRole("button", { name: "Record a voice note" }).click();
  await rosa.getByText("0:01").waitFor();
  await picture(page, "phones-recording");
  await rosa.getByRole("button", { name: "Send the voice note" }).click();
  await notes.first().waitFor();
  await heard(({ kind, content }) => kind === "audio" && content.isVoice === true);
  await page.evaluate(
    "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'))",
  );
  await rosa.getByRole("button", { name: "Record a voice note" }).click();
  await rosa.getByRole("button", { name: "Send the recorded one" }).click();
  await notes.nth(1).waitFor();
});

test("a template stands with its words and buttons; a press is heard as a button of a template", async () => {
  await admin.call("POST", "templates/sync", {});
  const reminder = await until(
    async () =>
      (await admin.call<{ templates: Template[] }>("GET", "templates")).body.templates.find(
        ({ name, language, businessAccountId }) =>
          name === "visit_reminder" && language === "es" && businessAccountId === SAMPLE_ACCOUNT,
      ),
    (template) => template !== undefined,
    15_000,
  );
  const values = { 1: "Rosa", 2: "martes a las 10:00" };
  await answers({ kind: "template", templateId: reminder?.id ?? 0, values });
  await bubble("nuestro técnico va el martes").getByRole("button", { name: "Otro momento" }).click();
  await heard(({ kind, text }) => kind === "button" && text === "Otro momento");
  await picture(page, "phones-template");
});

test("a picture and a file go from the disk, with words", async () => {
  await rosa.getByRole("button", { name: "Attach" }).click();
  await picture(page, "phones-attach");
  await rosa.getByLabel("Document").setInputFiles({
    name: "Quote.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await rosa.getByRole("textbox", { name: "Caption" }).fill("Is this right?");
  await page.keyboard.press("Enter");
  await heard(
    ({ kind, text, content }) =>
      kind === "document" && text === "Is this right?" && content.fileName === "Quote.pdf",
  );
  await bubble("Quote.pdf").waitFor();
});

test("what was said gets other words, and goes on marked as passed on", async () => {
  await write("On tomorow");
  await (await openMenu("On tomorow")).getByRole("button", { name: "Edit" }).click();
  await rosa.getByRole("textbox", { name: /^Write as/ }).fill("On tomorrow");
  await page.keyboard.press("Enter");
  await bubble("On tomorrow").getByText("edited").waitFor();
  await (await openMenu("On tomorrow")).getByRole("button", { name: "Forward" }).click();
  await rosa
    .getByRole("dialog")
    .getByRole("button", { name: /Aurora/ })
    .click();
  await heard(({ text, content }) => text === "On tomorrow" && content.isForwarded === true);
});

test("what was said is deleted for everyone, and the phone says so", async () => {
  await write("Never mind");
  await (await openMenu("Never mind")).getByRole("button", { name: "Delete for everyone" }).click();
  await log().getByText("Deleted for everyone").waitFor();
  expect(await log().getByText("Never mind").count()).toBe(0);
});

test("a phone that is off gets nothing until it is on, and then it is read by being open", async () => {
  const menu = async (choice: string) => {
    await rosa.getByRole("button", { name: "The phone of Rosa Mendoza" }).click();
    await page.getByRole("menuitem", { name: choice }).click();
  };
  await menu("Turn the phone off");
  await rosa.getByText("The phone is off").waitFor();
  await answers({ kind: "text", text: "On our way" });
  await rosa.getByText("1 message waits").waitFor();
  await rosa.getByRole("button", { name: "Turn the phone on" }).click();
  await bubble("On our way").waitFor();
  await heard(({ text, send }) => text === "On our way" && send?.state === "read");
});

test("the list of chats reads nothing, and tells how many wait", async () => {
  await rosa.getByRole("button", { name: "All chats" }).first().click();
  await answers({ kind: "text", text: "Still there?" });
  await rosa.getByRole("button", { name: /Aurora.*Still there\?.*1.*unread/s }).waitFor();
  await picture(page, "phones-chats");
  await rosa.getByRole("button", { name: /Aurora/ }).click();
  await heard(({ text, send }) => text === "Still there?" && send?.state === "read");
});

test("another person is added by username alone, and writes", async () => {
  await page.getByRole("button", { name: "Add a person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name", exact: true }).fill("Deepak Rao");
  await dialog.getByText("Username only").click();
  await dialog.getByRole("textbox", { name: "Username" }).fill("deepak.rao");
  await page.keyboard.press("Enter");
  const deepak = phoneOf(page, "Deepak Rao");
  await deepak.getByRole("textbox", { name: "Write as Deepak" }).fill("Parcel for Kothrud, please");
  await page.keyboard.press("Enter");
  await deepak.locator("[data-message]", { hasText: "Parcel" }).getByText("delivered").waitFor();
});

test("in every look nothing that axe objects to, and nothing that scrolls sideways", async () => {
  const wrong: string[] = [];
  const judge = async (look: Look, ...schemes: Look["scheme"][]) => {
    const screen = await openScreen(browser, world.url, look, { person: admin });
    await screen.page.goto("/phones");
    await screen.page.getByRole("log").first().locator("[data-message]").first().waitFor();
    await settled(screen.page);
    for (const colorScheme of schemes) {
      await screen.page.emulateMedia({ colorScheme });
      await picture(screen.page, `phones-${look.name}-${colorScheme}`);
      wrong.push(...(await axe(screen.page)).map((line) => `${look.name} ${colorScheme}: ${line}`));
    }
    const wide = await sidewaysBy(screen.page);
    if (wide > 0) wrong.push(`${look.name}: sideways by ${wide} px`);
    await screen.close();
  };
  await Promise.all([judge(LIGHT, "light", "dark"), judge(PHONE, "light", "dark"), judge(WIDE, "light")]);
  await Promise.all([judge(ARABIC, "light"), judge(NARROW, "light")]);
  expect(wrong).toEqual([]);
});
