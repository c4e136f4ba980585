import { afterAll, beforeAll, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { addContact, changeContact, listContacts } from "./contacts.ts";
import { messagesByIds, readThread } from "./read.ts";

let system: ConversationSystem;
let numberId: number;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
});
afterAll(() => system?.close());

const at = (seconds: number) => new Date(system.clock.now().getTime() + seconds * 1000);

test("a thread is in WhatsApp's order, whatever the order of arrival", async () => {
  const { id } = await aConversation(system, numberId);
  for (const [text, seconds] of [
    ["third", 3],
    ["first", 1],
    ["second", 2],
  ] as const)
    await aMessage(system, id, { text, saidAt: at(seconds) });
  const { messages } = await readThread(system.db, { conversationId: id });
  expect(messages.map(({ text }) => text)).toEqual(["first", "second", "third"]);
});

test("pages of a thread meet without gap or double, even within one second", async () => {
  const { id } = await aConversation(system, numberId);
  for (let n = 0; n < 120; n += 1)
    await aMessage(system, id, { text: `${n}`, saidAt: at(Math.floor(n / 40)) });
  const seen: (string | null)[] = [];
  let before: string | null = null;
  let pages = 0;
  do {
    const page = await readThread(system.db, { conversationId: id, ...(before && { before }) });
    seen.unshift(...page.messages.map(({ text }) => text));
    before = page.before;
    pages += 1;
  } while (before);
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `${n}`));
  expect(pages).toBe(3);
});

test("a message comes with its author, quote, reactions and media", async () => {
  const { id, contactId } = await aConversation(system, numberId, { name: "Rosa" });
  const asked = await aMessage(system, id, { text: "When?", wamid: "wamid.q" });
  const photo = await aMessage(system, id, {
    text: "Here",
    kind: "image",
    wamid: "wamid.p",
    quotes: "wamid.q",
  });
  await system.db.query(
    `insert into media (message_id, number_id, media_id, mime_type, state, bytes, stored_as, created_at)
     values ($1, $2, 'm', 'image/jpeg', 'fetched', 12, 'x', $3)`,
    [photo, numberId, system.clock.now()],
  );
  await system.db.query(
    `insert into reaction (number_id, target_wamid, contact_id, emoji, at)
     values ($1, 'wamid.p', $2, '👍', $3), ($1, 'wamid.p', 0, '🙏', $3), ($1, 'wamid.q', 0, null, $3)`,
    [numberId, contactId, system.clock.now()],
  );
  const [question, message] = await messagesByIds(system.db, [photo, asked]);
  expect(question).toMatchObject({ reactions: [], quotes: null, author: "Rosa", send: null });
  expect(message).toMatchObject({
    quotes: { messageId: asked, text: "When?" },
    reactions: [
      { emoji: "🙏", by: null },
      { emoji: "👍", by: "Rosa" },
    ],
    media: { url: expect.stringMatching(/^\/api\/v1\/media\/\d+$/), bytes: 12 },
  });
});

test("what its sender took back is not shown, nor quoted", async () => {
  const { id } = await aConversation(system, numberId);
  const taken = await aMessage(system, id, { text: "oops", wamid: "wamid.taken" });
  const after = await aMessage(system, id, { quotes: "wamid.taken", saidAt: at(1) });
  await system.db.query("update message set revoked_at = $2 where id = $1", [taken, system.clock.now()]);
  const [first, second] = await messagesByIds(system.db, [taken, after]);
  expect(first).toMatchObject({ text: null, isRevoked: true });
  expect(second).toMatchObject({ quotes: { messageId: taken, text: null } });
});

test("the thread knows until when the window is open", async () => {
  const { id } = await aConversation(system, numberId, { lastInAt: new Date("2026-03-02T08:00:00Z") });
  const thread = await readThread(system.db, { conversationId: id });
  expect(thread.windowUntil).toBe("2026-03-03T08:00:00.000Z");
});

test("contacts are found by part of a name or of a number, not by its signs", async () => {
  const now = system.clock.now();
  const add = (name: string, phone: string) =>
    system.db.transaction((tx) => addContact(tx, { name, phone, kinds: ["worker"] }, now));
  const imran = await add("Imran 100% Shaikh", "+971 50 123 4567");
  await add("Imran Other", "0097150 999 8888");
  const found = async (q: string) => (await listContacts(system.db, { q })).contacts.map(({ name }) => name);
  expect(await found("imran")).toHaveLength(2);
  expect(await found("100%")).toEqual(["Imran 100% Shaikh"]);
  expect(await found("+971 50 123")).toEqual(["Imran 100% Shaikh"]);
  expect(await found("5099988")).toEqual(["Imran Other"]);
  await expect(add("Somebody", "971501234567")).rejects.toMatchObject({
    code: "phone_taken",
    detail: { contactId: imran.id },
  });
});

test("a contact's name and kinds can be changed apart from each other", async () => {
  const { contactId } = await aConversation(system, numberId, { name: "Rosa" });
  const change = (body: Parameters<typeof changeContact>[2]) =>
    system.db.transaction((tx) => changeContact(tx, contactId, body, system.clock.now()));
  await change({ kinds: ["client", "worker"] });
  expect(await change({ name: "Rosa M." })).toMatchObject({ name: "Rosa M.", kinds: ["client", "worker"] });
});

test("pages of contacts meet, and carry no name or number", async () => {
  const now = system.clock.now();
  for (let n = 0; n < 60; n += 1)
    await system.db.transaction((tx) =>
      addContact(tx, { name: `Page ${n % 7}`, phone: null, kinds: ["staff"] }, now),
    );
  const first = await listContacts(system.db, { kind: "staff" });
  expect(first.next).toMatch(/^\d+$/);
  const second = await listContacts(system.db, { kind: "staff", after: first.next ?? "" });
  expect(second.next).toBeNull();
  expect(new Set([...first.contacts, ...second.contacts].map(({ id }) => id)).size).toBe(60);
});
