/** Which process sends for a number, and when none does: on the real database. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aReply } from "../../test/a-reply.ts";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { openMediaFiles } from "./media-files.ts";
import { callHead, type SendParts, takeHeads } from "./send.ts";
import { settleCallEnds } from "./send-ends.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let parts: SendParts;

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  for (const table of ["message", "send_turn", "send_pace"]) await system.db.query(`delete from ${table}`);
  numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 2_000 };
});
afterEach(() => graph.close());

const write = (conversationId: number, text: string) => aReply(system, conversationId, text);
const someone = async () => (await aConversation(system, numberId)).id;
const atPace = (perSecond: number) =>
  system.db.query("update number set throughput = $2 where id = $1", [numberId, perSecond]);

const ready = { waiting: 0, typed: 0, taken: 0 };
const goNow = async () => true;

test("two processes want to send: one does, the other asks again when that one may be gone", async () => {
  await atPace(20);
  for (let n = 0; n < 12; n++) await write(await someone(), `${n}`);
  const both = await Promise.all(
    ["here", "there"].map((processId) => takeHeads({ ...parts, processId }, numberId, ready)),
  );
  const [sends, waits] = both.toSorted((one, other) => other.heads.length - one.heads.length);
  expect(sends).toMatchObject({ againMs: 0, hold: { perSecond: 20, carried: null } });
  expect(sends?.heads).toHaveLength(5);
  expect(waits).toMatchObject({ heads: [], hold: null });
  expect(waits?.againMs).toBeGreaterThan(1_000);
});

test("what stands ready is not taken again", async () => {
  await atPace(100);
  for (let n = 0; n < 20; n++) await write(await someone(), `${n}`);
  const { heads } = await takeHeads(parts, numberId, { waiting: 19, typed: 0, taken: 19 });
  expect(heads.map(({ text }) => text)).toEqual(["0", "1", "2", "3"]);
});

test("a process that died is followed, which counts what that one may have sent", async () => {
  await atPace(20);
  await write(await someone(), "first");
  await takeHeads({ ...parts, processId: "dying" }, numberId, ready);
  await write(await someone(), "second");
  await system.db.query("update send_pace set held_until = clock_timestamp() - interval '0.2 seconds'");
  const { heads, hold } = await takeHeads(parts, numberId, ready);
  expect(heads.map(({ text }) => text)).toEqual(["second"]);
  expect(hold?.carried?.count).toBe(20);
  expect(hold?.carried?.forMs).toBeLessThanOrEqual(800);
});

test("too many calls rests the number, also a moment after too fast, and once for all that were on their way", async () => {
  for (const code of [130429, 4, 4]) {
    await write(await someone(), `${code}`);
    const { heads } = await takeHeads(parts, numberId, ready);
    graph.answers = [{ kind: "error", status: 400, code }];
    for (const head of heads)
      await settleCallEnds(parts, [{ head, result: await callHead(parts, head, goNow) }]);
  }
  const [pace] = await system.db.query<{ seconds: number }>(
    "select extract(epoch from free_at - clock_timestamp())::float8 as seconds from send_pace",
  );
  expect(pace?.seconds).toBeGreaterThan(4);
  expect(pace?.seconds).toBeLessThanOrEqual(5);
});
