import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { aPhoto, choose } from "../../test/outgoing-files.ts";
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

async function aTemplate(
  definition: object,
  more: { state?: string; category?: string } = {},
): Promise<number> {
  const { state = "approved", category = "utility" } = more;
  const [row] = await system.db.query<{ id: number }>(
    `insert into template (business_account_id, provider_id, name, language, category, state, state_at, provider_state,
       definition, components, components_at, category_at, synced_at, created_at)
     values ('1', gen_random_uuid(), 'visit', 'es', $3, $2, $4, $2, $1, '[]', $4, $4, $4, $4) returning id`,
    [JSON.stringify(definition), state, category, system.clock.now()],
  );
  return row?.id ?? 0;
}
const GREETING = {
  variables: "positional",
  body: "Hola {{1}}, ¿mañana a las {{2}}?",
  buttons: [{ kind: "reply", title: "Sí" }],
  examples: {},
  beyond: [],
};

test("a template goes out filled in, also after the window has shut", async () => {
  const templateId = await aTemplate(GREETING);
  const { id } = await aConversation(system, place.numberId, { lastInAt: null });
  const messageId = await place.write(id, { kind: "template", templateId, values: { 1: "Ana", 2: "10:00" } });
  await place.send();
  expect(place.lastCall()).toEqual({
    type: "template",
    template: {
      name: "visit",
      language: { code: "es" },
      components: [
        {
          type: "body",
          parameters: [
            { type: "text", text: "Ana" },
            { type: "text", text: "10:00" },
          ],
        },
      ],
    },
  });
  expect(await place.shown(messageId)).toMatchObject({
    kind: "template",
    text: "Hola Ana, ¿mañana a las 10:00?",
    content: { buttons: [{ kind: "reply", title: "Sí" }], template: { name: "visit", category: "utility" } },
  });
});

test("the photo above a template's words is handed over too", async () => {
  const header = { kind: "image" };
  const templateId = await aTemplate({ ...GREETING, header, body: "Hola", buttons: [] });
  const { id } = await aConversation(system, place.numberId, { lastInAt: null });
  await expect(place.write(id, { kind: "template", templateId, values: {} })).rejects.toMatchObject({
    code: "template_file_missing",
  });
  const { id: uploadId } = await choose(place.parts, await aPhoto());
  await place.write(id, { kind: "template", templateId, values: {}, uploadId });
  await place.send();
  expect(place.lastCall()).toMatchObject({
    template: { components: [{ type: "header", parameters: [{ type: "image", image: { id: "media-1" } }] }] },
  });
});

test.each(["paused", "rejected", "disabled", "pending", "deleted"])(
  "a template that is %s is not sent",
  async (state) => {
    const templateId = await aTemplate(GREETING, { state });
    const { id } = await aConversation(system, place.numberId);
    await expect(
      place.write(id, { kind: "template", templateId, values: { 1: "Ana", 2: "10" } }),
    ).rejects.toMatchObject({ code: `template_${state}` });
  },
);

test("a template with an empty place is not sent", async () => {
  const templateId = await aTemplate(GREETING);
  const { id } = await aConversation(system, place.numberId);
  await expect(place.write(id, { kind: "template", templateId, values: { 1: "Ana" } })).rejects.toMatchObject(
    {
      code: "template_values_missing",
      detail: { missing: ["2"] },
    },
  );
});

test("no marketing once WhatsApp refused it because they stopped it, until they want it again", async () => {
  const templateId = await aTemplate(GREETING, { category: "marketing" });
  const { id, contactId } = await aConversation(system, place.numberId);
  const message = { kind: "template", templateId, values: { 1: "Ana", 2: "10" } } as const;
  place.graph.answers = [{ kind: "error", status: 400, code: 131050 }];
  await place.write(id, message);
  await place.send();
  await expect(place.write(id, message)).rejects.toMatchObject({ code: "marketing_stopped" });
  system.clock.forward({ hours: 1 });
  await system.db.query("update contact set marketing_changed_at = $2 where id = $1", [
    contactId,
    system.clock.now(),
  ]);
  await place.write(id, message);
});

test("no marketing to whoever stopped it under any of their ids", async () => {
  const marketing = await aTemplate(GREETING, { category: "marketing" });
  const values = { 1: "Ana", 2: "10" };
  const { id, contactId } = await aConversation(system, place.numberId);
  const other = await aConversation(system, place.numberId);
  await system.db.query("update contact set merged_into = $2 where id = $1", [other.contactId, contactId]);
  await place.write(id, { kind: "template", templateId: marketing, values });
  await system.db.query("update contact set marketing_stopped_at = $2 where id = $1", [
    other.contactId,
    system.clock.now(),
  ]);
  await expect(place.write(id, { kind: "template", templateId: marketing, values })).rejects.toMatchObject({
    code: "marketing_stopped",
  });
  await place.write(id, { kind: "template", templateId: await aTemplate(GREETING), values });
});
