/** Who is who: ids that come apart, together, late, changed, contradictory or not at all. One story a test. */
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { listContacts } from "../../server/conversations/contacts.ts";
import { readThread } from "../../server/conversations/read.ts";
import { AT, type Change, change, entries, type Someone, said, status, text } from "../deliveries.ts";
import { intakeSystem } from "../intake-system.ts";

const intake = await intakeSystem();
afterAll(() => intake.close());
beforeEach(() => intake.empty());
const { db } = intake;

const people = async () => (await listContacts(db, {})).contacts;
const phones = async () => (await people()).map(({ phone }) => phone);
/** What each person's thread says, as a screen gets it by any of its conversations. */
async function threads(): Promise<(string | null)[][]> {
  const all = await people();
  return Promise.all(
    all.map(async ({ conversationIds }) => {
      const pages = await Promise.all(
        conversationIds.map((conversationId) => readThread(db, { conversationId })),
      );
      const said = pages.map(({ messages }) => messages.map((message) => message.text));
      for (const page of said) expect(page).toEqual(said[0]);
      return said[0] ?? [];
    }),
  );
}

const moved = (
  id: string,
  at: number,
  ids: { from?: string; to?: string; before?: string; after?: string },
): Change =>
  change({
    messages: [
      {
        ...{ id, timestamp: String(at), type: "system", ...(ids.from && { from: ids.from }) },
        system: {
          type: ids.to ? "user_changed_number" : "user_changed_user_id",
          ...(ids.to && { wa_id: ids.to }),
          ...(ids.after && { user_id: ids.after }),
          ...(ids.before && { previous_user_id: ids.before }),
        },
      },
    ],
  });

describe("a new contact", () => {
  test("whose two first messages are recorded by two processes at once is one, with one thread", async () => {
    const other = intake.another();
    await intake.receive(
      ...Array.from({ length: 20 }, (_, n) =>
        entries(text(`m${n}`, `${n}`, { bsuid: "US.B1", waId: "15551" }, AT + n)),
      ),
    );
    other.start();
    await intake.take();
    await other.idle();
    await other.stop();
    expect(await phones()).toEqual(["15551"]);
    expect(await threads()).toEqual([Array.from({ length: 20 }, (_, n) => `${n}`)]);
  });

  test("with a username and no phone at all is shown by it", async () => {
    const value = {
      contacts: [{ profile: { name: "Lia", username: "lia.b" }, user_id: "US.B1" }],
      messages: [
        { id: "m1", from_user_id: "US.B1", timestamp: String(AT), type: "text", text: { body: "hi" } },
      ],
    };
    await intake.take(entries(change(value)));
    expect(await people()).toMatchObject([{ name: "Lia", username: "lia.b", phone: null }]);
  });

  test("without `from`, without `wa_id`, or with both empty is known by the id alone", async () => {
    const words = { type: "text", text: { body: "hi" } };
    const bare = (id: string, more: object) =>
      change({
        contacts: [{ user_id: "US.B1", ...more }],
        messages: [{ id, from_user_id: "US.B1", timestamp: String(AT), ...more, ...words }],
      });
    await intake.take(
      entries(
        bare("m1", {}),
        bare("m2", { from: "", wa_id: "" }),
        bare("m3", { from: "hidden", wa_id: "n/a" }),
      ),
    );
    expect(await phones()).toEqual([null]);
    expect(await db.query("select kind from contact_identity")).toEqual([{ kind: "bsuid" }]);
    expect((await threads())[0]).toHaveLength(3);
  });

  test("with a BSUID in `from` and in `wa_id` is the same as with it in its own field", async () => {
    await intake.take(entries(text("m1", "one", { waId: "US.B1" }), text("m2", "two", { bsuid: "US.B1" })));
    expect(await phones()).toEqual([null]);
    expect(await threads()).toEqual([["one", "two"]]);
  });
});

describe("a late link", () => {
  test("joins two threads without losing or doubling a message", async () => {
    await intake.take(
      entries(text("m1", "one", { bsuid: "US.B1" }, AT), text("m2", "two", { waId: "15551" }, AT + 1)),
    );
    expect(await people()).toHaveLength(2);
    await intake.take(
      entries(status("ours", "read", AT + 2, { recipient_id: "15551", recipient_user_id: "US.B1" })),
    );
    await intake.take(
      entries(text("m3", "three", { bsuid: "US.B1" }, AT + 3), text("m1", "one", { bsuid: "US.B1" }, AT)),
    );
    expect(await threads()).toEqual([["one", "two", "three"]]);
  });

  test("of the old id, three days late, still finds the person it became", async () => {
    await intake.take(entries(moved("s1", AT + 10, { before: "US.B1", after: "US.B2" })));
    await intake.take(entries(text("m2", "two", { bsuid: "US.B2" }, AT + 20)));
    await intake.take(entries(text("m1", "one", { bsuid: "US.B1" }, AT)));
    const [thread] = await threads();
    expect(await people()).toHaveLength(1);
    expect(thread?.filter((body) => body === "one" || body === "two")).toEqual(["one", "two"]);
  });
});

describe("a number change", () => {
  const old: Someone = { bsuid: "US.B1", waId: "15551" };
  const now: Someone = { bsuid: "US.B2", waId: "15552" };
  const link = moved("s1", AT + 10, { from: "15551", to: "15552", before: "US.B1", after: "US.B2" });

  test("keeps one thread, shows the new number and remembers the old", async () => {
    await intake.take(entries(text("m1", "one", old), link, text("m2", "two", now, AT + 20)));
    expect(await people()).toMatchObject([{ phone: "15552", previousPhones: ["15551"] }]);
  });

  test("learnt last joins people who both have a phone, because WhatsApp says it", async () => {
    await intake.take(entries(text("m2", "two", now, AT + 20)));
    await intake.take(entries(text("m1", "one", old)));
    expect(await people()).toHaveLength(2);
    await intake.take(entries(link));
    expect(await people()).toMatchObject([{ phone: "15552", previousPhones: ["15551"] }]);
  });

  test("gives the old number to whoever writes from it since, also when the change is learnt after that", async () => {
    await intake.take(
      entries(text("m1", "before", { waId: "15551" }), text("m9", "after", { waId: "15551" }, AT + 30)),
    );
    expect(await people()).toHaveLength(1);
    await intake.take(entries(moved("s1", AT + 10, { from: "15551", to: "15552" })));
    const told = (await threads()).map((said) =>
      said.filter((body) => body === "before" || body === "after"),
    );
    expect(told.sort()).toEqual([["after"], ["before"]]);
  });
});

describe("ids that contradict each other", () => {
  test("one id with two phones is one person with the later phone", async () => {
    await intake.take(entries(text("m2", "x", { bsuid: "US.B1", waId: "15552" }, AT + 5)));
    await intake.take(entries(text("m1", "x", { bsuid: "US.B1", waId: "15551" }, AT)));
    expect(await people()).toMatchObject([{ phone: "15552", otherPhones: ["15551"] }]);
  });

  test("one phone with two ids, one of which came with another phone first, stays two people", async () => {
    await intake.take(entries(text("m1", "x", { bsuid: "US.B1", waId: "15551" }, AT + 2)));
    await intake.take(entries(text("m2", "x", { bsuid: "US.B2", waId: "15551" }, AT + 4)));
    expect(await people()).toHaveLength(1);
    // What makes them two comes last, and is the earliest.
    await intake.take(entries(text("m3", "x", { bsuid: "US.B2", waId: "15552" }, AT)));
    expect((await phones()).sort()).toEqual(["15551", "15552"]);
    expect((await threads()).map((thread) => thread.length).sort()).toEqual([1, 2]);
  });

  test("an id that became itself, and two that became each other, hold nothing up", async () => {
    await intake.take(
      entries(
        moved("s1", AT, { before: "US.B1", after: "US.B1" }),
        moved("s2", AT + 1, { before: "US.B1", after: "US.B2" }),
        moved("s3", AT + 2, { before: "US.B2", after: "US.B1" }),
      ),
    );
    expect(await people()).toHaveLength(1);
    expect(await db.query("select from delivery where outcome = 'dead'")).toEqual([]);
  });
});

test("a person's reaction and reply stay theirs when their ids are joined later", async () => {
  await intake.take(entries(text("m1", "one", { bsuid: "US.B1" })));
  await intake.take(
    entries(
      said(
        "r1",
        { type: "reaction", reaction: { message_id: "m1", emoji: "👍" } },
        { waId: "15551" },
        AT + 1,
      ),
    ),
  );
  await intake.take(entries(text("m2", "two", { bsuid: "US.B1", waId: "15551", name: "Bo" }, AT + 2)));
  const [contact] = await people();
  const { messages } = await readThread(db, { conversationId: contact?.conversationIds[0] ?? 0 });
  expect(messages.map(({ author }) => author)).toEqual(["Bo", "Bo"]);
  expect(messages[0]?.reactions).toMatchObject([{ emoji: "👍", by: "Bo" }]);
});
