import { expect, test } from "vitest";
import type { MessageContent } from "../../shared/message.ts";
import { bodyOf, reactionBody } from "./outgoing-body.ts";

const body = (
  kind: string,
  {
    text = null,
    mediaId = null,
    ...content
  }: MessageContent & { text?: string | null; mediaId?: string | null },
) => bodyOf({ kind, text, content, mediaId });

const interactive = (interactive: object) => ({ type: "interactive", interactive });

test.each([
  ["text", body("text", { text: "Hi" }), { type: "text", text: { body: "Hi", preview_url: true } }],
  [
    "text whose address is no card",
    body("text", { text: "Hi", hidesPreview: true }),
    { type: "text", text: { body: "Hi", preview_url: false } },
  ],
  [
    "a photo",
    body("image", { mediaId: "7", text: "The leak" }),
    { type: "image", image: { id: "7", caption: "The leak" } },
  ],
  ["a photo without words", body("image", { mediaId: "7" }), { type: "image", image: { id: "7" } }],
  ["a video", body("video", { mediaId: "7" }), { type: "video", video: { id: "7" } }],
  [
    "a document",
    body("document", { mediaId: "7", text: "Offer", fileName: "año.pdf" }),
    { type: "document", document: { id: "7", caption: "Offer", filename: "año.pdf" } },
  ],
  ["a sound", body("audio", { mediaId: "7" }), { type: "audio", audio: { id: "7" } }],
  [
    "a voice note",
    body("audio", { mediaId: "7", isVoice: true }),
    { type: "audio", audio: { id: "7", voice: true } },
  ],
  ["a sticker", body("sticker", { mediaId: "7" }), { type: "sticker", sticker: { id: "7" } }],
  [
    "a place",
    body("location", { location: { latitude: 4.6, longitude: -74.1, name: "Office", address: "Cl 1" } }),
    { type: "location", location: { latitude: 4.6, longitude: -74.1, name: "Office", address: "Cl 1" } },
  ],
  [
    "contacts",
    body("contacts", {
      contacts: [
        { name: "Ana María Lima", phones: ["+34 600 000 001", "112"] },
        { name: "Taller", phones: ["600"] },
      ],
    }),
    {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Ana María Lima", first_name: "Ana", last_name: "María Lima" },
          phones: [
            { phone: "+34 600 000 001", type: "CELL", wa_id: "34600000001" },
            { phone: "112", type: "CELL" },
          ],
        },
        {
          name: { formatted_name: "Taller", first_name: "Taller" },
          phones: [{ phone: "600", type: "CELL" }],
        },
      ],
    },
  ],
  [
    "buttons",
    body("interactive", {
      text: "Tomorrow at 10?",
      header: "Visit",
      footer: "Al Noor",
      buttons: [{ kind: "reply", id: "yes", title: "Yes" }],
    }),
    interactive({
      type: "button",
      header: { type: "text", text: "Visit" },
      body: { text: "Tomorrow at 10?" },
      footer: { text: "Al Noor" },
      action: { buttons: [{ type: "reply", reply: { id: "yes", title: "Yes" } }] },
    }),
  ],
  [
    "a list",
    body("interactive", {
      text: "What is it about?",
      list: {
        button: "Choose",
        sections: [
          { title: "Home", rows: [{ id: "1", title: "Water", description: "Leaks" }] },
          { title: "Car", rows: [{ id: "2", title: "Tyres" }] },
        ],
      },
    }),
    interactive({
      type: "list",
      body: { text: "What is it about?" },
      action: {
        button: "Choose",
        sections: [
          { title: "Home", rows: [{ id: "1", title: "Water", description: "Leaks" }] },
          { title: "Car", rows: [{ id: "2", title: "Tyres" }] },
        ],
      },
    }),
  ],
  [
    "a question for the place",
    body("interactive", { text: "Where?", asks: "location" }),
    interactive({
      type: "location_request_message",
      body: { text: "Where?" },
      action: { name: "send_location" },
    }),
  ],
  [
    "a question for the number",
    body("interactive", { text: "Your number?", asks: "contact" }),
    interactive({
      type: "request_contact_info",
      body: { text: "Your number?" },
      action: { name: "request_contact_info" },
    }),
  ],
  [
    "a template without places",
    body("template", {
      text: "Hello",
      template: { name: "hello", language: "en_US", category: "utility", components: [] },
    }),
    { type: "template", template: { name: "hello", language: { code: "en_US" } } },
  ],
  [
    "a template with a file above its words",
    body("template", {
      text: "Hello Ana",
      mediaId: "7",
      fileName: "offer.pdf",
      template: {
        name: "offer",
        language: "es",
        category: "marketing",
        components: [{ type: "body", parameters: [{ type: "text", text: "Ana" }] }],
        header: "document",
      },
    }),
    {
      type: "template",
      template: {
        name: "offer",
        language: { code: "es" },
        components: [
          {
            type: "header",
            parameters: [{ type: "document", document: { id: "7", filename: "offer.pdf" } }],
          },
          { type: "body", parameters: [{ type: "text", text: "Ana" }] },
        ],
      },
    },
  ],
])("%s", (_, made, wanted) => expect(made).toEqual(wanted));

test("a reaction, and one that is taken back", () => {
  expect(reactionBody({ emoji: "👍", wamid: "wamid.1" })).toEqual({
    type: "reaction",
    reaction: { message_id: "wamid.1", emoji: "👍" },
  });
  expect(reactionBody({ emoji: null, wamid: "wamid.1" })).toMatchObject({ reaction: { emoji: "" } });
});

test.each([
  ["words that were erased", body("text", {})],
  ["a photo without its file", body("image", { text: "The leak" })],
  ["a place that was erased", body("location", {})],
  ["contacts that were erased", body("contacts", {})],
  ["buttons that were erased", body("interactive", { text: "Tomorrow?" })],
  ["a template that was erased", body("template", { text: "Hello" })],
  ["a kind that nobody can send", body("order", { text: "2 of these" })],
])("nothing is made of %s", (_, made) => expect(made).toBeNull());
