/** From a reply through the simulator and back by status to what it cost. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { countCosts } from "../../server/costs/pass.ts";
import type { MonthCosts } from "../../shared/api/costs.ts";
import { openWorld, until, type World } from "../world.ts";

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

test("a reply uses a free delivery of its number, counts for its request, and is in the month's figures", async () => {
  const manager = await world.as("manager");
  const { db } = world.app.system;
  await world.simulator.says("rosa", "No hay agua");
  const [conversation] = await until(
    () =>
      db.query<{ id: number; contactId: number }>(`select id, contact_id as "contactId" from conversation`),
    (rows) => rows.length === 1,
  );
  const id = conversation?.id ?? 0;
  const opened = await manager.call<{ id: number }>("POST", "requests", {
    title: "No hay agua",
    contactId: conversation?.contactId,
  });
  const before = await manager.call<{ freeLeft: number }>("GET", `conversations/${id}/cost`);
  expect(before).toMatchObject({ status: 200, body: { freeLeft: 1000 } });

  const sent = await manager.call<{ id: number }>("POST", `conversations/${id}/messages`, {
    message: { kind: "text", text: "Llegamos en una hora" },
    requestId: opened.body.id,
    key: "costs-story-1",
  });
  expect(sent.status).toBe(200);
  await until(
    () =>
      db.query<{ state: string }>("select send_state as state from message where id = $1", [sent.body.id]),
    ([message]) => message?.state === "delivered" || message?.state === "read",
  );
  // The server's own count may be at it already: then this one does nothing.
  const month = await until(
    async () => {
      await countCosts(world.app.system);
      return (await manager.call<MonthCosts>("GET", "costs")).body;
    },
    ({ delivered }) => delivered === 1,
  );
  expect(month).toMatchObject({
    charged: 0,
    categories: [{ category: "service", delivered: 1, by: { free_tier: 1 } }],
    numbers: [{ freeUsed: 1 }],
  });
  expect((await manager.call("GET", `conversations/${id}/cost`)).body).toMatchObject({ freeLeft: 999 });
  // As when the thousand are used up: the same message, charged.
  await db.query(
    `update message_status set pricing = pricing || '{"type": "regular", "billable": true}' where pricing is not null`,
  );
  await db.query(
    `insert into cost_rate (country, category, currency, price, from_month, changed_at)
     select country, 'service', 'EUR', 0.05, '2026-10', now() from message_cost on conflict do nothing`,
  );
  expect((await manager.call("POST", "costs/recount")).status).toBe(200);
  const cost = await until(
    async () => {
      await countCosts(world.app.system);
      return (await manager.call<{ charged: number }>("GET", `requests/${opened.body.id}/cost`)).body;
    },
    ({ charged }) => charged === 1,
  );
  expect(cost).toMatchObject({ withoutRate: 0, totals: [{ currency: "EUR", amount: 0.05 }] });
});

test("prices and terms are for managers, and are written down", async () => {
  const operator = await world.as("operator");
  for (const [method, path] of [
    ["GET", "costs"],
    ["GET", "costs/rates"],
    ["POST", "costs/recount"],
  ] as const)
    expect((await operator.call(method, path)).status).toBe(403);
  const manager = await world.as("manager");
  const rate = { country: "ES", category: "utility", currency: "EUR", price: "0.02", fromMonth: "2026-11" };
  expect((await manager.call("PUT", "costs/rates", rate)).body).toMatchObject({ before: null });
  const again = await manager.call<{ rate: { id: number } }>("PUT", "costs/rates", {
    ...rate,
    price: "0.03",
  });
  expect(again.body).toMatchObject({ rate: { price: "0.03" }, before: { price: "0.02" } });
  expect((await manager.call("DELETE", `costs/rates/${again.body.rate.id}`)).status).toBe(200);
  expect((await manager.call("PUT", "costs/rates", { ...rate, price: "1e3" })).status).toBe(400);
  const [number] = await world.app.system.db.query<{ id: number }>("select id from number");
  const terms = { timeZone: "Asia/Dubai", nudgeMinutes: 60 };
  expect((await manager.call("PUT", `numbers/${number?.id}/terms`, terms)).status).toBe(200);
  const wrong = await manager.call("PUT", `numbers/${number?.id}/terms`, { ...terms, timeZone: "Mars/Base" });
  expect(wrong).toMatchObject({ status: 400, body: { error: { code: "unknown_time_zone" } } });
  const actions = await world.app.system.db.query<{ action: string }>(
    "select action from audit where action like 'cost_rate.%' or action = 'number.terms_set' order by id",
  );
  expect(actions.map(({ action }) => action)).toEqual([
    "cost_rate.set",
    "cost_rate.set",
    "cost_rate.removed",
    "number.terms_set",
  ]);
});
