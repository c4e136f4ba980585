/** What refers to something may come before it, late, twice or backwards: every order ends in the same state. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ANA, AT, type Change, change, echo, entries, history, said, status, text } from "../deliveries.ts";
import { type Door, openDoor } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const ours = (id: string, body: string, at = AT) => echo(id, { type: "text", text: { body } }, ANA, at);
const at = (seconds: number) => new Date((AT + seconds) * 1000);
const react = (id: string, emoji: string | null, seconds: number) =>
  said(
    id,
    { type: "reaction", reaction: { message_id: "m1", ...(emoji !== null && { emoji }) } },
    ANA,
    AT + seconds,
  );
const edit = (id: string, body: string, seconds: number) =>
  said(
    id,
    { type: "edit", edit: { original_message_id: "m1", message: { type: "text", text: { body } } } },
    ANA,
    AT + seconds,
  );
const revoke = (id: string, seconds: number) =>
  said(id, { type: "revoke", revoke: { original_message_id: "m1" } }, ANA, AT + seconds);

function* ordersOf<T>(list: readonly T[]): Generator<T[]> {
  if (list.length < 2) yield [...list];
  for (const [n, first] of list.entries())
    if (list.length > 1) for (const rest of ordersOf(list.toSpliced(n, 1))) yield [first, ...rest];
}

/**
 * In every order (of four: in eight, each pair both ways round), each in a body of its own or all in one, some of it
 * twice: one state, and this message.
 */
async function inEveryOrder(changes: readonly Change[], wamid: string, ends: Record<string, unknown>) {
  let state: Record<string, string[]> | null = null;
  let count = 0;
  for (const [n, order] of [...ordersOf(changes)].entries()) {
    if (changes.length > 3 && n % 3 !== 0) continue;
    await door.fresh();
    count += 1;
    if (count % 3 === 0) await door.deliver(entries(...order));
    else
      await door.deliver(
        ...order.map((one) => entries(one)),
        entries(...order.slice(-1), ...order.slice(0, 1)),
      );
    expect(new Set(await door.outcomes())).toEqual(new Set(["recorded"]));
    expect(await door.message(wamid)).toMatchObject(ends);
    const now = await door.state();
    state ??= now;
    expect(now).toEqual(state);
  }
}

describe("statuses", () => {
  const hello = ours("m1", "hello");
  const sent = status("m1", "sent", AT + 1);
  const delivered = status("m1", "delivered", AT + 2);
  const read = status("m1", "read", AT + 3);
  const failed = status("m1", "failed", AT + 2, { errors: [{ code: 131026 }] });

  test("sent, delivered, read and their message: read, since it was read", () =>
    inEveryOrder([hello, sent, delivered, read], "m1", {
      send_state: "read",
      send_state_at: at(3),
    }));

  test("read without delivered: read", () => inEveryOrder([hello, sent, read], "m1", { send_state: "read" }));

  test("played without read: played", () =>
    inEveryOrder([hello, delivered, status("m1", "played", AT + 9)], "m1", { send_state: "played" }));

  test("failed and delivered: it arrived, and no error is left", () =>
    inEveryOrder([hello, failed, status("m1", "delivered", AT + 5)], "m1", {
      send_state: "delivered",
      send_error: null,
    }));

  test("sent and failed: failed with its code", () =>
    inEveryOrder([hello, sent, failed], "m1", { send_state: "failed", send_error: 131026 }));

  test("of a message that is not here: kept, shown nowhere, no person made of it", async () => {
    await door.deliver(entries(delivered, read));
    expect(await door.rows("message_status")).toHaveLength(2);
    expect(await door.rows("conversation")).toEqual([]);
    expect(await door.rows("contact")).toEqual([]);
  });
});

describe("what speaks of another message", () => {
  const hello = text("m1", "hello");

  test("a reaction, changed, then taken back: none is left", () =>
    inEveryOrder([hello, react("r1", "👍", 1), react("r2", "🎉", 2), react("r3", null, 3)], "m1", {
      body: "hello",
    }).then(async () => expect((await door.thread("m1")).messages).toMatchObject([{ reactions: [] }])));

  test("a reaction, changed: the last one", async () => {
    await inEveryOrder([hello, react("r1", "👍", 1), react("r2", "🎉", 2)], "m1", { body: "hello" });
    expect((await door.thread("m1")).messages).toMatchObject([{ reactions: [{ emoji: "🎉" }] }]);
  });

  test("an edit: the new words, the first ones kept", () =>
    inEveryOrder([hello, edit("x1", "hallo", 5)], "m1", {
      body: "hallo",
      first_body: "hello",
      edited_at: at(5),
    }));

  test("two edits: the later one, whenever it comes", () =>
    inEveryOrder([hello, edit("x1", "hallo", 5), edit("x2", "hullo", 6)], "m1", {
      body: "hullo",
      first_body: "hello",
    }));

  test("an edit to something nobody told us of: marked as edited, and the words that can be shown stay", async () => {
    const strange = { original_message_id: "m1", message: { type: "hologram", hologram: {} } };
    await door.deliver(entries(hello), entries(said("x1", { type: "edit", edit: strange }, ANA, AT + 5)));
    expect((await door.thread("m1")).messages).toMatchObject([{ isEdited: true, text: "hello" }]);
  });

  test("a revoke: taken back since then, its words not shown, its place kept", async () => {
    await inEveryOrder([hello, revoke("x1", 9)], "m1", { revoked_at: at(9) });
    expect((await door.thread("m1")).messages).toMatchObject([{ isRevoked: true, text: null }]);
  });

  test("an edit and a revoke, the edit also after it: taken back", async () => {
    await inEveryOrder([hello, edit("x1", "hallo", 5), revoke("x2", 9)], "m1", {
      revoked_at: at(9),
    });
    await inEveryOrder([hello, revoke("x2", 9), edit("x1", "hallo", 12)], "m1", {
      revoked_at: at(9),
    });
    expect((await door.thread("m1")).messages).toMatchObject([{ isRevoked: true, text: null }]);
    expect(JSON.stringify(await door.thread("m1"))).not.toMatch(/h[ae]llo/);
  });

  test("a quote: shows what it quotes once that is here, and says that it quotes until then", async () => {
    const quote = said(
      "m2",
      { type: "text", text: { body: "this one" }, context: { id: "m1" } },
      ANA,
      AT + 5,
    );
    await door.deliver(entries(quote));
    expect((await door.thread("m2")).messages).toMatchObject([{ quotes: { messageId: null, text: null } }]);
    await inEveryOrder([hello, quote], "m2", { quoted_wamid: "m1" });
    expect((await door.thread("m2")).messages).toMatchObject([
      { text: "hello" },
      { quotes: { text: "hello" } },
    ]);
  });

  test("any of them for a message that never comes: kept, nothing dead", async () => {
    await door.deliver(entries(react("r1", "👍", 1), edit("x1", "hallo", 5), revoke("x2", 9)));
    expect(await door.outcomes()).toEqual(["recorded"]);
    expect(await door.rows("message")).toEqual([]);
    expect(await door.rows("revision")).toHaveLength(2);
  });
});

describe("history", () => {
  const line = (id: string, seconds: number) => ({
    from: ANA.waId,
    id,
    timestamp: String(AT + seconds),
    type: "text",
    text: { body: id },
  });
  const chunk = (order: number, ...ids: number[]) => {
    const told = history(
      ANA,
      ids.map((n) => line(`h${n}`, -1000 + n)),
    ) as { value: { history: { metadata: object }[] } };
    for (const one of told.value.history)
      one.metadata = { phase: 1, chunk_order: order, progress: order * 30 };
    return told;
  };

  test("chunks in any order, around what is live: the thread in WhatsApp's order, the tray has the live one", async () => {
    const live = text("live", "live");
    await inEveryOrder([chunk(1, 5, 6), chunk(2, 3, 4), chunk(3, 1, 2), live], "live", { triage: "waiting" });
    const { messages } = await door.thread("live");
    expect(messages.map(({ text }) => text)).toEqual(["h1", "h2", "h3", "h4", "h5", "h6", "live"]);
    const waiting = (await door.rows("message")).filter(({ triage }) => triage !== null);
    expect(waiting).toMatchObject([{ wamid: "live" }]);
  });

  test("the same message live and in the history: once, as it came live", () =>
    inEveryOrder([text("h1", "live words", ANA, AT - 999), chunk(1, 1, 2)], "h1", {
      came_by: "webhook",
      triage: "waiting",
    }));

  test("a placeholder and then its photo, or the photo first: one message, with the photo", () => {
    const from = { from: ANA.waId, id: "p1", timestamp: String(AT) };
    const photo = { ...from, type: "image", image: { id: "77", mime_type: "image/jpeg" } };
    return inEveryOrder(
      [history(ANA, [{ ...from, type: "media_placeholder" }]), change({ messages: [photo] }, "history")],
      "p1",
      { kind: "image", media_id: "77" },
    );
  });

  test("an unsupported placeholder that is sent again as what it was: one message, with its words", () =>
    inEveryOrder(
      [said("m1", { type: "unsupported", errors: [{ code: 131051 }] }), text("m1", "hello")],
      "m1",
      {
        kind: "text",
        body: "hello",
      },
    ));
});

describe("time", () => {
  const DAY = 86_400;
  const windowUntil = async (wamid: string) => (await door.thread(wamid)).windowUntil;

  test("a delivery three days late: in its place in the thread, and no window opens by it", async () => {
    const now = Math.floor(door.clock.now().getTime() / 1000);
    await door.deliver(entries(text("late", "late", ANA, now - 3 * DAY)));
    const until = await windowUntil("late");
    expect(new Date(until ?? 0).getTime()).toBeLessThan(door.clock.now().getTime());
    await door.deliver(entries(text("new", "new", ANA, now)));
    const open = await windowUntil("new");
    await door.deliver(entries(text("later", "later", ANA, now - 2 * DAY)));
    expect(await windowUntil("new")).toBe(open);
    expect((await door.thread("new")).messages.map(({ text }) => text)).toEqual(["late", "later", "new"]);
  });

  test("neither our words, nor history, nor a status open a window", async () => {
    await door.deliver(entries(ours("m1", "hello"), status("m1", "read", AT + 5)));
    expect(await windowUntil("m1")).toBeNull();
  });

  test("ten in the same second, each in a body of its own: in the order in which they came", async () => {
    const words = Array.from({ length: 10 }, (_, n) => `${9 - n}`);
    await door.deliver(...words.map((word) => entries(text(`m${word}`, word))));
    expect((await door.thread("m0")).messages.map(({ text }) => text)).toEqual(words);
  });

  test("ten in the same second that wait together for the recorder: in the order in which they came", async () => {
    const words = Array.from({ length: 10 }, (_, n) => `${9 - n}`);
    await door.recorder.stop();
    for (const word of words) expect((await door.post(entries(text(`m${word}`, word)))).status).toBe(200);
    door.recorder.start();
    await door.recorder.idle();
    expect((await door.thread("m0")).messages.map(({ text }) => text)).toEqual(words);
  });

  test("two edits and two reactions in the same second: the same end in every order", () =>
    inEveryOrder([text("m1", "hello"), edit("x1", "hallo", 5), edit("x2", "hullo", 5)], "m1", {
      first_body: "hello",
    }));
});
