/** `@kapso/whatsapp-cloud-api`, pointed at the simulator by `baseUrl`. */
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaughtSimulator, startCaught } from "../../simulator/webhook-catcher.ts";

const NUMBER = "200000000000001";
const ROSA = "+34600100201";
let sim: CaughtSimulator;
let client: WhatsAppClient;

beforeAll(async () => {
  sim = await startCaught();
  client = new WhatsAppClient({ baseUrl: sim.url, accessToken: "token" });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hola" });
});
afterAll(() => sim.close());

test("a text is sent", async () => {
  const answer = await client.messages.sendText({ phoneNumberId: NUMBER, to: ROSA, body: "Hola" });
  expect(answer.messages[0]?.id).toMatch(/^wamid\./);
});
