/** `@chat-adapter/whatsapp`, pointed at the simulator by `apiUrl`. */
import { createWhatsAppAdapter, type WhatsAppAdapter } from "@chat-adapter/whatsapp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaughtSimulator, startCaught } from "../../simulator/webhook-catcher.ts";

const NUMBER = "200000000000001";
let sim: CaughtSimulator;
let adapter: WhatsAppAdapter;

beforeAll(async () => {
  sim = await startCaught();
  adapter = createWhatsAppAdapter({
    apiUrl: sim.url,
    accessToken: "token",
    appSecret: "secret",
    verifyToken: "verify",
    phoneNumberId: NUMBER,
  });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hola" });
});
afterAll(() => sim.close());

test("a text is sent", async () => {
  const sent = await adapter.postMessage(`whatsapp:${NUMBER}:34600100201`, "Hola");
  expect(sent.id).toMatch(/^wamid\./);
});
