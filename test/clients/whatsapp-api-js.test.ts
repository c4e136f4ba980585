/** `whatsapp-api-js` knows one host; a fetch of ours carries its calls to the simulator. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { WhatsAppAPI } from "whatsapp-api-js";
import { Text } from "whatsapp-api-js/messages";
import { type CaughtSimulator, startCaught } from "../../simulator/webhook-catcher.ts";

const NUMBER = "200000000000001";
const ROSA = { phone: "+34 600 100 201", bsuid: "US.1" };
let sim: CaughtSimulator;
let client: WhatsAppAPI;

beforeAll(async () => {
  sim = await startCaught();
  client = new WhatsAppAPI({
    token: "token",
    appSecret: "secret",
    v: "v24.0",
    ponyfill: {
      fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
        fetch(String(input).replace("https://graph.facebook.com", sim.url), init),
    },
  });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hola" });
});
afterAll(() => sim.close());

test("a text is sent", async () => {
  const answer = await client.sendMessage(NUMBER, ROSA, new Text("Hola"));
  expect(answer).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid\./) }] });
});
