import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeAccounts, fakeAccounts, NUMBER, refusal } from "../../test/fake-accounts.ts";
import { changeBlock, readBlocks } from "./block.ts";
import { listContacts } from "./contacts.ts";
import { reply } from "./reply.ts";

let system: ConversationSystem;
let graph: FakeAccounts;
let numberId: number;
beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  await system.db.query("truncate contact, conversation cascade");
  graph = await fakeAccounts();
  numberId = await aNumber(system, graph.url);
  for (const method of ["POST", "DELETE"])
    graph.instead.set(`${method} ${NUMBER}/block_users`, {
      body: { messaging_product: "whatsapp", block_users: { added_users: [{}] } },
    });
  return () => graph.close();
});

const parts = () => ({ system, numbers: system.numbers });
const change = (contactId: number, isBlocked: boolean) =>
  changeBlock(parts(), { contactId, isBlocked, accountId: null });
const say = (conversationId: number) =>
  system.db.transaction((tx) =>
    reply(
      tx,
      { numbers: system.numbers, now: system.clock.now() },
      {
        conversationId,
        accountId: null,
        message: { kind: "text", text: "hello", showsPreview: true },
        quotesMessageId: null,
        key: String(Math.random()),
      },
    ),
  );

test("who is blocked cannot be written to, and can again when unblocked", async () => {
  const talk = await aConversation(system, numberId);
  expect(await change(talk.contactId, true)).toMatchObject({ isBlocked: true, numbers: [{ id: numberId }] });
  expect(graph.asked).toEqual([`POST ${NUMBER}/block_users`]);
  await expect(say(talk.id)).rejects.toMatchObject({ code: "contact_blocked", detail: { code: 130403 } });
  await change(talk.contactId, true);
  expect((await listContacts(system.db, {})).contacts).toMatchObject([{ isBlocked: true }]);
  expect(graph.asked).toHaveLength(1);
  expect(await change(talk.contactId, false)).toMatchObject({ isBlocked: false });
  await say(talk.id);
});

test.each([
  [131047, "block_day"],
  [139100, "block_day"],
  [139101, "block_full"],
  [139102, "whatsapp_away"],
  [139103, "whatsapp_away"],
  [131021, "block_self"],
  [10, "block_refused"],
])("%i is told as %s and nothing is written down", async (code, told) => {
  const talk = await aConversation(system, numberId);
  graph.instead.set(`POST ${NUMBER}/block_users`, refusal(code));
  await expect(change(talk.contactId, true)).rejects.toMatchObject({ code: told });
  expect(await readBlocks(parts(), talk.contactId)).toMatchObject({ isBlocked: false });
});

test("the reason of the one person is told, not that of the list", async () => {
  const talk = await aConversation(system, numberId);
  const failed_users = [{ input: "1", errors: [{ message: "no", code: 139101 }] }];
  graph.instead.set(`POST ${NUMBER}/block_users`, {
    status: 400,
    body: { block_users: { failed_users }, error: { message: "some", code: 139100 } },
  });
  await expect(change(talk.contactId, true)).rejects.toMatchObject({ code: "block_full" });
});

test("a merged contact is blocked wherever one of its parts is", async () => {
  const one = await aConversation(system, numberId);
  const other = await aConversation(system, numberId);
  await change(other.contactId, true);
  await system.db.query("update contact set merged_into = $1 where id = $2", [
    one.contactId,
    other.contactId,
  ]);
  expect(await readBlocks(parts(), one.contactId)).toMatchObject({ isBlocked: true });
  await expect(say(one.id)).rejects.toMatchObject({ code: "contact_blocked" });
});
