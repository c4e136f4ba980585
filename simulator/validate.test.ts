import { expect, test } from "vitest";
import { readOutgoing } from "./validate.ts";

function codeOf(body: object): number | "fine" {
  const read = readOutgoing({ messaging_product: "whatsapp", to: "+34600100201", ...body });
  return read.kind === "refuse" ? read.refusal.code : "fine";
}
const reply = (id: string, title: string) => ({ type: "reply", reply: { id, title } });
const buttons = (list: object[], text = "Choose") => ({
  type: "interactive",
  interactive: { type: "button", body: { text }, action: { buttons: list } },
});
const list = (rows: number, title = "Row") => ({
  type: "interactive",
  interactive: {
    type: "list",
    body: { text: "Choose" },
    action: {
      button: "Open",
      sections: [{ rows: Array.from({ length: rows }, (_, n) => ({ id: `r${n}`, title })) }],
    },
  },
});

test.each([
  ["text", { type: "text", text: { body: "Hello", preview_url: true } }],
  ["text without a type, as old clients send it", { text: { body: "Hello" } }],
  ["an image by id with a caption", { type: "image", image: { id: "4", caption: "here" } }],
  ["a video by link", { type: "video", video: { link: "https://a.example/v.mp4" } }],
  ["a voice message", { type: "audio", audio: { id: "4", voice: true } }],
  ["a document", { type: "document", document: { id: "4", filename: "quote.pdf" } }],
  ["a sticker", { type: "sticker", sticker: { id: "4" } }],
  ["a location", { type: "location", location: { latitude: 40.4, longitude: "-3.7" } }],
  [
    "contacts",
    {
      type: "contacts",
      contacts: [{ name: { formatted_name: "Bo", first_name: "Bo" }, phones: [{ phone: "+1" }] }],
    },
  ],
  [
    "contacts as JSON within the JSON, as whatsapp-api-js writes them",
    { type: "contacts", contacts: JSON.stringify([{ name: { formatted_name: "Bo", first_name: "Bo" } }]) },
  ],
  ["a reaction", { type: "reaction", reaction: { message_id: "wamid.X", emoji: "" } }],
  ["three buttons", buttons([reply("a", "A"), reply("b", "B"), reply("c", "C")])],
  ["a list of ten rows", list(10)],
  ["a template", { type: "template", template: { name: "visit_reminder", language: { code: "es_MX" } } }],
])("%s is accepted", (_name, body) => {
  expect(codeOf(body)).toBe("fine");
});

test.each([
  ["an unknown type", { type: "poll", poll: {} }, 100],
  ["a body over 4096 characters", { type: "text", text: { body: "x".repeat(4097) } }, 100],
  ["a body of the wrong kind", { type: "text", text: { body: 7 } }, 100],
  ["no body", { type: "text", text: {} }, 131008],
  ["no text part", { type: "text" }, 131008],
  ["an empty body", { type: "text", text: { body: "" } }, 131009],
  ["no recipient", { to: undefined, type: "text", text: { body: "x" } }, 131008],
  ["a recipient that is no number", { to: "Rosa", type: "text", text: { body: "x" } }, 131009],
  ["media with neither id nor link", { type: "image", image: {} }, 131009],
  [
    "a caption over 1024 characters",
    { type: "image", image: { id: "4", caption: "x".repeat(1025) } },
    131009,
  ],
  ["a latitude off the earth", { type: "location", location: { latitude: 91, longitude: 0 } }, 131009],
  ["four buttons", buttons(["A", "B", "C", "D"].map((x) => reply(x, x))), 131009],
  ["two buttons of one title", buttons([reply("a", "A"), reply("b", "A")]), 131009],
  ["a button title over 20 characters", buttons([reply("a", "x".repeat(21))]), 131009],
  ["a buttons body over 1024 characters", buttons([reply("a", "A")], "x".repeat(1025)), 131009],
  ["eleven rows", list(11), 131009],
  ["a row title over 24 characters", list(1, "x".repeat(25)), 131009],
  [
    "a template name with capitals",
    { type: "template", template: { name: "A", language: { code: "es" } } },
    131009,
  ],
  ["a template without a language", { type: "template", template: { name: "a" } }, 131008],
  ["another product", { messaging_product: "sms", type: "text", text: { body: "x" } }, 100],
  [
    "callback data over 512 characters",
    { text: { body: "x" }, biz_opaque_callback_data: "x".repeat(513) },
    131009,
  ],
  ["a status other than read", { status: "delivered", message_id: "wamid.X" }, 100],
  ["a read mark without a message", { status: "read" }, 131008],
])("%s is refused with its code", (_name, body, code) => {
  expect(codeOf(body)).toBe(code);
});

test("a number wins over a user id when both are given", () => {
  const read = readOutgoing({
    messaging_product: "whatsapp",
    to: "+34600100201",
    recipient: "US.9",
    text: { body: "x" },
  });
  expect(read).toMatchObject({ to: { address: "+34600100201", isUserId: false } });
});
