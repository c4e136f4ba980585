/** The handshake, and other ways to knock than a signed post at the right address. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WEBHOOK_PATH } from "../../server/intake/webhook.ts";
import { entries, text } from "../deliveries.ts";
import { type Door, openDoor, shaOf, VERIFY_TOKEN } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const BODY = Buffer.from(entries(text("m1", "hello")));

/** Nothing of what was refused is anywhere, and the door still works. */
async function nothingKept() {
  expect(await door.kept()).toEqual([]);
  await door.deliver(BODY);
  expect(await door.kept()).toMatchObject([{ outcome: "recorded", times: 1, sha256: shaOf(BODY) }]);
}

describe("handshake", () => {
  const asked = (query: Record<string, string>) => door.ask(`${WEBHOOK_PATH}?${new URLSearchParams(query)}`);
  const good = { "hub.mode": "subscribe", "hub.challenge": "1158201444", "hub.verify_token": VERIFY_TOKEN };

  test("with the verify token: 200 and the challenge, plain", async () => {
    const answer = await asked(good);
    expect(answer).toMatchObject({ status: 200, text: "1158201444" });
    expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
    expect((await asked({ ...good, "hub.challenge": "<script>" })).headers["x-content-type-options"]).toBe(
      "nosniff",
    );
  });

  test.each<[string, Record<string, string>]>([
    ["a wrong token", { ...good, "hub.verify_token": "wrong" }],
    ["the token in another case", { ...good, "hub.verify_token": VERIFY_TOKEN.toUpperCase() }],
    ["an empty token", { ...good, "hub.verify_token": "" }],
    ["no token", { "hub.mode": "subscribe", "hub.challenge": "1" }],
    ["no challenge", { "hub.mode": "subscribe", "hub.verify_token": VERIFY_TOKEN }],
    ["another mode", { ...good, "hub.mode": "unsubscribe" }],
    ["nothing", {}],
  ])("with %s: 403, the challenge is not said", async (_what, query) => {
    const answer = await asked(query);
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("1158201444");
  });

  test("with the token twice: 403", async () => {
    const twice = `${new URLSearchParams(good)}&hub.verify_token=${encodeURIComponent(VERIFY_TOKEN)}`;
    expect((await door.ask(`${WEBHOOK_PATH}?${twice}`)).status).toBe(403);
  });
});

describe("other ways to knock", () => {
  test.each(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s: refused, nothing kept", async (method) => {
    const { status } = await door.post(BODY, { method });
    expect([404, 405]).toContain(status);
    await nothingKept();
  });

  test("HEAD: refused without a token, no server error", async () => {
    expect((await door.ask(WEBHOOK_PATH, "HEAD")).status).toBe(403);
  });

  test.each([
    `${WEBHOOK_PATH}/`,
    `${WEBHOOK_PATH}//`,
    "/webhooks",
    "/webhooks/WhatsApp",
    "/webhooks/whatsapp/x",
  ])(
    "the address %s: 404 (so the handshake fails when it is typed), never a 200 for what is not kept",
    async (path) => {
      expect((await door.post(BODY, { path })).status).toBe(404);
      const query = new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.challenge": "7",
        "hub.verify_token": VERIFY_TOKEN,
      });
      expect((await door.ask(`${path}?${query}`)).status).toBe(404);
      await nothingKept();
    },
  );

  test("a query on the address changes nothing: 200, recorded", async () => {
    expect((await door.post(BODY, { path: `${WEBHOOK_PATH}?hub.mode=x` })).status).toBe(200);
    await door.recorder.idle();
    expect(await door.kept()).toMatchObject([{ outcome: "recorded" }]);
  });
});
