/** Many messages to one person at once: WhatsApp's pair rate with its burst, by a clock that jumps. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, openStory, type Sending, type Story } from "../story.ts";
import { until } from "../world.ts";

let story: Story;
let keen: Client;
let people = 0;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ hours: 1 });
  await story.simulator.control("DELETE", "received");
  people += 1;
  keen = await story.meets(`Keen ${people}`);
});

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => `message ${from + place}`);
/** One after another, as they are typed; all within the same second of the story. */
async function writeAll(client: Client, texts: readonly string[]): Promise<Sending[]> {
  const sendings = [];
  for (const text of texts) sendings.push(await story.writes(client.conversationId, text));
  return sendings;
}
const onPhone = (client: Client, count: number) =>
  until(
    () => story.onPhone(client.phone),
    (texts) => texts.length >= count,
    30_000,
  );

test("twelve at once arrive at once, in their order", async () => {
  const texts = numbered(1, 12);
  await writeAll(keen, texts);
  expect(await onPhone(keen, 12)).toEqual(texts);
  expect(await story.received()).toEqual({ accepted: 12, refused: {}, repeated: 0 });
});

test("of fifty the burst arrives, the rest as its time comes, and nobody else waits for them", async () => {
  const texts = numbered(1, 50);
  const sendings = await writeAll(keen, texts);
  const first = await onPhone(keen, 44);
  const other = await story.meets("Somebody else");
  await story.becomes(await story.writes(other.conversationId, "You are not held up"), "delivered");
  // 45 may come at once; ours keeps a quarter of a second apart from the edge.
  await story.jump({ seconds: 1 });
  await onPhone(keen, 45);
  expect(await story.standing(sendings[45] ?? fail())).toMatchObject({ state: "queued" });
  for (let count = 46; count <= 50; count += 1) {
    await story.jump({ seconds: 6 });
    expect(await onPhone(keen, count)).toEqual(texts.slice(0, count));
  }
  expect(first).toEqual(texts.slice(0, first.length));
  // By the simulator's own count none was ever too early.
  expect(await story.received()).toEqual({ accepted: 51, refused: {}, repeated: 0 });
});

test("another who writes to the same person uses up the burst: 131056 is waited out, everything arrives once and in order", async () => {
  await useUp(keen, 40);
  const texts = numbered(1, 8);
  const sendings = await writeAll(keen, texts);
  await until(
    async () => (await story.received()).refused["131056"] ?? 0,
    (count) => count === 1,
  );
  expect((await story.onPhone(keen.phone)).filter((text) => text.startsWith("message"))).toEqual(
    texts.slice(0, 5),
  );
  // Only this person's next message waits.
  const other = await story.meets("Not in a hurry");
  await story.becomes(await story.writes(other.conversationId, "At once"), "delivered");
  for (let minute = 0; minute < 3; minute += 1) await story.jump({ minutes: 1 });
  for (const sending of sendings) await story.becomes(sending, "delivered");
  const ours = (await story.onPhone(keen.phone)).filter((text) => text.startsWith("message"));
  expect(ours).toEqual(texts);
  expect((await story.received()).repeated).toBe(0);
});

/** As a program of somebody else's on the same number would. */
async function useUp({ phone }: Client, count: number): Promise<void> {
  const { phones } = await story.simulator.control<{ phones: { id: string; waId: string }[] }>(
    "GET",
    "phones",
  );
  const to = phones.find(({ id }) => id === phone)?.waId;
  for (let n = 0; n < count; n += 1) {
    const sent = await fetch(`${story.simulator.url}/v26.0/200000000000001/messages`, {
      method: "POST",
      headers: { authorization: "Bearer t", "content-type": "application/json" },
      body: JSON.stringify({ messaging_product: "whatsapp", to, type: "text", text: { body: `other ${n}` } }),
    });
    expect(sent.status).toBe(200);
  }
}

function fail(): never {
  throw new Error("fewer messages than were written");
}
