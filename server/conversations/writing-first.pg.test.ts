import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { addContact } from "./contacts.ts";
import { type WriteFirst, writeFirst } from "./writing-first.ts";

let system: ConversationSystem;
let numberId: number;
let templateId: number;
let keys = 0;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
  const definition = { variables: "positional", body: "Hello", buttons: [], examples: {}, beyond: [] };
  const [row] = await system.db.query<{ id: number }>(
    `insert into template (business_account_id, provider_id, name, language, category, state, state_at, provider_state,
       definition, components, components_at, category_at, synced_at, created_at)
     values ('1', '1', 'hello', 'en', 'utility', 'approved', $2, 'APPROVED', $1, '[]', $2, $2, $2, $2) returning id`,
    [JSON.stringify(definition), system.clock.now()],
  );
  templateId = row?.id ?? 0;
});
afterAll(() => system?.close());

const template = () => ({ kind: "template", templateId, values: {} }) as const;
const text = { kind: "text", text: "Hello", showsPreview: true } as const;

function write(contactId: number, more: Partial<WriteFirst> = {}) {
  keys += 1;
  const ask = { contactId, numberId, accountId: null, message: template(), key: `key-${keys}`, ...more };
  return system.db.transaction((tx) =>
    writeFirst(tx, { numbers: system.numbers, now: system.clock.now() }, ask),
  );
}
const someone = (phone: string | null) =>
  system.db.transaction((tx) =>
    addContact(tx, { name: "Ana", phone, kinds: ["client"] }, system.clock.now()),
  );

test("a template to somebody new makes one conversation, also when two write at the same moment", async () => {
  const { id } = await someone("+34 600 100 001");
  const made = await Promise.all([write(id), write(id)]);
  expect(new Set(made.map(({ conversationId }) => conversationId)).size).toBe(1);
  expect(new Set(made.map(({ messageId }) => messageId)).size).toBe(2);
});

test("the same key is the same message", async () => {
  const { id } = await someone("+34 600 100 002");
  const one = await write(id, { key: "pressed-twice" });
  expect(await write(id, { key: "pressed-twice" })).toEqual({ ...one, isNew: false });
});

test("words of one's own only while they may be read, and no conversation is left behind", async () => {
  const { id } = await someone("+34 600 100 003");
  await expect(write(id, { message: text })).rejects.toMatchObject({ code: "window_never_open" });
  expect(await system.db.query("select id from conversation where contact_id = $1", [id])).toEqual([]);
});

test("where they wrote lately anything may be answered, by whichever of their ids", async () => {
  const lately = await aConversation(system, numberId);
  const other = await aConversation(system, numberId, { lastInAt: null });
  await system.db.query("update contact set merged_into = $2 where id = $1", [
    lately.contactId,
    other.contactId,
  ]);
  expect(await write(lately.contactId, { message: text })).toMatchObject({ conversationId: lately.id });
});

test("without a number on WhatsApp nobody can be written to", async () => {
  const { id } = await someone(null);
  await expect(write(id)).rejects.toMatchObject({ code: "contact_without_number" });
  await expect(write(999_999)).rejects.toMatchObject({ kind: "not_found" });
  await expect(write(id, { numberId: 999_999 })).rejects.toMatchObject({ code: "number_cannot_send" });
});
