/** `whatsapp-api-js` knows one host; a fetch of ours carries its calls to the simulator. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { WhatsAppAPI } from "whatsapp-api-js";
import {
  ActionButtons,
  ActionCallPermission,
  ActionCatalog,
  ActionContactRequest,
  ActionCTA,
  ActionList,
  ActionLocation,
  ActionNavigateFlow,
  ActionProduct,
  ActionProductList,
  Audio,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  CatalogProduct,
  Contacts,
  Document,
  Footer,
  Header,
  Image,
  Interactive,
  ListSection,
  Location,
  Name,
  PayloadComponent,
  Phone,
  Product,
  ProductSection,
  Reaction,
  Row,
  Sticker,
  Template,
  Text,
  Video,
} from "whatsapp-api-js/messages";
import type { ClientMessage } from "whatsapp-api-js/types";
import { z } from "zod";
import { type ClientWorld, JPEG, NUMBER, ROSA, startClientWorld } from "./client-world.ts";

let world: ClientWorld;
let client: WhatsAppAPI;

beforeAll(async () => {
  world = await startClientWorld();
  client = new WhatsAppAPI({
    token: "token",
    appSecret: "secret",
    v: "v24.0",
    ponyfill: {
      fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) =>
        fetch(String(input).replace("https://graph.facebook.com", world.url), init),
    },
  });
});
afterAll(() => world.close());

const Id = z.object({ id: z.string() });
const link = "https://files.example/a";

async function send(message: ClientMessage, context?: string): Promise<unknown> {
  const answer = await client.sendMessage(NUMBER, { phone: ROSA, bsuid: "US.1" }, message, context, "job-1");
  expect(answer).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid\./) }] });
  return answer;
}

test("each kind of message reaches the phone", async () => {
  const { id } = Id.parse(await client.uploadMedia(NUMBER, formOf(JPEG)));
  await send(new Text("Hola", true), world.saidId);
  await send(new Image(id, true, "here"));
  await send(new Audio(link, false, true));
  await send(new Video(link, false, "here"));
  await send(new Document(link, false, "here", "quote.pdf"));
  await send(new Sticker(link));
  await send(new Location(-3.7, 40.4, "4B", "Main Street"));
  await send(new Contacts([new Name("Bo Li", "Bo"), new Phone("+15550108888", "CELL")]));
  const values = new BodyComponent(new BodyParameter("Rosa"), new BodyParameter("Tuesday"));
  await send(
    new Template("visit_reminder", "en_US", values, new PayloadComponent("yes"), new PayloadComponent("no")),
  );
  await send(new Reaction(world.saidId, "👍"));
  expect(await world.typesOnPhone()).toEqual([
    ...["text", "image", "audio", "video", "document", "sticker", "location", "contacts", "template"],
  ]);
});

test("each interactive kind reaches the phone", async () => {
  const before = (await world.typesOnPhone()).length;
  const body = new Body("Choose");
  const header = new Header("Aurora");
  const footer = new Footer("Home services");
  const product = new CatalogProduct("sku", "1");
  await send(new Interactive(new ActionButtons(new Button("a", "Yes")), body, header, footer));
  await send(new Interactive(new ActionList("Times", new ListSection("Week", new Row("a", "Tue"))), body));
  await send(new Interactive(new ActionCTA("Open", "https://pay.example/1"), body));
  await send(new Interactive(new ActionLocation(), body));
  await send(new Interactive(new ActionContactRequest(), body));
  await send(new Interactive(new ActionCallPermission(), body));
  await send(new Interactive(new ActionNavigateFlow("token", "1", "Start", "FIRST"), body));
  await send(new Interactive(new ActionCatalog(new Product("sku")), body));
  await send(new Interactive(new ActionProduct(product), body));
  const section = new ProductSection("Valves", new Product("sku"));
  await send(new Interactive(new ActionProductList("1", section), body, header));
  expect((await world.typesOnPhone()).slice(before)).toEqual([
    ...["buttons", "list", "link", "ask", "ask", "ask", "link", "link", "link", "link"],
  ]);
});

test("somebody known by user id alone is reached, and the answer does not tell the number", async () => {
  const { body } = await world.control("POST", "/phones", { name: "Ana Lima", bsuidOnly: true });
  await world.control("POST", "/phones/ana-lima/messages", { type: "text", text: "Hi" });
  const bsuid = String(body.userId);
  const answer = await client.sendMessage(NUMBER, { bsuid }, new Text("Hola"));
  expect(answer).toMatchObject({ contacts: [{ input: bsuid, user_id: bsuid }] });
  expect(JSON.stringify(answer)).not.toContain("wa_id");
});

test("a message is marked as read, with typing", async () => {
  expect(await client.markAsRead(NUMBER, world.saidId, "text")).toEqual({ success: true });
});

test("a file that goes up comes down the same, and is gone after its deletion", async () => {
  const { id } = Id.parse(await client.uploadMedia(NUMBER, formOf(JPEG)));
  const about = await client.retrieveMedia(id, NUMBER);
  const { url } = z.object({ url: z.string() }).parse(about);
  const down = await client.fetchMedia(url);
  expect(Buffer.from(await down.arrayBuffer()).equals(JPEG)).toBe(true);
  expect(await client.deleteMedia(id)).toEqual({ success: true });
  expect(await client.retrieveMedia(id)).toMatchObject({ error: { code: 100, error_subcode: 33 } });
});

test("a person is blocked and unblocked, by paths without a version", async () => {
  expect(await client.blockUser(NUMBER, "+34600100201")).toMatchObject({
    block_users: { added_users: [{ wa_id: "34600100201" }] },
  });
  const refused = await client.sendMessage(NUMBER, { phone: ROSA, bsuid: "US.1" }, new Text("Hola"));
  expect(refused).toMatchObject({ error: { code: 130403 } });
  await client.unblockUser(NUMBER, "+34600100201");
  await send(new Text("Hola"));
});

test("it lists no templates by itself; by its own call they come", async () => {
  const response = await client.$$apiFetch$$(
    "https://graph.facebook.com/v24.0/300000000000001/message_templates",
  );
  const Listed = z.object({ data: z.array(z.object({ name: z.string() })) });
  const { data } = Listed.parse(await response.json());
  expect(data.map(({ name }) => name)).toContain("visit_reminder");
});

test("our webhooks pass its check of the signature", async () => {
  await world.control("POST", "/flush");
  const caught = world.caught.at(-1);
  const bytes = caught?.bytes.toString() ?? "";
  expect(await client.verifyRequestSignature(bytes, caught?.signature ?? "")).toBe(true);
});

function formOf(bytes: Buffer): FormData {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)], { type: "image/jpeg" }), "photo.jpg");
  return form;
}
