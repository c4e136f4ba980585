/** What a body can hold: many at once, every kind, odd types, odd characters, odd times. Nothing of it is lost or dead. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { MOST_BODY_BYTES } from "../../server/intake/take-post.ts";
import {
  ANA,
  AT,
  type Change,
  change,
  echo,
  entries,
  OUR_NUMBER,
  said,
  status,
  text,
} from "../deliveries.ts";
import { fixtureBodies } from "../fixture-bodies.ts";
import { type Door, openDoor } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const BO = { waId: "15550107777", bsuid: "US.B2", name: "Bo Li" };
const wamids = async () => (await door.rows("message")).map(({ wamid }) => wamid).sort();

describe("many in one body", () => {
  test("three entries of two changes of five messages: all thirty, in their threads, in order", async () => {
    const five = (n: number) =>
      change({
        contacts: [ANA, BO].map(({ waId, bsuid, name }) => ({
          wa_id: waId,
          user_id: bsuid,
          profile: { name },
        })),
        messages: Array.from({ length: 5 }, (_, i) => ({
          ...(i % 2 === 0 ? { from: ANA.waId } : { from: BO.waId, from_user_id: BO.bsuid }),
          id: `m${n}.${i}`,
          timestamp: String(AT + n * 5 + i),
          type: "text",
          text: { body: `${n}.${i}` },
        })),
      });
    const entry = (n: number) => ({ id: "300000000000001", changes: [five(n), five(n + 1)] });
    await door.deliver(
      JSON.stringify({ object: "whatsapp_business_account", entry: [entry(0), entry(2), entry(4)] }),
    );
    expect(await wamids()).toHaveLength(30);
    expect(await door.rows("contact")).toMatchObject([{ name: "Ana Lima" }, { name: "Bo Li" }]);
    expect((await door.thread("m0.0")).messages.map(({ text }) => text)).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((n) => [`${n}.0`, `${n}.2`, `${n}.4`]),
    );
    expect((await door.thread("m0.1")).messages).toHaveLength(12);
  });

  test("a thousand updates (messages, statuses, reactions): each of them, and again for nothing", async () => {
    const updates = Array.from({ length: 250 }, (_, n) => [
      text(`m${n}`, "x", { waId: `1555020${n % 60}` }, AT + n),
      echo(`e${n}`, { type: "text", text: { body: "y" } }, ANA, AT + n),
      status(`e${n}`, "read", AT + n + 1),
      said(`r${n}`, { type: "reaction", reaction: { message_id: `e${n}`, emoji: "👍" } }, ANA, AT + n),
    ]).flat();
    await door.deliver(entries(...updates));
    const state = await door.state();
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect(await wamids()).toHaveLength(500);
    expect(await door.rows("reaction")).toHaveLength(250);
    expect(await door.message("e249")).toMatchObject({ send_state: "read" });
    await door.deliver(entries(...updates.toReversed()));
    expect(await door.state()).toEqual(state);
  });

  test("3 MB of history: every message of every thread, phase and chunk, nothing for the tray", async () => {
    const old = (n: number) => ({
      ...(n % 3 === 0 ? { from: "15550100001", to: `1555030${n % 50}` } : { from: `1555030${n % 50}` }),
      id: `wamid.${n}`,
      timestamp: String(AT - 100_000 + n),
      type: "text",
      text: { body: "w".repeat(470) },
      history_context: { status: "READ" },
    });
    const all = Array.from({ length: 5_000 }, (_, n) => old(n));
    const threads = (from: number, to: number) =>
      Array.from({ length: 50 }, (_, t) => ({
        id: `1555030${t}`,
        messages: all.filter((_, n) => n % 50 === t && n >= from && n < to),
      }));
    const body = entries(
      change(
        {
          history: [
            { metadata: { phase: 1, chunk_order: 2, progress: 100 }, threads: threads(2_500, 5_000) },
            { metadata: { phase: 0, chunk_order: 1, progress: 50 }, threads: threads(0, 2_500) },
          ],
        },
        "history",
      ),
    );
    expect(body.length).toBeGreaterThan(2.8 * 1024 * 1024);
    expect(body.length).toBeLessThanOrEqual(MOST_BODY_BYTES);
    await door.deliver(body);
    expect(await door.outcomes()).toEqual(["recorded"]);
    const [counts] = await door.db.query(
      `select count(*) as messages, count(distinct conversation_id) as threads,
         count(*) filter (where side = 'staff' and send_state = 'read') as ours,
         count(*) filter (where triage is not null) as waiting from message`,
    );
    expect(counts).toEqual({ messages: 5_000, threads: 50, ours: 1_667, waiting: 0 });
    expect((await door.thread("wamid.1")).messages).toHaveLength(100);
  });

  test("messages, statuses and errors in one value: each has its place", async () => {
    await door.deliver(entries(echo("e1", { type: "text", text: { body: "y" } })));
    const error = { code: 130429, title: "Rate limit hit" };
    await door.deliver(
      entries(
        change({
          contacts: [{ wa_id: ANA.waId }],
          messages: [{ from: ANA.waId, id: "m1", timestamp: String(AT), type: "text", text: { body: "x" } }],
          statuses: [{ id: "e1", status: "delivered", timestamp: String(AT + 1), recipient_id: ANA.waId }],
          errors: [error],
        }),
      ),
    );
    expect(await door.message("m1")).toMatchObject({ body: "x" });
    expect(await door.message("e1")).toMatchObject({ send_state: "delivered" });
    expect(await door.rows("notice")).toMatchObject([{ field: "messages.errors", body: error }]);
  });

  test("messages for two numbers: each in a thread of its own number, one person", async () => {
    const other = (id: string) => change({ ...(text(id, "x") as { value: object }).value }, "messages", "1");
    const elsewhere = other("m2") as { value: { metadata: object } };
    elsewhere.value.metadata = { display_phone_number: "15550100002", phone_number_id: "200000000000002" };
    await door.deliver(entries(text("m1", "x"), elsewhere));
    expect(await door.rows("contact")).toHaveLength(1);
    expect(await door.rows("conversation")).toHaveLength(2);
    const places = await door.db.query(
      "select m.wamid, n.phone_number_id as number from message m join number n on n.id = m.number_id order by 1",
    );
    expect(places).toEqual([
      { wamid: "m1", number: OUR_NUMBER },
      { wamid: "m2", number: "200000000000002" },
    ]);
  });

  test("an album of ten in one body and in ten: the same ten, in the order they were sent", async () => {
    const photo = (n: number): Change =>
      said(`p${n}`, {
        type: "image",
        image: { id: `40${n}`, mime_type: "image/jpeg", caption: `photo ${n}` },
      });
    const album = Array.from({ length: 10 }, (_, n) => photo(n));
    await door.deliver(entries(...album));
    const together = await door.state();
    const shown = (await door.thread("p0")).messages.map(({ text }) => text);
    expect(shown).toEqual(album.map((_, n) => `photo ${n}`));
    expect(await door.rows("media")).toHaveLength(10);
    await door.fresh();
    await door.deliver(...album.map((one) => entries(one)));
    expect(await door.state()).toEqual(together);
    expect((await door.thread("p0")).messages.map(({ text }) => text)).toEqual(shown);
  });
});

describe("every kind of body that is known", () => {
  const fixtures = [...fixtureBodies()];

  test.each(fixtures)(
    "%s: recorded, leaves something to be seen, and changes nothing the second time",
    async (_name, body) => {
      const before = await door.state();
      await door.deliver(body);
      const state = await door.state();
      expect(await door.outcomes()).toEqual(["recorded"]);
      expect(state).not.toEqual(before);
      await door.deliver(`${body} `, body);
      expect(await door.outcomes()).toEqual(["recorded", "recorded"]);
      expect(await door.state()).toEqual(state);
    },
  );

  test("all of them one after another, backwards, and in one body: the same", async () => {
    const bodies = fixtures.map(([, body]) => body);
    await door.deliver(...bodies);
    expect(new Set(await door.outcomes())).toEqual(new Set(["recorded"]));
    const state = await door.state();
    await door.fresh();
    await door.deliver(...bodies.toReversed());
    expect(await door.state()).toEqual(state);
    await door.fresh();
    const entry = bodies.flatMap((body) => (JSON.parse(String(body)) as { entry: unknown[] }).entry);
    await door.deliver(JSON.stringify({ object: "whatsapp_business_account", entry }));
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect(await door.state()).toEqual(state);
  });
});
