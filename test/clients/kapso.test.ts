/** `@kapso/whatsapp-cloud-api`, pointed at the simulator by `baseUrl`. */
import { WhatsAppClient } from "@kapso/whatsapp-cloud-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../../simulator/webhook-catcher.ts";
import { ACCOUNT, type ClientWorld, JPEG, NUMBER, ROSA, startClientWorld } from "./client-world.ts";

let world: ClientWorld;
let client: WhatsAppClient;
const to = { phoneNumberId: NUMBER, to: ROSA };

beforeAll(async () => {
  world = await startClientWorld();
  client = new WhatsAppClient({ baseUrl: world.url, accessToken: "token", graphVersion: "v26.0" });
});
afterAll(() => world.close());

test("each kind of message reaches the phone", async () => {
  const { messages } = client;
  const { id: imageId } = await client.media.upload({
    phoneNumberId: NUMBER,
    type: "image/jpeg",
    file: new Blob([JPEG], { type: "image/jpeg" }),
    fileName: "photo.jpg",
  });
  const link = "https://files.example/a";
  await messages.sendText({ ...to, body: "Hola", previewUrl: true, contextMessageId: world.saidId });
  await messages.sendImage({ ...to, image: { id: imageId, caption: "here" } });
  await messages.sendAudio({ ...to, audio: { link } });
  await messages.sendVideo({ ...to, video: { link } });
  await messages.sendDocument({ ...to, document: { link, filename: "quote.pdf" } });
  await messages.sendSticker({ ...to, sticker: { link } });
  await messages.sendLocation({ ...to, location: { latitude: 40.4, longitude: -3.7, name: "4B" } });
  await messages.sendContacts({
    ...to,
    contacts: [{ name: { formattedName: "Bo Li", firstName: "Bo" }, phones: [{ phone: "+15550108888" }] }],
  });
  await messages.sendTemplate({
    ...to,
    template: {
      name: "visit_reminder",
      language: { code: "es" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "Rosa" },
            { type: "text", text: "martes" },
          ],
        },
      ],
    },
  });
  expect(await world.typesOnPhone()).toEqual([
    ...["text", "image", "audio", "video", "document", "sticker", "location", "contacts", "template"],
  ]);
  expect((await world.onPhone()).at(-1)?.text).toBe(
    "Hola Rosa, nuestro técnico va el martes. ¿Le sigue viniendo bien?",
  );
});

test("each interactive kind reaches the phone", async () => {
  const { messages } = client;
  const before = (await world.typesOnPhone()).length;
  const bodyText = "Choose";
  const row = { id: "a", title: "Tuesday", description: "10 to 12" };
  await messages.sendInteractiveButtons({ ...to, bodyText, buttons: [{ id: "a", title: "Yes" }] });
  await messages.sendInteractiveList({
    ...to,
    bodyText,
    buttonText: "Times",
    sections: [{ title: "Week", rows: [row] }],
  });
  await messages.sendInteractiveCtaUrl({
    ...to,
    bodyText,
    parameters: { displayText: "Open", url: "https://pay.example/1" },
  });
  await messages.sendInteractiveLocationRequest({
    ...to,
    bodyText,
    parameters: { requestMessage: "Where?" },
  });
  await messages.sendInteractiveFlow({ ...to, bodyText, parameters: { flowId: "1", flowCta: "Start" } });
  await messages.sendInteractiveProduct({ ...to, bodyText, catalogId: "1", productRetailerId: "sku" });
  await messages.sendInteractiveProductList({
    ...to,
    bodyText,
    header: { type: "text", text: "Parts" },
    catalogId: "1",
    sections: [{ title: "Valves", productItems: [{ productRetailerId: "sku" }] }],
  });
  await messages.sendInteractiveCatalogMessage({
    ...to,
    bodyText,
    parameters: { thumbnailProductRetailerId: "sku" },
  });
  await messages.sendInteractiveAddress({ ...to, bodyText, parameters: { country: "IN" } });
  await messages.sendInteractiveCallPermission({
    ...to,
    bodyText,
    parameters: { phoneNumber: "15550100001" },
  });
  const header = { type: "image" as const, image: { link: "https://files.example/a.jpg" } };
  await messages.sendInteractiveCarousel({
    ...to,
    bodyText,
    cards: [0, 1].map((cardIndex) => ({
      cardIndex,
      header,
      bodyText: "A card",
      action: { displayText: "Open", url: "https://files.example" },
    })),
  });
  expect((await world.typesOnPhone()).slice(before)).toEqual([
    ...["buttons", "list", "link", "ask", "link", "link", "link", "link", "ask", "ask", "link"],
  ]);
});

test("a reaction comes and goes, a message is read with typing", async () => {
  await client.messages.sendReaction({ ...to, reaction: { messageId: world.saidId, emoji: "👍" } });
  const answer = await client.messages.markRead({
    phoneNumberId: NUMBER,
    messageId: world.saidId,
    typingIndicator: { type: "text" },
  });
  expect(answer).toEqual({ success: true });
  const thread = await world.control("GET", "/phones/rosa/thread");
  expect(thread.body).toMatchObject({
    phone: { typing: true },
    messages: expect.arrayContaining([
      expect.objectContaining({
        id: world.saidId,
        state: "read",
        reactions: [{ from: "business", emoji: "👍" }],
      }),
    ]),
  });
});

test("a file that goes up comes down the same, and is gone after its deletion", async () => {
  const file = new Blob([JPEG], { type: "image/jpeg" });
  const { id: mediaId } = await client.media.upload({ phoneNumberId: NUMBER, type: "image/jpeg", file });
  expect(await client.media.get({ mediaId, phoneNumberId: NUMBER })).toMatchObject({
    id: mediaId,
    mimeType: "image/jpeg",
    fileSize: JPEG.length,
  });
  const bytes = await client.media.download({ mediaId, auth: "always" });
  expect(Buffer.from(bytes as ArrayBuffer).equals(JPEG)).toBe(true);
  await client.media.delete({ mediaId });
  await expect(client.media.get({ mediaId })).rejects.toMatchObject({ code: 100 });
});

test("templates are listed by pages, made, reviewed and deleted", async () => {
  const first = await client.templates.list({ businessAccountId: ACCOUNT, limit: 2 });
  expect(first.data.map(({ name }) => name)).toEqual(["hello_world", "visit_reminder"]);
  const after = first.paging?.cursors?.after ?? "";
  const second = await client.templates.list({ businessAccountId: ACCOUNT, limit: 2, after });
  expect(second.data.map(({ language }) => language)).toEqual(["es", "en_US"]);
  await expect(client.templates.list({ businessAccountId: ACCOUNT, after: "made-up" })).rejects.toMatchObject(
    { code: 131059 },
  );
  const made = await client.templates.create({
    businessAccountId: ACCOUNT,
    name: "job_done",
    language: "en_US",
    category: "UTILITY",
    components: [{ type: "BODY", text: "Your request is done." }],
  });
  expect(made).toMatchObject({ status: "PENDING" });
  await until(() => world.changes("message_template_status_update").length > 0);
  expect(world.changes("message_template_status_update")).toMatchObject([
    { event: "APPROVED", message_template_name: "job_done" },
  ]);
  await client.templates.delete({ businessAccountId: ACCOUNT, name: "job_done" });
  const left = await client.templates.list({ businessAccountId: ACCOUNT, name: "job_done" });
  expect(left.data).toEqual([]);
});

test("the number is registered and its profile changed", async () => {
  expect(await client.phoneNumbers.register({ phoneNumberId: NUMBER, pin: "123456" })).toMatchObject({
    success: true,
  });
  await client.phoneNumbers.businessProfile.update({ phoneNumberId: NUMBER, about: "We repair" });
  const profile = await client.phoneNumbers.businessProfile.get({ phoneNumberId: NUMBER, fields: "about" });
  expect(profile).toMatchObject({ data: [{ about: "We repair" }] });
});

test("a refusal has the code that decides", async () => {
  await expect(
    client.messages.sendText({ phoneNumberId: NUMBER, to: "+34600100202", body: "Hola" }),
  ).rejects.toMatchObject({ code: 131047 });
});
