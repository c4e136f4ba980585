import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { changeTemplate, handIn, removeTemplate } from "./change.ts";
import { templateForSending } from "./read.ts";
import { removeSampleTemplates } from "./remove-sample.ts";
import { readTemplates } from "./shown.ts";
import { rememberSources, suggestForTemplate } from "./suggest-values.ts";
import { readTemplateNotices, syncTemplates } from "./sync.ts";

const ACCOUNT = "300000000000001";
let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;

type Listed = {
  id: string;
  name: string;
  language: string;
  status: string;
  category: string;
  components: unknown;
};
/** What the account holds at WhatsApp. */
let held: Listed[] = [];
/** Asked so far, and what is answered instead, once each. */
let asked: { method: string; url: URL; body: unknown }[] = [];
let instead: { status: number; body: unknown }[] = [];
const PAGE = 2;

function answer(request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? "", graph.url);
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const text = Buffer.concat(chunks).toString();
    asked.push({ method: request.method ?? "", url, body: text === "" ? null : JSON.parse(text) });
    const { status, body } = instead.shift() ?? { status: 200, body: ordinary(request.method ?? "", url) };
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  return true;
}

function ordinary(method: string, url: URL): unknown {
  if (method === "POST") return { id: "900", status: "PENDING", category: "MARKETING" };
  if (method === "DELETE") return { success: true };
  const from = Number(url.searchParams.get("after") ?? 0);
  const end = from + PAGE;
  return {
    data: held.slice(from, end),
    paging: { cursors: { after: String(end) }, ...(end < held.length && { next: "more" }) },
  };
}

const template = (id: number, more: Partial<Listed> = {}): Listed => ({
  id: String(id),
  name: `visit_${id}`,
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  components: [{ type: "BODY", text: "Hello {{1}}, we come today.", example: { body_text: [["Ana"]] } }],
  ...more,
});
const refusal = (code: number, more: object = {}) => ({
  status: code === 190 ? 401 : 400,
  body: { error: { code, message: "no", ...more } },
});
const shown = () => readTemplates(system.db, system.numbers, system.clock.now());
const states = async () =>
  Object.fromEntries((await shown()).templates.map(({ name, state }) => [name, state]));
const parts = () => ({ system, numbers: system.numbers });
const asking = {
  by: { kind: "token" as const, id: 1, name: "test", role: "manager" as const },
  address: "::1",
};

beforeAll(async () => {
  system = await conversationSystem();
  graph = await fakeGraph();
  graph.handle = answer;
  numberId = await aNumber(system, graph.url);
  await system.db.query("update number set business_account_id = $1 where id = $2", [ACCOUNT, numberId]);
  await system.numbers.refresh();
});
afterAll(async () => {
  await graph?.close();
  await system?.close();
});
beforeEach(async () => {
  await system.db.query("delete from template");
  await system.db.query("delete from notice");
  system.clock.forward({ minutes: 5 });
  held = [];
  asked = [];
  instead = [];
});

test("all pages are read, and what is gone is marked, not lost", async () => {
  held = [template(1), template(2), template(3), template(4), template(5, { status: "PAUSED" })];
  await syncTemplates(parts(), ACCOUNT);
  expect(asked).toHaveLength(3);
  expect(await states()).toMatchObject({ visit_1: "approved", visit_5: "paused" });
  system.clock.forward({ minutes: 1 });
  held = held.slice(1);
  await syncTemplates(parts(), ACCOUNT);
  expect(await states()).toMatchObject({ visit_1: "deleted", visit_2: "approved" });
  expect((await shown()).accounts[0]).toMatchObject({ canAsk: true, sync: { trouble: null } });
});

test("a place in the list that WhatsApp has lost is looked for from the start", async () => {
  held = [template(1), template(2), template(3)];
  instead = [{ status: 200, body: ordinary("GET", new URL("http://x/")) }, refusal(131059)];
  await syncTemplates(parts(), ACCOUNT);
  expect(asked.map(({ url }) => url.searchParams.get("after"))).toEqual([null, "2", null, "2"]);
  expect(Object.keys(await states())).toHaveLength(3);
});

test("trouble is said, and what was known stays", async () => {
  held = [template(1)];
  await syncTemplates(parts(), ACCOUNT);
  instead = [refusal(190)];
  await syncTemplates(parts(), ACCOUNT);
  expect((await shown()).accounts[0]?.sync).toMatchObject({ trouble: "token", errorCode: 190 });
  expect(await states()).toEqual({ visit_1: "approved" });
});

test("a notice changes the state at once, and asks for the list anew", async () => {
  held = [template(1)];
  await syncTemplates(parts(), ACCOUNT);
  const at = system.clock.forward({ minutes: 1 });
  await system.db.query(
    "insert into notice (digest, business_account_id, field, at, body) values ($1, $2, $3, $4, $5)",
    [
      Buffer.from("a"),
      ACCOUNT,
      "message_template_status_update",
      at,
      {
        event: "DISABLED",
        message_template_id: 1,
        message_template_name: "visit_1",
        message_template_language: "en_US",
        reason: "ABUSIVE_CONTENT",
      },
    ],
  );
  await readTemplateNotices(parts(), ACCOUNT);
  expect((await shown()).templates[0]).toMatchObject({ state: "disabled", reason: "ABUSIVE_CONTENT" });
  const jobs = await system.db.query<{ task: string }>(
    "select task_identifier as task from graphile_worker.jobs where key = $1",
    [`templates:${ACCOUNT}`],
  );
  expect(jobs).toEqual([{ task: "sync_templates" }]);
});

const DRAFT = {
  name: "come_back",
  language: "en_US",
  category: "utility" as const,
  definition: {
    variables: "positional" as const,
    body: "Hello {{1}}, come back.",
    buttons: [],
    examples: { "1": "Ana" },
    beyond: [],
  },
};

test("handed in, it waits for review, in the category WhatsApp gave it", async () => {
  const made = await handIn(parts(), { businessAccountId: ACCOUNT, draft: DRAFT }, asking);
  expect(made).toMatchObject({ state: "pending", category: "marketing", previousCategory: "utility" });
  expect(asked[0]).toMatchObject({ method: "POST", body: { name: "come_back", category: "UTILITY" } });
  expect(asked[0]?.url.pathname).toBe(`/v26.0/${ACCOUNT}/message_templates`);
  expect(made.edit).toMatchObject({ may: false, why: "state" });
});

test("what WhatsApp would refuse is refused before it is asked; what it refuses is said in its reason", async () => {
  const bad = { ...DRAFT, definition: { ...DRAFT.definition, body: "{{1}} come back" } };
  await expect(handIn(parts(), { businessAccountId: ACCOUNT, draft: bad }, asking)).rejects.toMatchObject({
    code: "template_invalid",
  });
  expect(asked).toEqual([]);
  const ask = () => handIn(parts(), { businessAccountId: ACCOUNT, draft: DRAFT }, asking);
  instead = [
    refusal(100, { error_subcode: 2388024 }),
    refusal(100, { error_user_msg: "Say it nicer." }),
    refusal(200),
  ];
  await expect(ask()).rejects.toMatchObject({ code: "template_exists", kind: "conflict" });
  await expect(ask()).rejects.toMatchObject({ code: "template_refused", message: /Say it nicer/ });
  await expect(ask()).rejects.toMatchObject({ code: "template_permission" });
  expect(await states()).toEqual({});
});

test("an approved one is changed once a day; deleting takes all languages of the name when asked", async () => {
  held = [template(1), template(2, { name: "visit_1", language: "es" })];
  await syncTemplates(parts(), ACCOUNT);
  const [one] = (await shown()).templates;
  if (!one) throw new Error("two were listed");
  const change = { definition: DRAFT.definition };
  expect(await changeTemplate(parts(), one.id, change, asking)).toMatchObject({ state: "pending" });
  await system.db.query("update template set state = 'approved' where id = $1", [one.id]);
  await expect(changeTemplate(parts(), one.id, change, asking)).rejects.toMatchObject({
    code: "template_edit_once_a_day",
  });
  await removeTemplate(parts(), one.id, "all", asking);
  expect(asked.at(-1)?.url.searchParams.toString()).toBe("name=visit_1");
  expect((await shown()).templates.map(({ state }) => state)).toEqual(["deleted", "deleted"]);
});

test("values come from the conversation, and what was chosen comes again", async () => {
  held = [template(1)];
  await syncTemplates(parts(), ACCOUNT);
  const id = (await shown()).templates[0]?.id ?? 0;
  const { id: conversationId } = await aConversation(system, numberId, { name: "Ana Lima" });
  const about = { conversationId, requestId: null, contactId: null, timeZone: "UTC" };
  const ask = async () => (await suggestForTemplate(system.db, id, about, asking.by)).values;
  expect(await ask()).toEqual([{ key: "1", value: "Ana", source: "first_name" }]);
  await system.db.transaction((tx) =>
    rememberSources(tx, id, [{ key: "1", source: "us" }], system.clock.now()),
  );
  expect(await ask()).toEqual([{ key: "1", value: "Main line", source: "us" }]);
  expect(await templateForSending(system.db, id)).toMatchObject({ name: "visit_1", state: "approved" });
  expect(await templateForSending(system.db, id + 1000)).toBeNull();
});

test("the sample day's templates go with it, unless another number shares its account", async () => {
  held = [template(1)];
  await syncTemplates(parts(), ACCOUNT);
  const other = await aNumber(system, graph.url, { phoneNumberId: "200000000000002" });
  const remove = () => system.db.transaction((tx) => removeSampleTemplates(tx, numberId));
  await system.db.query("update number set business_account_id = $1 where id = $2", [ACCOUNT, other]);
  await remove();
  expect(Object.keys(await states())).toEqual(["visit_1"]);
  await system.db.query("update number set business_account_id = null where id = $1", [other]);
  await remove();
  expect(await states()).toEqual({});
});
