import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type CaughtSimulator, startCaught, until } from "./webhook-catcher.ts";

const DAY_MS = 86_400_000;
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const Sent = z.object({ messages: z.tuple([z.looseObject({ id: z.string() })]) });
const Media = z.looseObject({ url: z.string() });

let sim: CaughtSimulator;
beforeEach(async () => {
  sim = await startCaught();
});
afterEach(() => sim.close());

const says = (input: object, phone = "rosa") => sim.control("POST", `/phones/${phone}/messages`, input);
const hello = { type: "text", text: { body: "Hola" } };
const idOf = (answer: { body: object }) => Sent.parse(answer.body).messages[0].id;
const statusesOf = (id: string) => sim.statuses().filter((status) => status.id === id);
const lastMessage = async () => {
  const { body } = await sim.control("GET", "/phones/rosa/thread");
  return z
    .object({ messages: z.array(z.looseObject({ id: z.string() })) })
    .parse(body)
    .messages.at(-1);
};

test("a wrong token is refused with 190 and 401", async () => {
  const answer = await sim.graph("GET", "/200000000000001", undefined, { authorization: "Bearer old" });
  expect(answer).toMatchObject({ status: 401, body: { error: { code: 190, type: "OAuthException" } } });
});

test("any version prefix is taken; an unknown object is 100 with subcode 33", async () => {
  const headers = { authorization: "Bearer token" };
  expect((await fetch(`${sim.url}/v23.0/200000000000001?fields=verified_name`, { headers })).status).toBe(
    200,
  );
  const answer = await sim.graph("GET", "/999");
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 100, error_subcode: 33 } } });
});

test("fields are picked, and the number is listed under its account", async () => {
  expect((await sim.graph("GET", "/200000000000001?fields=verified_name")).body).toEqual({
    id: "200000000000001",
    verified_name: "Aurora Home Services",
  });
  expect((await sim.graph("GET", "/300000000000001/phone_numbers")).body).toMatchObject({
    data: [{ id: "200000000000001", display_phone_number: "+1 555-010-0001" }],
  });
});

test("an accepted message goes from sent to delivered to read, with our callback data", async () => {
  await says({ type: "text", text: "Hi" });
  const answer = await sim.send({ ...hello, biz_opaque_callback_data: "job-17" }, "+34 600 100 201");
  expect(answer.body).toMatchObject({ contacts: [{ input: "+34 600 100 201", wa_id: "34600100201" }] });
  const id = idOf(answer);
  await until(() => statusesOf(id).length === 3);
  const statuses = statusesOf(id);
  expect(statuses.map(({ status }) => status).sort()).toEqual(["delivered", "read", "sent"]);
  expect(statuses.every((status) => status.biz_opaque_callback_data === "job-17")).toBe(true);
  expect(statuses.find(({ status }) => status === "sent")).toMatchObject({
    pricing: { type: "free_customer_service", category: "service" },
  });
});

test("with skips on, every second message is read without having been delivered", async () => {
  await sim.control("PATCH", "/settings", { statusSkips: true });
  await says({ type: "text", text: "Hi" });
  const ids = [idOf(await sim.send(hello)), idOf(await sim.send(hello))];
  await until(() => ids.every((id) => statusesOf(id).some(({ status }) => status === "read")));
  const delivered = ids.map((id) => statusesOf(id).some(({ status }) => status === "delivered"));
  expect(delivered.sort()).toEqual([false, true]);
});

test("nobody is written to before they wrote, nor 24 hours after", async () => {
  expect(await sim.send(hello)).toMatchObject({ status: 400, body: { error: { code: 131047 } } });
  await says({ type: "text", text: "Hi" });
  await sim.control("POST", "/clock", { forwardMs: DAY_MS - 60_000 });
  expect((await sim.send(hello)).status).toBe(200);
  await sim.control("POST", "/clock", { forwardMs: 60_000 });
  expect(await sim.send(hello)).toMatchObject({ status: 400, body: { error: { code: 131047 } } });
  const template = { type: "template", template: { name: "hello_world", language: { code: "en_US" } } };
  expect((await sim.send(template)).status).toBe(200);
});

test("a message that comes three days late does not open the window", async () => {
  const { body } = await sim.control("GET", "/status");
  const sentAt = new Date(Date.parse(String(body.now)) - 3 * DAY_MS).toISOString();
  await says({ type: "text", text: "Hi", sentAt });
  expect((await sim.send(hello)).body).toMatchObject({ error: { code: 131047 } });
});

test("a late refusal is a failed status without contacts", async () => {
  await sim.control("PATCH", "/settings", { lateRefusals: true });
  const id = idOf(await sim.send(hello));
  await until(() => statusesOf(id).length === 1);
  expect(statusesOf(id)).toMatchObject([{ status: "failed", errors: [{ code: 131047 }] }]);
  expect(sim.caught[0]?.body.entry[0]?.changes[0]?.value).not.toHaveProperty("contacts");
});

test("a template to a number nobody has fails later with 131026", async () => {
  const template = { type: "template", template: { name: "hello_world", language: { code: "en_US" } } };
  const id = idOf(await sim.send(template, "+4915550000000"));
  await until(() => statusesOf(id).length === 1);
  expect(statusesOf(id)).toMatchObject([{ status: "failed", errors: [{ code: 131026 }] }]);
});

test("a person known by user id alone is reached by recipient", async () => {
  const { body } = await sim.control("POST", "/phones", { name: "Ana Lima", bsuidOnly: true });
  await says({ type: "text", text: "Hi" }, "ana-lima");
  const answer = await sim.graph("POST", "/200000000000001/messages", {
    messaging_product: "whatsapp",
    recipient: body.userId,
    ...hello,
  });
  expect(answer.body).toMatchObject({ contacts: [{ input: body.userId, user_id: body.userId }] });
  const id = idOf(answer);
  await until(() => statusesOf(id).length === 3);
  expect(statusesOf(id)[0]).toMatchObject({ recipient_user_id: body.userId });
  expect(statusesOf(id)[0]).not.toHaveProperty("recipient_id");
});

test("a read mark and typing show on the phone; an unknown message is 131009", async () => {
  const { body } = await says({ type: "text", text: "Hi" });
  const mark = { messaging_product: "whatsapp", status: "read", typing_indicator: { type: "text" } };
  const path = "/200000000000001/messages";
  expect((await sim.graph("POST", path, { ...mark, message_id: body.id })).body).toEqual({ success: true });
  expect(await lastMessage()).toMatchObject({ state: "read" });
  expect((await sim.control("GET", "/phones/rosa/thread")).body).toMatchObject({ phone: { typing: true } });
  const wrong = await sim.graph("POST", path, { ...mark, message_id: "wamid.NONE" });
  expect(wrong.body).toMatchObject({ error: { code: 131009 } });
});

test("a tapped button answers with its id, quoting our message", async () => {
  await says({ type: "text", text: "Hi" });
  const action = { buttons: [{ type: "reply", reply: { id: "take", title: "Take it" } }] };
  const interactive = { type: "button", body: { text: "Job" }, action };
  const id = idOf(await sim.send({ type: "interactive", interactive }));
  await says({ type: "button", messageId: id, buttonId: "take" });
  await until(() => sim.messages().length === 2);
  expect(sim.messages().find(({ type }) => type === "interactive")).toMatchObject({
    context: { from: "15550100001", id },
    interactive: { type: "button_reply", button_reply: { id: "take", title: "Take it" } },
  });
});

test("a reaction of ours is on the phone and only ever sent", async () => {
  const { body } = await says({ type: "text", text: "Hi" });
  const answer = await sim.send({ type: "reaction", reaction: { message_id: body.id, emoji: "👍" } });
  const id = idOf(answer);
  await until(() => statusesOf(id).length > 0);
  expect(await lastMessage()).toMatchObject({ id: body.id, reactions: [{ from: "business", emoji: "👍" }] });
  expect(statusesOf(id).map(({ status }) => status)).toEqual(["sent"]);
});

test("a photo from a phone is fetched with the token, until its address is five minutes old", async () => {
  await says({ type: "image", asset: "ceiling.jpg", caption: "look" });
  await until(() => sim.caught.length === 1);
  const image = z.object({ id: z.string(), sha256: z.string() }).parse(sim.messages()[0]?.image);
  const { url } = Media.parse((await sim.graph("GET", `/${image.id}`)).body);
  expect((await fetch(url)).status).toBe(401);
  const headers = { authorization: "Bearer token" };
  const bytes = Buffer.from(await (await fetch(url, { headers })).arrayBuffer());
  expect(createHash("sha256").update(bytes).digest("base64")).toBe(image.sha256);
  await sim.control("POST", "/clock", { forwardMs: 5 * 60_000 });
  expect((await fetch(url, { headers })).status).toBe(404);
  expect((await sim.graph("GET", `/${image.id}`)).status).toBe(200);
});

test("an upload is sent by its id, shown on the phone, and gone after its deletion", async () => {
  await says({ type: "text", text: "Hi" });
  const { id } = await upload(new Blob([JPEG], { type: "image/jpeg" }));
  expect((await sim.send({ type: "image", image: { id } })).status).toBe(200);
  expect(await lastMessage()).toMatchObject({ media: { id, mime: "image/jpeg", bytes: 7 } });
  const shown = await fetch(`${sim.url}/control/media/${id}`);
  expect(Buffer.from(await shown.arrayBuffer()).equals(JPEG)).toBe(true);
  expect((await sim.send({ type: "audio", audio: { id } })).body).toMatchObject({ error: { code: 131053 } });
  expect((await sim.graph("DELETE", `/${id}`)).body).toEqual({ success: true });
  expect((await sim.graph("GET", `/${id}`)).status).toBe(400);
});

test("an upload of a type WhatsApp does not take is refused", async () => {
  const answer = await upload(new Blob(["x"], { type: "application/zip" }));
  expect(answer).toMatchObject({ error: { code: 100 } });
});

test("an error after the send leaves the message on the phone", async () => {
  await says({ type: "text", text: "Hi" });
  await sim.control("PATCH", "/settings", { errorRate: 1, errorCode: 131000, errorAfter: true });
  expect(await sim.send(hello)).toMatchObject({ status: 500, body: { error: { code: 131000 } } });
  expect(await lastMessage()).toMatchObject({ from: "business", text: "Hola" });
});

async function upload(file: Blob) {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("file", file, "photo.jpg");
  const headers = { authorization: "Bearer token" };
  const url = `${sim.url}/v26.0/200000000000001/media`;
  return z.looseObject({}).parse(await (await fetch(url, { method: "POST", body: form, headers })).json());
}
