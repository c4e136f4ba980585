/** Several numbers, tokens, subscriptions, registration, groups, coexistence: the platform around the messages. */
import { createServer } from "node:http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type CaughtSimulator, startCaught, until } from "./webhook-catcher.ts";

const FIRST = "200000000000001";
const SECOND = "200000000000002";
const OTHER_ACCOUNT = "300000000000002";
const hello = { messaging_product: "whatsapp", to: "+34600100201", type: "text", text: { body: "Hola" } };

let sim: CaughtSimulator;
beforeEach(async () => {
  sim = await startCaught({ moreNumbers: [{ id: SECOND, accountId: OTHER_ACCOUNT }] });
});
afterEach(() => sim.close());

const happen = (it: object) => sim.control("POST", "/happen", it);
const errorOf = (answer: { body: object }) =>
  z.looseObject({ error: z.looseObject({ code: z.number() }) }).parse(answer.body).error;

test("each number has its own window, and its webhooks name it and its account", async () => {
  await sim.control("POST", `/phones/rosa/messages?number=${SECOND}`, { type: "text", text: "Hi" });
  expect((await sim.graph("POST", `/${SECOND}/messages`, hello)).status).toBe(200);
  expect(errorOf(await sim.graph("POST", `/${FIRST}/messages`, hello)).code).toBe(131047);
  await until(() => sim.statuses().some(({ status }) => status === "read"));
  const entries = sim.caught.flatMap(({ body }) => body.entry);
  expect(new Set(entries.map(({ id }) => id))).toEqual(new Set([OTHER_ACCOUNT]));
  expect(entries[0]?.changes[0]?.value).toMatchObject({
    metadata: { phone_number_id: SECOND, display_phone_number: "15550100002" },
  });
});

test("any version, none, and a form instead of JSON are taken", async () => {
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  const headers = { authorization: "Bearer token" };
  const bare = await fetch(`${sim.url}/${FIRST}/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify(hello),
  });
  expect(bare.status).toBe(200);
  const form = new URLSearchParams({ code_method: "SMS", language: "en" });
  const asked = await fetch(`${sim.url}/v19.0/${FIRST}/request_code`, {
    method: "POST",
    headers,
    body: form,
  });
  expect(await asked.json()).toMatchObject({ error: { code: 136025 } });
});

test.each([
  ["no token", null, 401, 0],
  ["an unknown one", "other", 401, 190],
  ["one that is over", "old", 401, 190],
  ["one without the permission", "reader", 403, 10],
  ["one without the account", "elsewhere", 403, 200],
])("%s is refused", async (_name, token, status, code) => {
  await sim.control("POST", "/tokens", { token: "old", expiresAt: "2020-01-01T00:00:00Z" });
  await sim.control("POST", "/tokens", { token: "reader", permissions: ["whatsapp_business_management"] });
  await sim.control("POST", "/tokens", { token: "elsewhere", accounts: [OTHER_ACCOUNT] });
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(`${sim.url}/v26.0/${FIRST}/messages`, {
    method: "POST",
    headers,
    body: JSON.stringify(hello),
  });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ error: { code, type: "OAuthException" } });
});

test("a token is looked into", async () => {
  await sim.control("POST", "/tokens", { token: "old", expiresAt: "2020-01-01T00:00:00Z" });
  expect((await sim.graph("GET", "/debug_token?input_token=token")).body).toMatchObject({
    data: {
      is_valid: true,
      scopes: expect.arrayContaining(["whatsapp_business_messaging"]),
      granular_scopes: expect.arrayContaining([
        { scope: "whatsapp_business_messaging", target_ids: ["300000000000001", OTHER_ACCOUNT] },
      ]),
    },
  });
  expect((await sim.graph("GET", "/debug_token?input_token=old")).body).toMatchObject({
    data: { is_valid: false, error: { code: 190 } },
  });
});

test("an address is taken only when it passes the handshake, and then gets that account's webhooks", async () => {
  const got: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://hook");
    got.push(request.method ?? "");
    const isRight = url.searchParams.get("hub.verify_token") === "mine";
    response.writeHead(request.method === "POST" || isRight ? 200 : 403);
    response.end(url.searchParams.get("hub.challenge") ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  const uri = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  const path = `/${OTHER_ACCOUNT}/subscribed_apps`;
  const override = (verify_token: string) => ({ override_callback_uri: uri, verify_token });
  expect(errorOf(await sim.graph("POST", path, override("wrong"))).code).toBe(2200);
  expect((await sim.graph("POST", path, override("mine"))).body).toEqual({ success: true });
  await sim.control("POST", `/phones/rosa/messages?number=${SECOND}`, { type: "text", text: "Hi" });
  await until(() => got.includes("POST"));
  expect(got).toEqual(["GET", "GET", "POST"]);
  await sim.graph("DELETE", path);
  await sim.control("POST", `/phones/rosa/messages?number=${SECOND}`, { type: "text", text: "Hi" });
  await sim.control("POST", "/flush");
  expect(got.length).toBe(3);
  expect(sim.caught).toEqual([]);
  server.closeAllConnections();
  server.close();
});

test("a number is added, verified, registered, and only then sends", async () => {
  const wanted = { cc: "34", phone_number: "600 999 888", verified_name: "Aurora Norte" };
  const { body } = await sim.graph("POST", "/300000000000001/phone_numbers", wanted);
  const id = String(body.id);
  expect(errorOf(await sim.graph("POST", `/${id}/messages`, hello)).code).toBe(133010);
  const pin = { messaging_product: "whatsapp", pin: "123456" };
  expect(errorOf(await sim.graph("POST", `/${id}/register`, pin)).code).toBe(133006);
  await sim.graph("POST", `/${id}/request_code`, { code_method: "SMS", language: "en" });
  expect(errorOf(await sim.graph("POST", `/${id}/verify_code`, { code: "000000" })).code).toBe(136025);
  expect((await sim.graph("POST", `/${id}/verify_code`, { code: "123456" })).status).toBe(200);
  expect((await sim.graph("POST", `/${id}/register`, pin)).body).toEqual({ success: true });
  const other = { ...pin, pin: "654321" };
  expect(errorOf(await sim.graph("POST", `/${id}/register`, other)).code).toBe(133005);
  expect(errorOf(await sim.graph("POST", `/${id}/messages`, hello)).code).toBe(131047);
});

test("an answer to somebody who came by an advertisement makes three days free", async () => {
  await happen({ type: "ad", phoneId: "rosa", text: "Hi" });
  await until(() => sim.messages().length === 1);
  expect(sim.messages()[0]).toMatchObject({ referral: { source_type: "ad" } });
  await sim.graph("POST", `/${FIRST}/messages`, hello);
  await until(() => sim.statuses().some(({ status }) => status === "read"));
  expect(sim.statuses().find(({ status }) => status === "sent")).toMatchObject({
    conversation: { origin: { type: "referral_conversion" } },
    pricing: { type: "free_entry_point", category: "referral_conversion", billable: false },
  });
});

test("a person in trouble fails with the code that was set, at once or later", async () => {
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  await sim.control("PUT", "/troubles/rosa", { code: 131049 });
  expect((await sim.graph("POST", `/${FIRST}/messages`, hello)).status).toBe(200);
  await until(() => sim.statuses().length === 1);
  expect(sim.statuses()).toMatchObject([{ status: "failed", errors: [{ code: 131049 }] }]);
  await sim.control("PUT", "/troubles/rosa", { code: 131050, late: false });
  expect(errorOf(await sim.graph("POST", `/${FIRST}/messages`, hello)).code).toBe(131050);
});

test("a call that hangs is done only when it hangs after the work", async () => {
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  const send = () =>
    fetch(`${sim.url}/v26.0/${FIRST}/messages`, {
      method: "POST",
      headers: { authorization: "Bearer token" },
      body: JSON.stringify({ ...hello, biz_opaque_callback_data: "job" }),
      signal: AbortSignal.timeout(1_000),
    }).catch((error: Error) => (error.name === "TimeoutError" ? "late" : "cut"));
  const ids = async () => {
    const { body } = await sim.control("POST", "/received/find", { callbacks: ["job"] });
    return z.object({ found: z.tuple([z.object({ ids: z.array(z.string()) })]) }).parse(body).found[0].ids
      .length;
  };
  const counts: number[] = [];
  for (const misfire of ["hang", "cut", "hang after", "cut after"]) {
    await sim.control("PATCH", "/settings", { misfire });
    expect(await send(), misfire).toBe(misfire.startsWith("cut") ? "cut" : "late");
    counts.push(await ids());
  }
  expect(counts).toEqual([0, 0, 1, 2]);
});

test("a group is made, joined by the link, written to, and tells of each participant", async () => {
  const made = { messaging_product: "whatsapp", subject: "Site 4" };
  await sim.graph("POST", `/${FIRST}/groups`, made);
  await until(() => sim.changes("group_lifecycle_update").length === 1);
  const Created = z.looseObject({ groups: z.tuple([z.looseObject({ group_id: z.string() })]) });
  const groupId = Created.parse(sim.changes("group_lifecycle_update")[0]).groups[0].group_id;
  for (const phoneId of ["rosa", "grace"]) await happen({ type: "group_join", groupId, phoneId });
  const text = { ...hello, recipient_type: "group", to: groupId };
  expect((await sim.graph("POST", `/${FIRST}/messages`, text)).body).toMatchObject({
    messages: [{ group_id: groupId }],
  });
  await until(() => sim.statuses().filter(({ status }) => status === "read").length === 2);
  expect(sim.statuses()[0]).toMatchObject({ recipient_type: "group", recipient_id: groupId, status: "sent" });
  const location = { ...text, type: "location", location: { latitude: 1, longitude: 1 } };
  expect(errorOf(await sim.graph("POST", `/${FIRST}/messages`, location)).code).toBe(131041);
  await happen({ type: "group_text", groupId, phoneId: "rosa", text: "Hi all" });
  await until(() => sim.messages().length === 1);
  expect(sim.messages()[0]).toMatchObject({ group_id: groupId });
});

test("a number on the Business app shares its past and contacts once, and echoes what is typed there", async () => {
  await sim.control("PATCH", `/numbers/${FIRST}`, { isOnBizApp: true });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  const sync = (sync_type: string) =>
    sim.graph("POST", `/${FIRST}/smb_app_data`, { messaging_product: "whatsapp", sync_type });
  expect((await sync("history")).body).toMatchObject({ request_id: expect.any(String) });
  expect(errorOf(await sync("history")).code).toBe(2593107);
  await sim.control("POST", "/clock", { forwardMs: 25 * 3_600_000 });
  expect(errorOf(await sync("smb_app_state_sync")).code).toBe(2593108);
  await happen({ type: "echo", phoneId: "rosa", text: "Vamos" });
  await until(() => sim.changes("smb_message_echoes").length === 1);
  expect(sim.changes("history").length).toBe(3);
  expect(sim.changes("history")[0]).toMatchObject({
    history: [{ metadata: { phase: 0 }, threads: [{ id: "34600100201" }] }],
  });
  expect(sim.changes("smb_message_echoes")[0]).toMatchObject({
    message_echoes: [{ from: "15550100001", to: "34600100201", text: { body: "Vamos" } }],
  });
});

test("with the identity check on, contacts carry a hash, and a send to another identity is refused", async () => {
  const user_identity_change = { enable_identity_key_check: true };
  await sim.graph("POST", `/${FIRST}/settings`, { user_identity_change });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  await until(() => sim.messages().length === 1);
  const Contact = z.looseObject({ identity_key_hash: z.string() });
  const value = sim.caught[0]?.body.entry[0]?.changes[0]?.value;
  const hash = Contact.parse(value?.contacts?.[0]).identity_key_hash;
  const send = () => sim.graph("POST", `/${FIRST}/messages`, { ...hello, recipient_identity_key_hash: hash });
  expect((await send()).status).toBe(200);
  await happen({ type: "user_id", phoneId: "rosa", userId: "US.123" });
  expect(errorOf(await send()).code).toBe(137000);
  await until(() => sim.messages().length === 2);
  expect(sim.messages()[1]).toMatchObject({ system: { type: "user_changed_user_id", user_id: "US.123" } });
});

test("bodies of a file are posted again, signed, each line as it is", async () => {
  const line = JSON.stringify({ object: "whatsapp_business_account", entry: [] });
  const response = await fetch(`${sim.url}/control/replay`, { method: "POST", body: `${line}\n${line}\n` });
  expect(await response.json()).toEqual({ bodies: 2 });
  await until(() => sim.caught.length === 2);
  expect(sim.caught.map(({ bytes }) => bytes.toString())).toEqual([line, line]);
});

test("old messages go when there are too many", async () => {
  await sim.close();
  sim = await startCaught({ keep: 100, settings: { throughput: 0, pairLimit: false, autoRead: false } });
  await sim.control("POST", "/phones/rosa/messages", { type: "text", text: "Hi" });
  for (let n = 0; n < 130; n += 1) await sim.graph("POST", `/${FIRST}/messages`, hello);
  const { body } = await sim.control("GET", "/phones/rosa/thread?limit=500");
  const { messages } = z.object({ messages: z.array(z.unknown()) }).parse(body);
  expect(messages.length).toBeLessThanOrEqual(110);
  expect((await sim.control("GET", "/received")).body).toMatchObject({ numbers: [{ accepted: 130 }] });
});
