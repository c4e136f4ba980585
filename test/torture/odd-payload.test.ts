/** Odd bodies: types, fields, people and numbers nobody told us of. Seen by a person, never dead. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { reply } from "../../server/conversations/reply.ts";
import { openNumbers } from "../../server/numbers/directory.ts";
import { ANA, AT, change, entries, history, OUR_NUMBER, said, text } from "../deliveries.ts";
import { type Door, openDoor } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const BO = { waId: "15550107777", bsuid: "US.B2", name: "Bo Li" };

describe("what nobody told us of", () => {
  const place = { side: "client", triage: "waiting" };

  test.each([
    [
      "unsupported with errors",
      { type: "unsupported", errors: [{ code: 131051 }], unsupported: { type: "poll" } },
      "unsupported",
      { code: 131051, type: "poll" },
    ],
    ["unsupported without errors", { type: "unsupported" }, "unsupported", {}],
    [
      "a known type with errors",
      { type: "text", text: { body: "x" }, errors: [{ code: 131060 }] },
      "text",
      { code: 131060 },
    ],
    ["an unknown type", { type: "hologram", hologram: { deep: { er: 1 } } }, "unknown", { type: "hologram" }],
    ["a type named __proto__", { type: "__proto__" }, "unknown", { type: "__proto__" }],
    ["no type", { text: { body: "x" } }, "unknown", { type: "untyped" }],
    ["a type with nothing in it", { type: "interactive" }, "interactive", {}],
  ])("%s: a message in its thread that says why, waiting for a person", async (_what, message, kind, why) => {
    await door.deliver(entries(said("m1", message)));
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect(await door.message("m1")).toMatchObject({ ...place, kind, content: expect.anything() });
    if (Object.keys(why).length > 0)
      expect(await door.message("m1")).toMatchObject({ content: { why: expect.objectContaining(why) } });
    expect((await door.thread("m1")).messages).toMatchObject([{ kind }]);
  });

  test("an unknown field, with and without a number: a notice each, whole, once", async () => {
    const value = { weather: { of: "tomorrow" } };
    const bare = { object: "x", entry: [{ id: "1", changes: [{ field: "weather", value }] }] };
    await door.deliver(entries(change(value, "weather")), JSON.stringify(bare), `${JSON.stringify(bare)}\n`);
    const notices = await door.rows("notice");
    expect(notices).toMatchObject([
      { field: "weather", body: value },
      { field: "weather", body: value },
    ]);
    expect(notices.filter(({ number_id: numberId }) => numberId === null)).toHaveLength(1);
  });

  test("a list nobody told us of beside messages: the message, and each thing in the list, seen", async () => {
    const messages = [{ from: ANA.waId, id: "m1", timestamp: String(AT), type: "text", text: { body: "x" } }];
    await door.deliver(
      entries(change({ contacts: [{ wa_id: ANA.waId }], messages, polls: [{ a: 1 }, { b: 2 }] })),
    );
    expect(await door.message("m1")).toMatchObject({ body: "x" });
    const seen = (await door.rows("notice")).map(({ field, body }) => [field, body]);
    expect(seen).toHaveLength(2);
    expect(seen).toEqual(
      expect.arrayContaining([
        ["messages.polls", { a: 1 }],
        ["messages.polls", { b: 2 }],
      ]),
    );
  });

  test("statuses beside what Meta's agent said: joined with it", async () => {
    const said = { messaging_product: "whatsapp", to: ANA.waId, type: "text", text: { body: "bot" } };
    const standby = {
      message_echoes: [{ id: "b1", timestamp: String(AT), message: said }],
      statuses: [{ id: "b1", status: "read", timestamp: String(AT + 1), recipient_id: ANA.waId }],
    };
    await door.deliver(entries(change({ standby }, "standby")));
    expect(await door.message("b1")).toMatchObject({ side: "bot", send_state: "read" });
  });

  test.each([
    ["no from", {}, [{ wa_id: "15551", profile: { name: "Bo" } }], { phone: "15551", name: "Bo" }],
    ["no from and no wa_id, a BSUID among the contacts", {}, [{ user_id: "US.B1" }], { phone: null }],
    [
      "no wa_id, a BSUID of its own",
      { from_user_id: "US.B1" },
      [{ user_id: "US.B1", profile: { name: "Bo" } }],
      { phone: null, name: "Bo" },
    ],
    [
      "empty from and wa_id",
      { from: "", from_user_id: "US.B1" },
      [{ wa_id: "", user_id: "US.B1" }],
      { phone: null },
    ],
    ["a BSUID in from and wa_id", { from: "US.B1" }, [{ wa_id: "US.B1" }], { phone: null }],
    ["no contacts", { from: "15551" }, undefined, { phone: "15551", name: null }],
    [
      "wa_id as a number",
      { from: 15551 },
      [{ wa_id: 15551, profile: { name: "Bo" } }],
      { phone: "15551", name: "Bo" },
    ],
  ])("%s: the message is its sender's", async (_what, from, contacts, who) => {
    await door.deliver(
      entries(
        change({
          contacts,
          messages: [{ ...from, id: "m1", timestamp: String(AT), type: "text", text: { body: "x" } }],
        }),
      ),
    );
    expect(await door.message("m1")).toMatchObject({ body: "x", side: "client" });
    expect(await door.rows("contact")).toMatchObject([who]);
  });

  test("nobody at all: kept as a notice with its words, never lost", async () => {
    await door.deliver(
      entries(change({ messages: [{ id: "m1", type: "text", text: { body: "who am I" } }] })),
    );
    expect(await door.rows("message")).toEqual([]);
    expect(await door.rows("notice")).toMatchObject([
      { field: "messages", body: { text: { body: "who am I" } } },
    ]);
  });

  test("a number nobody set up: unclaimed and shown, and nothing can be sent from it", async () => {
    await door.db.query("delete from number");
    await door.deliver(entries(text("m1", "x")));
    expect(await door.rows("number")).toMatchObject([{ kind: "unclaimed", phone_number_id: OUR_NUMBER }]);
    const numbers = await openNumbers(door.system);
    const { conversation_id: conversationId } = (await door.message("m1")) ?? {};
    const ask = {
      conversationId: Number(conversationId),
      accountId: null,
      message: { kind: "text" as const, text: "x", showsPreview: true },
      quotesMessageId: null,
      key: "k",
    };
    await expect(
      door.db.transaction((tx) => reply(tx, { numbers, now: door.clock.now() }, ask)),
    ).rejects.toMatchObject({ code: "number_cannot_send" });
    numbers.close();
    expect(await door.rows("outbox")).toEqual([]);
  });

  test.each(["15550100001", "+1 555 010 0001", "+1 (555) 010-0001"])(
    "our number written as %s: what it said in a history is ours",
    async (display) => {
      const told = history(ANA, [
        { from: "15550100001", id: "h1", timestamp: String(AT), type: "text", text: { body: "ours" } },
        { from: ANA.waId, id: "h2", timestamp: String(AT), type: "text", text: { body: "theirs" } },
      ]) as { value: { metadata: Record<string, string> } };
      told.value.metadata.display_phone_number = display;
      await door.deliver(entries(told));
      expect(await door.message("h1")).toMatchObject({ side: "staff", from_phone: true });
      expect(await door.message("h2")).toMatchObject({ side: "client" });
    },
  );

  test("a group: one thread for all, each message its speaker's, apart from their own threads", async () => {
    const inGroup = (id: string, who: typeof ANA) =>
      said(id, { type: "text", text: { body: id }, group_id: "GROUP1" }, who);
    await door.deliver(entries(inGroup("g1", ANA), inGroup("g2", BO)), entries(text("m1", "private")));
    expect((await door.thread("g1")).messages).toMatchObject([
      { text: "g1", author: "Ana Lima" },
      { text: "g2", author: "Bo Li" },
    ]);
    expect((await door.thread("m1")).messages).toMatchObject([{ text: "private" }]);
    expect(await door.rows("conversation")).toHaveLength(2);
  });
});
