/** WhatsApp stops a template: by a notice, or by the answer to a send that we still thought good. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Template } from "../../shared/api/templates.ts";
import { type Client, openStory, type Sending, type Story } from "../story.ts";
import { until } from "../world.ts";

let story: Story;
let client: Client;
let people = 0;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ days: 2 });
  await story.simulator.control("DELETE", "received");
  people += 1;
  client = await story.meets(`Client ${people}`);
});

const NAME = "still_there";
type AtMeta = { id: string; name: string; language: string };
async function atMeta(change: object): Promise<void> {
  const { templates } = await story.simulator.control<{ templates: AtMeta[] }>("GET", "templates");
  const id = templates.find(({ name, language }) => name === NAME && language === "en_US")?.id;
  await story.simulator.control("POST", `templates/${id}`, change);
}
const here = () => story.template(NAME);
const becomes = (state: Template["state"]) => until(here, (template) => template.state === state);
const tries = async () =>
  story.tries(client.conversationId, {
    ...{ kind: "template", templateId: (await here()).id, values: { "1": "Rosa" } },
  });
async function sends(): Promise<Sending> {
  const { status, body } = await tries();
  expect(status).toBe(200);
  return { id: (body as { id: number }).id, conversationId: client.conversationId };
}
const findings = async () =>
  (
    await story.manager.call<{ findings: { code: string; whatToDo: string; facts: object }[] }>(
      "GET",
      `numbers/${story.numberId}/health`,
    )
  ).body.findings;

test.each([
  ["PAUSED", "paused", "until it is back", "templates_paused"],
  ["REJECTED", "rejected", "looked at again", "templates_rejected"],
  ["DISABLED", "disabled", "Choose another", "templates_disabled"],
] as const)(
  "%s: the notice is believed, nothing is sent with it and what to do is said; approved again, it goes out",
  async (status, state, what, finding) => {
    await until(here, (template) => template.state === "approved");
    await atMeta({ status, reason: status === "REJECTED" ? "INVALID_FORMAT" : null });
    const stopped = await becomes(state);
    if (status === "PAUSED")
      expect(stopped.pausedUntil).toBe(new Date(story.now().getTime() + 3 * 3_600_000).toISOString());
    if (status === "REJECTED") expect(stopped.reason).toBe("INVALID_FORMAT");
    expect(await tries()).toMatchObject({
      status: 409,
      body: { error: { code: `template_${state}`, message: expect.stringContaining(what) } },
    });
    expect(await story.received()).toEqual({ accepted: 0, refused: {}, repeated: 0 });
    const told = (await findings()).find(({ code }) => code === finding);
    expect(told).toMatchObject({ whatToDo: "look_at_templates" });

    await story.jump({ hours: 3 });
    await atMeta({ status: "APPROVED" });
    await becomes("approved");
    await story.becomes(await sends(), "delivered");
    expect((await findings()).some(({ code }) => code === finding)).toBe(false);
  },
);

test.each([
  ["PAUSED", 132015, "paused"],
  ["DISABLED", 132016, "disabled"],
] as const)(
  "%s and the notice is late: the refusal says so (%i), and marks it at once",
  async (status, code, state) => {
    await until(here, (template) => template.state === "approved");
    await story.settings({ freeze: true });
    await atMeta({ status });
    const refused = await sends();
    expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: code });
    await becomes(state);
    expect(await tries()).toMatchObject({ status: 409, body: { error: { code: `template_${state}` } } });
    expect((await story.received()).refused).toEqual({ [code]: 1 });
    // The number itself is not to blame, and words still go out.
    await story.settings({});
    await story.becomes(await story.writes(client.conversationId, "In our own words"), "delivered");
    await atMeta({ status: "APPROVED" });
    await becomes("approved");
  },
);

test("deleted at Meta without a word: the refusal (132001) marks it, and the list agrees", async () => {
  await until(here, (template) => template.state === "approved");
  const gone = await fetch(`${story.simulator.url}/v26.0/300000000000001/message_templates?name=${NAME}`, {
    method: "DELETE",
    headers: { authorization: "Bearer t" },
  });
  expect(gone.status).toBe(200);
  const refused = await sends();
  expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: 132001 });
  await becomes("deleted");
  expect(await tries()).toMatchObject({ status: 409, body: { error: { code: "template_deleted" } } });
  await asksForList();
  expect((await here()).state).toBe("deleted");
});

/** A listing that began after this moment has ended. Real time: Meta's list lags a little, so we ask some seconds later. */
async function asksForList(): Promise<void> {
  const begun = await story.jump({ seconds: 1 }).then(() => story.now().toISOString());
  type Syncs = { accounts: { sync: { begunAt: string; endedAt: string | null } | null }[] };
  await until(
    async () => (await story.operator.call<Syncs>("GET", "templates")).body.accounts[0]?.sync,
    (sync) => sync !== undefined && sync !== null && sync.begunAt >= begun && sync.endedAt !== null,
    20_000,
  );
}
