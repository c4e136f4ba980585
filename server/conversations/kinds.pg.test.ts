/** Every kind from what is asked for to the call and the thread; files are handed over first. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { OutgoingInput } from "../../shared/outgoing.ts";
import {
  aConversation,
  aMessage,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { aPdf, aPhoto, aVoice, choose } from "../../test/outgoing-files.ts";
import { anOutgoingPlace, type OutgoingPlace } from "../../test/outgoing-place.ts";

let system: ConversationSystem;
let place: OutgoingPlace;

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  place = await anOutgoingPlace(system);
});
afterEach(() => place.close());

test.each<[string, () => Buffer | Promise<Buffer>, string, object]>([
  ["image", () => aPhoto(), "image/jpeg", { image: { id: "media-1", caption: "Here" } }],
  ["document", aPdf, "application/pdf", { document: { id: "media-1", caption: "Here", filename: "a.pdf" } }],
])(
  "a file sent as %s is handed over, then named in the call, and in the thread at once",
  async (kind, bytes, type, wanted) => {
    const { id } = await aConversation(system, place.numberId);
    const upload = await choose(place.parts, await bytes(), { fileName: "a.pdf" });
    const messageId = await place.write(id, { kind, uploadId: upload.id, caption: "Here" } as OutgoingInput);
    expect(await place.shown(messageId)).toMatchObject({
      kind,
      text: "Here",
      media: { state: "fetched", mimeType: type, bytes: upload.bytes, url: expect.any(String) },
      send: { state: "queued" },
    });
    await place.send();
    expect(place.lastCall()).toEqual({ type: kind, ...wanted });
    expect(place.handed).toMatchObject([{ type, bytes: upload.bytes }]);
    expect(await place.shown(messageId)).toMatchObject({ send: { state: "sent" } });
  },
);

test("a voice note is one, and two channels are none", async () => {
  const { id } = await aConversation(system, place.numberId);
  const voice = await choose(place.parts, aVoice());
  const messageId = await place.write(id, { kind: "audio", uploadId: voice.id, isVoice: true });
  await place.send();
  expect(place.lastCall()).toEqual({ type: "audio", audio: { id: "media-1", voice: true } });
  expect(await place.shown(messageId)).toMatchObject({ kind: "audio", content: { isVoice: true } });
  const stereo = await choose(place.parts, aVoice(2));
  await expect(place.write(id, { kind: "audio", uploadId: stereo.id, isVoice: true })).rejects.toMatchObject({
    code: "upload_no_voice",
  });
});

test("the same photo to many is handed over once for each number, and anew before WhatsApp forgets it", async () => {
  const upload = await choose(place.parts, await aPhoto());
  const conversations = [
    await aConversation(system, place.numberId),
    await aConversation(system, place.numberId),
  ];
  for (const { id } of conversations) await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(place.graph.sent).toHaveLength(2);
  expect(place.handed).toHaveLength(1);
  system.clock.forward({ hours: 24 * 27 });
  const late = await aConversation(system, place.numberId);
  await place.write(late.id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(place.handed).toHaveLength(1);
  system.clock.forward({ hours: 24 * 2 });
  const later = await aConversation(system, place.numberId);
  await place.write(later.id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(place.handed).toHaveLength(2);
});

test("a file that WhatsApp does not take is told by its code, and no message goes out", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, await aPhoto());
  place.refusals = [{ status: 400, code: 131053, details: "Media upload error" }];
  const messageId = await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(place.graph.sent).toHaveLength(0);
  expect(await place.shown(messageId)).toMatchObject({ send: { state: "failed", errorCode: 131053 } });
});

test("a file that WhatsApp cannot take just now waits, since nothing was sent", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, await aPhoto());
  place.refusals = [{ status: 500, code: 131000 }];
  const messageId = await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(await place.shown(messageId)).toMatchObject({ send: { state: "queued" } });
});

test("a file that WhatsApp has no more after all is handed over anew for the next message", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, await aPhoto());
  place.graph.answers = [{ kind: "error", status: 400, code: 131053 }];
  await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  system.clock.forward({ seconds: 10 });
  const second = await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(place.handed).toHaveLength(2);
  expect(await place.shown(second)).toMatchObject({ send: { state: "sent" } });
});

test("a message whose file is long on its way waits, and goes out once the file is there", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, await aPhoto());
  const taken = Promise.withResolvers<void>();
  place.slow = taken.promise;
  place.parts.handMs = 20;
  const messageId = await place.write(id, { kind: "image", uploadId: upload.id });
  await place.send();
  expect(await place.shown(messageId)).toMatchObject({ send: { state: "queued" } });
  taken.resolve();
  const isHanded = () => system.db.query("select media_id from handed_file");
  await expect.poll(isHanded, { timeout: 5_000 }).toHaveLength(1);
  system.clock.forward({ seconds: 10 });
  await place.send();
  expect(await place.shown(messageId)).toMatchObject({ send: { state: "sent" } });
  expect(place.handed).toHaveLength(1);
});

test("only whoever chose a file may send it, and as what it fits", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, await aPhoto());
  await expect(place.write(id, { kind: "video", uploadId: upload.id })).rejects.toMatchObject({
    code: "upload_type",
  });
  const [account] = await system.db.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, created_at) values ('Ana', 'ana', 'operator', '', $1)
     returning id`,
    [system.clock.now()],
  );
  const hers = await choose(place.parts, await aPhoto(), { accountId: account?.id ?? 0 });
  await expect(place.write(id, { kind: "image", uploadId: hers.id })).rejects.toMatchObject({
    code: "upload_gone",
  });
});

test("a button of ours that is answered is shown with what it answers", async () => {
  const { id } = await aConversation(system, place.numberId);
  const asked = await place.write(id, {
    kind: "buttons",
    text: "¿Mañana?",
    buttons: [{ id: "yes", title: "Sí" }],
  });
  await place.send();
  expect(await place.shown(asked)).toMatchObject({
    kind: "interactive",
    text: "¿Mañana?",
    content: { buttons: [{ kind: "reply", id: "yes", title: "Sí" }] },
  });
  const answer = await aMessage(system, id, {
    kind: "interactive",
    text: "Sí",
    quotes: place.graph.wamid(1),
  });
  expect(await place.shown(answer)).toMatchObject({
    quotes: { messageId: asked, text: "¿Mañana?", kind: "interactive", isOurs: true },
  });
});

test("names of files, words and numbers reach no log", async () => {
  const { id } = await aConversation(system, place.numberId);
  const upload = await choose(place.parts, aPdf(), { fileName: "Secret of Ana.pdf" });
  place.refusals = [{ status: 400, code: 131053, details: "Secret of Ana.pdf to 34600001234" }];
  const messageId = await place.write(id, { kind: "document", uploadId: upload.id, caption: "for Ana" });
  await place.send();
  expect(await place.shown(messageId)).toMatchObject({ send: { state: "failed" } });
  expect(system.logged()).not.toMatch(/Secret of Ana|for Ana|34600001234/);
});
