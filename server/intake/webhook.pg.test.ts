import { fastify } from "fastify";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { entries, text } from "../../test/deliveries.ts";
import { intakeSystem } from "../../test/intake-system.ts";
import { signatureOf } from "../../test/webhook-load.ts";
import { openBare } from "../http/bare.ts";
import { MOST_BODY_BYTES } from "./take-post.ts";
import { WEBHOOK_PATH, webhookRoutes } from "./webhook.ts";

const SECRET = "s3cret";
const intake = await intakeSystem();
let woken = 0;
const bare = openBare({ requestTimeoutMs: 60_000 });
const http = fastify({ serverFactory: bare.serverFactory });
webhookRoutes(http, {
  bare,
  system: intake,
  numbers: { appSecrets: () => ["older", SECRET], verifyTokens: () => ["tok"] },
  recorder: {
    wake() {
      woken += 1;
    },
  },
});
const address = await http.listen({ host: "127.0.0.1", port: 0 });
beforeEach(async () => {
  await intake.empty();
  woken = 0;
});
afterAll(async () => {
  await http.close();
  await intake.close();
});

const waiting = async (): Promise<Buffer[]> =>
  (await intake.db.query<{ body: Buffer }>("select body from inbox order by id")).map(({ body }) => body);
async function send(body: Buffer | string, headers: Record<string, string>) {
  const answer = await fetch(`${address}${WEBHOOK_PATH}`, {
    method: "POST",
    body: new Uint8Array(Buffer.from(body)),
    headers,
  });
  return { statusCode: answer.status, body: await answer.text() };
}
const post = (body: Buffer | string, headers: Record<string, string> = {}) =>
  send(body, {
    "content-type": "application/json",
    "x-hub-signature-256": signatureOf(Buffer.from(body), SECRET),
    ...headers,
  });

describe("the handshake", () => {
  const ask = (query: Record<string, string>) => http.inject({ method: "GET", url: WEBHOOK_PATH, query });
  const right = { "hub.mode": "subscribe", "hub.challenge": "12<b>34", "hub.verify_token": "tok" };

  test("with the verify token gets its challenge back as plain text", async () => {
    const answer = await ask(right);
    expect(answer).toMatchObject({ statusCode: 200, body: "12<b>34" });
    expect(answer.headers["content-type"]).toMatch("text/plain");
  });

  test.each<Record<string, string>>([
    { ...right, "hub.verify_token": "other" },
    { ...right, "hub.mode": "unsubscribe" },
    { "hub.mode": "subscribe", "hub.verify_token": "tok" },
    {},
  ])("like %j is refused", async (query) => {
    expect((await ask(query)).statusCode).toBe(403);
  });
});

describe("a post", () => {
  const body = Buffer.from(entries(text("m1", "ä\u0000")));

  test("is on disk, byte for byte, when it is answered, and wakes the recorder", async () => {
    expect(await post(body)).toMatchObject({ statusCode: 200, body: "" });
    expect(await waiting()).toEqual([body]);
    expect(woken).toBe(1);
  });

  test.each(["text/plain", "application/x-anything", "application/json; charset=latin1"])(
    "of type %s is taken all the same",
    async (type) => {
      expect((await post(body, { "content-type": type })).statusCode).toBe(200);
    },
  );

  test.each([
    ["not JSON", "x"],
    ["nothing", ""],
  ])("that is signed but holds %s is kept", async (_what, odd) => {
    expect((await post(odd)).statusCode).toBe(200);
    expect(await waiting()).toEqual([Buffer.from(odd)]);
  });

  test.each([
    ["without a signature", {}],
    ["with another's", { "x-hub-signature-256": signatureOf(body, "wrong") }],
    ["with a short one", { "x-hub-signature-256": signatureOf(body, SECRET).slice(0, -1) }],
  ])("%s is refused and nothing is stored", async (_how, headers) => {
    const answer = await send(body, headers);
    expect(answer.statusCode).toBe(401);
    expect(await waiting()).toEqual([]);
  });

  test("of exactly the limit is taken, one byte more is refused with a clear line", async () => {
    const whole = Buffer.alloc(MOST_BODY_BYTES, "a");
    expect((await post(whole)).statusCode).toBe(200);
    const more = await post(Buffer.concat([whole, Buffer.from("a")]));
    expect(more.statusCode).toBe(413);
    expect(JSON.parse(more.body)).toEqual({
      error: { code: "too_large", message: "A delivery may hold at most 3 MiB." },
    });
    expect(await waiting()).toHaveLength(1);
  });

  test("among hundreds at once is written in few commits and none is lost", async () => {
    const bodies = Array.from({ length: 300 }, (_, n) => entries(text(`m${n}`, "x")));
    // The first commit waits, so the others come meanwhile.
    const holder = await intake.db.pool.connect();
    await holder.query("begin; lock table inbox in exclusive mode");
    const answering = Promise.all(bodies.map((one) => post(one)));
    await new Promise((resolve) => setTimeout(resolve, 500));
    await holder.query("commit");
    holder.release();
    const answers = await answering;
    expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([200]));
    expect((await waiting()).map(String).sort()).toEqual(bodies.toSorted());
    expect(woken).toBeLessThan(150);
  });
});

test("while the database is away nothing is acknowledged; when it is back, all is well by itself", async () => {
  await intake.setReachable(false);
  const answers = await Promise.all([post("a"), post("b"), post("c")]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([503, 503, 503]);
  await intake.setReachable(true);
  expect((await post("d")).statusCode).toBe(200);
  expect((await waiting()).map(String)).toEqual(["d"]);
});

test("a recorder whose database went away goes on when it is back, and buries nothing", async () => {
  await intake.take(entries(text("m1", "x")));
  await intake.setReachable(false);
  intake.recorder.wake();
  await new Promise((resolve) => setTimeout(resolve, 150));
  await intake.setReachable(true);
  await intake.receive(entries(text("m2", "x")));
  await intake.recorder.idle();
  expect(await intake.db.query("select outcome from delivery")).toEqual([
    { outcome: "recorded" },
    { outcome: "recorded" },
  ]);
});
