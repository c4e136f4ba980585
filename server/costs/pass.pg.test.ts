import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { countCosts, recountCosts } from "./pass.ts";
import { moveMonths } from "./pass-store.ts";

let system: ConversationSystem;
let numberId: number;
let conversationId: number;
let delivery = 0;
let messages = 0;

beforeAll(async () => {
  system = await conversationSystem();
  numberId = await aNumber(system, "http://127.0.0.1:9");
  ({ id: conversationId } = await aConversation(system, numberId, { phone: "573001234567" }));
});
beforeEach(async () => {
  await system.db.query("delete from message_status");
  await system.db.query("delete from message where conversation_id = $1", [conversationId]);
  await system.db.query("delete from message_cost");
  await system.db.query("delete from cost_month");
  await system.db.query("update cost_pass set read_to = 0, again_from = 0");
  delivery = 0;
  await reached(1);
});
afterAll(() => system?.close());

/** The webhook numbered deliveries up to here. */
const reached = (id: number) => system.db.query("select setval('inbox_id_seq', $1)", [id]);
const AT = new Date("2026-10-12T09:00:00Z");
const FREE = { billable: false, type: "free_customer_service", category: "service" };
const PAID = { billable: true, type: "regular", category: "service" };

async function sent(wamid: string, cameBy = "us"): Promise<void> {
  // The sequence of arrival is the test's own to set.
  messages += 1;
  await system.db.query(
    `insert into message (id, conversation_id, number_id, wamid, side, kind, said_at, recorded_at, send_state, send_state_at, came_by, from_phone)
     values ($6, $1, $2, $3, 'staff', 'text', $4, $4, 'sent', $4, $5, $5 = 'echo')`,
    [conversationId, numberId, wamid, AT, cameBy, messages],
  );
}

async function status(
  wamid: string,
  name: string,
  pricing: object | null = null,
  more: { at?: Date; deliveryId?: number; participant?: string } = {},
): Promise<void> {
  delivery += 1;
  await system.db.query(
    `insert into message_status (number_id, wamid, status, participant, at, pricing, delivery_id)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [numberId, wamid, name, more.participant ?? "", more.at ?? AT, pricing, more.deliveryId ?? delivery],
  );
  await reached(delivery);
}

const counts = () =>
  system.db.query(
    "select month, category, type, country, count from cost_month where count <> 0 order by 1, 2, 3, 4",
  );
const rows = () => system.db.query("select * from message_cost order by number_id, wamid, participant");
const line = (more: object = {}) => ({
  month: "2026-10",
  category: "service",
  type: "free_customer_service",
  country: "CO",
  count: 1,
  ...more,
});

test("what was delivered counts once, whatever of its statuses brought the price", async () => {
  await sent("a");
  await status("a", "sent", FREE);
  await countCosts(system);
  expect(await counts()).toEqual([]);
  await status("a", "delivered", FREE);
  await countCosts(system);
  await status("a", "read");
  await countCosts(system);
  expect(await counts()).toEqual([line()]);
  await sent("b");
  await status("b", "sent", PAID);
  await status("b", "read");
  await countCosts(system);
  expect(await counts()).toEqual([line(), line({ type: "regular" })]);
});

test("what failed costs nothing", async () => {
  await sent("a");
  await status("a", "sent", PAID);
  await status("a", "failed");
  await countCosts(system);
  expect(await counts()).toEqual([]);
});

test("the word on delivery goes before the word on sending", async () => {
  await sent("a");
  await status("a", "sent", FREE);
  await status("a", "delivered", PAID);
  await countCosts(system);
  expect(await counts()).toEqual([line({ type: "regular" })]);
});

test("each member of a group counts, by their own country", async () => {
  await sent("a");
  await status("a", "sent", { type: "regular", category: "group_service" });
  for (const participant of ["573009999999", "MX.1"]) await status("a", "delivered", null, { participant });
  await countCosts(system);
  const group = { type: "regular", category: "group_service" };
  expect(await counts()).toEqual([line(group), line({ ...group, country: "MX" })]);
});

test("a message that comes after its statuses is found again", async () => {
  await status("late", "delivered", PAID, { at: system.clock.now() });
  await countCosts(system);
  expect(await counts()).toMatchObject([{ country: "", count: 1 }]);
  await sent("late");
  await countCosts(system);
  expect(await counts()).toMatchObject([{ country: "CO", count: 1 }]);
});

test("typed on the phone stays free", async () => {
  await sent("typed", "echo");
  await status("typed", "delivered", PAID);
  await countCosts(system);
  expect(await counts()).toEqual([line({ type: "on_phone" })]);
});

test("what is still in the inbox is waited for, and what was replayed long after is found", async () => {
  const [waiting] = await system.db.query<{ id: number }>(
    "insert into inbox (received_at, body) values ($1, '') returning id",
    [AT],
  );
  const id = waiting?.id ?? 0;
  delivery = id;
  await sent("early");
  await sent("behind");
  await status("behind", "delivered", FREE, { deliveryId: id + 1 });
  await reached(id + 1);
  await countCosts(system);
  const [place] = await system.db.query<{ readTo: number }>(
    `select read_to::float8 as "readTo" from cost_pass`,
  );
  expect(place?.readTo).toBe(id - 1);
  await status("early", "delivered", FREE, { deliveryId: id });
  await system.db.query("delete from inbox");
  await reached(id + 50_000);
  await countCosts(system);
  expect(await counts()).toEqual([line({ count: 2 })]);
  // Far behind what has been read by now.
  await sent("replayed");
  await status("replayed", "delivered", PAID, { deliveryId: id });
  await reached(id + 50_000);
  const wide = { ahead: 100_000, again: 100_000 };
  await countCosts(system, wide);
  await countCosts(system, wide);
  expect(await counts()).toEqual([line({ count: 2 }), line({ type: "regular" })]);
});

test("made again from scratch it is the same, however the statuses were cut and ordered", async () => {
  const random = seeded(20261012);
  const words: [string, string, object | null, Date][] = [];
  for (let n = 0; n < 60; n += 1) {
    const wamid = `w${n}`;
    if (n % 7 !== 0) await sent(wamid, n % 11 === 0 ? "echo" : "us");
    const pricing = n % 5 === 0 ? null : n % 2 ? PAID : { ...FREE, category: n % 3 ? "service" : "utility" };
    const at = new Date(AT.getTime() + (random() - 0.5) * 60 * 86_400_000);
    words.push([wamid, "sent", pricing, at]);
    if (n % 4 !== 0) words.push([wamid, "delivered", random() < 0.5 ? pricing : null, at]);
    if (n % 3 === 0) words.push([wamid, "read", null, new Date(at.getTime() + 1000)]);
  }
  words.sort(() => random() - 0.5);
  for (const [wamid, name, pricing, at] of words) {
    await status(wamid, name, pricing, { at });
    if (random() < 0.15) await countCosts(system, { ahead: 1 + Math.floor(random() * 20), again: 3 });
  }
  await countCosts(system);
  const before = { rows: await rows(), counts: await counts() };
  expect(before.rows.length).toBeGreaterThan(30);
  await recountCosts(system);
  expect({ rows: await rows(), counts: await counts() }).toEqual(before);
  const summed = await system.db.query(
    `select month, category, type, country, count(*)::integer as count
     from message_cost group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
  );
  expect(summed).toEqual(before.counts);
});

test("two processes count nothing twice", async () => {
  for (let n = 0; n < 20; n += 1) {
    await sent(`w${n}`);
    await status(`w${n}`, "delivered", FREE);
  }
  await Promise.all([countCosts(system), countCosts(system), countCosts(system)]);
  await countCosts(system);
  expect(await counts()).toEqual([line({ count: 20 })]);
});

test("a month begins where the account is, and moves with it", async () => {
  const lastHour = new Date("2026-10-31T23:30:00Z");
  await sent("a");
  await status("a", "delivered", FREE, { at: lastHour });
  await countCosts(system);
  expect(await counts()).toEqual([line()]);
  await system.db.transaction((tx) => moveMonths(tx, numberId, "Europe/Madrid"));
  expect(await counts()).toEqual([line({ month: "2026-11" })]);
});

/** Mulberry32: the same stream each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
