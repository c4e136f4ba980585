/** What people do with their phones, as the business hears it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type CaughtSimulator, startCaught, until } from "./webhook-catcher.ts";

const FURTHER = "200000000000002";
const Shown = z.looseObject({
  id: z.string(),
  state: z.string(),
  isHeld: z.boolean(),
  text: z.string().nullable(),
});
const Thread = z.object({ messages: z.array(Shown), hasEarlier: z.boolean() });

let sim: CaughtSimulator;
beforeEach(async () => {
  sim = await startCaught({ moreNumbers: [{ id: FURTHER, accountId: null }] });
});
afterEach(() => sim.close());

const says = async (message: object, chat = "") => {
  const { status, body } = await sim.control("POST", `/phones/rosa/messages${chat}`, message);
  expect({ status, body }).toMatchObject({ status: 201 });
  return Shown.parse(body);
};
const thread = async (query = "") =>
  Thread.parse((await sim.control("GET", `/phones/rosa/thread${query}`)).body);
const statuses = () => sim.statuses().map(({ status }) => status);
const typeNames = () => sim.messages().map(({ type }) => type);
const reply = (body: string) => sim.send({ type: "text", text: { body } });

test("a phone that is off gets a message when it is on again, and until then only `sent` is told", async () => {
  await says({ type: "text", text: "Hello" });
  await sim.control("PATCH", "/phones/rosa", { isOff: true });
  await reply("Are you there?");
  await until(async () => (await thread()).messages.at(-1)?.isHeld === true);
  expect(statuses()).toEqual(["sent"]);
  await sim.control("PATCH", "/phones/rosa", { isOff: false });
  await until(() => statuses().length === 3);
  expect(statuses()).toEqual(["sent", "delivered", "read"]);
});

test("what is sent to a person who blocked the number never comes, not even after unblocking", async () => {
  await says({ type: "text", text: "Hello" });
  await sim.control("PATCH", "/phones/rosa", { isBlocking: true });
  expect((await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "?" })).status).toBe(409);
  await reply("An offer");
  await until(async () => (await thread()).messages.at(-1)?.isHeld === true);
  await sim.control("PATCH", "/phones/rosa", { isBlocking: false, isOff: true });
  await sim.control("PATCH", "/phones/rosa", { isOff: false });
  await says({ type: "text", text: "Back again" });
  await until(() => sim.messages().length === 2);
  expect(statuses()).toEqual(["sent"]);
});

test("on a phone in somebody's hand a message is read when its chat is opened", async () => {
  await says({ type: "text", text: "Hello" });
  await sim.control("PATCH", "/phones/rosa", { inHand: true });
  await reply("Tomorrow?");
  await until(() => statuses().includes("delivered"));
  await sim.control("POST", "/phones/rosa/read", {});
  await until(() => statuses().includes("read"));
  expect(statuses()).toEqual(["sent", "delivered", "read"]);
});

test("another number comes as a system message without contacts, and what follows comes from it", async () => {
  await says({ type: "text", text: "Hello" });
  expect((await sim.control("POST", "/phones/rosa/number", { waId: "34600999001" })).status).toBe(200);
  await says({ type: "text", text: "From my new number" });
  await until(() => sim.messages().length === 3);
  const [first, system, after] = sim.messages();
  expect(system).toMatchObject({
    from: "34600100201",
    type: "system",
    system: { type: "user_changed_number", wa_id: "34600999001", previous_user_id: first?.from_user_id },
  });
  expect(after).toMatchObject({ from: "34600999001" });
  expect(after?.from_user_id).not.toBe(first?.from_user_id);
});

test("a person writes to any of our numbers; each has its own chat and its own window", async () => {
  await says({ type: "text", text: "To the first" });
  await says({ type: "text", text: "To the other" }, `?number=${FURTHER}`);
  await until(() => sim.messages().length === 2);
  expect(
    sim.changes("messages").map((value) => z.object({ phone_number_id: z.string() }).parse(value.metadata)),
  ).toEqual([{ phone_number_id: "200000000000001" }, { phone_number_id: FURTHER }]);
  expect((await thread()).messages.map(({ text }) => text)).toEqual(["To the first"]);
  expect((await thread(`?number=${FURTHER}`)).messages.map(({ text }) => text)).toEqual(["To the other"]);
  await sim.control("POST", `/phones/rosa/close-window?number=${FURTHER}`, {});
  const sendVia = (number: string) =>
    sim.graph("POST", `/${number}/messages`, {
      messaging_product: "whatsapp",
      to: "34600100201",
      type: "text",
      text: { body: "Hi" },
    });
  expect((await sendVia("200000000000001")).status).toBe(200);
  expect((await sendVia(FURTHER)).body).toMatchObject({ error: { code: 131047 } });
});

test("an edit reaches a coexistence number with its words, a plain one as something it cannot read", async () => {
  const { id } = await says({ type: "text", text: "tomorow" });
  await says({ type: "edit", messageId: id, text: "tomorrow" });
  await sim.control("PATCH", "/numbers/200000000000001", { isOnBizApp: true });
  await says({ type: "edit", messageId: id, text: "tomorrow at 9" });
  await says({ type: "revoke", messageId: id });
  await until(() => sim.messages().length === 4);
  expect(typeNames()).toEqual(["text", "unsupported", "edit", "revoke"]);
  expect((await thread()).messages).toMatchObject([{ isRevoked: true, text: null }]);
});

test("a question for a number is answered with the person's own, in answer to the question", async () => {
  await says({ type: "text", text: "Hello" });
  await sim.send({
    type: "interactive",
    interactive: {
      type: "request_contact_info",
      body: { text: "Your number, please" },
      action: { name: "request_contact_info" },
    },
  });
  const asked = (await thread()).messages.at(-1);
  await says({ type: "own_contact", messageId: asked?.id });
  await until(() => sim.messages().length === 2);
  expect(sim.messages().at(-1)).toMatchObject({
    context: { id: asked?.id },
    contacts: [{ origin: "contact_request", phones: [{ wa_id: "34600100201" }] }],
  });
});

test("what was passed on is marked, and often passed on otherwise", async () => {
  await says({ type: "text", text: "Look", forwarded: "once" });
  await says({ type: "text", text: "Look!", forwarded: "often" });
  await until(() => sim.messages().length === 2);
  expect(sim.messages().map(({ context }) => context)).toEqual([
    { forwarded: true },
    { frequently_forwarded: true },
  ]);
});

test("phones kept by an earlier version, which knew less of them, still write", async () => {
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  const state = join(folder, "state.json");
  const before = await startCaught({ state });
  await before.control("POST", "/phones/rosa/messages", { type: "text", text: "Hello" });
  await before.close();
  const old = z
    .looseObject({ phones: z.array(z.record(z.string(), z.unknown())) })
    .parse(JSON.parse(readFileSync(state, "utf8")));
  for (const phone of old.phones)
    for (const later of ["blocks", "isOff", "inHand", "timeZone"]) delete phone[later];
  writeFileSync(state, JSON.stringify(old));
  const after = await startCaught({ state });
  const said = await after.control("POST", "/phones/rosa/messages", { type: "text", text: "Again" });
  expect(said.status).toBe(201);
  expect((await after.control("GET", "/phones/rosa/thread")).body).toMatchObject({
    phone: { timeZone: "Europe/Madrid", isOff: false },
  });
  await after.close();
  rmSync(folder, { recursive: true });
});

test("a thread comes a page at a time", async () => {
  for (const text of ["1", "2", "3"]) await says({ type: "text", text });
  const newest = await thread("?limit=2");
  expect(newest.messages.map(({ text }) => text)).toEqual(["2", "3"]);
  expect(newest.hasEarlier).toBe(true);
  const before = await thread(`?limit=2&before=${encodeURIComponent(newest.messages[0]?.id ?? "")}`);
  expect(before.messages.map(({ text }) => text)).toEqual(["1"]);
  expect(before.hasEarlier).toBe(false);
});
