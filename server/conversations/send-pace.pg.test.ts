/** At whose pace, in what order, and what stops a number: on the real database. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aReply } from "../../test/a-reply.ts";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { resumeNumber } from "../numbers/pause.ts";
import { upsertNumber } from "../numbers/register.ts";
import { numberJobs } from "../numbers/tasks.ts";
import { sweepOnce } from "../timers/sweep.ts";
import { openMediaFiles } from "./media-files.ts";
import { messagesByIds } from "./read.ts";
import { settleByCallback } from "./record-statuses.ts";
import { callHead, type SendParts, takeHeads } from "./send.ts";
import { settleCallEnds } from "./send-ends.ts";
import { sendWaiting } from "./sender.ts";
import { settleMessage } from "./settle-message.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let parts: SendParts;
let accountId: number;

beforeAll(async () => {
  system = await conversationSystem();
  const [account] = await system.db.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, created_at) values ('M', 'm', 'operator', 'x', $1)
     returning id`,
    [system.clock.now()],
  );
  accountId = account?.id ?? 0;
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  await system.db.query("delete from message");
  await system.db.query("delete from send_turn");
  await system.db.query("delete from send_pace");
  await system.db.query("delete from timer");
  await system.db.query("update number set paused_at = null, pause_code = null, is_pause_probed = false");
  numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 2_000 };
});
afterEach(() => graph.close());

const write = (conversationId: number, text: string, by: number | null = null) =>
  aReply(system, conversationId, text, by);
const someone = async () => (await aConversation(system, numberId)).id;
const standing = async (id: number) => (await messagesByIds(system.db, [id]))[0]?.send;
const words = () => graph.sent.map(({ text }) => text.body);
const atPace = (perSecond: number) =>
  system.db.query("update number set throughput = $2 where id = $1", [numberId, perSecond]);
const settle = (messageId: number, as: "arrived" | "again" | "given_up") =>
  system.db.transaction((tx) => settleMessage(tx, { messageId, as, now: system.clock.now() }));
const pausedBy = async () =>
  (
    await system.db.query<{ code: number | null }>("select pause_code as code from number where id = $1", [
      numberId,
    ])
  )[0]?.code;

const ready = { waiting: 0, typed: 0, taken: 0 };
const goNow = async () => true;

test("what somebody typed goes before what programs wrote, and one in four is theirs all the same", async () => {
  await atPace(40);
  for (let n = 0; n < 8; n++) await write(await someone(), "program");
  for (let n = 0; n < 8; n++) await write(await someone(), "typed", accountId);
  const { heads } = await takeHeads(parts, numberId, ready);
  const taken = heads.map(({ text }) => text);
  // Nine stand ready at this pace: people get theirs whatever stands there, programs the fourth part of nine.
  expect(taken).toEqual([...Array(8).fill("typed"), "program", "program"]);
  expect(heads.map(({ isTyped }) => isTyped)).toEqual(taken.map((text) => text === "typed"));
});

test("what is typed to somebody for whom a program's words wait takes those along, in their order", async () => {
  await atPace(20);
  const conversationId = await someone();
  for (let n = 0; n < 3; n++) await write(await someone(), "program");
  await write(conversationId, "first, by a program");
  await write(conversationId, "then typed", accountId);
  const { heads } = await takeHeads(parts, numberId, ready);
  expect(heads[0]?.text).toBe("first, by a program");
});

test("one person gets 45 at once; the rest as waiting pays for it, and others do not wait with them", async () => {
  await atPace(1_000);
  const keen = await someone();
  for (let n = 0; n < 48; n++) await write(keen, `${n}`);
  await sendWaiting(parts);
  // The way to WhatsApp is not always as long: the last of the burst keeps a little distance.
  expect(graph.sent).toHaveLength(44);
  system.clock.forward({ seconds: 0.25 });
  await sendWaiting(parts);
  await write(await someone(), "somebody else");
  await sendWaiting(parts);
  expect(words().filter((text) => text !== "somebody else")).toHaveLength(45);
  expect(words()).toContain("somebody else");
  system.clock.forward({ seconds: 5.5 });
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(46);
  system.clock.forward({ seconds: 0.5 });
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(47);
  system.clock.forward({ minutes: 1 });
  await sendWaiting(parts);
  expect(words().filter((text) => text !== "somebody else")).toEqual(
    Array.from({ length: 48 }, (_, n) => `${n}`),
  );
});

test("never two calls of one conversation at once, in whatever process", async () => {
  const conversationId = await someone();
  for (const text of ["a", "b", "c"]) await write(conversationId, text);
  const first = await takeHeads(parts, numberId, ready);
  await system.db.query("update send_pace set held_until = clock_timestamp()");
  const second = await takeHeads({ ...parts, processId: "there" }, numberId, ready);
  expect([first.heads.length, second.heads.length]).toEqual([1, 0]);
  for (const head of first.heads)
    await settleCallEnds(parts, [{ head, result: await callHead(parts, head, goNow) }]);
  await sendWaiting({ ...parts, processId: "there" });
  expect(words()).toEqual(["a", "b", "c"]);
});

test("too fast by WhatsApp's word lowers the rate of that number for a while", async () => {
  await write(await someone(), "too fast");
  graph.answers = [{ kind: "error", status: 400, code: 130429 }];
  await sendWaiting(parts);
  const [pace] = await system.db.query<{ level: number }>("select slow_level as level from send_pace");
  expect(pace?.level).toBe(1);
  expect(await pausedBy()).toBeNull();
});

test("a message removed, or settled in another way, before its turn comes holds up nothing", async () => {
  const conversationId = await someone();
  const gone = await write(conversationId, "gone");
  const settled = await write(conversationId, "settled");
  await write(conversationId, "last");
  await system.db.query("delete from message where id = $1", [gone]);
  await system.db.query("update outbox set state = 'accepted' where message_id = $1", [settled]);
  await sendWaiting(parts);
  expect(words()).toEqual(["last"]);
});

test.each([0, 190, 3, 10, 200, 131005, 131031, 368, 130497, 131042, 134011, 131048, 131037, 131045, 133010])(
  "code %i pauses the number: what is queued stays queued until a manager resumes it",
  async (code) => {
    const conversationId = await someone();
    const refused = await write(conversationId, "refused");
    const waits = await write(conversationId, "waits");
    graph.answers = [{ kind: "error", status: 400, code }];
    await sendWaiting(parts);
    await system.numbers.refresh();
    await sendWaiting(parts);
    expect(await standing(refused)).toMatchObject({ state: "failed", errorCode: code });
    expect(await standing(waits)).toMatchObject({ state: "queued" });
    expect(await pausedBy()).toBe(code);
    expect(graph.sent).toHaveLength(1);
    expect(await system.db.transaction((tx) => resumeNumber(tx, numberId))).toBe(true);
    await system.numbers.refresh();
    await sendWaiting(parts);
    expect(words()).toEqual(["refused", "waits"]);
  },
);

test("a token that works again resumes its number, found out without sending", async () => {
  const conversationId = await someone();
  await write(conversationId, "refused");
  await write(conversationId, "waits");
  graph.answers = [{ kind: "error", status: 401, code: 190 }];
  await sendWaiting(parts);
  await system.numbers.refresh();
  let works = false;
  const asked: string[] = [];
  graph.handle = (request, response) => {
    if (request.method !== "GET") return false;
    asked.push(request.headers.authorization ?? "");
    response.writeHead(works ? 200 : 401, { "content-type": "application/json" });
    response.end(works ? '{"id":"200000000000001"}' : '{"error":{"code":190,"message":"expired"}}');
    return true;
  };
  const probe = async () => {
    await sweepOnce(system);
    const jobs = await system.db.query(
      "select from graphile_worker.jobs where task_identifier = 'probe_number'",
    );
    if (jobs.length > 0) await numberJobs(parts).probe_number?.({ numberId });
    await system.db.query("delete from graphile_worker._private_jobs");
    return jobs.length;
  };
  expect(await probe()).toBe(0);
  system.clock.forward({ minutes: 1 });
  expect(await probe()).toBe(1);
  expect(await pausedBy()).toBe(190);
  // Each time twice as long.
  system.clock.forward({ minutes: 1 });
  expect(await probe()).toBe(0);
  works = true;
  await system.db.transaction((tx) =>
    upsertNumber(
      tx,
      system.seal,
      { phoneNumberId: "200000000000001", kind: "real", accessToken: "another" },
      system.clock.now(),
    ),
  );
  expect(await probe()).toBe(1);
  expect(asked).toEqual(["Bearer token", "Bearer another"]);
  expect(await pausedBy()).toBeNull();
  await system.numbers.refresh();
  await sendWaiting(parts);
  expect(words()).toEqual(["refused", "waits"]);
});

test("a person says that an unknown one arrived, and a status that comes after all is still joined", async () => {
  const conversationId = await someone();
  const messageId = await write(conversationId, "perhaps");
  graph.answers = [{ kind: "cut" }];
  await sendWaiting(parts);
  expect(await standing(messageId)).toMatchObject({ state: "unknown" });
  expect(await settle(messageId, "arrived")).toBe(true);
  expect(await settle(messageId, "arrived")).toBe(false);
  expect(await standing(messageId)).toMatchObject({ state: "sent" });
  await tell(graph.sent[0]?.biz_opaque_callback_data ?? "", "wamid.late", "delivered");
  expect(await standing(messageId)).toMatchObject({ state: "delivered" });
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(1);
});

async function tell(callbackData: string, wamid: string, status: string): Promise<void> {
  await system.db.query(
    "insert into message_status (number_id, wamid, status, at, callback_data) values ($1, $2, $3, $4, $5)",
    [numberId, wamid, status, system.clock.now(), callbackData],
  );
  await system.db.transaction((tx) =>
    settleByCallback(tx, [{ numberId, wamid, callbackData }], system.clock.now()),
  );
}

test("sent again by a person's word it goes out once more, before what was written after it", async () => {
  const conversationId = await someone();
  const messageId = await write(conversationId, "perhaps");
  graph.answers = [{ kind: "cut" }];
  await sendWaiting(parts);
  await write(conversationId, "later");
  await settle(messageId, "again");
  await sendWaiting(parts);
  expect(words()).toEqual(["perhaps", "perhaps", "later"]);
  expect(await standing(messageId)).toMatchObject({ state: "sent" });
  await expect(settle(messageId, "again")).rejects.toMatchObject({ code: "not_to_settle" });
});

test("a late status of the first call keeps the second from leaving", async () => {
  const conversationId = await someone();
  const messageId = await write(conversationId, "perhaps");
  graph.answers = [{ kind: "cut" }];
  await sendWaiting(parts);
  await settle(messageId, "again");
  await tell(graph.sent[0]?.biz_opaque_callback_data ?? "", "wamid.first", "read");
  await sendWaiting(parts);
  expect(graph.sent).toHaveLength(1);
  expect(await standing(messageId)).toMatchObject({ state: "read" });
});
