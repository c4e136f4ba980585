/** What WhatsApp refuses: what is sent again by itself, what is told to a person, and what stops the whole number. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Finding } from "../../shared/api/numbers.ts";
import { failureOf, stepsFor } from "../../web/src/request/thread/failure.ts";
import { en } from "../../web/src/texts/en.ts";
import { entries, status } from "../deliveries.ts";
import { type Client, openStory, type Sending, type Story } from "../story.ts";
import { until } from "../world.ts";

let story: Story;
let rosa: Client;
let people = 0;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ days: 1 });
  await story.simulator.control("DELETE", "received");
  rosa = await someone();
});

async function someone(): Promise<Client> {
  people += 1;
  return story.meets(`Client ${people}`);
}
const trouble = ({ phone }: Client, code: number, late = false) =>
  story.simulator.control("PUT", `troubles/${phone}`, { code, late });
const noTrouble = ({ phone }: Client) => story.simulator.control("DELETE", `troubles/${phone}`);
const refusals = async () => (await story.received()).refused;

test("the four codes that come before anything is done are sent again by themselves, and arrive once", async () => {
  const codes = [4, 80007, 130429, 131056] as const;
  const clients = await Promise.all(codes.map(someone));
  for (const [n, client] of clients.entries()) await trouble(client, codes[n] ?? 0);
  const sendings = await Promise.all(
    clients.map((client, n) => story.writes(client.conversationId, `Refused with ${codes[n]}`)),
  );
  await until(refusals, (seen) => codes.every((code) => (seen[code] ?? 0) >= 1), 30_000);
  for (const sending of sendings) expect(await story.standing(sending)).toMatchObject({ state: "queued" });
  for (const client of clients) await noTrouble(client);
  await story.jump({ minutes: 1 });
  await Promise.all(sendings.map((sending) => story.becomes(sending, "delivered")));
  for (const [n, client] of clients.entries())
    expect(await story.onPhone(client.phone)).toEqual([`Refused with ${codes[n]}`]);
  expect(await story.received()).toMatchObject({ accepted: 4, repeated: 0 });
});

test("what is refused so for four hours is given up, and a person is told", async () => {
  await trouble(rosa, 131056);
  const sending = await story.writes(rosa.conversationId, "Again and again");
  await until(refusals, (seen) => seen["131056"] === 1);
  await story.jump({ hours: 4, minutes: 1 });
  expect(await story.becomes(sending, "failed")).toMatchObject({ errorCode: 131056 });
  await noTrouble(rosa);
  await story.jump({ hours: 1 });
  expect(await story.onPhone(rosa.phone)).toEqual([]);
});

const FOR_GOOD = [100, 130403, 130472, 131008, 131009, 131021, 131026, 131030, 131049] as const;
const MORE_FOR_GOOD = [131050, 131051, 131053, 131062, 131064, 132000, 132007, 135000, 137000] as const;
/** Most come as a status only. */
const LATE = [130472, 131026, 131049, 131050, 131053] as const;

describe.each([
  ["in the answer", [...FOR_GOOD, ...MORE_FOR_GOOD], false],
  ["as a status", LATE, true],
])("refused for good %s", (_, codes, late) => {
  test("each failure is told with its words and a step, nothing is sent again, and what follows goes out", async () => {
    const failed = await Promise.all(
      codes.map(async (code) => {
        const client = await someone();
        await trouble(client, code, late);
        const sending = await story.writes(client.conversationId, "Will this arrive?");
        expect(await story.becomes(sending, "failed"), `code ${code}`).toMatchObject({ errorCode: code });
        expect(failureOf(code), `code ${code}`).not.toBe("other");
        expect(en.thread.failed[failureOf(code)].length, `code ${code}`).toBeGreaterThan(10);
        await noTrouble(client);
        await story.becomes(await story.writes(client.conversationId, "And this?"), "delivered");
        return { code, client, sending };
      }),
    );
    await story.jump({ hours: 5 });
    await story.becomes(await story.writes(rosa.conversationId, "Hours later"), "delivered");
    for (const { code, client, sending } of failed) {
      expect(await story.standing(sending)).toMatchObject({ state: "failed", errorCode: code });
      // What was taken and failed afterwards stands on the simulator's phone, but never twice.
      const arrived = await story.onPhone(client.phone);
      expect(arrived).toEqual(late ? ["Will this arrive?", "And this?"] : ["And this?"]);
    }
    expect(stepsFor("notOnWhatsapp", true)).toEqual(["contact"]);
    const { repeated, refused } = await story.received();
    expect(repeated).toBe(0);
    if (!late) for (const code of codes) expect(refused[code], `code ${code}`).toBe(1);
  });
});

const attention = async () =>
  (await story.manager.call<{ findings: Finding[] }>("GET", "numbers/attention")).body.findings;
const resume = () => story.manager.call("POST", `numbers/${story.numberId}/resume`);

// One of each kind; that every code does so is seen beside the sender.
describe.each([
  [131031, "locked"],
  [131048, "spam"],
  [131042, "payment"],
  [10, "permission"],
  [33, "number deleted"],
])("code %i (%s) stops the number", (code) => {
  test("nothing else goes out, everybody is told, and after a person resumes it all of it goes in order", async () => {
    const other = await someone();
    await story.settings({ errorRate: 1, errorCode: code });
    const refused = await story.writes(rosa.conversationId, "refused");
    expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: code });
    const [paused] = await until(attention, (findings) => findings.some((each) => each.code === "paused"));
    expect(paused).toMatchObject({ whatToDo: "resume_number", level: "act", facts: { code } });
    await story.settings({});
    const before = await story.received();
    const waiting = [];
    for (const words of ["first", "second"]) waiting.push(await story.writes(rosa.conversationId, words));
    waiting.push(await story.writes(other.conversationId, "to another"));
    // Time alone lets nothing out, and nothing is even tried.
    await story.jump({ hours: 2 });
    expect(await story.received()).toEqual(before);
    for (const each of waiting) expect(await story.standing(each)).toMatchObject({ state: "queued" });

    expect((await story.operator.call("POST", `numbers/${story.numberId}/resume`)).status).toBe(403);
    expect((await resume()).status).toBe(200);
    await Promise.all(waiting.map((each) => story.becomes(each, "delivered")));
    expect(await story.onPhone(rosa.phone)).toEqual(["first", "second"]);
    expect(await story.onPhone(other.phone)).toEqual(["to another"]);
    expect((await attention()).some((each) => each.code === "paused")).toBe(false);
    // The one that stopped it is a person's to send again.
    const settled = await story.operator.call("POST", `messages/${refused.id}/settle`, { as: "again" });
    expect(settled.status).toBe(200);
    await story.becomes(refused, "delivered");
    expect(await story.onPhone(rosa.phone)).toEqual(["first", "second", "refused"]);
  });
});

describe.each([131042, 131048, 131031])("code %i as a status, after the message was taken", (code) => {
  test("stops the number too, once, and what waits goes out when a person resumes it", async () => {
    await story.settings({ duplicates: true });
    await trouble(rosa, code, true);
    const failed = await story.writes(rosa.conversationId, "taken, then refused");
    expect(await story.becomes(failed, "failed")).toMatchObject({ errorCode: code });
    const [paused] = await until(attention, (findings) => findings.some((each) => each.code === "paused"));
    expect(paused).toMatchObject({ facts: { code } });
    await noTrouble(rosa);
    const waits = await story.writes(rosa.conversationId, "waits");
    expect((await resume()).status).toBe(200);
    await story.becomes(waits, "delivered");
    // Told once more is no news.
    await failsAgain(failed, code);
    await story.becomes(await story.writes(rosa.conversationId, "goes on"), "delivered");
    expect((await attention()).some((each) => each.code === "paused")).toBe(false);
  });
});

test("a stop that comes an hour late, and one person's failure, stop nothing", async () => {
  await story.settings({ freeze: true });
  await trouble(rosa, 131042, true);
  const late = await story.writes(rosa.conversationId, "told late");
  await story.becomes(late, "sent");
  await story.jump({ hours: 1 });
  await story.settings({});
  expect(await story.becomes(late, "failed")).toMatchObject({ errorCode: 131042 });
  await noTrouble(rosa);
  await story.becomes(await story.writes(rosa.conversationId, "goes on"), "delivered");
  expect((await attention()).some((each) => each.code === "paused")).toBe(false);
});

/** Meta tells of it once more, in another webhook than before. */
async function failsAgain({ id }: Sending, code: number): Promise<void> {
  const [told] = await story.app.system.db.query<{ wamid: string }>(
    "select wamid from message where id = $1",
    [id],
  );
  const at = Math.floor(story.now().getTime() / 1000);
  const body = entries(status(told?.wamid ?? "", "failed", at, { errors: [{ code, title: "once more" }] }));
  const answer = await fetch(`${story.simulator.url}/control/replay`, { method: "POST", body });
  expect(answer.ok).toBe(true);
  await story.simulator.control("POST", "flush", {});
  await story.settled();
}
