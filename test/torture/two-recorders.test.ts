/** Several processes on one database, and our own sending beside what comes in: nothing lost, doubled or out of order. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openMediaFiles } from "../../server/conversations/media-files.ts";
import { reply } from "../../server/conversations/reply.ts";
import { sendWaiting } from "../../server/conversations/sender.ts";
import { upsertNumber } from "../../server/numbers/register.ts";
import { ANA, AT, echo, entries, OUR_NUMBER, status, text } from "../deliveries.ts";
import { type FakeGraph, fakeGraph } from "../fake-graph.ts";
import { type Door, openDoor } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

describe("two processes", () => {
  test("take one number's traffic: every message once, each thread in WhatsApp's order", async () => {
    await door.recorder.stop();
    const bodies = Array.from({ length: 900 }, (_, n) =>
      entries(text(`m${n}`, `${n}`, { waId: `1555060${n % 7}`, bsuid: `US.P${n % 7}` }, AT + n)),
    );
    // A tenth of them twice.
    await door.receive(...bodies, ...bodies.filter((_, n) => n % 10 === 0));
    const [one, other] = [door.another(), door.another()];
    one.start();
    other.start();
    await one.idle();
    await Promise.all([one.stop(), other.stop()]);
    door.recorder.start();
    expect(new Set(await door.outcomes())).toEqual(new Set(["recorded"]));
    expect(await door.rows("message")).toHaveLength(900);
    expect(await door.rows("contact")).toHaveLength(7);
    const { messages } = await door.thread("m3");
    expect(messages.map(({ text }) => Number(text))).toEqual(
      bodies.flatMap((_, n) => (n % 7 === 3 ? [n] : [])),
    );
  });

  test("take two first messages of each new contact at once: every message, each contact and thread once", async () => {
    await door.recorder.stop();
    const bodies = Array.from({ length: 60 }, (_, n) => [
      entries(text(`a${n}`, "x", { waId: `155507${n}`, bsuid: `US.N${n}` }, AT + n)),
      entries(text(`b${n}`, "y", { waId: `155507${n}`, bsuid: `US.N${n}` }, AT + n + 1)),
    ]);
    await door.receive(...bodies.map(([first]) => first ?? ""), ...bodies.map(([, second]) => second ?? ""));
    const [one, other] = [door.another(), door.another()];
    one.start();
    other.start();
    await one.idle();
    await Promise.all([one.stop(), other.stop()]);
    door.recorder.start();
    expect(new Set(await door.outcomes())).toEqual(new Set(["recorded"]));
    expect(await door.rows("message")).toHaveLength(120);
    expect(await door.rows("contact")).toHaveLength(60);
    expect(await door.rows("conversation")).toHaveLength(60);
  });

  // A thread is ordered by WhatsApp's second, then by the row's id, which is given when the row is written: a process
  // that is slower by a batch puts what it took first behind. It needs a mark of arrival (the inbox row's id) to order by.
  test("what came in the same second keeps the order in which it came, also when the first process is slow", async () => {
    await door.recorder.stop();
    const words = Array.from({ length: 20 }, (_, n) => `${n}`);
    await door.receive(...words.map((word) => entries(text(`m${word}`, word))));
    // A process that took the first ten and is slow to write them.
    const slow = door.db.transaction(async (tx) => {
      await tx.query("select id from inbox order by id limit 10 for update");
      const other = door.another();
      other.start();
      await expect
        .poll(async () => (await door.rows("message")).length, { timeout: 5_000 })
        .toBeGreaterThan(0);
      await other.stop();
    });
    await slow;
    door.recorder.start();
    await door.recorder.idle();
    expect((await door.thread("m0")).messages.map(({ text }) => text)).toEqual(words);
  });
});

describe("a reply of ours", () => {
  let graph: FakeGraph;
  beforeEach(async () => {
    graph = await fakeGraph();
    await door.db.transaction((tx) =>
      upsertNumber(
        tx,
        door.system.seal,
        { phoneNumberId: OUR_NUMBER, kind: "real", graphUrl: graph.url, accessToken: "token" },
        door.clock.now(),
      ),
    );
    await door.numbers.refresh();
    await door.deliver(entries(text("in", "hello", ANA, Math.floor(door.clock.now().getTime() / 1000))));
  });
  afterEach(() => graph.close());

  /** Called, and not answered before `meanwhile` is over. */
  async function sentWhile(meanwhile: (mark: string) => Promise<void>): Promise<void> {
    const conversationId = Number((await door.message("in"))?.conversation_id);
    const message = { kind: "text", text: "On our way", showsPreview: true } as const;
    const ask = { conversationId, accountId: null, message, quotesMessageId: null, key: "key" };
    await door.db.transaction((tx) => reply(tx, { numbers: door.numbers, now: door.clock.now() }, ask));
    const answered = Promise.withResolvers<void>();
    graph.answers = [{ kind: "slow", until: answered.promise }];
    const files = openMediaFiles(door.system.config.dataFolder);
    const parts = { system: door.system, numbers: door.numbers, files, processId: "here" };
    const sending = sendWaiting(parts);
    await expect.poll(() => graph.sent.length).toBe(1);
    await meanwhile(graph.sent[0]?.biz_opaque_callback_data ?? "");
    answered.resolve();
    await sending;
  }
  const thread = async () =>
    (await door.thread("in")).messages.map(({ text, send }) => [text, send?.state ?? null]);

  test.each([true, false])(
    "whose statuses are faster than the answer of the call (with its mark: %s): once, as far as they say",
    async (isMarked) => {
      await sentWhile((mark) =>
        door.deliver(
          entries(status(graph.wamid(1), "read", AT + 9)),
          entries(
            status(graph.wamid(1), "delivered", AT + 5, isMarked ? { biz_opaque_callback_data: mark } : {}),
          ),
        ),
      );
      expect(await thread()).toEqual([
        ["hello", null],
        ["On our way", "read"],
      ]);
      expect(graph.sent).toHaveLength(1);
    },
  );

  const copy = () => entries(echo(graph.wamid(1), { type: "text", text: { body: "On our way" } }));

  test("that comes back as an echo: once", async () => {
    await sentWhile(async () => {});
    await door.deliver(copy());
    expect(await thread()).toEqual([
      ["hello", null],
      ["On our way", "sent"],
    ]);
  });

  test("that comes back as an echo before the call is answered: once", async () => {
    await sentWhile(() => door.deliver(copy()));
    expect(await thread()).toEqual([
      ["hello", null],
      ["On our way", "sent"],
    ]);
  });
});
