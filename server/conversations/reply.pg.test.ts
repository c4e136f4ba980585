import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import type { Actor } from "../http/route.ts";
import { sortMessages } from "../triage/sort.ts";
import { type Reply, reply } from "./reply.ts";

let system: ConversationSystem;
let numberId: number;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
});
afterAll(() => system?.close());

const anAsk = (conversationId: number, more: Partial<Reply> = {}): Reply => ({
  conversationId,
  accountId: null,
  message: { kind: "text", text: "Yes", showsPreview: true },
  quotesMessageId: null,
  key: "key-1234",
  ...more,
});

function write(conversationId: number, more: Partial<Reply> = {}) {
  const ask = anAsk(conversationId, more);
  return system.db.transaction((tx) => reply(tx, { numbers: system.numbers, now: system.clock.now() }, ask));
}

test("the same key twice is one message, even at the same moment", async () => {
  const { id } = await aConversation(system, numberId);
  const made = await Promise.all([write(id), write(id), write(id)]);
  expect(new Set(made.map(({ messageId }) => messageId)).size).toBe(1);
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test("the same key in another conversation is another message", async () => {
  const one = await aConversation(system, numberId);
  const other = await aConversation(system, numberId);
  expect((await write(one.id)).messageId).not.toBe((await write(other.id)).messageId);
});

test("a decision about the tray does not wait for a reply that is being written", async () => {
  const { id } = await aConversation(system, numberId);
  const messageId = await aMessage(system, id, { triage: "waiting" });
  const [account] = await system.db.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, created_at)
     values ('Ana', 'ana', 'operator', '', $1) returning id`,
    [system.clock.now()],
  );
  const ana: Actor = {
    kind: "account",
    id: account?.id ?? 0,
    sessionId: 0,
    name: "Ana",
    role: "operator",
    locale: null,
  };
  const decide = {
    messageIds: [messageId],
    requestId: null,
    title: null,
    categoryId: null,
    place: null,
    linkedTo: null,
  };
  await system.db.transaction(async (tx) => {
    await reply(tx, { numbers: system.numbers, now: system.clock.now() }, anAsk(id));
    const { decisionId } = await system.db.transaction(async (other) => {
      await other.query("set local lock_timeout = '1s'");
      return sortMessages(other, system, ana, { ...decide, kind: "no_request", priority: "normal" });
    });
    expect(decisionId).toBeGreaterThan(0);
  });
});

test("a reply that is rolled back leaves no job", async () => {
  const { id } = await aConversation(system, numberId);
  const jobs = "select count(*)::int as count from graphile_worker.jobs";
  const [before] = await system.db.query<{ count: number }>(jobs);
  await expect(write(id, { quotesMessageId: 999_999 })).rejects.toMatchObject({ kind: "bad_request" });
  expect(await system.db.query(jobs)).toEqual([before]);
});

test("24 hours after the contact's last message the window is shut, to the second", async () => {
  const now = system.clock.now().getTime();
  const almost = await aConversation(system, numberId, { lastInAt: new Date(now - 86_399_000) });
  const over = await aConversation(system, numberId, { lastInAt: new Date(now - 86_400_000) });
  await expect(write(almost.id)).resolves.toMatchObject({ isNew: true });
  await expect(write(over.id)).rejects.toMatchObject({
    code: "window_shut",
    message: expect.stringContaining("shut at 09:00"),
  });
});

test("who never wrote cannot be written to", async () => {
  const { id } = await aConversation(system, numberId, { lastInAt: null });
  await expect(write(id)).rejects.toMatchObject({ code: "window_never_open" });
});

test("a number without a token refuses in words", async () => {
  const [row] = await system.db.query<{ id: number }>(
    `insert into number (phone_number_id, kind, name, created_at) values ('9', 'unclaimed', '9', $1) returning id`,
    [system.clock.now()],
  );
  await system.numbers.refresh();
  const { id } = await aConversation(system, row?.id ?? 0);
  await expect(write(id)).rejects.toMatchObject({ code: "number_cannot_send" });
});

test("a quote carries the provider's id", async () => {
  const { id } = await aConversation(system, numberId);
  const asked = await aMessage(system, id, { wamid: "wamid.asked" });
  const { messageId } = await write(id, { quotesMessageId: asked });
  const [row] = await system.db.query("select quoted_wamid from message where id = $1", [messageId]);
  expect(row).toEqual({ quoted_wamid: "wamid.asked" });
});
