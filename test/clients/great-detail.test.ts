/** `@great-detail/whatsapp`, pointed at the simulator by `prefixUrl`. */
import { Client, MessageType } from "@great-detail/whatsapp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaughtSimulator, startCaught } from "../../simulator/webhook-catcher.ts";

const NUMBER = "200000000000001";
const ROSA = "+34600100201";
let sim: CaughtSimulator;
let client: Client;

beforeAll(async () => {
  sim = await startCaught();
  client = new Client({
    prefixUrl: sim.url,
    request: { headers: { authorization: "Bearer token" } },
  });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hola" });
});
afterAll(() => sim.close());

test("a text is sent", async () => {
  const answer = await client.message
    .createMessage({ phoneNumberID: NUMBER, to: ROSA, type: MessageType.Text, text: { body: "Hola" } })
    .json();
  expect(answer).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid\./) }] });
});
