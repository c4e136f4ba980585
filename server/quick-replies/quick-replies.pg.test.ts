import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { addQuickReply, changeQuickReply, filledReplies, quickReplies, removeQuickReply } from "./replies.ts";
import { countUse } from "./store.ts";

let system: ConversationSystem;
const by = { kind: "token" as const, id: 1, name: "test", role: "coordinator" as const };
const asking = () => ({ by, address: "::1", now: system.clock.now() });

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());

const THANKS = {
  shortcut: "thanks",
  title: "Thank you",
  texts: [
    { language: "en", body: "Thank you, {{first_name}}. {{place}}" },
    { language: "ar", body: "شكرًا {{first_name}}" },
  ],
};

test("written once, filled in for whom one writes to, in their language", async () => {
  const { db } = system;
  const number = await aNumber(system, "http://127.0.0.1:9");
  const added = await db.transaction((tx) => addQuickReply(tx, THANKS, asking()));
  const ana = await aConversation(system, number, { name: "Ana Lima" });
  const mariam = await aConversation(system, number, { name: "مريم علي" });
  await aMessage(system, mariam.id, { text: "مرحبا" });
  const about = { requestId: null, timeZone: "UTC" };
  expect(await filledReplies(db, { ...about, conversationId: ana.id }, by)).toMatchObject([
    { language: "en", text: "Thank you, Ana. {{place}}", missing: ["place"] },
  ]);
  expect(await filledReplies(db, { ...about, conversationId: mariam.id }, by)).toMatchObject([
    { language: "ar", text: "شكرًا مريم", missing: [] },
  ]);

  await db.transaction((tx) => addQuickReply(tx, { ...THANKS, shortcut: "bye" }, asking()));
  await countUse(db, added.id, system.clock.now());
  expect((await quickReplies(db)).map(({ shortcut, uses }) => [shortcut, uses])).toEqual([
    ["thanks", 1],
    ["bye", 0],
  ]);
});

test("a shortcut names one of them only", async () => {
  const { db } = system;
  const add = (shortcut: string) =>
    db.transaction((tx) => addQuickReply(tx, { ...THANKS, shortcut }, asking()));
  const first = await add("one");
  const second = await add("two");
  await expect(add("one")).rejects.toMatchObject({ code: "shortcut_taken" });
  await expect(
    db.transaction((tx) => changeQuickReply(tx, second.id, { ...THANKS, shortcut: "one" }, asking())),
  ).rejects.toMatchObject({ code: "shortcut_taken" });
  const changed = { ...THANKS, shortcut: "one", texts: [{ language: "es", body: "Gracias" }] };
  expect(await db.transaction((tx) => changeQuickReply(tx, first.id, changed, asking()))).toMatchObject({
    texts: [{ language: "es", body: "Gracias" }],
  });
  await db.transaction((tx) => removeQuickReply(tx, first.id, asking()));
  await expect(db.transaction((tx) => removeQuickReply(tx, first.id, asking()))).rejects.toMatchObject({
    kind: "not_found",
  });
});
