import { afterAll, beforeEach, expect, test } from "vitest";
import { AT, change, echo, entries, type Someone, status, text } from "../../test/deliveries.ts";
import { intakeSystem, stateOf } from "../../test/intake-system.ts";
import { selectHeads } from "./call-store.ts";
import { mergeContacts, takeApart } from "./contact-merge.ts";
import { addContact, changeContact, contactWithParts, listContacts } from "./contacts.ts";
import { readThread } from "./read.ts";

const intake = await intakeSystem();
afterAll(() => intake.close());
beforeEach(() => intake.empty());
const { db, clock } = intake;

const ROSA: Someone = { bsuid: "US.R1", waId: "15551", name: "Rosa" };
const ROSA_AT_WORK: Someone = { bsuid: "US.R2", waId: "15552", name: "Rosa at work" };
const by = () => ({ accountId: null, now: clock.now() });
const merge = (intoId: number, otherId: number, isConfirmed = true) =>
  db.transaction((tx) => mergeContacts(tx, { intoId, otherId, isConfirmed }, by()));
const part = (contactId: number, partId: number) =>
  db.transaction((tx) => takeApart(tx, { contactId, partId }, by()));
const idOf = async (bsuid: string): Promise<number> => {
  const [row] = await db.query<{ id: number }>(
    "select contact_id as id from contact_identity where value = $1",
    [bsuid],
  );
  return row?.id ?? 0;
};
const people = async () => {
  const { contacts } = await listContacts(db, {});
  return contacts.map(({ name, phone, conversationIds }) => [name, phone, conversationIds.length]);
};
const said = async (conversationId: number) =>
  (await readThread(db, { conversationId })).messages.map(({ text }) => text);

async function bothWrote(): Promise<[number, number]> {
  await intake.take(
    entries(
      text("m1", "one", ROSA, AT),
      text("m2", "two", ROSA_AT_WORK, AT + 1),
      text("m3", "three", ROSA, AT + 2),
    ),
  );
  return [await idOf("US.R1"), await idOf("US.R2")];
}

test("two who both have a phone are told of, and one when it is confirmed; their threads are one in WhatsApp's order", async () => {
  const [rosa, atWork] = await bothWrote();
  await expect(merge(rosa, atWork, false)).rejects.toMatchObject({ code: "both_have_phones" });
  await merge(rosa, atWork);
  expect(await people()).toHaveLength(1);
  const [contact] = (await listContacts(db, {})).contacts;
  for (const id of contact?.conversationIds ?? []) expect(await said(id)).toEqual(["one", "two", "three"]);
});

test("taken apart again, everything is whose it was, also what was said meanwhile", async () => {
  const [rosa, atWork] = await bothWrote();
  const before = await people();
  await merge(rosa, atWork);
  await intake.take(entries(text("m4", "four", ROSA_AT_WORK, AT + 3)));
  const apart = await part(rosa, atWork);
  expect(apart).toEqual({ contactId: rosa, partId: atWork });
  expect(await people()).toEqual(before);
  const { contacts } = await listContacts(db, {});
  const threads = await Promise.all(contacts.flatMap(({ conversationIds }) => conversationIds).map(said));
  expect(threads).toEqual([
    ["one", "three"],
    ["two", "four"],
  ]);
});

test("a pair that was taken apart WhatsApp does not join again, and a person may", async () => {
  const [rosa, atWork] = await bothWrote();
  await merge(rosa, atWork);
  await part(rosa, atWork);
  const became = {
    ...{ from: "15551", id: "s1", timestamp: String(AT + 9), type: "system" },
    system: { type: "user_changed_number", wa_id: "15552", user_id: "US.R2", previous_user_id: "US.R1" },
  };
  await intake.take(entries(change({ messages: [became] })));
  expect(await people()).toHaveLength(2);
  await merge(rosa, atWork);
  expect(await people()).toHaveLength(1);
});

test("what WhatsApp joined can be taken apart, and stays so when they write again", async () => {
  await intake.take(entries(text("m1", "one", { waId: "15551" })));
  await intake.take(entries(text("m2", "two", { bsuid: "US.R1" })));
  await intake.take(entries(text("m3", "three", { bsuid: "US.R1", waId: "15551" })));
  const [whole] = (await listContacts(db, {})).contacts;
  const { parts } = await contactWithParts(db, whole?.id ?? 0);
  expect(parts.map(({ isMain, joined }) => [isMain, joined])).toEqual([
    [true, null],
    [false, null],
  ]);
  await part(whole?.id ?? 0, parts[1]?.id ?? 0);
  await intake.take(entries(text("m4", "four", { bsuid: "US.R1", waId: "15551" }, AT + 9)));
  expect(await people()).toHaveLength(2);
});

test("a person's join is not split by what WhatsApp says", async () => {
  const [rosa, atWork] = await bothWrote();
  await merge(rosa, atWork);
  await intake.take(entries(text("m5", "x", { bsuid: "US.R2", waId: "15553" }, AT - 5)));
  expect(await people()).toHaveLength(1);
});

test("a merge of merges is taken apart one after the other", async () => {
  const [rosa, atWork] = await bothWrote();
  await intake.take(entries(text("m6", "x", { bsuid: "US.R3", waId: "15553", name: "Third" })));
  const third = await idOf("US.R3");
  await merge(rosa, atWork);
  await merge(third, rosa);
  expect(await people()).toHaveLength(1);
  await part(third, rosa);
  expect((await people()).map(([, , threads]) => threads).sort()).toEqual([1, 2]);
  await part(rosa, atWork);
  expect(await people()).toHaveLength(3);
});

test("what is not joined is refused with what to do", async () => {
  const [rosa, atWork] = await bothWrote();
  await expect(part(rosa, atWork)).rejects.toMatchObject({ code: "not_joined" });
  await expect(merge(rosa, rosa)).rejects.toMatchObject({ code: "same_contact" });
  await expect(merge(rosa, 999_999)).rejects.toMatchObject({ code: "no_such_contact" });
});

test("a name given here stays when WhatsApp has another, which is shown beside it", async () => {
  const [rosa] = await bothWrote();
  await db.transaction((tx) => changeContact(tx, rosa, { name: "Señora Rosa" }, clock.now()));
  await intake.take(entries(text("m7", "x", { ...ROSA, name: "rosa 🌹" }, AT + 50)));
  expect((await contactWithParts(db, rosa)).name).toBe("Señora Rosa");
  expect((await contactWithParts(db, rosa)).profileName).toBe("rosa 🌹");
});

test("somebody written down by hand is who writes from that number", async () => {
  const { id } = await db.transaction((tx) =>
    addContact(tx, { name: "Bo, plumber", phone: "+15550009", kinds: ["worker"] }, new Date(AT * 1000)),
  );
  await intake.take(entries(text("m8", "x", { bsuid: "US.W1", waId: "15550009", name: "bo" }, AT + 5)));
  const { contacts } = await listContacts(db, {});
  expect(contacts).toMatchObject([{ id, name: "Bo, plumber", profileName: "bo", kinds: ["worker"] }]);
  expect(await db.query("select side from message")).toEqual([{ side: "worker" }]);
});

test("the same deliveries again change nothing of what a person joined", async () => {
  const [rosa, atWork] = await bothWrote();
  await merge(rosa, atWork);
  const { delivery: _one, ...before } = await stateOf(db);
  await bothWrote();
  const { delivery: _two, ...after } = await stateOf(db);
  expect(after).toEqual(before);
});

const WRITE = `with said as (
    insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, send_state, send_state_at)
    select id, number_id, 'staff', 'text', $1, $1, $2, $1 from conversation where contact_id = $3 returning id
  ) insert into outbox (message_id, callback_data, idempotency_key, state, queued_at)
    select id, 'mark', 'key', $2, $1 from said`;

test("an answer goes to the ids of the thread it is in, not to whichever phone is shown", async () => {
  const [rosa, atWork] = await bothWrote();
  await merge(rosa, atWork);
  const { contacts } = await listContacts(db, {});
  const conversationId = contacts[0]?.conversationIds[0] ?? 0;
  expect((await readThread(db, { conversationId })).conversationIds).toHaveLength(2);
  await db.query(WRITE, [clock.now(), "calling", rosa]);
  const [ours] = await db.query<{ id: number }>("select message_id as id from outbox");
  const [head] = await selectHeads(db, [ours?.id ?? 0]);
  expect(head).toMatchObject({ phone: "15551", bsuid: "US.R1" });
});

test.each([
  ["echo first", ["echo", "status"]],
  ["status first", ["status", "echo"]],
])("a call whose end was lost and its echo are one message, %s", async (_, order) => {
  const [rosa] = await bothWrote();
  await db.query(WRITE, [clock.now(), "unknown", rosa]);
  const bodies: Record<string, string> = {
    echo: entries(echo("ours", { type: "text", text: { body: "x" } }, ROSA, AT + 5)),
    status: entries(
      status("ours", "sent", AT + 5, { biz_opaque_callback_data: "mark", recipient_id: "15551" }),
    ),
  };
  for (const each of order) await intake.take(bodies[each] ?? "");
  expect(await db.query("select wamid, came_by from message where side = 'staff'")).toEqual([
    { wamid: "ours", came_by: "us" },
  ]);
});
