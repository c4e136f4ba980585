/** Every kind one can send: chosen and written here, on the phone as it should be, its ticks back in the thread. */
import { readdir } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Contact, Message } from "../../shared/api/conversations.ts";
import type { Upload } from "../../shared/api/uploads.ts";
import type { OutgoingInput } from "../../shared/outgoing.ts";
import { aFilm, aPdf, aPhoto, aVoice } from "../outgoing-files.ts";
import { openWorld, type Person, until, type World } from "../world.ts";

type OnPhone = {
  id: string;
  from: "phone" | "business";
  type: string;
  text: string | null;
  reactions: { from: string; emoji: string }[];
};

let world: World;
let operator: Person;
let conversationId: number;
let asked: Message;
let keys = 0;

beforeAll(async () => {
  world = await openWorld();
  operator = await world.as("operator");
  await world.simulator.control("PATCH", "settings", { autoRead: false });
  await world.simulator.says("rosa", "No hay agua");
  const found = await until(
    () => world.app.system.db.query<{ id: number }>("select id from conversation"),
    (rows) => rows.length === 1,
  );
  conversationId = found[0]?.id ?? 0;
  const first = (await thread())[0];
  if (!first) throw new Error("nothing was said");
  asked = first;
});
afterAll(() => world?.close());

const path = () => `conversations/${conversationId}/messages`;
const thread = async () => (await operator.call<{ messages: Message[] }>("GET", path())).body.messages;
const phone = async () =>
  (await world.simulator.control<{ messages: OnPhone[] }>("GET", "phones/rosa/thread")).messages;

async function upload(
  bytes: Buffer,
  fileName: string,
  kind?: string,
): Promise<{ status: number; body: Upload }> {
  const form = new FormData();
  if (kind) form.append("kind", kind);
  form.append("file", new Blob([new Uint8Array(bytes)]), fileName);
  const answer = await fetch(`${world.url}/api/v1/uploads`, {
    method: "POST",
    headers: { cookie: operator.cookie, "x-baton": "1" },
    body: form,
  });
  return { status: answer.status, body: (await answer.json()) as Upload };
}
const uploaded = async (bytes: Buffer, fileName: string, kind?: string) =>
  (await upload(bytes, fileName, kind)).body.id;

async function write(message: OutgoingInput, quotesMessageId: number | null = null): Promise<Message> {
  keys += 1;
  const ask = { message, quotesMessageId, key: `kind-number-${keys}` };
  const answer = await operator.call<Message>("POST", path(), ask);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

test("each kind is on the phone as it was written, and its ticks come back", async () => {
  const ids = {
    photo: await uploaded(await aPhoto(), "leak.jpg"),
    film: await uploaded(aFilm(), "leak.mp4"),
    offer: await uploaded(aPdf(), "Oferta año.pdf"),
    voice: await uploaded(aVoice(), "voice.ogg"),
    sticker: await uploaded(await aPhoto({ width: 100, height: 100 }, "webp"), "s.webp", "sticker"),
  };
  const messages: [OutgoingInput, object][] = [
    [
      { kind: "text", text: "Vamos" },
      { type: "text", text: "Vamos" },
    ],
    [
      { kind: "image", uploadId: ids.photo, caption: "¿Es esto?" },
      { type: "image", text: "¿Es esto?", media: { mime: "image/jpeg" } },
    ],
    [
      { kind: "video", uploadId: ids.film },
      { type: "video", media: { mime: "video/mp4" } },
    ],
    [
      { kind: "document", uploadId: ids.offer },
      { type: "document", media: { mime: "application/pdf", filename: "Oferta año.pdf" } },
    ],
    [
      { kind: "audio", uploadId: ids.voice, isVoice: true },
      { type: "audio", media: { voice: true } },
    ],
    [
      { kind: "sticker", uploadId: ids.sticker },
      { type: "sticker", media: { mime: "image/webp" } },
    ],
    [
      { kind: "location", latitude: 4.6, longitude: -74.1, name: "Taller" },
      { type: "location", location: { latitude: 4.6, longitude: -74.1, name: "Taller" } },
    ],
    [
      { kind: "contacts", contacts: [{ name: "Luis Soto", phones: ["+57 300 0000001"] }] },
      { type: "contacts", contacts: [{ name: "Luis Soto" }] },
    ],
    [
      { kind: "buttons", text: "¿Mañana?", footer: "Al Noor", buttons: [{ id: "yes", title: "Sí" }] },
      { text: "¿Mañana?", footer: "Al Noor", buttons: [{ id: "yes", title: "Sí" }] },
    ],
    [
      {
        kind: "list",
        text: "¿Qué es?",
        button: "Elegir",
        sections: [{ rows: [{ id: "water", title: "Agua", description: "Fugas" }] }],
      },
      { text: "¿Qué es?", listLabel: "Elegir", buttons: [{ id: "water", title: "Agua" }] },
    ],
    [
      { kind: "ask_location", text: "¿Dónde?" },
      { text: "¿Dónde?", asks: "location" },
    ],
    [
      { kind: "ask_contact", text: "¿Su número?" },
      { text: "¿Su número?", asks: "contact" },
    ],
  ];
  const written: Message[] = [];
  for (const [message] of messages) written.push(await write(message, asked.id));
  const last = written.at(-1)?.id;
  await until(thread, (all) => all.find(({ id }) => id === last)?.send?.state === "delivered", 30_000);
  const sent = (await thread()).filter(({ side }) => side === "staff");
  expect(sent.map(({ id, send }) => [id, send?.state])).toEqual(written.map(({ id }) => [id, "delivered"]));
  expect(sent.every(({ quotes }) => quotes?.messageId === asked.id)).toBe(true);
  expect((await phone()).filter(({ from }) => from === "business")).toMatchObject(
    messages.map(([, seen]) => seen),
  );
  // The photo is served to us from our own store.
  const url = sent.find(({ kind }) => kind === "image")?.media?.url;
  const served = await fetch(`${world.url}${url}`, { headers: { cookie: operator.cookie } });
  expect([served.status, served.headers.get("content-type")]).toEqual([200, "image/jpeg"]);
});

test("the button that is pressed comes back as an answer to ours", async () => {
  const ours = await write({
    kind: "buttons",
    text: "¿A las diez?",
    buttons: [{ id: "ten", title: "A las diez" }],
  });
  const [shown] = await until(
    async () => (await phone()).filter(({ text }) => text === "¿A las diez?"),
    (found) => found.length === 1,
  );
  await world.simulator.says("rosa", { type: "button", messageId: shown?.id, buttonId: "ten" });
  const answer = await until(
    async () => (await thread()).find(({ content }) => content.choice?.id === "ten"),
    (found) => found !== undefined,
  );
  expect(answer).toMatchObject({
    kind: "interactive",
    content: { choice: { id: "ten", title: "A las diez" } },
    quotes: { messageId: ours.id, text: "¿A las diez?", isOurs: true },
  });
});

test("a reaction is on the phone, and taken back it is gone", async () => {
  const onPhone = async () => (await phone()).find(({ text }) => text === "No hay agua")?.reactions;
  const react = (emoji: string | null) =>
    operator.call<Message>("POST", `messages/${asked.id}/reaction`, { emoji });
  expect((await react("👍")).body.reactions).toMatchObject([{ emoji: "👍", isOurs: true }]);
  await until(onPhone, (found) => found?.[0]?.emoji === "👍");
  await until(thread, (all) => all.find(({ id }) => id === asked.id)?.reactions[0]?.send?.state === "sent");
  expect((await react(null)).body.reactions).toEqual([]);
  await until(onPhone, (found) => found?.length === 0);
  expect(await react("not one")).toMatchObject({
    status: 400,
    body: { error: { code: "reaction_no_emoji" } },
  });
});

test("who looks at the thread has read it, and who types is seen to", async () => {
  expect(await operator.call("POST", `conversations/${conversationId}/read`)).toMatchObject({ status: 200 });
  const rosa = async () =>
    (
      await world.simulator.control<{ phones: { id: string; typing: boolean }[] }>("GET", "phones")
    ).phones.find(({ id }) => id === "rosa");
  await operator.call("POST", `conversations/${conversationId}/typing`);
  await until(rosa, (found) => found?.typing === true);
});

test("somebody new is written to by template alone", async () => {
  await (await world.as("admin")).call("POST", "templates/sync");
  const templates = await until(
    async () =>
      (
        await operator.call<{ templates: { id: number; name: string; language: string }[] }>(
          "GET",
          "templates",
        )
      ).body.templates,
    (found) => found.some(({ name }) => name === "visit_reminder"),
  );
  const templateId =
    templates.find((each) => each.name === "visit_reminder" && each.language === "es")?.id ?? 0;
  const { phones } = await world.simulator.control<{ phones: { id: string; waId: string | null }[] }>(
    "GET",
    "phones",
  );
  const other = phones.find(({ id, waId }) => id !== "rosa" && waId);
  const [number] = world.app.numbers.all();
  const { body: contact } = await operator.call<Contact>("POST", "contacts", {
    name: "Nueva",
    phone: `+${other?.waId}`,
    kinds: ["client"],
  });
  const first = (message: OutgoingInput) =>
    operator.call<Message>("POST", `contacts/${contact.id}/messages`, {
      numberId: number?.id,
      message,
      key: `first-${message.kind}`,
    });
  expect(await first({ kind: "text", text: "Hola" })).toMatchObject({
    status: 409,
    body: { error: { code: "window_never_open" } },
  });
  const values = { 1: "Nueva", 2: "martes" };
  const made = await first({ kind: "template", templateId, values });
  expect(made).toMatchObject({
    status: 200,
    body: { kind: "template", send: { state: expect.any(String) } },
  });
  const { body } = made;
  await until(
    async () =>
      (await operator.call<{ messages: Message[] }>("GET", `conversations/${body.conversationId}/messages`))
        .body.messages,
    (all) => all.some(({ id, send }) => id === body.id && send?.state === "delivered"),
  );
});

test("of a file whose sender gives up nothing stays", async () => {
  const folder = join(world.app.system.config.dataFolder, "media");
  const drafts = async () => (await readdir(folder)).filter((name) => name.startsWith("draft"));
  const { hostname, port } = new URL(world.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    [
      "POST /api/v1/uploads HTTP/1.1",
      `host: ${hostname}`,
      `cookie: ${operator.cookie}`,
      "x-baton: 1",
      "content-type: multipart/form-data; boundary=b",
      "content-length: 100000",
      "",
      "--b",
      'content-disposition: form-data; name="file"; filename="half.txt"',
      "",
      "half of it",
    ].join("\r\n"),
  );
  await until(drafts, (found) => found.length === 1);
  socket.destroy();
  await until(drafts, (found) => found.length === 0);
});

test("a form is taken for files alone, and what WhatsApp would refuse is refused in words", async () => {
  expect(await upload(Buffer.from([0, 1, 2, 3]), "program.exe")).toMatchObject({
    status: 400,
    body: { error: { code: "upload_type" } },
  });
  expect(await upload(aPdf(), "a.pdf", "hologram")).toMatchObject({
    status: 400,
    body: { error: { code: "upload_kind" } },
  });
  expect(await operator.call("POST", "uploads", { file: "x" })).toMatchObject({
    status: 400,
    body: { error: { code: "upload_no_form" } },
  });
  const form = new FormData();
  form.append("name", "x");
  const headers = { cookie: operator.cookie, "x-baton": "1" };
  const elsewhere = await fetch(`${world.url}/api/v1/contacts`, { method: "POST", headers, body: form });
  expect(elsewhere.status).toBe(415);
});
