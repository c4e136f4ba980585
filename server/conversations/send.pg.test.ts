import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aReply } from "../../test/a-reply.ts";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { openMediaFiles } from "./media-files.ts";
import { messagesByIds } from "./read.ts";
import type { SendParts } from "./send.ts";
import { abandonCalls } from "./send-ends.ts";
import { sendWaiting } from "./sender.ts";
import { settleMessage } from "./settle-message.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let parts: SendParts;

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  await system.db.query("delete from message");
  await system.db.query("delete from send_turn");
  await system.db.query("delete from send_pace");
  await system.db.query("update number set paused_at = null, pause_code = null");
  numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 300 };
});
afterEach(() => graph.close());

async function written(text = "On our way", more: { phone?: string | null; bsuid?: string } = {}) {
  const conversation = await aConversation(system, numberId, more);
  const messageId = await write(conversation.id, text);
  return { conversationId: conversation.id, messageId };
}
const write = (conversationId: number, text: string) => aReply(system, conversationId, text);
const send = () => sendWaiting(parts);
/** So much later by our clock; the wire's own time is over as well. */
async function rested(seconds: number): Promise<void> {
  system.clock.forward({ seconds });
  await system.db.query("update send_pace set free_at = '-infinity', slowed_at = null");
}
const standing = async (id: number) => (await messagesByIds(system.db, [id]))[0]?.send;
const boxed = async (id: number) =>
  (
    await system.db.query<{ state: string; attempts: number; next_at: Date | null }>(
      "select state, attempts, next_at from outbox where message_id = $1",
      [id],
    )
  )[0];

test("an accepted message has one tick and the provider's id", async () => {
  const { messageId } = await written();
  await send();
  expect(await standing(messageId)).toMatchObject({ state: "sent", errorCode: null });
  expect(await boxed(messageId)).toMatchObject({ state: "accepted" });
  expect(graph.sent).toMatchObject([{ to: expect.stringMatching(/^\+34/), text: { body: "On our way" } }]);
});

test("somebody who shows no number is reached by their stable id", async () => {
  await written("Hello", { phone: null, bsuid: "ES.1234567890" });
  await send();
  expect(graph.sent).toMatchObject([{ recipient: "ES.1234567890" }]);
  expect(graph.sent[0]).not.toHaveProperty("to");
});

test("statuses that were faster than the answer are joined", async () => {
  const { messageId } = await written();
  for (const status of ["read", "sent"])
    await system.db.query(
      "insert into message_status (number_id, wamid, status, at) values ($1, $2, $3, $4)",
      [numberId, graph.wamid(1), status, system.clock.now()],
    );
  await send();
  expect(await standing(messageId)).toMatchObject({ state: "read" });
});

test("a refusal keeps its code", async () => {
  const { messageId } = await written();
  graph.answers = [{ kind: "error", status: 400, code: 131026 }];
  await send();
  expect(await standing(messageId)).toMatchObject({ state: "failed", errorCode: 131026 });
  expect(await boxed(messageId)).toMatchObject({ state: "refused" });
});

test("after a refusal the next message goes out all the same", async () => {
  const { conversationId } = await written("first");
  const second = await write(conversationId, "second");
  graph.answers = [{ kind: "error", status: 400, code: 131026 }];
  await send();
  expect(await standing(second)).toMatchObject({ state: "sent" });
});

test.each([4, 80007, 130429, 131056])(
  "code %i is tried again later, and nothing overtakes it",
  async (code) => {
    const { conversationId, messageId } = await written("first");
    const second = await write(conversationId, "second");
    graph.answers = [{ kind: "error", status: 400, code }];
    await send();
    expect(await standing(messageId)).toMatchObject({ state: "queued" });
    expect(await standing(second)).toMatchObject({ state: "queued" });
    // A reply written meanwhile does not shorten the wait.
    await send();
    expect(graph.sent).toHaveLength(1);
    await rested(code === 131056 ? 4 : 2);
    await send();
    expect(graph.sent.map(({ text }) => text.body)).toEqual(["first", "first", "second"]);
  },
);

test.each([
  { kind: "error", status: 500, code: 131000 } as const,
  { kind: "error", status: 503, code: 2 } as const,
  { kind: "html", status: 502 } as const,
  { kind: "html", status: 200 } as const,
  { kind: "cut" } as const,
  { kind: "hang" } as const,
])("an end nobody saw (%o) is unknown and never sent again", async (answer) => {
  const { messageId } = await written();
  graph.answers = [answer];
  await send();
  await send();
  await rested(3_600);
  await send();
  expect(graph.sent).toHaveLength(1);
  expect(await standing(messageId)).toMatchObject({ state: "unknown" });
});

test("a host that cannot be reached is tried again, since nothing left", async () => {
  const { messageId } = await written();
  await graph.close();
  await send();
  expect(await boxed(messageId)).toMatchObject({ state: "queued", attempts: 1 });
  graph = await fakeGraph(Number(new URL(graph.url).port));
  await rested(2);
  await send();
  expect(await standing(messageId)).toMatchObject({ state: "sent" });
});

test("what could not be handed over for hours is given up", async () => {
  const { messageId } = await written();
  graph.answers = [{ kind: "error", status: 400, code: 80007 }];
  system.clock.forward({ hours: 4 });
  await send();
  expect(await standing(messageId)).toMatchObject({ state: "failed", errorCode: 80007 });
});

test("a call of a process that died is unknown, and what was written after it goes on", async () => {
  const { conversationId, messageId } = await written("first");
  const second = await write(conversationId, "second");
  const died = Promise.withResolvers<void>();
  graph.answers = [{ kind: "slow", until: died.promise }];
  const dying = sendWaiting({ ...parts, processId: "dying", timeoutMs: 5_000 });
  await expect.poll(() => graph.sent.length).toBe(1);
  await send();
  expect(graph.sent).toHaveLength(1);
  await abandonCalls(system, ["here"]);
  expect(await standing(messageId)).toMatchObject({ state: "unknown" });
  await send();
  expect(await standing(second)).toMatchObject({ state: "sent" });
  // It was only asleep: its answer still says how the call ended.
  died.resolve();
  await dying;
  expect(await standing(messageId)).toMatchObject({ state: "sent" });
  expect(graph.sent).toHaveLength(2);
});

test("a call under way in a living process is left alone", async () => {
  const { messageId } = await written();
  const answered = Promise.withResolvers<void>();
  graph.answers = [{ kind: "slow", until: answered.promise }];
  const sending = sendWaiting({ ...parts, timeoutMs: 5_000 });
  await expect.poll(() => graph.sent.length).toBe(1);
  await abandonCalls(system, ["here"]);
  expect(await standing(messageId)).toMatchObject({ state: "calling" });
  answered.resolve();
  await sending;
});

test("neither words nor numbers reach the log", async () => {
  await written("a secret of the client");
  graph.answers = [{ kind: "html", status: 500 }];
  await send();
  expect(system.logged()).not.toMatch(/secret of the client|3460000/);
});

test("what was given up leaves no more, and what stands behind it does", async () => {
  const { conversationId, messageId } = await written("given up");
  await write(conversationId, "goes");
  const ask = { messageId, as: "given_up" as const, now: system.clock.now() };
  expect(await system.db.transaction((tx) => settleMessage(tx, ask))).toBe(true);
  await send();
  expect(graph.sent.map(({ text }) => text.body)).toEqual(["goes"]);
  expect(await standing(messageId)).toMatchObject({ state: "failed", errorCode: null });
});
