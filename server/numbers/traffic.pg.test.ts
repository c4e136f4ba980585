import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { readHealth } from "./health.ts";
import { countTraffic, startTrafficCounter } from "./traffic.ts";

const START = new Date("2026-03-02T09:20:00Z");
let system: ConversationSystem;
let numberId: number;
let conversationId: number;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:1");
  await system.db.query("update number set business_account_id = '300', app_secret_sealed = $1", [
    system.seal.close("secret"),
  ]);
});
afterAll(() => system?.close());
beforeEach(async () => {
  system.clock.set(START);
  for (const table of ["number_traffic", "message", "conversation", "notice", "delivery"])
    await system.db.query(`truncate ${table} cascade`);
  conversationId = (await aConversation(system, numberId)).id;
});

type Hour = { hour: string; in: number; out: number };
const hours = async (): Promise<Hour[]> => {
  const rows = await system.db.query<{ hour: Date; came_in: number; went_out: number }>(
    "select hour, came_in, went_out from number_traffic order by hour",
  );
  return rows.map(({ hour, came_in, went_out }) => ({
    ...{ hour: hour.toISOString().slice(8, 13), in: came_in, out: went_out },
  }));
};
/** As if the past had been recorded live. */
const wasHeard = (from: string, until: string, everyMinutes: number, cameBy = "webhook", side = "client") =>
  system.db.query(
    `insert into message (conversation_id, number_id, side, kind, said_at, recorded_at, came_by, wamid, from_phone)
     select $1, $2, $7, 'text', at, at, $6, 'wamid.' || $6 || extract(epoch from at), $6 = 'echo'
     from generate_series($3::timestamptz, $4::timestamptz, $5 * interval '1 minute') as at`,
    [conversationId, numberId, from, until, everyMinutes, cameBy, side],
  );
const says = async () => {
  const id = await aMessage(system, conversationId);
  await system.db.query("update message set came_by = 'webhook' where id = $1", [id]);
  return id;
};
const health = async () => (await readHealth(system)).numbers.find(({ number }) => number.id === numberId);
const silent = async () => (await health())?.findings.find(({ code }) => code === "silent");

test("each hour's messages are counted, theirs and ours; what is imported from the past is not", async () => {
  await says();
  await says();
  await wasHeard("2026-03-02T08:10:00Z", "2026-03-02T08:12:00Z", 1, "echo", "staff");
  await wasHeard("2026-03-02T08:10:00Z", "2026-03-02T09:12:00Z", 1, "history");
  expect(await countTraffic(system)).toBe(true);
  expect(await hours()).toEqual([
    { hour: "02T08", in: 0, out: 3 },
    { hour: "02T09", in: 2, out: 0 },
  ]);
  expect(await health()).toMatchObject({ isOnPhone: true, lastInAt: START });
});

test("counting again changes nothing, and what commits late is seen the next time", async () => {
  await says();
  await countTraffic(system);
  const before = await system.db.query("select xmin::text, * from number_traffic");
  await countTraffic(system);
  expect(await system.db.query("select xmin::text, * from number_traffic")).toEqual(before);
  await wasHeard("2026-03-02T07:59:00Z", "2026-03-02T07:59:00Z", 1);
  await countTraffic(system);
  expect(await hours()).toEqual([
    { hour: "02T07", in: 1, out: 0 },
    { hour: "02T09", in: 1, out: 0 },
  ]);
});

test("messages that are taken away are counted no longer", async () => {
  const id = await says();
  await countTraffic(system);
  await system.db.query("delete from message where id = $1", [id]);
  await countTraffic(system);
  expect(await hours()).toEqual([]);
});

test("a first count, and one after days of standing still, leave no hole", async () => {
  await wasHeard("2026-02-20T10:00:00Z", "2026-02-20T12:00:00Z", 60);
  await countTraffic(system);
  expect(await hours()).toHaveLength(3);
  await wasHeard("2026-03-03T10:00:00Z", "2026-03-04T10:00:00Z", 60 * 24);
  system.clock.set(new Date("2026-03-08T10:00:00Z"));
  await countTraffic(system);
  expect(await hours()).toHaveLength(5);
});

test("a clock that jumps ahead and back neither loses an hour nor tells of a silence", async () => {
  await says();
  await countTraffic(system);
  system.clock.forward({ days: 400 });
  await says();
  await countTraffic(system);
  system.clock.set(START);
  await says();
  expect(await silent()).toBeUndefined();
  system.clock.forward({ hours: 5 });
  await says();
  await countTraffic(system);
  const counted = await hours();
  expect(counted.map(({ hour, in: cameIn }) => [hour, cameIn])).toEqual(
    expect.arrayContaining([
      ["02T09", 2],
      ["02T14", 1],
    ]),
  );
  expect(counted).toHaveLength(3);
});

test("only one process counts at a time", async () => {
  await system.db.transaction(async (tx) => {
    await tx.query("select pg_advisory_xact_lock(7022685)");
    expect(await countTraffic(system)).toBe(false);
  });
  expect(await countTraffic(system)).toBe(true);
});

test("a usual number that hears nothing is told, and a message ends it before the next count", async () => {
  await wasHeard("2026-02-01T00:00:00Z", "2026-03-02T09:15:00Z", 5);
  await countTraffic(system);
  expect(await silent()).toBeUndefined();
  system.clock.forward({ hours: 1, minutes: 30 });
  await countTraffic(system);
  expect(await silent()).toMatchObject({
    level: "act",
    since: new Date("2026-03-02T09:15:00Z"),
    facts: { count: 19, weeks: 4 },
    whatToDo: "check_webhook",
  });
  await says();
  expect(await silent()).toBeUndefined();
  expect((await health())?.findings).toMatchObject([{ code: "all_well" }]);
});

test("screens are told when a finding comes or goes, and not otherwise", async () => {
  await wasHeard("2026-02-01T00:00:00Z", "2026-03-02T09:15:00Z", 5);
  const told: string[] = [];
  const stop = system.live.listen((topics) => told.push(...topics));
  const counter = startTrafficCounter(system, 20);
  const looked = () => system.db.query("select from number_traffic").then((rows) => rows.length);
  await expect.poll(looked).toBeGreaterThan(0);
  system.clock.forward({ hours: 2 });
  await expect.poll(() => told).toContain("numbers");
  await counter.stop();
  stop();
  expect(told).toEqual(["numbers"]);
});

test("notices about the number, its account and others find their place, whatever came first", async () => {
  const add = (
    field: string,
    body: object,
    account: string | null,
    minute: number,
    number: number | null = null,
  ) =>
    system.db.query(
      `insert into notice (digest, number_id, business_account_id, field, at, body)
       values (sha256(($1 || $2 || $3)::bytea), $4, $5, $1, $6, $2::jsonb)`,
      [field, JSON.stringify(body), minute, number, account, new Date(START.getTime() - minute * 60_000)],
    );
  await add("account_update", { event: "PARTNER_ADDED" }, "300", 1);
  await add("account_update", { event: "PARTNER_REMOVED" }, "300", 2);
  await add("phone_number_quality_update", { event: "FLAGGED" }, "300", 3);
  await add("messages.errors", { code: 131031 }, "300", 4, numberId);
  await add("weather_update", { rain: true }, "999", 5);
  const { numbers, house, hasOtherNotices } = await readHealth(system);
  expect(numbers[0]?.findings.map(({ code }) => code)).toEqual(["quality_low", "whatsapp_error"]);
  expect(house.map(({ code }) => code)).toEqual(["unknown_notice"]);
  expect(hasOtherNotices).toBe(true);
});
