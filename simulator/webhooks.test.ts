import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { toEscapedJson } from "./signature.ts";
import { type CaughtSimulator, startCaught, until } from "./webhook-catcher.ts";

let sim: CaughtSimulator;
beforeEach(async () => {
  sim = await startCaught();
});
afterEach(() => sim.close());

const says = (text: string, phone = "rosa") =>
  sim.control("POST", `/phones/${phone}/messages`, { type: "text", text });

test("non-ASCII is escaped as \\uXXXX, emoji as two units", () => {
  expect(toEscapedJson({ a: "¿ñ é 💧 ما" })).toBe(
    '{"a":"\\u00bf\\u00f1 \\u00e9 \\ud83d\\udca7 \\u0645\\u0627"}',
  );
});

test("the signature is over the very bytes, which are pure ASCII", async () => {
  await says("¿Ya vienen? 💧");
  await until(() => sim.caught.length === 1);
  const [first] = sim.caught;
  const bytes = first?.bytes ?? Buffer.alloc(0);
  expect(first?.signature).toBe(`sha256=${createHmac("sha256", "secret").update(bytes).digest("hex")}`);
  expect(bytes.every((byte) => byte < 128)).toBe(true);
  expect(sim.messages()).toMatchObject([{ text: { body: "¿Ya vienen? 💧" }, from: "34600100201" }]);
});

test("the handshake is verified by the echoed challenge", async () => {
  expect((await sim.control("POST", "/handshake")).body).toMatchObject({ verified: true, httpStatus: 200 });
});

test("a delivery comes again, byte for byte, until the answer is 200", async () => {
  sim.answers.push(500, 201, 401);
  await says("Hello");
  await until(() => sim.caught.length === 4);
  expect(new Set(sim.caught.map(({ bytes }) => bytes.toString())).size).toBe(1);
  await sim.control("POST", "/flush");
  expect((await sim.control("GET", "/phones/rosa/thread")).body).toMatchObject({
    messages: [{ state: "delivered" }],
  });
  expect((await sim.control("GET", "/deliveries")).body).toMatchObject({
    deliveries: [{ state: "accepted", kind: "message, text" }],
    totals: { posted: 4, distinct: 1, accepted: 1, waiting: 0 },
  });
});

test("with duplicates on, each body is posted twice", async () => {
  await sim.control("PATCH", "/settings", { duplicates: true });
  await says("Hello");
  await sim.control("POST", "/flush");
  expect(sim.caught.length).toBe(2);
  expect(sim.caught[0]?.bytes.equals(sim.caught[1]?.bytes ?? Buffer.alloc(0))).toBe(true);
});

test("with shuffle on, what was said together arrives in another order", async () => {
  await sim.control("PATCH", "/settings", { shuffle: true });
  for (const text of ["1", "2", "3", "4", "5"]) await says(text);
  await sim.control("POST", "/flush");
  const order = sim.messages().map(({ text }) => text);
  expect(order.length).toBe(5);
  expect(order).not.toEqual(["1", "2", "3", "4", "5"].map((body) => ({ body })));
});

test("with batching on, one body holds several updates over two entries", async () => {
  await sim.control("PATCH", "/settings", { batching: 4, freeze: true });
  for (const text of ["1", "2", "3", "4"]) await says(text);
  await sim.control("PATCH", "/settings", { freeze: false });
  await until(() => sim.messages().length === 4);
  // The first may be on its way alone before the rest is gathered.
  expect(sim.caught.map(({ body }) => body.entry.length)).toContain(2);
  expect(sim.caught.length).toBeLessThan(4);
});

test("frozen webhooks wait, and come when the freeze ends", async () => {
  await sim.control("PATCH", "/settings", { freeze: true });
  await says("Hello");
  await sim.control("POST", "/flush");
  expect(sim.caught.length).toBe(0);
  await sim.control("PATCH", "/settings", { freeze: false });
  await until(() => sim.caught.length === 1);
  expect(sim.caught.length).toBe(1);
});

test("a wrong signature is no signature of ours", async () => {
  await sim.control("PATCH", "/settings", { wrongSignature: true });
  await says("Hello");
  await until(() => sim.caught.length === 1);
  const [first] = sim.caught;
  const right = createHmac("sha256", "secret")
    .update(first?.bytes ?? "")
    .digest("hex");
  expect(first?.signature).not.toBe(`sha256=${right}`);
});

test("a raw body is posted as it is, signed", async () => {
  const raw = '{ "entry" : [] }';
  const response = await fetch(`${sim.url}/control/deliver`, { method: "POST", body: raw });
  expect(await response.json()).toMatchObject({ answer: 200 });
  expect(sim.caught[0]?.bytes.toString()).toBe(raw);
  expect(sim.caught[0]?.signature).toBe(`sha256=${createHmac("sha256", "secret").update(raw).digest("hex")}`);
});

test("a person without a shown number comes with a user id alone", async () => {
  const { body } = await sim.control("POST", "/phones", { name: "Ana Lima", bsuidOnly: true });
  await says("Hello", "ana-lima");
  await until(() => sim.caught.length === 1);
  expect(sim.messages()[0]).toMatchObject({ from_user_id: body.userId });
  expect(sim.messages()[0]).not.toHaveProperty("from");
  expect(sim.caught[0]?.body.entry[0]?.changes[0]?.value.contacts).toEqual([
    { profile: { name: "Ana Lima", username: "ana.lima" }, user_id: body.userId },
  ]);
});

test("the control API refuses a page of another origin", async () => {
  const response = await fetch(`${sim.url}/control/phones`, { headers: { origin: "https://evil.example" } });
  expect(response.status).toBe(403);
});
