import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type CaughtSimulator, startCaught, until } from "./webhook-catcher.ts";

const TEMPLATES = "/300000000000001/message_templates";
const DAY_MS = 86_400_000;
const done = {
  name: "job_done",
  language: "en_US",
  category: "UTILITY",
  components: [{ type: "BODY", text: "Your request is done." }],
};

let sim: CaughtSimulator;
beforeEach(async () => {
  sim = await startCaught();
});
afterEach(() => sim.close());

const errorOf = (answer: { body: object }) =>
  z.looseObject({ error: z.looseObject({ code: z.number() }) }).parse(answer.body).error;
const told = () => sim.changes("message_template_status_update");

async function make(definition: object = done): Promise<string> {
  const before = told().length;
  const { body } = await sim.graph("POST", TEMPLATES, definition);
  await until(() => told().length > before);
  return z.string().parse(body.id);
}

test("a template waits, is approved, and the app is told when", async () => {
  await sim.control("PATCH", "/settings", { review: "hold" });
  const { body } = await sim.graph("POST", TEMPLATES, done);
  expect(body).toMatchObject({ status: "PENDING", category: "UTILITY" });
  const send = { messaging_product: "whatsapp", to: "34600100201", type: "template" };
  const template = { name: "job_done", language: { code: "en_US" } };
  expect(errorOf(await sim.graph("POST", "/200000000000001/messages", { ...send, template })).code).toBe(
    132001,
  );
  await sim.control("POST", `/templates/${body.id}`, { status: "APPROVED" });
  await until(() => told().length === 1);
  expect(sim.caught[0]?.body.entry[0]).toMatchObject({
    time: expect.any(Number),
    changes: [{ value: { event: "APPROVED", message_template_id: Number(body.id) } }],
  });
  expect((await sim.graph("POST", "/200000000000001/messages", { ...send, template })).body).toMatchObject({
    messages: [{ message_status: "accepted" }],
  });
});

test("one is rejected with a reason", async () => {
  const id = await make({ ...done, name: "reject_me" });
  expect((await sim.graph("GET", `/${id}?fields=status,rejected_reason`)).body).toEqual({
    id,
    status: "REJECTED",
    rejected_reason: "INVALID_FORMAT",
  });
});

test("the same name and language is taken; a deleted name is blocked for a month", async () => {
  await make();
  expect(errorOf(await sim.graph("POST", TEMPLATES, done))).toMatchObject({ error_subcode: 2388024 });
  expect((await sim.graph("DELETE", `${TEMPLATES}?name=job_done`)).body).toEqual({ success: true });
  expect(errorOf(await sim.graph("POST", TEMPLATES, done))).toMatchObject({ error_subcode: 2388023 });
  await sim.control("POST", "/clock", { forwardMs: 30 * DAY_MS });
  expect((await sim.graph("POST", TEMPLATES, done)).status).toBe(200);
});

test("an approved one is edited once a day, and reviewed again", async () => {
  const id = await make();
  const edit = () =>
    sim.graph("POST", `/${id}`, { components: [{ type: "BODY", text: "All of it is done." }] });
  expect((await edit()).body).toEqual({ success: true });
  await until(() => told().length === 2);
  expect(errorOf(await edit())).toMatchObject({ code: 100, error_subcode: 2388050 });
  await sim.control("POST", "/clock", { forwardMs: DAY_MS });
  expect((await edit()).status).toBe(200);
});

test("pages lead from one to the next and back", async () => {
  const Page = z.looseObject({
    data: z.array(z.looseObject({ name: z.string(), language: z.string() })),
    paging: z.looseObject({
      cursors: z.object({ before: z.string(), after: z.string() }),
      next: z.string().optional(),
      previous: z.string().optional(),
    }),
  });
  const read = async (path: string) => Page.parse((await sim.graph("GET", path)).body);
  const first = await read(`${TEMPLATES}?limit=3&fields=name,language`);
  expect(first.data.length).toBe(3);
  expect(first.paging.previous).toBeUndefined();
  const next = first.paging.next ?? "";
  const second = Page.parse(await (await fetch(next, { headers: { authorization: "Bearer token" } })).json());
  expect(second.data.map(({ name }) => name)).toEqual(["still_there"]);
  expect(second.paging.next).toBeUndefined();
  const back = await read(`${TEMPLATES}?limit=3&before=${second.paging.cursors.before}`);
  expect(back.data.map(({ name }) => name)).toEqual(first.data.map(({ name }) => name));
});

test("a sample file goes up in parts by the Resumable Upload API", async () => {
  const wanted = "/700000000000001/uploads?file_length=6&file_type=image/jpeg&file_name=a.jpg";
  const { id } = z.object({ id: z.string() }).parse((await sim.graph("POST", wanted)).body);
  const part = (offset: number, bytes: string) =>
    fetch(`${sim.url}/v26.0/${id}`, {
      method: "POST",
      headers: { authorization: "OAuth token", file_offset: String(offset) },
      body: bytes,
    });
  expect(await (await part(0, "abc")).json()).toMatchObject({ file_offset: 3 });
  expect((await part(0, "abc")).status).toBe(400);
  expect(await (await part(3, "def")).json()).toMatchObject({ h: expect.stringMatching(/^4::/) });
});

test("a file belongs to the number it was uploaded for", async () => {
  const form = new FormData();
  form.set("messaging_product", "whatsapp");
  form.set("file", new Blob(["abc"], { type: "text/plain" }), "a.txt");
  const headers = { authorization: "Bearer token" };
  const sent = await fetch(`${sim.url}/v26.0/200000000000001/media`, { method: "POST", headers, body: form });
  const { id } = z.object({ id: z.string() }).parse(await sent.json());
  expect((await sim.graph("GET", `/${id}?phone_number_id=200000000000001`)).status).toBe(200);
  expect(errorOf(await sim.graph("GET", `/${id}?phone_number_id=200000000000009`))).toMatchObject({
    code: 100,
    error_subcode: 33,
  });
});

test("a number on the Business app sends 20 in a second", async () => {
  await sim.control("PATCH", "/numbers/200000000000001", { isOnBizApp: true });
  await sim.control("POST", "/crowd", { count: 30 });
  const send = (place: number) =>
    sim.graph("POST", "/200000000000001/messages", {
      messaging_product: "whatsapp",
      to: String(15_560_000_000 + place),
      type: "text",
      text: { body: "Hi" },
    });
  await Promise.all(Array.from({ length: 30 }, (_, place) => send(place)));
  const { body } = await sim.control("GET", "/received");
  const { numbers } = z
    .object({ numbers: z.tuple([z.looseObject({ peak: z.object({ perSecond: z.number() }) })]) })
    .parse(body);
  expect(numbers[0].peak.perSecond).toBeLessThanOrEqual(20);
});
