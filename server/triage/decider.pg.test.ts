import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { openDatabase } from "../db/pool.ts";
import { stripById } from "../requests/strips.ts";
import { verify } from "../requests/verify.ts";
import { decideOnce } from "./decider.ts";
import { NO_MODELS } from "./model-set.ts";
import { sortMessages } from "./sort.ts";
import { readTray, readTrayItem } from "./tray.ts";
import { undoDecision } from "./undo.ts";

let desk: Desk;
let ana: Person;
let bruno: Person;
let client: Client;
let seen = 0;
const BROKEN = "My boiler is broken, no hot water in the house, please come today";

beforeAll(async () => {
  desk = await openDesk();
  ana = await desk.person("Ana");
  bruno = await desk.person("Bruno");
});
afterAll(async () => {
  expect(await verify(desk.db)).toMatchObject({ differences: [] });
  await desk.close();
});
beforeEach(async () => {
  // Only what a test itself says waits.
  await desk.db.query("update message set triage = 'sorted' where triage = 'waiting'");
  client = await desk.client(`Client ${++seen}`);
});

const look = (db = desk.db) => decideOnce({ ...desk.system, db }, () => NO_MODELS);
type Body = Parameters<typeof sortMessages>[3];
const sort = (kind: Body["kind"], messageIds: number[], more: Partial<Body> = {}, by = ana) =>
  desk.db.transaction((tx) =>
    sortMessages(tx, desk.system, by, {
      ...{ kind, messageIds, requestId: null, title: null, categoryId: null },
      ...{ priority: "normal", place: null, linkedTo: null, ...more },
    }),
  );
const opened = async (title: string): Promise<number> => {
  const { requestId } = await sort("opens", [await desk.says(client, title)], { title });
  if (requestId === null) throw new Error("nothing was opened");
  return requestId;
};
const tray = () => readTray(desk.db, ana, desk.clock.now());
/** Their words, quoting a message that was sorted already. */
const quotes = async (text: string, ofRequest: number): Promise<number> => {
  const id = await desk.says(client, text);
  await desk.db.query(
    `update message set wamid = 'quoted' || id::text
    where id = (select min(message_id) from request_message where request_id = $1) and wamid is null`,
    [ofRequest],
  );
  await desk.db.query(
    `update message set quoted_wamid =
      (select m.wamid from request_message rm join message m on m.id = rm.message_id
       where rm.request_id = $2 order by m.id limit 1)
    where id = $1`,
    [id, ofRequest],
  );
  return id;
};

test("what comes in has a suggestion at the next look, and the list shows it", async () => {
  const requestId = await opened("Kitchen tap drips, flat 3");
  desk.clock.forward({ hours: 1 });
  await desk.says(client, "The kitchen tap in flat 3 drips more than before, water on the floor");
  expect(await look()).toMatchObject({ suggested: 1 });
  expect((await tray()).items[0]?.hint).toMatchObject({ kind: "belongs", requestId });
  expect(await look()).toEqual({ decided: 0, suggested: 0, more: false });
});

test("a photo alone is proposed as nothing: models learnt from words", async () => {
  await desk.says(client, null, { kind: "image" });
  expect(await look()).toMatchObject({ suggested: 1 });
  expect((await tray()).items[0]?.hint).toBeNull();
});

test("an item that grows is looked at again as one", async () => {
  const first = await desk.says(client, "Hello");
  await look();
  desk.clock.forward({ seconds: 10 });
  const second = await desk.says(client, BROKEN);
  expect(await look()).toMatchObject({ suggested: 1 });
  const { items } = await tray();
  expect(items.map(({ messageIds }) => messageIds)).toEqual([[first, second]]);
  expect(items[0]?.hint?.kind).toBe("opens");
});

test("a quote is decided by rule once the client has paused, and the list says so", async () => {
  const requestId = await opened("Kitchen tap drips");
  desk.clock.forward({ hours: 1 });
  const id = await quotes("It is the left tap in the kitchen", requestId);
  expect(await look()).toMatchObject({ decided: 0, suggested: 1 });
  desk.clock.forward({ seconds: 59 });
  expect(await look()).toMatchObject({ decided: 0 });
  desk.clock.forward({ seconds: 2 });
  expect(await look()).toMatchObject({ decided: 1 });
  const { items, decided } = await tray();
  expect(items).toEqual([]);
  expect(decided[0]).toMatchObject({ kind: "belongs", rule: "quote", by: null, request: { id: requestId } });
  const [event] = await desk.db.query<{ kind: string; actor: string; through: string }>(
    `select kind, actor_kind as actor, through from request_event where request_id = $1 order by seq desc limit 1`,
    [requestId],
  );
  expect(event).toEqual({ kind: "message", actor: "rule", through: "rule" });
  expect(id).toBeGreaterThan(0);
});

test("anybody takes back what a rule decided, hours later, and no rule decides it again", async () => {
  const requestId = await opened("Kitchen tap drips");
  desk.clock.forward({ hours: 1 });
  const id = await quotes("It is the left tap in the kitchen", requestId);
  desk.clock.forward({ seconds: 61 });
  expect(await look()).toMatchObject({ decided: 1 });
  desk.clock.forward({ hours: 9 });
  const decision = (await tray()).decided[0];
  const undo = () => desk.db.transaction((tx) => undoDecision(tx, desk.system, bruno, decision?.id ?? 0));
  expect(await undo()).toEqual([id]);
  expect(await look()).toMatchObject({ decided: 0, suggested: 1 });
  desk.clock.forward({ minutes: 5 });
  expect(await look()).toMatchObject({ decided: 0 });
  expect((await tray()).items.map(({ messageIds }) => messageIds)).toEqual([[id]]);
});

test("a voice note beside a thank-you is left to a person", async () => {
  await opened("Kitchen tap drips");
  desk.clock.forward({ hours: 1 });
  await desk.says(client, "Thank you!");
  await desk.says(client, null, { kind: "audio" });
  desk.clock.forward({ seconds: 61 });
  expect(await look()).toMatchObject({ decided: 0, suggested: 1 });
});

test("a thank-you alone asks nobody", async () => {
  await opened("Kitchen tap drips");
  desk.clock.forward({ hours: 1 });
  await desk.says(client, "Thank you!");
  desk.clock.forward({ seconds: 61 });
  expect(await look()).toMatchObject({ decided: 1 });
  expect((await tray()).decided[0]).toMatchObject({ kind: "no_request", rule: "acknowledgement" });
});

test("a worker's words are no client's: no rule decides about them", async () => {
  client = await desk.client("Yusuf", "worker");
  await desk.says(client, "Thank you!");
  desk.clock.forward({ seconds: 61 });
  expect(await look()).toMatchObject({ decided: 0, suggested: 1 });
});

test("two processes that look at once decide and suggest everything once", async () => {
  const requests: number[] = [];
  for (let at = 0; at < 8; at++) {
    client = await desk.client(`Many ${at}`);
    requests.push(await opened("Kitchen tap drips"));
    desk.clock.forward({ seconds: 1 });
    await quotes("It is the left tap in the kitchen", requests.at(-1) ?? 0);
  }
  desk.clock.forward({ seconds: 61 });
  const other = openDatabase(desk.database.connection, () => {});
  try {
    let decided = 0;
    for (let round = 0; round < 3; round++)
      for (const each of await Promise.all([look(), look(other), look(), look(other)]))
        decided += each.decided;
    expect(decided).toBe(8);
  } finally {
    await other.close();
  }
  for (const id of requests) {
    const [row] = await desk.db.query<{ count: number }>(
      "select count(*) as count from request_event where request_id = $1 and kind = 'message'",
      [id],
    );
    expect(row?.count).toBe(1);
  }
});

test("a process that died between two items leaves the rest to the next", async () => {
  for (const name of ["One", "Two", "Three"]) {
    client = await desk.client(`${name} ${++seen}`);
    await desk.says(client, BROKEN);
  }
  let queries = 0;
  const dying = {
    ...desk.db,
    query: async <Row>(text: string, values?: readonly unknown[]) => {
      if (text.includes("insert into suggestion") && ++queries > 1)
        throw Object.assign(new Error("gone"), { code: "57P01" });
      return desk.db.query<Row>(text, values);
    },
  };
  await expect(look(dying)).rejects.toThrow("gone");
  expect(await look()).toMatchObject({ suggested: 2 });
  expect((await tray()).items.every(({ hint }) => hint?.kind === "opens")).toBe(true);
});

test("what else waits in the thread is looked at again when something there is decided", async () => {
  const first = await desk.says(client, BROKEN);
  desk.clock.forward({ minutes: 5 });
  const second = await desk.says(
    client,
    "By the way, the boiler shows the code E4, the hot water one in the house",
  );
  await look();
  const { requestId } = await sort("opens", [first], {
    title: "Boiler is broken, no hot water in the house",
  });
  expect(await look()).toMatchObject({ suggested: 1 });
  const [row] = await desk.db.query<{ which: number }>(
    `select (predicted -> 'which' ->> 'value')::int as which from suggestion where head_id = $1`,
    [second],
  );
  expect(row?.which).toBe(requestId);
});

test("who pauses longer is waited for longer, and their run is one item", async () => {
  const { contactId } = client;
  for (let at = 0; at < 12; at++) {
    desk.clock.forward({ seconds: 75 });
    await desk.says(client, `part ${at} of what I want to say`);
  }
  desk.clock.forward({ minutes: 3 });
  await look();
  const [pace] = await desk.db.query<{ seconds: number }>(
    "select quiet_seconds as seconds from contact_pace where contact_id = $1",
    [contactId],
  );
  expect(pace?.seconds).toBeGreaterThan(75);
  expect((await tray()).items).toHaveLength(1);
});

test("an item says that its client has written again, and until when words reach them", async () => {
  await desk.db.query("update conversation set last_in_at = $2 where id = $1", [
    client.conversationId,
    desk.clock.now(),
  ]);
  await desk.says(client, "My boiler is broken");
  desk.clock.forward({ minutes: 30 });
  await desk.says(client, "Hello???");
  const [older, newer] = (await tray()).items;
  expect(older?.wroteAgainAt).toBe(desk.clock.now().toISOString());
  expect(newer?.wroteAgainAt).toBeNull();
  expect(older?.windowUntil).not.toBeNull();
});

test("a look at an item makes its suggestion anew, with reasons, and a later request follows an older one", async () => {
  const old = await opened("Kitchen tap drips");
  desk.clock.forward({ hours: 1 });
  const id = await desk.says(client, "The roof leaks. Please come to 14 Harbour Road tomorrow at 10");
  await look();
  const page = await readTrayItem(desk.db, id, ana.id, desk.clock.now());
  expect(page.suggestion?.what[0]?.kind).toBe("opens");
  expect(page.suggestion?.place?.value).toContain("14 Harbour Road");
  expect(page.suggestion?.wanted?.value.words).toContain("tomorrow");
  const { requestId } = await sort("opens", [id], { title: "Roof leaks", linkedTo: old });
  const strip = await stripById(desk.db, requestId ?? 0, ana.id);
  const [row] = await desk.db.query<{ linked: number }>(
    "select linked_to as linked from request where id = $1",
    [strip.id],
  );
  expect(row?.linked).toBe(old);
});
