import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Desk, openDesk, type Person } from "../../test/desk.ts";
import { openByHand } from "../requests/open.ts";
import { freeUsed } from "./free-tier.ts";
import { readMonth } from "./month.ts";
import { listRequestCounts } from "./month-store.ts";
import { writeCosts } from "./pass-store.ts";
import { deleteRate, listRates, lockRate, upsertRate } from "./rates-store.ts";
import { sumOf } from "./sum-rules.ts";

const START = new Date("2026-11-12T09:00:00Z");
let desk: Desk;
let mona: Person;
let ana: Client;
let numberId: number;
let count = 0;

beforeAll(async () => {
  desk = await openDesk(START);
  mona = await desk.person("Mona", "manager");
  ana = await desk.client("Ana");
  const [number] = await desk.db.query<{ id: number }>("select id from number");
  numberId = number?.id ?? 0;
});
afterAll(() => desk.close());

/** A message of ours that was delivered and charged so. */
async function delivered(
  type: string,
  more: { category?: string; country?: string; month?: string; requests?: number[] } = {},
): Promise<void> {
  count += 1;
  const [message] = await desk.db.query<{ id: number }>(
    `insert into message (conversation_id, number_id, wamid, side, kind, said_at, recorded_at, send_state, send_state_at)
     values ($1, $2, $3, 'staff', 'text', $4, $4, 'delivered', $4) returning id`,
    [ana.conversationId, numberId, `w${count}`, START],
  );
  const messageId = message?.id ?? 0;
  for (const request of more.requests ?? [])
    await desk.db.query("insert into request_message (request_id, message_id) values ($1, $2)", [
      request,
      messageId,
    ]);
  await writeCosts(desk.db, [
    {
      numberId,
      wamid: `w${count}`,
      participant: "",
      messageId,
      deliveredAt: START,
      month: more.month ?? "2026-11",
      category: more.category ?? "service",
      type,
      country: more.country ?? "MX",
    },
  ]);
}

const aRequest = (title: string, categoryId: number | null = null) =>
  desk.db.transaction((tx) =>
    openByHand(tx, desk.system, mona, {
      title,
      contactId: ana.contactId,
      clientName: null,
      clientPhone: null,
      categoryId,
      place: null,
      note: null,
      priority: "normal",
    }),
  );
const month = (of: { month?: string } = {}) => readMonth(desk.db, of, desk.clock.now());

test("a month with nothing in it is a month all the same", async () => {
  expect(await month()).toMatchObject({
    month: "2026-11",
    months: ["2026-11"],
    charged: 0,
    totals: [],
    numbers: [{ freeUsed: 0, freeOf: 1000, timeZone: "UTC", isZoneAssumed: true, nudgeMinutes: 120 }],
    missing: [],
    requests: [],
  });
  expect((await month()).history.map((one) => one.month).slice(-2)).toEqual(["2026-10", "2026-11"]);
});

test("what is charged comes to its price, and what has none is counted and named", async () => {
  const [repair] = await desk.db.query<{ id: number }>("select id from category where name = 'Repair'");
  const leak = await aRequest("Leak", repair?.id ?? null);
  const boiler = await aRequest("Boiler");
  await delivered("regular", { requests: [leak] });
  await delivered("regular", { requests: [leak, boiler] });
  await delivered("regular", { country: "IN", requests: [boiler] });
  await delivered("regular", { country: "DE" });
  await delivered("regular", { country: "", category: "utility" });
  await delivered("free_customer_service");
  await delivered("free_entry_point", { category: "referral_conversion" });
  await delivered("");
  await delivered("regular", { month: "2026-10" });
  const now = await month();
  expect(now).toMatchObject({
    charged: 5,
    withoutRate: 2,
    delivered: 8,
    unsaid: 1,
    totals: [
      { currency: "USD", amount: 0.017 },
      { currency: "INR", amount: 0.115 },
    ],
    numbers: [{ freeUsed: 1, delivered: 8 }],
    missing: [
      { country: "DE", category: "service", count: 1 },
      { country: null, category: "utility", count: 1 },
    ],
    months: ["2026-11", "2026-10"],
  });
  expect(now.requests).toMatchObject([
    { id: boiler, title: "Boiler", totals: [{ currency: "INR", amount: 0.115 }, { currency: "USD" }] },
    { id: leak, totals: [{ currency: "USD", amount: 0.01275 }] },
  ]);
  expect(now.requestCategories).toMatchObject([
    { category: { name: "Repair" }, charged: 2 },
    { category: null, charged: 2 },
  ]);
  expect(now.categories[0]).toMatchObject({
    category: "service",
    charged: 4,
    by: { charged: 4, free_tier: 1, unsaid: 1 },
  });
  expect(now.history.at(-2)).toMatchObject({ month: "2026-10", charged: 1 });
  const ofLeak = sumOf(await listRequestCounts(desk.db, leak), await listRates(desk.db));
  expect(ofLeak).toEqual({ charged: 2, withoutRate: 0, totals: [{ currency: "USD", amount: 0.01275 }] });
});

test("free deliveries are those of the month it is now", async () => {
  expect(await freeUsed(desk.db, desk.clock.now())).toEqual([{ numberId, used: 1 }]);
  expect(await freeUsed(desk.db, new Date("2026-12-01T00:00:00Z"))).toEqual([]);
});

test("a price entered changes what the month comes to, and can be taken back", async () => {
  const rate = {
    country: "DE",
    category: "service",
    currency: "EUR",
    price: "0.0456",
    fromMonth: "2026-11",
    isExample: false,
  } as const;
  const entered = await upsertRate(desk.db, rate, desk.clock.now());
  expect((await month()).totals).toContainEqual({ currency: "EUR", amount: 0.0456 });
  expect(await lockRate(desk.db, rate)).toEqual({ ...rate, id: entered.id });
  await deleteRate(desk.db, entered.id);
  expect((await month()).withoutRate).toBe(2);
});

test("what was shipped is marked as examples, six of them, since October 2026", async () => {
  const rates = await listRates(desk.db);
  expect(rates.map(({ country, currency, price }) => `${country} ${currency} ${price}`)).toEqual([
    "BR USD 0.0068",
    "CL USD 0.02",
    "CO USD 0.0008",
    "IN INR 0.115",
    "MX USD 0.0085",
    "PE USD 0.03",
  ]);
  expect(rates.every(({ isExample, fromMonth }) => isExample && fromMonth === "2026-10")).toBe(true);
});
