import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import { type FakeAccounts, fakeAccounts, NUMBER, SECRET, TOKEN } from "../../test/fake-accounts.ts";
import { beginConnection, checkStep, chooseNumber } from "./connect.ts";
import { find } from "./connect-place.ts";
import { viewOf, WEBHOOK_PATH } from "./connect-view.ts";
import { giveSecret } from "./connect-webhook.ts";
import { noteHandshakes } from "./handshake.ts";

let system: ConversationSystem;
let graph: FakeAccounts;
let http: FastifyInstance;
beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  await system.db.query("truncate number cascade");
  await system.db.query("truncate number_connection");
  await system.numbers.refresh();
  graph = await fakeAccounts();
  http = fastify();
  http.get(WEBHOOK_PATH, (request, reply) => {
    const { "hub.verify_token": token } = request.query as Record<string, unknown>;
    const isOurs = system.numbers.verifyTokens().some((kept) => kept === token);
    return reply.code(isOurs ? 200 : 403).send("");
  });
  noteHandshakes(http, system);
  return async () => {
    await http.close();
    await graph.close();
  };
});

const parts = () => ({ system, numbers: system.numbers });
const knock = (token: string) =>
  http.inject({ url: WEBHOOK_PATH, query: { "hub.mode": "subscribe", "hub.verify_token": token } });
const chosen = async () => {
  const begun = await beginConnection(parts(), { graphUrl: graph.url, graphVersion: "v26.0", token: TOKEN });
  return chooseNumber(parts(), begun.id, NUMBER);
};
const shown = async (id: number) =>
  (await viewOf(system, await find(parts(), id))).checks.find(({ check }) => check === "handshake")?.code;

test("a knock with another verify token is seen, survives a look, and ends with the right one", async () => {
  const { id, verifyToken } = await chosen();
  await giveSecret(parts(), id, { appSecret: SECRET });
  await knock("my-own-word");
  await vi.waitFor(async () => expect(await shown(id)).toBe("handshake_other_token"));
  await checkStep(parts(), id, "webhook");
  expect(await shown(id)).toBe("handshake_other_token");
  await knock(verifyToken ?? "");
  await vi.waitFor(async () => expect(await shown(id)).toBe("handshake_fine"));
});

test("a stranger's knock says nothing of a number that Meta has reached already", async () => {
  const { id, verifyToken } = await chosen();
  await giveSecret(parts(), id, { appSecret: SECRET });
  await knock(verifyToken ?? "");
  await vi.waitFor(async () => expect(await shown(id)).toBe("handshake_fine"));
  await knock("my-own-word");
  await checkStep(parts(), id, "webhook");
  expect(await shown(id)).toBe("handshake_fine");
});
