/** Presence, snooze and the day of the desk on the real schema. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { sweepOnce } from "../timers/sweep.ts";
import { countDay } from "./day-store.ts";
import { lookAt, readPresence } from "./presence.ts";
import { readSnoozed, snoozeItem, wakeSnoozed } from "./snooze.ts";
import { sortMessages } from "./sort.ts";
import { countTray, readTray } from "./tray.ts";

let desk: Desk;
let ana: Person;
let bruno: Person;

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  bruno = await desk.person("Bruno");
});
afterAll(() => desk.close());

let seen = 0;
const newClient = () => desk.client(`Client ${++seen}`);
const now = () => desk.clock.now();
const look = (person: Person, messageId: number | null, isAnswering = false) =>
  desk.db.transaction((tx) => lookAt(tx, person.id, { messageId, isAnswering }, now()));
const there = async () =>
  (await readPresence(desk.db, now())).map(({ account, messageId }) => [account.name, messageId]);
const inTray = async (client: Client) =>
  (await readTray(desk.db, ana, now())).items
    .filter((item) => item.conversationId === client.conversationId)
    .map((item) => item.messageIds);
const snooze = (messageIds: number[], minutes: number | null) => {
  const until = minutes === null ? null : new Date(now().getTime() + minutes * 60_000).toISOString();
  return desk.db.transaction((tx) => snoozeItem(tx, desk.system, ana, { messageIds, until }));
};
const decide = (person: Person, messageIds: number[]) =>
  desk.db.transaction((tx) =>
    sortMessages(tx, desk.system, person, {
      ...{ messageIds, kind: "no_request", requestId: null, title: null, categoryId: null },
      ...{ priority: "normal", place: null, linkedTo: null },
    }),
  );

test("who comes to an item first stands first, one item a person, and who goes quiet is not there", async () => {
  const one = await desk.says(await newClient(), "one");
  const other = await desk.says(await newClient(), "other");
  await look(bruno, one);
  desk.clock.forward({ seconds: 1 });
  await look(ana, one);
  expect(await there()).toEqual([
    ["Bruno", one],
    ["Ana", one],
  ]);
  desk.clock.forward({ seconds: 1 });
  await look(bruno, other);
  expect(await there()).toEqual([
    ["Ana", one],
    ["Bruno", other],
  ]);
  desk.clock.forward({ seconds: 20 });
  await look(ana, one);
  desk.clock.forward({ seconds: 15 });
  expect(await there()).toEqual([["Ana", one]]);
  await look(ana, null);
  expect(await there()).toEqual([]);
});

test("looking at a message that is not there is nothing", async () => {
  await look(ana, 999_999);
  expect(await there()).toEqual([]);
});

test("the first decision wins whoever looks; the other is told who made it", async () => {
  const id = await desk.says(await newClient(), "both");
  await look(ana, id);
  await look(bruno, id);
  await decide(bruno, [id]);
  await expect(decide(ana, [id])).rejects.toMatchObject({
    code: "sorted_already",
    detail: { by: "Bruno" },
  });
});

test("a snoozed item leaves the tray and its count, and is back at its time", async () => {
  const client = await newClient();
  const id = await desk.says(client, "Call me tomorrow");
  const before = await countTray(desk.db);
  await snooze([id], 30);
  expect(await inTray(client)).toEqual([]);
  expect(await countTray(desk.db)).toBe(before - 1);
  expect(await readSnoozed(desk.db)).toMatchObject([
    { contactName: client.name, preview: "Call me tomorrow", messageCount: 1, by: "Ana" },
  ]);
  desk.clock.forward({ minutes: 29 });
  await sweepOnce(desk.system);
  expect(await inTray(client)).toEqual([]);
  desk.clock.forward({ minutes: 2 });
  await sweepOnce(desk.system);
  expect(await inTray(client)).toEqual([[id]]);
  expect(await readSnoozed(desk.db)).toEqual([]);
});

test("it is back as soon as the client writes again, long before its time", async () => {
  const client = await newClient();
  const first = await desk.says(client, "Wait for my husband");
  await snooze([first], 600);
  desk.clock.forward({ seconds: 30 });
  const next = await desk.says(client, "He says yes");
  expect(await inTray(client)).toEqual([[first, next]]);
  expect(await readSnoozed(desk.db)).toEqual([]);
  // Again, now with both; the old snooze and its timer are gone with it.
  await snooze([first, next], null);
  expect(await inTray(client)).toEqual([]);
  expect(await readSnoozed(desk.db)).toMatchObject([{ until: null, messageCount: 2 }]);
  desk.clock.forward({ hours: 11 });
  await sweepOnce(desk.system);
  expect(await inTray(client)).toEqual([]);
});

test("it is woken by hand, twice without harm, and its timer with it", async () => {
  const client = await newClient();
  const id = await desk.says(client, "Later");
  const snoozeId = await snooze([id], 60);
  const wake = () => desk.db.transaction((tx) => wakeSnoozed(tx, snoozeId));
  await wake();
  await wake();
  expect(await inTray(client)).toEqual([[id]]);
  expect(await desk.db.query("select 1 from timer where purpose = 'snooze_due'")).toEqual([]);
});

test("what was sorted is not snoozed, nor until a time that is past", async () => {
  const id = await desk.says(await newClient(), "Thanks");
  await expect(snooze([id], -1)).rejects.toMatchObject({ code: "time_is_past" });
  await decide(bruno, [id]);
  await expect(snooze([id], 10)).rejects.toMatchObject({ code: "sorted_already" });
});

test("what is decided while it rests rests no more", async () => {
  const client = await newClient();
  const id = await desk.says(client, "Hm");
  const before = (await readSnoozed(desk.db)).length;
  await snooze([id], 10);
  await decide(ana, [id]);
  expect(await readSnoozed(desk.db)).toHaveLength(before);
});

test("the day counts what people and rules sorted, and how long one takes", async () => {
  desk.clock.forward({ hours: 24 });
  const since = now();
  for (const pause of [10, 20, 12]) {
    await decide(bruno, [await desk.says(await newClient(), "x")]);
    desk.clock.forward({ seconds: pause });
  }
  await decide(bruno, [await desk.says(await newClient(), "x")]);
  desk.clock.forward({ hours: 1 });
  await decide(bruno, [await desk.says(await newClient(), "after lunch")]);
  expect(await countDay(desk.db, since)).toEqual({ sorted: 5, byRule: 0, medianSeconds: 12 });
});

test("a request opens in the hands that were chosen", async () => {
  const id = await desk.says(await newClient(), "The gate sticks");
  const { requestId } = await desk.db.transaction((tx) =>
    sortMessages(tx, desk.system, ana, {
      ...{ messageIds: [id], kind: "opens", requestId: null, title: "Gate", categoryId: null },
      ...{ priority: "normal", place: null, linkedTo: null, owner: { kind: "account", id: bruno.id } },
    }),
  );
  const rows = await desk.db.query("select owner_account_id as owner from request where id = $1", [
    requestId,
  ]);
  expect(rows).toEqual([{ owner: bruno.id }]);
});
