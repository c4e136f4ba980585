/** WhatsApp's window, to the second: what goes out, what is kept back, and what opens it again. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, openStory, type Story } from "../story.ts";
import { until } from "../world.ts";

const DAY_MS = 86_400_000;

let story: Story;
let client: Client;
let people = 0;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ hours: 1 });
  people += 1;
  client = await story.meets(`Client ${people}`);
});

type Clocks = { windowUntil: string; freeUntil: string | null; freeIfAnsweredBy: string | null };
const clocks = async () =>
  (await story.operator.call<Clocks>("GET", `conversations/${client.conversationId}/messages`)).body;
const writes = (text: string) => story.writes(client.conversationId, text);
const tries = (message: object) => story.tries(client.conversationId, message);
const text = { kind: "text", text: "We are on our way" };
const inMs = (ms: number) => new Date(story.now().getTime() + ms).toISOString();
const A_SECOND_SHORT = { hours: 23, minutes: 59, seconds: 59 };
const SHUT = { status: 409, body: { error: { code: "window_shut" } } };
async function filled() {
  const { id } = await story.template("still_there");
  return { kind: "template", templateId: id, values: { "1": "Rosa" } };
}
async function sendsTemplate() {
  const sent = await tries(await filled());
  expect(sent).toMatchObject({ status: 200 });
  return { id: (sent.body as { id: number }).id, conversationId: client.conversationId };
}

test("a second before the day is over words still go out; on the second they are kept back, and why", async () => {
  const until = inMs(DAY_MS);
  expect((await clocks()).windowUntil).toBe(until);
  await story.jump(A_SECOND_SHORT);
  await story.becomes(await writes("At the last second"), "delivered");
  const before = await story.received();
  await story.jump({ seconds: 1 });
  expect(await tries(text)).toMatchObject({
    status: 409,
    body: {
      error: {
        code: "window_shut",
        message: expect.stringContaining("24-hour window"),
        detail: { since: until },
      },
    },
  });
  // Kept back by us: the platform was not even asked.
  expect(await story.received()).toEqual(before);
  expect(await story.onPhone(client.phone)).toEqual(["At the last second"]);
});

test("a template goes out through the shut window and opens nothing; the client's answer does", async () => {
  await story.jump({ hours: 24 });
  await story.becomes(await sendsTemplate(), "delivered");
  expect(await tries(text)).toMatchObject(SHUT);
  await story.jump({ minutes: 5 });
  await story.simulator.says(client.phone, "Yes, go on");
  const opened = inMs(DAY_MS);
  await until(clocks, ({ windowUntil }) => windowUntil === opened);
  await story.becomes(await writes("Then we come"), "delivered");
});

test("what comes three days late opens nothing, and what comes an hour late opens an hour less", async () => {
  const at = inMs(DAY_MS);
  await story.jump({ days: 4 });
  await story.simulator.says(client.phone, { type: "text", text: "Hello?", sentAt: at });
  const late = new Date(new Date(at).getTime() + DAY_MS).toISOString();
  await until(clocks, ({ windowUntil }) => windowUntil === late);
  expect(await tries(text)).toMatchObject(SHUT);

  await story.simulator.says(client.phone, { type: "text", text: "Anybody?", sentAt: inMs(-3_600_000) });
  const hourLess = inMs(DAY_MS - 3_600_000);
  await until(clocks, ({ windowUntil }) => windowUntil === hourLess);
  await story.jump({ hours: 22, minutes: 59, seconds: 59 });
  await story.becomes(await writes("Just in time"), "delivered");
  await story.jump({ seconds: 1 });
  expect(await tries(text)).toMatchObject(SHUT);
});

test("words written within the window that wait beyond its end are refused by WhatsApp, and nothing of them arrives", async () => {
  await story.jump(A_SECOND_SHORT);
  await story.simulator.control("PUT", `troubles/${client.phone}`, { code: 131056, late: false });
  const waiting = await writes("Held up");
  await until(
    async () => (await story.received()).refused["131056"] ?? 0,
    (count) => count >= 1,
  );
  await story.simulator.control("DELETE", `troubles/${client.phone}`);
  await story.jump({ minutes: 1 });
  expect(await story.becomes(waiting, "failed")).toMatchObject({ errorCode: 131047 });
  expect(await story.onPhone(client.phone)).toEqual([]);
});

test.each([
  ["in the answer", false],
  ["as a status", true],
])(
  "where WhatsApp's clock is ahead of ours it says that the window is shut (%s), once",
  async (_, lateRefusals) => {
    await story.settings({ lateRefusals });
    await story.jump({ hours: 23, minutes: 59, seconds: 50 });
    await story.simulator.control("POST", "clock", { forwardMs: 10_000 });
    const refused = await writes("By our clock there is time");
    expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: 131047 });
    const before = await story.received();
    await story.jump({ minutes: 10 });
    // Kept back by ourselves from now on, and the one that failed is not tried again.
    expect(await tries(text)).toMatchObject(SHUT);
    expect(await story.received()).toEqual(before);
    expect(await story.onPhone(client.phone)).toEqual([]);
  },
);

test("where our clock is ahead of WhatsApp's we keep back what would have gone, and lose nothing", async () => {
  await story.jump({ hours: 23, minutes: 59, seconds: 50 });
  const { accepted } = await story.received();
  story.drift({ seconds: 10 });
  expect(await tries(text)).toMatchObject(SHUT);
  expect((await story.received()).accepted).toBe(accepted);
});

test("who came by an advertisement and was answered within a day gets everything free for 72 hours, templates outside the window too", async () => {
  const answerBy = inMs(DAY_MS);
  await story.simulator.control("POST", "happen", {
    ...{ type: "ad", phoneId: client.phone, text: "I saw your advertisement" },
  });
  await until(clocks, ({ freeIfAnsweredBy }) => freeIfAnsweredBy === answerBy);
  await story.jump(A_SECOND_SHORT);
  await story.becomes(await writes("Welcome"), "delivered");
  const freeUntil = inMs(3 * DAY_MS);
  await until(clocks, (seen) => seen.freeUntil === freeUntil && seen.freeIfAnsweredBy === null);

  await story.jump({ hours: 71, minutes: 59, seconds: 59 });
  expect(await tries(text)).toMatchObject(SHUT);
  expect(await priceOf(await sendsTemplate())).toBe("free_entry_point");
  await story.jump({ seconds: 1 });
  expect(await priceOf(await sendsTemplate())).toBe("regular");
  const { freeUntil: ended, freeIfAnsweredBy } = await clocks();
  expect(ended).toBe(freeUntil);
  expect(freeIfAnsweredBy).toBeNull();
});

test("answered a second too late, an advertisement makes nothing free", async () => {
  await story.simulator.control("POST", "happen", { type: "ad", phoneId: client.phone, text: "Is it free?" });
  await story.simulator.control("POST", "flush", {});
  await until(clocks, ({ freeIfAnsweredBy }) => freeIfAnsweredBy !== null);
  await story.jump({ hours: 24 });
  await story.becomes(await sendsTemplate(), "delivered");
  expect(await clocks()).toMatchObject({ freeUntil: null, freeIfAnsweredBy: null });
});

/** What WhatsApp said that it costs. */
async function priceOf(sending: { id: number; conversationId: number }): Promise<string | undefined> {
  await story.becomes(sending, "delivered");
  const [priced] = await until(
    () =>
      story.app.system.db.query<{ type: string }>(
        `select s.pricing ->> 'type' as type from message m
         join message_status s on s.number_id = m.number_id and s.wamid = m.wamid and s.pricing is not null
         where m.id = $1`,
        [sending.id],
      ),
    (rows) => rows.length > 0,
  );
  return priced?.type;
}
