/** `@great-detail/whatsapp`, pointed at the simulator by `prefixUrl`. */
import { Client, type CreateMessageOptions, MessageType } from "@great-detail/whatsapp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT, type ClientWorld, JPEG, NUMBER, ROSA, startClientWorld } from "./client-world.ts";

const authorization = "Bearer token";
let world: ClientWorld;
let client: Client;

beforeAll(async () => {
  world = await startClientWorld();
  client = new Client({ prefixUrl: world.url, request: { headers: { authorization } } });
});
afterAll(() => world.close());

const link = "https://files.example/a";
const interactive = {
  type: "button",
  body: { text: "Choose" },
  action: { buttons: [{ type: "reply", reply: { id: "a", title: "Yes" } }] },
};

test("each kind of message reaches the phone", async () => {
  const media = await upload();
  /** Its types ask for more than the platform does, and know no interactive: bodies as the platform takes them. */
  const bodies: object[] = [
    { type: MessageType.Text, text: { body: "Hola" }, context: { message_id: world.saidId } },
    { type: MessageType.Image, image: { id: media.id } },
    { type: MessageType.Audio, audio: { link } },
    { type: MessageType.Video, video: { link, caption: "here" } },
    { type: MessageType.Document, document: { link, filename: "quote.pdf" } },
    { type: MessageType.Sticker, sticker: { link } },
    { type: MessageType.Location, location: { latitude: 40.4, longitude: -3.7 } },
    { type: MessageType.Contacts, contacts: [{ name: { formatted_name: "Bo Li", last_name: "Li" } }] },
    { type: MessageType.Interactive, interactive },
    { type: MessageType.Template, template: { name: "hello_world", language: { code: "en_US" } } },
    { type: "reaction", reaction: { message_id: world.saidId, emoji: "👍" } },
  ];
  for (const body of bodies) {
    const options = { phoneNumberID: NUMBER, to: ROSA, ...body } as CreateMessageOptions & {
      phoneNumberID: string;
    };
    const answer = await client.message.createMessage(options).json();
    expect(answer.messages[0]?.id).toMatch(/^wamid\./);
    expect(answer.contacts).toEqual([{ input: ROSA, wa_id: "34600100201" }]);
  }
  expect(await world.typesOnPhone()).toEqual([
    ...["text", "image", "audio", "video", "document", "sticker", "location", "contacts"],
    ...["buttons", "template"],
  ]);
});

test("a message is marked as read", async () => {
  const options = { phoneNumberID: NUMBER, status: "read" as const, message_id: world.saidId };
  expect(await client.message.createStatus(options).json()).toEqual({ success: true });
});

test("a file that goes up comes down the same, and is gone after its deletion", async () => {
  const { id: mediaID } = await upload();
  const { url } = await client.media.getURL({ mediaID, phoneNumberID: NUMBER }).json();
  const down = await client.media.download({ mediaURL: url, request: { headers: { authorization } } });
  expect(Buffer.from(await down.arrayBuffer()).equals(JPEG)).toBe(true);
  expect(await client.media.delete({ mediaID }).json()).toEqual({ success: true });
  await expect(client.media.getURL({ mediaID }).json()).rejects.toThrow("400");
});

test("templates are listed, made, edited and deleted", async () => {
  const listed = await client.template
    .list(ACCOUNT, { status: "APPROVED", fields: ["name", "language"] })
    .json();
  expect(listed.data[0]).toEqual({ id: expect.any(String), name: "hello_world", language: "en_US" });
  const components = [{ type: "BODY", text: "Done." }];
  const wanted = { name: "job_done", language: "en_US", category: "UTILITY", components };
  const made = await client.template
    .create(ACCOUNT, wanted as Parameters<Client["template"]["create"]>[1])
    .json();
  await world.control("POST", "/flush");
  await world.control("POST", `/templates/${made.id}`, { status: "PAUSED" });
  const edited = [{ type: "BODY", text: "Your request is done." }];
  await client.template
    .update(made.id, { components: edited } as Parameters<Client["template"]["update"]>[1])
    .json();
  expect(await client.template.get(made.id, {}).json()).toMatchObject({ components: edited });
  const gone = { name: "job_done" } as Parameters<Client["template"]["delete"]>[1];
  expect(await client.template.delete(ACCOUNT, gone).json()).toEqual({ success: true });
});

test("the account, its numbers and its subscription are read", async () => {
  const numbers = await client.phoneNumbers
    .listPhoneNumbers({ businessAccountID: ACCOUNT, fields: ["verified_name", "quality_rating"] })
    .json();
  expect(numbers).toMatchObject({ data: [{ id: NUMBER, quality_rating: "GREEN" }] });
  expect(await client.whatsappBusinessAccount.get(ACCOUNT).json()).toMatchObject({ id: ACCOUNT });
  await client.subscribedApps.createSubscription({ businessAccountID: ACCOUNT }).json();
  const apps = await client.subscribedApps.listSubscriptions({ businessAccountID: ACCOUNT }).json();
  expect(apps).toMatchObject({ data: [{ whatsapp_business_api_data: { name: "Simulated app" } }] });
  const profile = await client.businessProfile.getBusinessProfile({ phoneNumberID: NUMBER }).json();
  expect(profile).toMatchObject({ data: [{ messaging_product: "whatsapp" }] });
});

test("our webhooks pass its check of the signature", async () => {
  await world.control("POST", "/phones/rosa/messages", { type: "text", text: "¿Ya vienen? 💧" });
  await world.control("POST", "/flush");
  const caught = world.caught.at(-1);
  const event = await client.webhook.eventNotification({
    method: "POST",
    query: {},
    body: caught?.bytes.toString() ?? "",
    headers: { "x-hub-signature-256": caught?.signature ?? "" },
  });
  await event.verifySignature("secret");
  expect(event.eventNotification).toMatchObject({ object: "whatsapp_business_account" });
});

async function upload() {
  const file = new Blob([JPEG], { type: "image/jpeg" });
  return client.media
    .upload({ phoneNumberID: NUMBER, file, filename: "photo.jpg", mimeType: "image/jpeg" })
    .json();
}
