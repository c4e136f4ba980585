import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FirstWordsPass, openFirstWords } from "./pass.ts";
import { type StoredFirstWords, writeFirstWords } from "./store.ts";

let system: ConversationSystem;
let numberId: number;
let pass: FirstWordsPass;
beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
});
afterAll(() => system?.close());
beforeEach(async () => {
  await system.db.query("truncate conversation, contact, first_word_said cascade");
  pass = openFirstWords({ system, numbers: system.numbers });
  system.clock.forward({ hours: 1 });
});

const set = (more: Partial<StoredFirstWords> = {}) =>
  writeFirstWords(
    system.db,
    numberId,
    {
      greets: true,
      answersWhenShut: false,
      timeZone: "UTC",
      opening: [],
      greeting: { en: "Hello!", es: "¡Hola!" },
      whenShut: { en: "We are shut." },
      fallbackLanguage: "en",
      ...more,
    },
    system.clock.now(),
  );
const heard = async (conversationId: number, more: { saidAt?: Date } = {}) => {
  const id = await aMessage(system, conversationId, more);
  await system.db.query("update message set came_by = 'webhook' where id = $1", [id]);
  return id;
};
const said = async () =>
  (
    await system.db.query<{ body: string }>(
      `select w.body from outbox o join message m on m.id = o.message_id join message_words w on w.message_id = m.id
       where m.side = 'bot' order by m.id`,
    )
  ).map(({ body }) => body);

test("three messages in one breath get one greeting, whatever looks at them and how often", async () => {
  await set();
  const talk = await aConversation(system, numberId);
  for (let n = 0; n < 3; n += 1) await heard(talk.id);
  const other = openFirstWords({ system, numbers: system.numbers });
  await Promise.all([pass.once(), other.once()]);
  await pass.once();
  await openFirstWords({ system, numbers: system.numbers }).once();
  expect(await said()).toEqual(["Hello!"]);
});

test("in the contact's language", async () => {
  await set();
  const talk = await aConversation(system, numberId);
  await system.db.query("update contact set language = 'es_MX'");
  await heard(talk.id);
  await pass.once();
  expect(await said()).toEqual(["¡Hola!"]);
});

test("outside the hours they hear that, once a day", async () => {
  await set({ answersWhenShut: true });
  const talk = await aConversation(system, numberId);
  await heard(talk.id);
  await pass.once();
  system.clock.forward({ hours: 1 });
  await heard(talk.id);
  await pass.once();
  expect(await said()).toEqual(["We are shut."]);
  system.clock.forward({ hours: 24 });
  await heard(talk.id);
  await system.db.query("update conversation set last_in_at = $1", [system.clock.now()]);
  await pass.once();
  expect(await said()).toEqual(["We are shut.", "We are shut."]);
});

test("what WhatsApp delivers three days late gets none, nor what came while a person was answering", async () => {
  await set();
  const late = await aConversation(system, numberId);
  await heard(late.id, { saidAt: new Date(system.clock.now().getTime() - 3 * 86_400_000) });
  const talk = await aConversation(system, numberId);
  await heard(talk.id);
  await system.db.query(
    `insert into message (conversation_id, number_id, side, kind, said_at, recorded_at)
     values ($1, $2, 'staff', 'text', $3, $3)`,
    [talk.id, numberId, system.clock.now()],
  );
  await pass.once();
  expect(await said()).toEqual([]);
});

test("switched off nothing is said, and a number that cannot send holds up no other", async () => {
  await set({ greets: false });
  const talk = await aConversation(system, numberId);
  await heard(talk.id);
  await pass.once();
  expect(await said()).toEqual([]);
  await set();
  await system.db.query("update conversation set last_in_at = null");
  const other = openFirstWords({ system, numbers: system.numbers });
  expect(await other.once()).toBe(0);
  expect(system.logged()).toContain("a first word was not said");
});

test("a blocked contact gets none", async () => {
  await set();
  const talk = await aConversation(system, numberId);
  await heard(talk.id);
  await system.db.query("insert into contact_block (contact_id, number_id, at) values ($1, $2, $3)", [
    talk.contactId,
    numberId,
    system.clock.now(),
  ]);
  await pass.once();
  expect(await said()).toEqual([]);
});
