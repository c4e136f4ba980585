import { expect, test } from "vitest";
import { Outgoing, type OutgoingInput } from "../../shared/outgoing.ts";
import { bodyOf } from "../whatsapp/outgoing-body.ts";
import { storedOf } from "./outgoing.ts";

const template = {
  text: "Hello Ana",
  content: {
    footer: "Al Noor",
    template: {
      name: "hello",
      language: "es",
      category: "utility",
      components: [],
      header: "document" as const,
    },
  },
};
const kept = (message: OutgoingInput, fileName: string | null = null) =>
  storedOf(Outgoing.parse(message), { file: { fileName }, template });

test.each<[OutgoingInput, object]>([
  [
    { kind: "text", text: " Hi " },
    { kind: "text", body: "Hi", content: {} },
  ],
  [
    { kind: "text", text: "Hi", showsPreview: false },
    { kind: "text", body: "Hi", content: { hidesPreview: true } },
  ],
  [
    { kind: "image", uploadId: 1, caption: " " },
    { kind: "image", body: null, content: {} },
  ],
  [
    { kind: "video", uploadId: 1, caption: "Look" },
    { kind: "video", body: "Look", content: {} },
  ],
  [
    { kind: "document", uploadId: 1 },
    { kind: "document", body: null, content: { fileName: "a.pdf" } },
  ],
  [
    { kind: "audio", uploadId: 1, isVoice: true },
    { kind: "audio", body: null, content: { isVoice: true } },
  ],
  [
    { kind: "sticker", uploadId: 1 },
    { kind: "sticker", body: null, content: {} },
  ],
  [
    { kind: "buttons", text: "Ok?", footer: "F", buttons: [{ id: "y", title: "Yes" }] },
    {
      kind: "interactive",
      body: "Ok?",
      content: { footer: "F", buttons: [{ kind: "reply", id: "y", title: "Yes" }] },
    },
  ],
  [
    { kind: "ask_location", text: "Where?" },
    { kind: "interactive", body: "Where?", content: { asks: "location" } },
  ],
  [
    { kind: "template", templateId: 1, values: {} },
    { kind: "template", body: "Hello Ana", content: { ...template.content, fileName: "a.pdf" } },
  ],
])("%o", (message, wanted) => expect(kept(message, "a.pdf")).toEqual(wanted));

test.each<OutgoingInput>([
  { kind: "text", text: "Hi" },
  ...(["image", "video", "document", "audio", "sticker"] as const).map((kind) => ({ kind, uploadId: 1 })),
  { kind: "location", latitude: 1, longitude: 2 },
  { kind: "contacts", contacts: [{ name: "Ana", phones: ["+34600"] }] },
  { kind: "buttons", text: "Ok?", buttons: [{ id: "y", title: "Yes" }] },
  { kind: "list", text: "Which?", button: "Choose", sections: [{ rows: [{ id: "1", title: "One" }] }] },
  { kind: "ask_location", text: "Where?" },
  { kind: "ask_contact", text: "Your number?" },
  { kind: "template", templateId: 1, values: {} },
])("what is kept of $kind is enough to send it", (message) => {
  const { kind, body, content } = kept(message);
  expect(bodyOf({ kind, text: body, content, mediaId: "7" })).not.toBeNull();
});
