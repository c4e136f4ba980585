/** A number restricted, disabled, taken off or no longer registered: what people are told, and what becomes of their words. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Finding } from "../../shared/api/numbers.ts";
import { type Client, openStory, type Story } from "../story.ts";
import { type Person, until } from "../world.ts";

const NUMBER = "200000000000001";

let story: Story;
let admin: Person;
let client: Client;
let people = 0;
beforeAll(async () => {
  story = await openStory();
  admin = await story.as("admin");
});
afterAll(() => story?.close());
beforeEach(async () => {
  await story.settings({});
  await story.jump({ days: 1 });
  await story.simulator.control("DELETE", "received");
  people += 1;
  client = await story.meets(`Client ${people}`);
});

const accountUpdate = (value: object) =>
  story.simulator.control("POST", "happen", { type: "field", field: "account_update", value });
const findings = async () =>
  (await story.manager.call<{ findings: Finding[] }>("GET", `numbers/${story.numberId}/health`)).body
    .findings;
const finds = (code: string) =>
  until(
    async () => (await findings()).find((finding) => finding.code === code),
    (finding) => finding !== undefined,
  );
const isGone = (code: string) => until(findings, (all) => all.every((finding) => finding.code !== code));
const inHours = (hours: number) => new Date(story.now().getTime() + hours * 3_600_000);

test("a restriction is told with its reason and its end, and is over on that second", async () => {
  const until = inHours(24);
  await accountUpdate({
    event: "ACCOUNT_RESTRICTION",
    restriction_info: [
      { restriction_type: "RESTRICTED_BIZ_INITIATED_MESSAGING", expiration: until.getTime() / 1000 },
    ],
  });
  expect(await finds("account_restricted")).toMatchObject({
    level: "act",
    whatToDo: "open_account_quality",
    facts: { reason: "RESTRICTED_BIZ_INITIATED_MESSAGING", until: until.toISOString() },
  });
  // Of that kind only writing first is refused: answers go on.
  await story.becomes(await story.writes(client.conversationId, "We answer all the same"), "delivered");
  await story.jump({ hours: 23, minutes: 59, seconds: 59 });
  expect((await findings()).map(({ code }) => code)).toContain("account_restricted");
  await story.jump({ seconds: 1 });
  await isGone("account_restricted");
});

test("a disabled account is told, the first refused send stops the number, and after its return all goes out", async () => {
  await accountUpdate({ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: ["DISABLE"] } });
  expect(await finds("account_disabled")).toMatchObject({ level: "act", whatToDo: "open_account_quality" });
  await story.settings({ errorRate: 1, errorCode: 131031 });
  await story.becomes(await story.writes(client.conversationId, "refused"), "failed");
  await finds("paused");
  const waits = await story.writes(client.conversationId, "waits");
  await story.settings({});
  await story.jump({ hours: 2 });
  await accountUpdate({ event: "DISABLED_UPDATE", ban_info: { waba_ban_state: ["REINSTATE"] } });
  expect(await finds("account_reinstated")).toMatchObject({ level: "good" });
  await isGone("account_disabled");
  // Whether to send on is a person's word.
  expect(await story.standing(waits)).toMatchObject({ state: "queued" });
  expect((await story.manager.call("POST", `numbers/${story.numberId}/resume`)).status).toBe(200);
  await story.becomes(waits, "delivered");
  expect(await story.onPhone(client.phone)).toEqual(["waits"]);
});

test("an account taken off the app is told until it is connected again, and an older word that comes late changes nothing", async () => {
  const parted = {
    event: "PARTNER_REMOVED",
    waba_info: { waba_id: "300000000000001" },
    disconnection_info: { reason: "PRIMARY_INACTIVITY", initiated_by: "SYSTEM" },
  };
  await story.settings({ freeze: true });
  await accountUpdate(parted);
  await story.jump({ hours: 1 });
  await accountUpdate({ event: "ACCOUNT_RECONNECTED" });
  await story.settings({ shuffle: true });
  await story.simulator.control("POST", "flush", {});
  await story.settled();
  await isGone("account_disconnected");
  await story.jump({ hours: 1 });
  await accountUpdate(parted);
  expect(await finds("account_disconnected")).toMatchObject({
    level: "act",
    whatToDo: "reconnect",
    facts: { reason: "PRIMARY_INACTIVITY" },
  });
  await story.jump({ hours: 1 });
  await accountUpdate({ event: "ACCOUNT_RECONNECTED" });
  await isGone("account_disconnected");
});

test("a number no longer registered stops with its own reason, and goes on once it is registered and resumed", async () => {
  await story.simulator.control("PATCH", `numbers/${NUMBER}`, { isRegistered: false });
  const refused = await story.writes(client.conversationId, "refused");
  expect(await story.becomes(refused, "failed")).toMatchObject({ errorCode: 133010 });
  expect(await finds("paused")).toMatchObject({ facts: { code: 133010 } });
  const waits = await story.writes(client.conversationId, "waits");
  await story.jump({ hours: 1 });
  expect((await story.received()).refused).toEqual({ "133010": 1 });
  // Resumed before it is mended: the next one tells it again, and only that one is lost to it.
  const resume = () => story.manager.call("POST", `numbers/${story.numberId}/resume`);
  await resume();
  expect(await story.becomes(waits, "failed")).toMatchObject({ errorCode: 133010 });
  await finds("paused");
  const last = await story.writes(client.conversationId, "last");
  await story.simulator.control("PATCH", `numbers/${NUMBER}`, { isRegistered: true });
  await resume();
  await story.becomes(last, "delivered");
  expect(await story.onPhone(client.phone)).toEqual(["last"]);
});

test("taken off here by an admin, nothing can be written and what waited does not leave; connected again, it goes out", async () => {
  await story.settings({ errorRate: 1, errorCode: 131031 });
  await story.becomes(await story.writes(client.conversationId, "refused"), "failed");
  await finds("paused");
  await story.settings({});
  const waits = await story.writes(client.conversationId, "waits");
  expect((await admin.call("POST", `numbers/${story.numberId}/disconnect`)).status).toBe(200);
  expect(await story.tries(client.conversationId, { kind: "text", text: "Hello?" })).toMatchObject({
    status: 409,
    body: { error: { code: "number_cannot_send" } },
  });
  await story.manager.call("POST", `numbers/${story.numberId}/resume`);
  await story.jump({ hours: 1 });
  expect(await story.received()).toEqual({ accepted: 0, refused: { "131031": 1 }, repeated: 0 });
  expect(await story.standing(waits)).toMatchObject({ state: "queued" });

  await connectAgain();
  // It left when the token was there again; its ticks were told before Meta knew our address.
  const sent = await until(
    () => story.standing(waits),
    (send) => send?.state === "sent" || send?.state === "delivered",
  );
  expect(sent).toMatchObject({ errorCode: null });
  await story.becomes(await story.writes(client.conversationId, "And on"), "delivered");
  expect(await story.onPhone(client.phone)).toEqual(["waits", "And on"]);
});

/** As the guided page does it: token, number, the app's secret, our address at Meta. */
async function connectAgain(): Promise<void> {
  type Connection = { id: number; accountId: string | null };
  const step = async (path: string, body: object) => {
    const answer = await admin.call<Connection>("POST", `numbers/connections${path}`, body);
    expect(answer.status, path).toBe(200);
    return answer.body;
  };
  const { id } = await step("", {
    ...{ token: "t", numberId: story.numberId, graphUrl: story.simulator.url },
  });
  await step(`/${id}/account`, { accountId: "300000000000001" });
  await step(`/${id}/number`, { phoneNumberId: NUMBER });
  await step(`/${id}/secret`, { appSecret: "s" });
  await step(`/${id}/webhook`, { place: "account" });
  await step(`/${id}/finish`, {});
}
