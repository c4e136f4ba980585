import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Connection } from "../../shared/api/connecting.ts";
import type { CheckName } from "../../shared/connecting.ts";
import {
  aConversation,
  aMessage,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import {
  ACCOUNT,
  type FakeAccounts,
  fakeAccounts,
  NUMBER,
  refusal,
  SECRET,
  TOKEN,
} from "../../test/fake-accounts.ts";
import {
  answerTest,
  beginConnection,
  checkStep,
  chooseNumber,
  finish,
  giveToken,
  listNumbers,
  register,
} from "./connect.ts";
import { find } from "./connect-place.ts";
import { viewOf } from "./connect-view.ts";
import { giveSecret, pointHere, renewVerifyToken } from "./connect-webhook.ts";
import { pauseNumber } from "./pause.ts";
import { claimNumbers } from "./register.ts";
import { changeNumber, checkNumber, disconnect, readSettings, replaceToken } from "./settings.ts";

let system: ConversationSystem;
let graph: FakeAccounts;
beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  await system.db.query("truncate number cascade");
  await system.db.query("truncate number_connection");
  await system.numbers.refresh();
  graph = await fakeAccounts();
  return () => graph.close();
});

const parts = () => ({ system, numbers: system.numbers });
const begin = (token = TOKEN) =>
  beginConnection(parts(), { graphUrl: graph.url, graphVersion: "v26.0", token });
const codeOf = ({ checks }: Connection, name: CheckName) => checks.find(({ check }) => check === name)?.code;
const doneSteps = ({ steps }: Connection) => steps.filter(({ isDone }) => isDone).map(({ step }) => step);
const connected = async () => {
  const { id } = await begin();
  await chooseNumber(parts(), id, NUMBER);
  await giveSecret(parts(), id, { appSecret: SECRET });
  return pointHere(parts(), id, "app");
};

test("from a token to a message out and back, each step in order", async () => {
  const begun = await begin();
  expect(doneSteps(begun)).toEqual(["token"]);
  // The token says which account it is for, so its numbers are there at once.
  expect(begun).toMatchObject({
    accountId: ACCOUNT,
    appName: "Baton app",
    numbers: [{ phoneNumberId: NUMBER, known: "no" }],
  });

  const chosen = await chooseNumber(parts(), begun.id, NUMBER);
  expect(doneSteps(chosen)).toEqual(["token", "number"]);
  expect(chosen).toMatchObject({ name: "Al Noor", phone: "15550100001", hasAppSecret: false });
  expect(chosen.verifyToken).toMatch(/^[\w-]{24}$/);

  const proven = await giveSecret(parts(), begun.id, { appSecret: SECRET });
  expect(codeOf(proven, "app_secret")).toBe("app_secret_fine");
  expect(codeOf(proven, "subscribed")).toBe("subscribed_missing");
  expect(system.numbers.appSecrets()).toContain(SECRET);
  expect(system.numbers.verifyTokens()).toContain(chosen.verifyToken);

  const pointed = await pointHere(parts(), begun.id, "app");
  expect(doneSteps(pointed)).toEqual(["token", "number", "webhook"]);
  expect(graph.hook?.url).toBe("http://127.0.0.1:4400/webhooks/whatsapp");
  expect(pointed.verifyToken).toBeNull();

  expect(codeOf(pointed, "heard")).toBe("heard_waiting");
  await expect(answerTest(parts(), begun.id, { text: "It works", accountId: null })).rejects.toMatchObject({
    code: "nothing_heard",
  });
  const talk = await aConversation(system, pointed.numberId ?? 0, { name: "Ana" });
  await aMessage(system, talk.id);
  await system.db.query("update message set came_by = 'webhook'");
  const heard = await checkStep(parts(), begun.id, "test");
  expect(heard.heard?.name).toBe("Ana");
  const answered = await answerTest(parts(), begun.id, { text: "It works", accountId: null });
  expect(codeOf(answered, "answered")).toBe("answer_on_its_way");
  await answerTest(parts(), begun.id, { text: "It works", accountId: null });
  expect(await system.db.query("select 1 from outbox")).toHaveLength(1);
  await system.db.query("update message set send_state = 'delivered' where side = 'bot'");
  const done = await viewOf(system, await find(parts(), begun.id));
  expect(doneSteps(done)).toEqual(["token", "number", "webhook", "test"]);
  await finish(parts(), begun.id);
  expect(await find(parts(), begun.id)).toMatchObject({ accessTokenSealed: null });
});

test("what goes in as a secret never comes out again", async () => {
  const view = await connected();
  const all = JSON.stringify([view, await readSettings(parts(), view.numberId ?? 0)]);
  for (const secret of [TOKEN, SECRET]) expect(all).not.toContain(secret);
  expect(system.logged()).not.toContain(TOKEN);
  const rows = await system.db.query(
    "select c.*, n.* from number_connection c join number n on n.id = c.number_id",
  );
  expect(JSON.stringify(rows)).not.toContain(SECRET);
});

test("a token that is refused, lacks a permission or meets no Graph says which", async () => {
  expect(codeOf(await begin("wrong"), "token")).toBe("token_refused");
  graph.scopes = ["whatsapp_business_management"];
  expect(codeOf(await begin(), "permissions")).toBe("permissions_missing");
  graph.instead.set("GET debug_token", { status: 200, body: { hello: 1 } });
  expect(codeOf(await begin(), "token")).toBe("graph_not_there");
  const nobody = { graphUrl: "http://127.0.0.1:9", graphVersion: "v26.0", token: TOKEN };
  expect(codeOf(await beginConnection(parts(), nobody), "token")).toBe("graph_unreachable");
});

test("a token that may not look at itself is tried in another way", async () => {
  graph.instead.set("GET debug_token", refusal(100));
  graph.instead.set("GET me", { body: { id: "1" } });
  const begun = await begin();
  expect(codeOf(begun, "token")).toBe("token_unproven");
  expect(begun.accountId).toBeNull();
  const listed = await listNumbers(parts(), begun.id, ACCOUNT);
  expect(listed.numbers).toHaveLength(1);
});

test("a wrong token is mended later and the steps after it go on", async () => {
  const { id } = await begin("wrong");
  const mended = await giveToken(parts(), id, { token: TOKEN });
  expect(doneSteps(mended)).toEqual(["token"]);
  expect(mended.numbers).toHaveLength(1);
});

test("an account that is not there, not ours, or empty", async () => {
  const { id } = await begin();
  expect(codeOf(await listNumbers(parts(), id, "999999"), "account")).toBe("account_not_found");
  graph.instead.set(`GET ${ACCOUNT}`, refusal(200, 403));
  expect(codeOf(await listNumbers(parts(), id, ACCOUNT), "account")).toBe("account_forbidden");
  graph.instead.clear();
  graph.instead.set(`GET ${ACCOUNT}/phone_numbers`, { body: { data: [] } });
  expect(codeOf(await listNumbers(parts(), id, ACCOUNT), "account")).toBe("account_empty");
});

test("a number that is not registered is registered with its PIN; a wrong one says so", async () => {
  graph.number = { ...graph.number, platform_type: "NOT_APPLICABLE", status: "PENDING" };
  const { id } = await begin();
  expect(codeOf(await chooseNumber(parts(), id, NUMBER), "registration")).toBe("not_registered");
  graph.instead.set(`POST ${NUMBER}/register`, refusal(133005));
  expect(codeOf(await register(parts(), id, "000000"), "registration")).toBe("pin_wrong");
  graph.instead.clear();
  expect(codeOf(await register(parts(), id, "123456"), "registration")).toBe("registered");
});

test("a wrong app secret is not kept", async () => {
  const { id } = await begin();
  await chooseNumber(parts(), id, NUMBER);
  const wrong = await giveSecret(parts(), id, { appSecret: "nonsense" });
  expect(codeOf(wrong, "app_secret")).toBe("app_secret_wrong");
  expect(wrong.hasAppSecret).toBe(false);
  expect(system.numbers.appSecrets()).toEqual([]);
});

test("Meta that cannot come in is told in its own words; a new verify token ends the old one", async () => {
  const { id } = await begin();
  const { verifyToken } = await chooseNumber(parts(), id, NUMBER);
  await giveSecret(parts(), id, { appSecret: SECRET });
  graph.instead.set(`POST ${"700000000000001"}/subscriptions`, refusal(2200));
  expect(codeOf(await pointHere(parts(), id, "app"), "handshake")).toBe("handshake_refused");
  const renewed = await renewVerifyToken(parts(), id);
  expect(renewed.verifyToken).not.toBe(verifyToken);
  expect(codeOf(renewed, "handshake")).toBe("handshake_waiting");
  expect(system.numbers.verifyTokens()).toEqual([renewed.verifyToken]);
});

test("an answer that does not get out says so", async () => {
  const { id, numberId } = await connected();
  const talk = await aConversation(system, numberId ?? 0, { name: "Ana" });
  await aMessage(system, talk.id);
  await system.db.query("update message set came_by = 'webhook'");
  expect(codeOf(await answerTest(parts(), id, { text: "It works", accountId: null }), "answered")).toBe(
    "answer_on_its_way",
  );
  await system.db.query("update message set said_at = said_at - interval '31 seconds' where side = 'bot'");
  const waiting = await viewOf(system, await find(parts(), id));
  expect(codeOf(waiting, "answered")).toBe("answer_waits");
});

test("an unclaimed number keeps its messages when it is claimed", async () => {
  const known = await system.db.transaction((tx) =>
    claimNumbers(tx, new Map([[NUMBER, "15550100001"]]), system.clock.now()),
  );
  const numberId = known.get(NUMBER) ?? 0;
  const talk = await aConversation(system, numberId);
  await aMessage(system, talk.id);
  const { id, numbers } = await begin();
  expect(numbers[0]?.known).toBe("unclaimed");
  const chosen = await chooseNumber(parts(), id, NUMBER);
  expect(chosen).toMatchObject({ numberId, name: "Al Noor" });
  expect(await system.db.query("select 1 from message where number_id = $1", [numberId])).toHaveLength(1);
  expect(system.numbers.get(numberId)?.canSend).toBe(true);
});

test("a second number of the same app needs neither its secret nor the webhook again", async () => {
  await connected();
  graph.number = { ...graph.number, id: "200000000000002", verified_name: "Second" };
  graph.instead.set("GET 200000000000002", { body: graph.number });
  const { id } = await begin();
  const chosen = await chooseNumber(parts(), id, "200000000000002");
  expect(chosen).toMatchObject({ hasAppSecret: true, verifyToken: null });
  expect(doneSteps(chosen)).toEqual(["token", "number", "webhook"]);
});

test("another token is kept only if it reaches the number", async () => {
  const { numberId } = await connected();
  const id = numberId ?? 0;
  const refused = await replaceToken(parts(), id, "wrong");
  expect(refused).toMatchObject({ isKept: false, checks: [{ code: "token_refused" }] });
  expect(system.numbers.get(id)?.accessToken).toBe(TOKEN);
  graph.number.throughput = { level: "HIGH" };
  await system.db.transaction((tx) => pauseNumber(tx, id, { code: 190, now: system.clock.now() }));
  expect(await replaceToken(parts(), id, TOKEN)).toMatchObject({ isKept: true });
  expect(await readSettings(parts(), id)).toMatchObject({ throughputKind: "upgraded", throughput: 1000 });
  expect(system.numbers.get(id)?.pausedAt).toBeNull();
});

test("a number is renamed, looked at, and disconnected with its history", async () => {
  const { numberId } = await connected();
  const id = numberId ?? 0;
  await changeNumber(parts(), id, { name: "Front desk", sendsReadMarks: false });
  expect(system.numbers.get(id)).toMatchObject({ name: "Front desk", sendsReadMarks: false });
  const codes = (await checkNumber(parts(), id)).map(({ code }) => code);
  expect(codes).toEqual(
    expect.arrayContaining([
      "token_fine",
      "permissions_fine",
      "registered",
      "quality_fine",
      "subscribed_fine",
      "fields_fine",
    ]),
  );
  const talk = await aConversation(system, id);
  await aMessage(system, talk.id);
  await disconnect(parts(), id);
  expect(await readSettings(parts(), id)).toMatchObject({
    hasToken: false,
    hasAppSecret: false,
    name: "Front desk",
  });
  expect((await readSettings(parts(), id)).disconnectedAt).not.toBeNull();
  expect(graph.subscribed).toBe(false);
  expect(system.numbers.appSecrets()).toEqual([]);
  expect(await system.db.query("select 1 from message where number_id = $1", [id])).toHaveLength(1);
  const again = await begin();
  await chooseNumber(parts(), again.id, NUMBER);
  expect((await readSettings(parts(), id)).disconnectedAt).toBeNull();
});
