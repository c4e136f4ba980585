/** What speaks of a message that is not here yet waits in the thread, and leaves when the message comes. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { ANA, AT, type Change, change, echo, entries, said, status, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { listContacts } from "./contacts.ts";
import { readThread, type Thread } from "./read.ts";

const intake = await intakeSystem();
beforeEach(() => intake.empty());
afterAll(() => intake.close());

const take = (...changes: Change[]) => intake.take(entries(...changes));

async function thread(groupId: string | null = null): Promise<Thread> {
  const [place] = await intake.db.query<{ id: number }>(
    "select min(id) as id from conversation where group_id is not distinct from $1",
    [groupId],
  );
  return readThread(intake.db, { conversationId: place?.id ?? 0 });
}
const waits = async (groupId: string | null = null) =>
  (await thread(groupId)).waiting.map(({ kind, by, isOurs, emoji }) => [kind, isOurs ? "us" : by, emoji]);

const reaction = (target: string, emoji: string) => ({
  type: "reaction",
  reaction: { message_id: target, emoji },
});
const edit = (target: string, body: string) => ({
  type: "edit",
  edit: { original_message_id: target, message: { type: "text", text: { body } } },
});
const revoke = (target: string) => ({ type: "revoke", revoke: { original_message_id: target } });

test("a reaction, an edit and a revoke wait for their message, and are joined with it when it comes", async () => {
  await take(
    text("here", "something else"),
    said("r", reaction("late1", "👍"), ANA, AT + 1),
    said("e", edit("late2", "corrected"), ANA, AT + 2),
    said("v", revoke("late3"), ANA, AT + 3),
    echo("o", reaction("late1", "🙏"), ANA, AT + 4),
  );
  expect(await waits()).toEqual([
    ["reaction", "Ana Lima", "👍"],
    ["edit", "Ana Lima", null],
    ["revoke", "Ana Lima", null],
    ["reaction", "us", "🙏"],
  ]);
  await take(
    text("late1", "one", ANA, AT - 9),
    text("late2", "two", ANA, AT - 8),
    text("late3", "three", ANA, AT - 7),
  );
  const { messages, waiting } = await thread();
  expect(waiting).toEqual([]);
  expect(messages).toMatchObject([
    {
      reactions: [
        { emoji: "👍", by: "Ana Lima", isOurs: false },
        { emoji: "🙏", by: null, isOurs: true },
      ],
    },
    { text: "corrected", isEdited: true, versions: [{ text: "two" }] },
    { text: null, isRevoked: true, versions: [], revokedAt: new Date((AT + 3) * 1000).toISOString() },
    { text: "something else" },
  ]);
});

test("an edit of a stranger's waits in their thread once there is one", async () => {
  await take(said("e", edit("late", "x")));
  await take(text("first", "hello"));
  expect(await waits()).toEqual([["edit", "Ana Lima", null]]);
});

test("a removed reaction waits for nothing; in a group what waits is the group's, with who said it", async () => {
  const inGroup = { group_id: "G1" };
  await take(
    text("here", "alone"),
    said("r1", reaction("late", "👍"), ANA, AT + 1),
    said("r2", reaction("late", ""), ANA, AT + 2),
    said("g", { ...inGroup, type: "text", text: { body: "in a group" } }, ANA, AT + 3),
    said("r3", { ...inGroup, ...reaction("late4", "❤️") }, ANA, AT + 4),
  );
  expect(await waits()).toEqual([]);
  expect(await waits("G1")).toEqual([["reaction", "Ana Lima", "❤️"]]);
});

test("a quote tells whose words it quotes, of what kind, and whether they are here", async () => {
  const quoting = (target: string) => ({ type: "text", text: { body: "?" }, context: { id: target } });
  await take(
    echo("ours", { type: "image", image: { id: "1" } }, ANA, AT),
    text("gone", "oops", ANA, AT + 1),
    said("v", revoke("gone"), ANA, AT + 2),
    said("q1", quoting("ours"), ANA, AT + 3),
    said("q2", quoting("never"), ANA, AT + 4),
    said("q3", quoting("gone"), ANA, AT + 5),
  );
  const { messages } = await thread();
  expect(messages.slice(2).map(({ quotes }) => quotes)).toMatchObject([
    { messageId: messages[0]?.id, text: null, kind: "image", isOurs: true, isRevoked: false },
    { messageId: null, text: null, kind: null, isRevoked: false },
    { text: null, kind: "text", author: "Ana Lima", isOurs: false, isRevoked: true },
  ]);
});

test("every edit before the last is kept to be looked at", async () => {
  await take(
    said("e2", edit("m", "third"), ANA, AT + 20),
    text("m", "first"),
    said("e1", edit("m", "second"), ANA, AT + 10),
  );
  const [message] = (await thread()).messages;
  expect(message).toMatchObject({ text: "third", versions: [{ text: "first" }, { text: "second" }] });
});

test("in a group each member has a message of ours or not; warnings are told beside", async () => {
  const member = (what: string, id: string) =>
    status("ours", what, AT + 1, {
      recipient_id: "G1",
      recipient_type: "group",
      recipient_participant_id: id,
    });
  await take(
    echo("ours", { type: "text", text: { body: "x" }, group_id: "G1" }, {}),
    ...[member("delivered", "1"), member("read", "1"), member("read", "2"), member("delivered", "3")],
    ...[member("failed", "4"), status("ours", "warning", AT + 2)],
  );
  const [message] = (await thread("G1")).messages;
  expect(message?.send).toMatchObject({
    group: { of: 4, delivered: 3, read: 2, failed: 1 },
    remarks: [{ status: "warning", code: null }],
  });
});

test("who wants no advertising has it said in the thread and on the contact, until they want it again", async () => {
  const choice = (value: string, at: number) =>
    change(
      {
        user_preferences: [
          { wa_id: ANA.waId, user_id: ANA.bsuid, category: "marketing_messages", value, timestamp: at },
        ],
      },
      "user_preferences",
    );
  const refuses = async () =>
    (await listContacts(intake.db, {})).contacts.map((one) => one.refusesAdvertising);
  await take(text("m", "hello"), choice("stop", AT + 1));
  expect((await thread()).messages.at(-1)).toMatchObject({
    kind: "notice",
    side: "system",
    author: "Ana Lima",
    content: { why: { type: "marketing_stop" } },
  });
  expect(await refuses()).toEqual([true]);
  await take(choice("resume", AT + 2));
  expect(await refuses()).toEqual([false]);
});
