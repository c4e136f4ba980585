/** `@chat-adapter/whatsapp`, pointed at the simulator by `apiUrl`; it also receives the simulator's webhooks. */
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { createWhatsAppAdapter, type WhatsAppAdapter } from "@chat-adapter/whatsapp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../simulator/webhook-catcher.ts";
import { type ClientWorld, JPEG, NUMBER, startClientWorld } from "./client-world.ts";

const THREAD = `whatsapp:${NUMBER}:34600100201`;
/** It fetches media from Meta's hosts alone, so that is what the addresses say; a transport leads them here. */
const MEDIA_HOST = "https://lookaside.fbsbx.com";

type ChatInstance = Parameters<WhatsAppAdapter["initialize"]>[0];
type Heard = { kind: "message" | "action" | "reaction"; text: string };

let world: ClientWorld;
let adapter: WhatsAppAdapter;
let hook: Server;
const heard: Heard[] = [];
const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet };

beforeAll(async () => {
  adapter = createWhatsAppAdapter({
    accessToken: "token",
    appSecret: "secret",
    verifyToken: "verify",
    phoneNumberId: NUMBER,
    apiUrl: "http://127.0.0.1:1",
    logger: quiet,
  });
  hook = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const isGet = request.method === "GET";
    const answer = await adapter.handleWebhook(
      new Request(`http://hook${request.url}`, {
        method: request.method ?? "GET",
        headers: { "x-hub-signature-256": String(request.headers["x-hub-signature-256"] ?? "") },
        ...(isGet ? {} : { body: Buffer.concat(parts).toString() }),
      }),
    );
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise((resolve) => hook.listen(0, "127.0.0.1", () => resolve(null)));
  const address = hook.address();
  const port = typeof address === "object" && address ? address.port : 0;
  world = await startClientWorld({ webhook: `http://127.0.0.1:${port}/hook`, mediaBase: MEDIA_HOST });
  adapter = createWhatsAppAdapter({
    accessToken: "token",
    appSecret: "secret",
    verifyToken: "verify",
    phoneNumberId: NUMBER,
    apiUrl: world.url,
    logger: quiet,
  });
  await adapter.initialize(listener());
});
afterAll(async () => {
  await world.close();
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(() => resolve(null)));
});

test("text, a quote, a reaction, buttons, a link and a template reach the phone", async () => {
  await adapter.postMessage(THREAD, "Hola");
  await adapter.reply(THREAD, world.saidId, "Ya vamos");
  await adapter.addReaction(THREAD, world.saidId, "👍");
  const button = { type: "button" as const, id: "yes", label: "Yes" };
  const text = { type: "text" as const, content: "Choose" };
  await adapter.postMessage(THREAD, {
    card: { type: "card", title: "Visit", children: [text, { type: "actions", children: [button] }] },
  });
  const open = { type: "link-button" as const, label: "Open", url: "https://pay.example/1" };
  await adapter.postMessage(THREAD, {
    card: { type: "card", title: "Pay", children: [text, { type: "actions", children: [open] }] },
  });
  await adapter.sendTemplate(THREAD, {
    name: "visit_reminder",
    language: "es",
    components: [
      {
        type: "body",
        parameters: [
          { type: "text", text: "Rosa" },
          { type: "text", text: "martes" },
        ],
      },
    ],
  });
  expect(await world.typesOnPhone()).toEqual(["text", "text", "buttons", "link", "template"]);
  await adapter.removeReaction(THREAD, world.saidId, "👍");
});

test("each kind of file goes up and reaches the phone", async () => {
  const before = (await world.typesOnPhone()).length;
  const files = [
    { filename: "photo.jpg", mimeType: "image/jpeg" },
    { filename: "clip.mp4", mimeType: "video/mp4" },
    { filename: "note.ogg", mimeType: "audio/ogg" },
    { filename: "quote.pdf", mimeType: "application/pdf" },
  ];
  for (const file of files) await adapter.postMessage(THREAD, { raw: "", files: [{ ...file, data: JPEG }] });
  expect((await world.typesOnPhone()).slice(before)).toEqual(["image", "video", "audio", "document"]);
});

test("the handshake is passed, and what people say is heard", async () => {
  expect((await world.control("POST", "/handshake")).body).toMatchObject({ verified: true });
  await world.control("POST", "/phones/rosa/messages", { type: "text", text: "¿Ya vienen? 💧" });
  const visit = (await world.onPhone()).find(({ type }) => type === "buttons");
  const buttons = visit?.buttons as { id: string }[];
  await world.control("POST", "/phones/rosa/messages", {
    type: "button",
    messageId: visit?.id,
    buttonId: buttons[0]?.id,
  });
  await world.control("POST", "/phones/rosa/messages", {
    type: "reaction",
    messageId: visit?.id,
    emoji: "🙏",
  });
  await until(() => heard.some(({ kind }) => kind === "reaction"));
  expect(heard).toEqual(
    expect.arrayContaining([
      { kind: "message", text: "¿Ya vienen? 💧" },
      { kind: "action", text: "yes" },
      { kind: "reaction", text: "🙏" },
    ]),
  );
});

test("a photo of a person comes down", async () => {
  await world.control("POST", "/phones/rosa/messages", { type: "image", asset: "valve.jpg" });
  const { body } = await world.control("GET", "/phones/rosa/thread");
  const messages = body.messages as { media: { id: string; bytes: number } | null; from: string }[];
  const photo = messages.findLast(({ from }) => from === "phone")?.media;
  const bytes = await adapter.downloadMedia(photo?.id ?? "", (url, _signal, headers) => {
    const here = new URL(url.pathname + url.search, world.url);
    return new Promise<IncomingMessage>((resolve) => get(here, { headers }, resolve));
  });
  expect(bytes.length).toBe(photo?.bytes);
});

test("a message is marked as read", async () => {
  await adapter.markAsRead(THREAD, world.saidId);
  const { body } = await world.control("GET", "/phones/rosa/thread");
  expect(body).toMatchObject({
    messages: expect.arrayContaining([expect.objectContaining({ state: "read" })]),
  });
});

/** As much of a chat as the adapter calls: what it hears, it is told. */
function listener(): ChatInstance {
  const state = new Map<string, unknown>();
  const store = {
    get: async (key: string) => state.get(key) ?? null,
    set: async (key: string, value: unknown) => void state.set(key, value),
    setIfNotExists: async () => true,
    acquireLock: async () => ({ key: "", token: "" }),
    releaseLock: async () => {},
  };
  const instance: Partial<Record<keyof ChatInstance, unknown>> = {
    getState: () => store,
    getUserName: () => "bot",
    processMessage: (_adapter: unknown, _thread: string, message: { text: string }) =>
      heard.push({ kind: "message", text: message.text }),
    processAction: ({ actionId }: { actionId: string }) => heard.push({ kind: "action", text: actionId }),
    processReaction: ({ rawEmoji }: { rawEmoji: string }) => heard.push({ kind: "reaction", text: rawEmoji }),
  };
  return instance as ChatInstance;
}
