/** The access token ends while messages wait: the number stops, says so, and a token that works lets everything out once. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { NumberSettings } from "../../shared/api/connecting.ts";
import type { Finding } from "../../shared/api/numbers.ts";
import { type Client, openStory, type Sending, type Story } from "../story.ts";
import { until } from "../world.ts";

let story: Story;
let people = 0;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({ latencyMs: 0 });
  await story.jump({ hours: 1 });
  await story.simulator.control("DELETE", "received");
});

async function someone(): Promise<Client> {
  people += 1;
  return story.meets(`Client ${people}`);
}
const tokenIs = (token: string, more: object = {}) =>
  story.simulator.control("POST", "tokens", { token, ...more });
const attention = async () =>
  (await story.manager.call<{ findings: Finding[] }>("GET", "numbers/attention")).body.findings;
const isPaused = async () => (await attention()).some(({ code }) => code === "paused");
const threadsNumber = async ({ conversationId }: Client) =>
  (
    await story.operator.call<{ number: { pausedAt: string | null } }>(
      "GET",
      `conversations/${conversationId}/messages`,
    )
  ).body.number;
async function enter(token: string) {
  const admin = await story.as("admin");
  return admin.call<{ isKept: boolean; settings: NumberSettings }>(
    "POST",
    `numbers/${story.numberId}/token`,
    { token },
  );
}

test("in the middle of a queue: the number is paused, screens say so, and a new token lets out what waits, once and in order", async () => {
  const clients = [await someone(), await someone(), await someone()];
  await story.settings({ latencyMs: 60 });
  const sendings: { client: Client; text: string; sending: Sending }[] = [];
  for (let n = 1; n <= 6; n += 1)
    for (const client of clients) {
      const text = `message ${n}`;
      sendings.push({ client, text, sending: await story.writes(client.conversationId, text) });
      if (n === 2) await tokenIs("t", { isRevoked: true });
    }
  await until(isPaused, (paused) => paused);
  const found = await attention();
  expect(found.find(({ code }) => code === "paused")).toMatchObject({ level: "act", facts: { code: 190 } });
  expect((await threadsNumber(clients[0] ?? fail())).pausedAt).not.toBeNull();
  // Calls that were under way have ended: what is not sent either was refused or waits.
  await until(
    () => story.app.system.db.query("select message_id from outbox where state = 'calling'"),
    (calls) => calls.length === 0,
  );
  const states = await Promise.all(
    sendings.map(async ({ sending }) => (await story.standing(sending))?.state),
  );
  expect(states).toContain("failed");
  const waiting = sendings.filter((_, place) => states[place] === "queued");
  expect(waiting.length).toBeGreaterThan(6);
  await story.settings({ latencyMs: 0 });
  const { refused } = await story.received();

  // One that does not work is not kept, and nothing is tried with it.
  expect((await enter("of another house")).body).toMatchObject({ isKept: false });
  expect(await isPaused()).toBe(true);
  await story.jump({ hours: 3 });
  expect((await story.received()).refused).toEqual(refused);

  await tokenIs("fresh");
  expect((await enter("fresh")).body).toMatchObject({ isKept: true, settings: { hasToken: true } });
  await Promise.all(waiting.map(({ sending }) => story.becomes(sending, "delivered")));
  expect(await isPaused()).toBe(false);
  expect((await threadsNumber(clients[0] ?? fail())).pausedAt).toBeNull();
  for (const client of clients) {
    const arrived = await story.onPhone(client.phone);
    const ours = sendings.filter((each) => each.client === client).map(({ text }) => text);
    expect(arrived).toEqual(ours.filter((text) => arrived.includes(text)));
    expect(new Set(arrived).size).toBe(arrived.length);
  }
  // Those that were refused say so, and go out when a person wants it.
  for (const { sending } of sendings) {
    const send = await story.standing(sending);
    if (send?.state !== "failed") continue;
    expect(send.errorCode).toBe(190);
    await story.operator.call("POST", `messages/${sending.id}/settle`, { as: "again" });
    await story.becomes(sending, "delivered");
  }
  expect(await story.received()).toMatchObject({ accepted: sendings.length, repeated: 0 });
});

test("one that expires on its second stops the number; asked again without sending, the number goes on when it works again", async () => {
  const client = await someone();
  const expiresAt = new Date(story.now().getTime() + 60_000).toISOString();
  await tokenIs("fresh", { expiresAt });
  await story.jump({ seconds: 59 });
  await story.becomes(await story.writes(client.conversationId, "A second before"), "delivered");
  await story.jump({ seconds: 1 });
  const refused = await story.writes(client.conversationId, "On the second");
  expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: 190 });
  await until(isPaused, (paused) => paused);
  const waits = await story.writes(client.conversationId, "Waits");
  const probes = async () =>
    (
      await story.app.system.db.query<{ count: number }>(
        "select pause_probes as count from number where id = $1",
        [story.numberId],
      )
    )[0]?.count ?? 0;
  for (let asked = 1; asked <= 3; asked += 1) {
    await story.jump({ minutes: 30 });
    await until(probes, (count) => count >= asked);
  }
  expect(await story.standing(waits)).toMatchObject({ state: "queued" });
  expect((await story.received()).refused).toEqual({ "190": 1 });

  await tokenIs("fresh", { expiresAt: null });
  await story.jump({ minutes: 30 });
  await story.becomes(waits, "delivered");
  expect(await story.onPhone(client.phone)).toEqual(["A second before", "Waits"]);
  expect(await isPaused()).toBe(false);
});

function fail(): never {
  throw new Error("nobody is there");
}
