import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { openMediaFiles } from "./media-files.ts";
import { react } from "./reacting.ts";
import { messagesByIds, readThread } from "./read.ts";
import { writeReactions } from "./record-store.ts";
import { reply } from "./reply.ts";
import type { SendParts } from "./send.ts";
import { sendWaiting } from "./sender.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let parts: SendParts;
let conversationId: number;
let asked: number;

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  for (const table of ["message", "reaction", "send_turn", "send_pace"])
    await system.db.query(`delete from ${table}`);
  numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 2_000 };
  ({ id: conversationId } = await aConversation(system, numberId));
  asked = await aMessage(system, conversationId, { wamid: "wamid.asked", text: "Come at ten?" });
});
afterEach(() => graph.close());

const reacts = (emoji: string | null, messageId = asked) =>
  system.db.transaction((tx) =>
    react(tx, { numbers: system.numbers, now: system.clock.now() }, { messageId, emoji, accountId: null }),
  );
const shown = async () => (await messagesByIds(system.db, [asked]))[0]?.reactions;
const sentEmoji = () =>
  graph.sent.map((body) => (body as unknown as { reaction: { message_id: string; emoji: string } }).reaction);

test("it is shown at once, goes out, and is no message of the thread", async () => {
  await reacts("👍");
  expect(await shown()).toEqual([
    {
      ...{ emoji: "👍", by: null, isOurs: true },
      send: { messageId: expect.any(Number), state: "queued", errorCode: null },
    },
  ]);
  await sendWaiting(parts);
  expect(sentEmoji()).toEqual([{ message_id: "wamid.asked", emoji: "👍" }]);
  expect(graph.sent[0]).not.toHaveProperty("context");
  expect(await shown()).toMatchObject([{ emoji: "👍", send: { state: "sent" } }]);
  const { messages } = await readThread(system.db, { conversationId });
  expect(messages.map(({ id }) => id)).toEqual([asked]);
});

test("the same twice goes out once, also when pressed at the same moment", async () => {
  await Promise.all([reacts("👍"), reacts("👍"), reacts("👍")]);
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(1);
});

test("changed and taken back it goes out in order, and is gone", async () => {
  await reacts("👍");
  await reacts("❤️");
  await reacts(null);
  expect(await shown()).toEqual([]);
  await sendWaiting(parts);
  expect(sentEmoji().map(({ emoji }) => emoji)).toEqual(["👍", "❤️", ""]);
});

test("one that is refused says so, and can be tried again", async () => {
  graph.answers = [{ kind: "error", status: 400, code: 131026 }];
  await reacts("👍");
  await sendWaiting(parts);
  expect(await shown()).toMatchObject([{ send: { state: "failed", errorCode: 131026 } }]);
  await reacts("👍");
  await sendWaiting(parts);
  expect(await shown()).toMatchObject([{ send: { state: "sent" } }]);
});

test("a reaction made later on the phone takes its place", async () => {
  await reacts("👍");
  await sendWaiting(parts);
  system.clock.forward({ seconds: 5 });
  const at = system.clock.now();
  const onPhone = { targetWamid: "wamid.asked", contactId: 0, wamid: "wamid.phone", emoji: "🙏", at };
  await system.db.transaction((tx) =>
    writeReactions(tx, [{ ...onPhone, numberId, deliveryId: 1, withContactId: null, groupId: null }]),
  );
  expect(await shown()).toEqual([{ emoji: "🙏", by: null, isOurs: true }]);
});

test("while the window is shut nothing is shown that could not go out", async () => {
  system.clock.forward({ hours: 25 });
  await expect(reacts("👍")).rejects.toMatchObject({ code: "window_shut" });
  expect(await shown()).toEqual([]);
});

test("a message of ours that has not left cannot be reacted to", async () => {
  const message = { kind: "text", text: "Yes", showsPreview: true } as const;
  const { messageId } = await system.db.transaction((tx) =>
    reply(
      tx,
      { numbers: system.numbers, now: system.clock.now() },
      { conversationId, accountId: null, message, quotesMessageId: null, key: "key-of-ours" },
    ),
  );
  await expect(reacts("👍", messageId)).rejects.toMatchObject({ code: "reaction_unsent" });
  await expect(reacts("👍", 999_999)).rejects.toMatchObject({ kind: "not_found" });
});

test("a page of nothing but reactions does not end the thread", async () => {
  for (let n = 0; n < 30; n += 1) {
    system.clock.forward({ seconds: 1 });
    await reacts("👍");
    await reacts("❤️");
  }
  const { messages, before } = await readThread(system.db, { conversationId });
  expect(messages.map(({ id }) => id)).toEqual([asked]);
  expect(before).toBeNull();
});
