/** What becomes one item of the tray and what does not, and who has which: through the simulator and two people's screens. */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Present, Snoozed } from "../../shared/api/desk.ts";
import { type Chat, openTrayStory, type TrayStory } from "../tray-story.ts";
import type { Person } from "../world.ts";

let story: TrayStory;
beforeAll(async () => {
  story = await openTrayStory();
});
afterAll(() => story?.close());
/** Each story begins with an empty tray. */
afterEach(async () => {
  await story.jump({ days: 1 });
  for (const { messageIds } of (await story.tray()).items)
    await story.decide(story.bruno, { messageIds, kind: "no_request" });
});

const runs = async () => (await story.tray()).items.map(({ messageIds }) => messageIds);

/** In order, so many seconds apart. */
async function saysAll(chat: Chat, messages: readonly (string | object)[], seconds: number) {
  const ids: number[] = [];
  for (const [place, message] of messages.entries()) {
    if (place > 0) await story.jump({ seconds });
    ids.push((await chat.says(typeof message === "string" ? message : { ...message })).id);
  }
  return ids;
}

const THOUGHT = [
  "Good morning",
  "it is about the bathroom",
  "since last night",
  "the water comes from above",
  "along the wall",
  "and onto the lamp",
  "I have switched it off",
  "could somebody come",
];

test("an album of five photos and a burst of eight texts are one item; another matter five minutes later is another", async () => {
  const chat = await story.chat("Salma Haddad");
  const photos = await saysAll(chat, Array(5).fill({ type: "image", asset: "ceiling.jpg" }), 0);
  await story.jump({ seconds: 20 });
  // 100 s from the first word to the last.
  const texts = await saysAll(chat, THOUGHT, 100 / 7);
  expect(await runs()).toEqual([[...photos, ...texts]]);
  const [item] = (await story.tray()).items;
  expect(item).toMatchObject({ photos: 5, preview: "Good morning" });
  await story.pause();
  await story.jump({ minutes: 3 });
  const second = await chat.says("My invoice of October has the wrong amount on it, please look at it");
  await story.pause();
  expect(await runs()).toEqual([[...photos, ...texts], [second.id]]);
});

test("whoever types slowly is learnt: their next thought stays together, somebody else's does not", async () => {
  const slow = await story.chat("Slow Writer");
  const brisk = await story.chat("Brisk Writer");
  const parts = Array.from({ length: 12 }, (_, place) => `the shutter of window ${place} is stuck`);
  await saysAll(slow, parts, 80);
  await story.pause();
  await story.jump({ minutes: 30 });
  for (const { messageIds } of (await story.tray()).items)
    await story.decide(story.ana, { messageIds, kind: "no_request" });
  await story.jump({ hours: 5 });
  const later = ["The heating upstairs makes a noise", "like a drum", "mostly at night"];
  const together = await saysAll(slow, later, 80);
  const apart = await saysAll(brisk, later, 80);
  await story.lookedThrough();
  expect(await runs()).toEqual([together, ...apart.map((id) => [id])]);
});

const present = async (by: Person) =>
  (await by.call<{ present: Present[] }>("GET", "tray/presence")).body.present;
const looksAt = (by: Person, messageId: number | null) =>
  by.call("POST", "tray/presence", { messageId, isAnswering: false });
/** The oldest that nobody else has before them. */
async function nextFor(by: Person, name: string): Promise<number | undefined> {
  const others = (await present(by)).filter(({ account }) => account.name !== name);
  return (await story.tray()).items.find(
    ({ messageIds }) => !others.some(({ messageId }) => messageIds.includes(messageId)),
  )?.id;
}

test("what one has open is not next for the other, until they leave it or their screen is gone", async () => {
  const { ana, bruno } = story;
  const first = await (await story.chat("First Client")).says("The lift stands between two floors");
  await story.jump({ minutes: 2 });
  const second = await (await story.chat("Second Client")).says("The intercom of the side door is silent");
  await story.lookedThrough();
  await looksAt(ana, first.id);
  expect(await nextFor(ana, "Ana")).toBe(first.id);
  expect(await nextFor(bruno, "Bruno")).toBe(second.id);
  await looksAt(bruno, second.id);
  expect((await present(ana)).map(({ account, messageId }) => [account.name, messageId])).toEqual([
    ["Ana", first.id],
    ["Bruno", second.id],
  ]);
  await story.decide(ana, { messageIds: [first.id], kind: "opens", title: "Lift stands" });
  await looksAt(ana, null);
  expect(await nextFor(ana, "Ana")).toBeUndefined();
  // Bruno's machine dies: no sign comes from it any more.
  await story.jump({ seconds: 31 });
  expect(await nextFor(ana, "Ana")).toBe(second.id);
});

test("put aside until they write again: gone for both, back with their next word, beside which it waits", async () => {
  const { ana, bruno } = story;
  const chat = await story.chat("Third Client");
  const said = await chat.says("I will send you the measures of the window on Monday");
  await story.pause();
  expect(await runs()).toEqual([[said.id]]);
  expect(await ana.call("POST", "tray/snoozed", { messageIds: [said.id] })).toMatchObject({ status: 200 });
  expect(await runs()).toEqual([]);
  const aside = await bruno.call<{ snoozed: Snoozed[] }>("GET", "tray/snoozed");
  expect(aside.body.snoozed).toMatchObject([{ by: "Ana", until: null, messageCount: 1 }]);
  await story.jump({ days: 3 });
  await story.lookedThrough();
  // Somebody else's word wakes nobody.
  const other = await (await story.chat("Fourth Client")).says("The light in the yard flickers all night");
  await story.lookedThrough();
  expect(await runs()).toEqual([[other.id]]);
  const measures = await chat.says("It is 120 by 140, the window in the kitchen");
  await story.lookedThrough();
  expect((await runs()).toSorted((one, two) => (one[0] ?? 0) - (two[0] ?? 0))).toEqual([
    [said.id],
    [other.id],
    [measures.id],
  ]);
  expect((await bruno.call<{ snoozed: Snoozed[] }>("GET", "tray/snoozed")).body.snoozed).toEqual([]);
});
