import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { openReadMarks, type ReadMarks } from "./read-marks.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let marks: ReadMarks;
let numberId: number;
let id: number;

beforeAll(async () => {
  system = await conversationSystem();
});
afterAll(() => system?.close());
beforeEach(async () => {
  graph = await fakeGraph();
  numberId = await aNumber(system, graph.url);
  marks = openReadMarks({ system, numbers: system.numbers });
  ({ id } = await aConversation(system, numberId));
  await aMessage(system, id, { wamid: `wamid.first.${id}` });
});
afterEach(async () => {
  await marks.close();
  await graph.close();
});

type Told = { status: string; message_id: string; typing_indicator?: { type: string } };
/** What WhatsApp was told: all of it, once nothing is under way. */
async function told(count: number): Promise<Told[]> {
  await expect.poll(() => graph.sent.length).toBeGreaterThanOrEqual(count);
  await marks.close();
  expect(graph.sent).toHaveLength(count);
  return graph.sent as unknown as Told[];
}

test("the newest message is marked, once for however many screens", async () => {
  await aMessage(system, id, {
    wamid: `wamid.newest.${id}`,
    saidAt: new Date(system.clock.now().getTime() + 1_000),
  });
  await Promise.all([marks.read(id), marks.read(id), marks.read(id)]);
  await marks.read(id);
  expect(await told(1)).toEqual([
    { messaging_product: "whatsapp", status: "read", message_id: `wamid.newest.${id}` },
  ]);
});

test("what comes later is marked again", async () => {
  await marks.read(id);
  await aMessage(system, id, {
    wamid: `wamid.later.${id}`,
    saidAt: new Date(system.clock.now().getTime() + 1_000),
  });
  await marks.read(id);
  expect((await told(2)).map(({ message_id }) => message_id).sort()).toEqual([
    `wamid.first.${id}`,
    `wamid.later.${id}`,
  ]);
});

test("what was sorted is marked, and no later message with it", async () => {
  const { now } = system.clock;
  const sorted = await aMessage(system, id, {
    wamid: `wamid.sorted.${id}`,
    saidAt: new Date(now().getTime() + 1_000),
  });
  await aMessage(system, id, { wamid: `wamid.waits.${id}`, saidAt: new Date(now().getTime() + 2_000) });
  await marks.sorted([sorted]);
  await marks.sorted([sorted]);
  expect(await told(1)).toMatchObject([{ message_id: `wamid.sorted.${id}` }]);
});

test("typing is told every 20 seconds at most, and says that it was read as well", async () => {
  await Promise.all([marks.typing(id), marks.typing(id)]);
  await marks.read(id);
  system.clock.forward({ seconds: 19 });
  await marks.typing(id);
  system.clock.forward({ seconds: 1 });
  await marks.typing(id);
  const all = await told(2);
  expect(all[0]).toMatchObject({ status: "read", typing_indicator: { type: "text" } });
});

test("a number that keeps it to itself tells nothing, not even that somebody types", async () => {
  await system.db.query("update number set sends_read_marks = false where id = $1", [numberId]);
  await system.numbers.refresh();
  await marks.read(id);
  await marks.typing(id);
  expect(await told(0)).toEqual([]);
  await system.db.query("update number set sends_read_marks = true where id = $1", [numberId]);
  await system.numbers.refresh();
});

test("what WhatsApp takes no mark for is left alone: our own, and what is older than 30 days", async () => {
  const old = await aConversation(system, numberId);
  await aMessage(system, old.id, { saidAt: new Date(system.clock.now().getTime() - 31 * 86_400_000) });
  await marks.read(old.id);
  await marks.read((await aConversation(system, numberId)).id);
  expect(await told(0)).toEqual([]);
});

test("a failure is only counted", async () => {
  graph.answers = [{ kind: "error", status: 400, code: 131009 }];
  await marks.read(id);
  await expect.poll(() => marks.failures()).toBe(1);
  expect(system.logged()).not.toContain("wamid");
});

test("a WhatsApp that does not answer holds up nobody", async () => {
  graph.answers = [{ kind: "hang" }];
  await marks.read(id);
  await told(1);
});
