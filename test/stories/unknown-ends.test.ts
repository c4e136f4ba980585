/** Sends whose end nobody saw: the answer never came, or was an error after the work. Settled by a status, or by a person. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, openStory, type Story } from "../story.ts";
import { until } from "../world.ts";

let story: Story;
let client: Client;
let people = 0;
beforeAll(async () => {
  // Real time: what a call waits for an answer that does not come.
  story = await openStory({ sendTimeoutMs: 700 });
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ hours: 1 });
  await story.simulator.control("DELETE", "received");
  people += 1;
  client = await story.meets(`Client ${people}`);
});

const writes = (text: string) => story.writes(client.conversationId, text);
const onPhone = () => story.onPhone(client.phone);
const settle = (id: number, as: string) => story.operator.call("POST", `messages/${id}/settle`, { as });

/** Webhooks are held back too, so that the unknown is seen before its status comes. */
const DONE_ALL_THE_SAME = [
  ["no answer comes in time", { misfire: "hang after" }, /Timeout/],
  ["the connection is cut", { misfire: "cut after" }, /ECONNRESET/],
  ["the answer is 131000", { errorRate: 1, errorCode: 131000, errorAfter: true }, /./],
  ["the answer is 131016", { errorRate: 1, errorCode: 131016, errorAfter: true }, /./],
  ["the answer is 131057", { errorRate: 1, errorCode: 131057, errorAfter: true }, /./],
  ["the answer is 133004", { errorRate: 1, errorCode: 133004, errorAfter: true }, /./],
  ["the answer is 1", { errorRate: 1, errorCode: 1, errorAfter: true }, /./],
  ["the answer is 2", { errorRate: 1, errorCode: 2, errorAfter: true }, /./],
] as const;

test.each(DONE_ALL_THE_SAME)(
  "done, but %s: unknown until its status says where it is",
  async (_, trouble) => {
    await story.settings({ ...trouble, freeze: true });
    const sending = await writes("Only once");
    await story.becomes(sending, "unknown");
    // What was written after it does not wait for that.
    await story.settings({ freeze: true });
    const next = await writes("And this");
    await story.becomes(next, "sent");
    await story.jump({ hours: 2 });
    expect(await story.standing(sending)).toMatchObject({ state: "unknown" });
    expect(await story.received()).toMatchObject({ accepted: 2, repeated: 0 });

    await story.settings({});
    await story.becomes(sending, "delivered");
    await story.becomes(next, "delivered");
    expect(await onPhone()).toEqual(["Only once", "And this"]);
    expect(await story.received()).toMatchObject({ accepted: 2, repeated: 0 });
  },
);

test("a status that overtakes the answer is believed, and the answer that then never comes changes nothing", async () => {
  await story.settings({ misfire: "hang after" });
  const sending = await writes("Faster than its answer");
  await story.becomes(sending, "delivered");
  await story.settings({});
  const next = await writes("Next");
  await story.becomes(next, "delivered");
  expect(await story.standing(sending)).toMatchObject({ state: "delivered" });
  expect(await onPhone()).toEqual(["Faster than its answer", "Next"]);
});

test("one that failed in the end is settled as failed by its status, with the reason", async () => {
  await story.simulator.control("PUT", `troubles/${client.phone}`, { code: 131026, late: true });
  await story.settings({ misfire: "cut after", freeze: true });
  const sending = await writes("Lost answer, and no such phone");
  await story.becomes(sending, "unknown");
  await story.settings({});
  expect(await story.becomes(sending, "failed")).toMatchObject({ errorCode: 131026 });
  await story.simulator.control("DELETE", `troubles/${client.phone}`);
});

test("one that never left is settled by a person, who sends it again or lets it be", async () => {
  await story.settings({ misfire: "cut" });
  const wanted = await writes("Please come down");
  const unwanted = await writes("Never mind");
  await story.becomes(wanted, "unknown");
  await story.becomes(unwanted, "unknown");
  await story.settings({});
  // No status can come, and nothing is sent blindly however long it takes.
  await story.jump({ hours: 6 });
  expect(await story.received()).toMatchObject({ accepted: 0 });
  expect(await story.standing(wanted)).toMatchObject({ state: "unknown" });

  expect((await settle(unwanted.id, "given_up")).status).toBe(200);
  expect(await story.standing(unwanted)).toMatchObject({ state: "failed" });
  const pressed = await Promise.all([settle(wanted.id, "again"), settle(wanted.id, "again")]);
  for (const { status } of pressed) expect([200, 409]).toContain(status);
  await story.becomes(wanted, "delivered");
  expect(await onPhone()).toEqual(["Please come down"]);
  expect(await story.received()).toMatchObject({ accepted: 1, repeated: 0 });
});

test("a person who saw it on the client's phone says so, and the late status agrees", async () => {
  await story.settings({ misfire: "cut after", freeze: true });
  const sending = await writes("They have it in hand");
  await story.becomes(sending, "unknown");
  expect((await settle(sending.id, "arrived")).status).toBe(200);
  expect(await story.standing(sending)).toMatchObject({ state: "sent" });
  expect((await settle(sending.id, "again")).status).toBe(409);
  await story.settings({});
  await story.becomes(sending, "delivered");
  expect(await onPhone()).toEqual(["They have it in hand"]);
});

test("wanted again by a person, it is not sent when its status comes first", async () => {
  await story.settings({ misfire: "cut after", freeze: true });
  const sending = await writes("Which is first?");
  await story.becomes(sending, "unknown");
  // The number is paused meanwhile, so that what is wanted again has to wait.
  await story.settings({ errorRate: 1, errorCode: 131031, freeze: true });
  const stopping = await writes("Stops the number");
  await story.becomes(stopping, "failed");
  expect((await settle(sending.id, "again")).status).toBe(200);
  expect(await story.standing(sending)).toMatchObject({ state: "queued" });
  await story.settings({});
  await story.becomes(sending, "delivered");
  expect((await story.manager.call("POST", `numbers/${story.numberId}/resume`)).status).toBe(200);
  const last = await writes("Afterwards");
  await story.becomes(last, "delivered");
  expect(await onPhone()).toEqual(["Which is first?", "Afterwards"]);
});

test("a reaction whose end nobody saw is unknown, is settled like a message, and stands once", async () => {
  const { body } = await story.operator.call<{ messages: { id: number; text: string | null }[] }>(
    "GET",
    `conversations/${client.conversationId}/messages`,
  );
  const asked = body.messages.find(({ text }) => text === "Hello")?.id ?? 0;
  await story.settings({ misfire: "cut" });
  const reacted = await story.operator.call("POST", `messages/${asked}/reaction`, { emoji: "👍" });
  expect(reacted.status).toBe(200);
  const reaction = async () => {
    const thread = await story.operator.call<{
      messages: {
        id: number;
        reactions: { isOurs: boolean; send?: { messageId: number; state: string } }[];
      }[];
    }>("GET", `conversations/${client.conversationId}/messages`);
    return thread.body.messages.find(({ id }) => id === asked)?.reactions.find(({ isOurs }) => isOurs);
  };
  const unknown = await until(reaction, (seen) => seen?.send?.state === "unknown");
  await story.settings({});
  expect((await settle(unknown?.send?.messageId ?? 0, "again")).status).toBe(200);
  await until(reaction, (seen) => seen?.send?.state === "sent");
  expect(await story.received()).toMatchObject({ accepted: 1, repeated: 0 });
});
