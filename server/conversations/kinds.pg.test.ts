/** Every kind from what is asked for to the call and the thread; files are handed over first. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { Outgoing, type OutgoingInput } from "../../shared/outgoing.ts";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { aPdf, aPhoto, aVoice, choose } from "../../test/outgoing-files.ts";
import { openMediaFiles } from "./media-files.ts";
import { messagesByIds } from "./read.ts";
import { reply } from "./reply.ts";
import type { SendParts } from "./send.ts";
import { sendWaiting } from "./sender.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let parts: SendParts;
/** What was handed over, and how the next is answered; else with an id. */
let handed: { type: string; name: string; bytes: number }[];
let refusals: { status: number; code: number; details?: string }[];

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  handed = [];
  refusals = [];
  graph.handle = takeMedia;
  for (const table of ["message", "send_turn", "send_pace", "handed_file", "template"])
    await system.db.query(`delete from ${table}`);
  numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 2_000 };
});
afterEach(() => graph.close());

function takeMedia(request: IncomingMessage, response: ServerResponse): boolean {
  if (!request.url?.endsWith("/media")) return false;
  void (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = { "content-type": request.headers["content-type"] ?? "" };
    const form = await new Response(Buffer.concat(chunks), { headers }).formData();
    const file = form.get("file") as File;
    const refusal = refusals.shift();
    const isAllowed =
      request.headers.authorization === "Bearer token" && form.get("messaging_product") === "whatsapp";
    if (!refusal && isAllowed && file.type === form.get("type"))
      handed.push({ type: file.type, name: file.name, bytes: file.size });
    const { status = 200, code, details } = refusal ?? {};
    response.writeHead(status, { "content-type": "application/json" });
    response.end(
      JSON.stringify(
        refusal
          ? { error: { code, message: "no", error_data: { details } } }
          : { id: `media-${handed.length}` },
      ),
    );
  })();
  return true;
}

let keys = 0;
async function write(conversationId: number, message: OutgoingInput, quotesMessageId: number | null = null) {
  keys += 1;
  const ask = { conversationId, accountId: null, message: Outgoing.parse(message), quotesMessageId };
  const made = await system.db.transaction((tx) =>
    reply(tx, { numbers: system.numbers, now: system.clock.now() }, { ...ask, key: `key-${keys}` }),
  );
  return made.messageId;
}
const shown = async (id: number) => (await messagesByIds(system.db, [id]))[0];
/** The call alone, without whom it goes to. */
function lastCall(): Record<string, unknown> {
  const { to, recipient, biz_opaque_callback_data, messaging_product, recipient_type, ...body } = {
    ...(graph.sent.at(-1) as unknown as Record<string, unknown>),
  };
  return body;
}

async function aTemplate(
  definition: object,
  more: { state?: string; category?: string } = {},
): Promise<number> {
  const { state = "approved", category = "utility" } = more;
  const [row] = await system.db.query<{ id: number }>(
    `insert into template (business_account_id, provider_id, name, language, category, state, state_at, provider_state,
       definition, components, components_at, category_at, synced_at, created_at)
     values ('1', gen_random_uuid(), 'visit', 'es', $3, $2, $4, $2, $1, '[]', $4, $4, $4, $4) returning id`,
    [JSON.stringify(definition), state, category, system.clock.now()],
  );
  return row?.id ?? 0;
}
const GREETING = {
  variables: "positional",
  body: "Hola {{1}}, ¿mañana a las {{2}}?",
  buttons: [{ kind: "reply", title: "Sí" }],
  examples: {},
  beyond: [],
};

test.each<[string, () => Buffer | Promise<Buffer>, string, object]>([
  ["image", () => aPhoto(), "image/jpeg", { image: { id: "media-1", caption: "Here" } }],
  ["document", aPdf, "application/pdf", { document: { id: "media-1", caption: "Here", filename: "a.pdf" } }],
])(
  "a file sent as %s is handed over, then named in the call, and in the thread at once",
  async (kind, bytes, type, wanted) => {
    const { id } = await aConversation(system, numberId);
    const upload = await choose(parts, await bytes(), { fileName: "a.pdf" });
    const messageId = await write(id, { kind, uploadId: upload.id, caption: "Here" } as OutgoingInput);
    expect(await shown(messageId)).toMatchObject({
      kind,
      text: "Here",
      media: { state: "fetched", mimeType: type, bytes: upload.bytes, url: expect.any(String) },
      send: { state: "queued" },
    });
    await sendWaiting(parts);
    expect(lastCall()).toEqual({ type: kind, ...wanted });
    expect(handed).toMatchObject([{ type, bytes: upload.bytes }]);
    expect(await shown(messageId)).toMatchObject({ send: { state: "sent" } });
  },
);

test("a voice note is one, and two channels are none", async () => {
  const { id } = await aConversation(system, numberId);
  const voice = await choose(parts, aVoice());
  const messageId = await write(id, { kind: "audio", uploadId: voice.id, isVoice: true });
  await sendWaiting(parts);
  expect(lastCall()).toEqual({ type: "audio", audio: { id: "media-1", voice: true } });
  expect(await shown(messageId)).toMatchObject({ kind: "audio", content: { isVoice: true } });
  const stereo = await choose(parts, aVoice(2));
  await expect(write(id, { kind: "audio", uploadId: stereo.id, isVoice: true })).rejects.toMatchObject({
    code: "upload_no_voice",
  });
});

test("the same photo to many is handed over once for each number, and anew before WhatsApp forgets it", async () => {
  const upload = await choose(parts, await aPhoto());
  const conversations = [await aConversation(system, numberId), await aConversation(system, numberId)];
  for (const { id } of conversations) await write(id, { kind: "image", uploadId: upload.id });
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(2);
  expect(handed).toHaveLength(1);
  system.clock.forward({ hours: 24 * 27 });
  const late = await aConversation(system, numberId);
  await write(late.id, { kind: "image", uploadId: upload.id });
  await sendWaiting(parts);
  expect(handed).toHaveLength(1);
  system.clock.forward({ hours: 24 * 2 });
  const later = await aConversation(system, numberId);
  await write(later.id, { kind: "image", uploadId: upload.id });
  await sendWaiting(parts);
  expect(handed).toHaveLength(2);
});

test("a file that WhatsApp does not take is told by its code, and no message goes out", async () => {
  const { id } = await aConversation(system, numberId);
  const upload = await choose(parts, await aPhoto());
  refusals = [{ status: 400, code: 131053, details: "Media upload error" }];
  const messageId = await write(id, { kind: "image", uploadId: upload.id });
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(0);
  expect(await shown(messageId)).toMatchObject({ send: { state: "failed", errorCode: 131053 } });
});

test("a file that WhatsApp cannot take just now waits, since nothing was sent", async () => {
  const { id } = await aConversation(system, numberId);
  const upload = await choose(parts, await aPhoto());
  refusals = [{ status: 500, code: 131000 }];
  const messageId = await write(id, { kind: "image", uploadId: upload.id });
  await sendWaiting(parts);
  expect(await shown(messageId)).toMatchObject({ send: { state: "queued" } });
});

test("only whoever chose a file may send it, and as what it fits", async () => {
  const { id } = await aConversation(system, numberId);
  const upload = await choose(parts, await aPhoto());
  await expect(write(id, { kind: "video", uploadId: upload.id })).rejects.toMatchObject({
    code: "upload_type",
  });
  const [account] = await system.db.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, created_at) values ('Ana', 'ana', 'operator', '', $1)
     returning id`,
    [system.clock.now()],
  );
  const hers = await choose(parts, await aPhoto(), { accountId: account?.id ?? 0 });
  await expect(write(id, { kind: "image", uploadId: hers.id })).rejects.toMatchObject({
    code: "upload_gone",
  });
});

test("a button of ours that is answered is shown with what it answers", async () => {
  const { id } = await aConversation(system, numberId);
  const asked = await write(id, { kind: "buttons", text: "¿Mañana?", buttons: [{ id: "yes", title: "Sí" }] });
  await sendWaiting(parts);
  expect(await shown(asked)).toMatchObject({
    kind: "interactive",
    text: "¿Mañana?",
    content: { buttons: [{ kind: "reply", id: "yes", title: "Sí" }] },
  });
  const answer = await aMessage(system, id, { kind: "interactive", text: "Sí", quotes: graph.wamid(1) });
  expect(await shown(answer)).toMatchObject({
    quotes: { messageId: asked, text: "¿Mañana?", kind: "interactive", isOurs: true },
  });
});

test("a template goes out filled in, also after the window has shut", async () => {
  const templateId = await aTemplate(GREETING);
  const { id } = await aConversation(system, numberId, { lastInAt: null });
  const messageId = await write(id, { kind: "template", templateId, values: { 1: "Ana", 2: "10:00" } });
  await sendWaiting(parts);
  expect(lastCall()).toEqual({
    type: "template",
    template: {
      name: "visit",
      language: { code: "es" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "Ana" },
            { type: "text", text: "10:00" },
          ],
        },
      ],
    },
  });
  expect(await shown(messageId)).toMatchObject({
    kind: "template",
    text: "Hola Ana, ¿mañana a las 10:00?",
    content: { buttons: [{ kind: "reply", title: "Sí" }], template: { name: "visit", category: "utility" } },
  });
});

test("the photo above a template's words is handed over too", async () => {
  const header = { kind: "image" };
  const templateId = await aTemplate({ ...GREETING, header, body: "Hola", buttons: [] });
  const { id } = await aConversation(system, numberId, { lastInAt: null });
  await expect(write(id, { kind: "template", templateId, values: {} })).rejects.toMatchObject({
    code: "template_file_missing",
  });
  const { id: uploadId } = await choose(parts, await aPhoto());
  await write(id, { kind: "template", templateId, values: {}, uploadId });
  await sendWaiting(parts);
  expect(lastCall()).toMatchObject({
    template: { components: [{ type: "header", parameters: [{ type: "image", image: { id: "media-1" } }] }] },
  });
});

test.each(["paused", "rejected", "disabled", "pending", "deleted"])(
  "a template that is %s is not sent",
  async (state) => {
    const templateId = await aTemplate(GREETING, { state });
    const { id } = await aConversation(system, numberId);
    await expect(
      write(id, { kind: "template", templateId, values: { 1: "Ana", 2: "10" } }),
    ).rejects.toMatchObject({ code: `template_${state}` });
  },
);

test("a template with an empty place is not sent", async () => {
  const templateId = await aTemplate(GREETING);
  const { id } = await aConversation(system, numberId);
  await expect(write(id, { kind: "template", templateId, values: { 1: "Ana" } })).rejects.toMatchObject({
    code: "template_values_missing",
    detail: { missing: ["2"] },
  });
});

test("no marketing to whoever stopped it under any of their ids", async () => {
  const marketing = await aTemplate(GREETING, { category: "marketing" });
  const values = { 1: "Ana", 2: "10" };
  const { id, contactId } = await aConversation(system, numberId);
  const other = await aConversation(system, numberId);
  await system.db.query("update contact set merged_into = $2 where id = $1", [other.contactId, contactId]);
  await write(id, { kind: "template", templateId: marketing, values });
  await system.db.query("update contact set marketing_stopped_at = $2 where id = $1", [
    other.contactId,
    system.clock.now(),
  ]);
  await expect(write(id, { kind: "template", templateId: marketing, values })).rejects.toMatchObject({
    code: "marketing_stopped",
  });
  await write(id, { kind: "template", templateId: await aTemplate(GREETING), values });
});

test("names of files, words and numbers reach no log", async () => {
  const { id } = await aConversation(system, numberId);
  const upload = await choose(parts, aPdf(), { fileName: "Secret of Ana.pdf" });
  refusals = [{ status: 400, code: 131053, details: "Secret of Ana.pdf to 34600001234" }];
  const messageId = await write(id, { kind: "document", uploadId: upload.id, caption: "for Ana" });
  await sendWaiting(parts);
  expect(await shown(messageId)).toMatchObject({ send: { state: "failed" } });
  expect(system.logged()).not.toMatch(/Secret of Ana|for Ana|34600001234/);
});
