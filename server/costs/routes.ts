/** Costs, prices and terms over HTTP. */
import type { FastifyInstance } from "fastify";
import { costsApi } from "../../shared/api/costs.ts";
import { FREE_DELIVERIES, RATE_CATEGORIES, rateFor } from "../../shared/cost.ts";
import { countryOf } from "../../shared/country.ts";
import { threadWindow } from "../conversations/thread-window.ts";
import type { Db } from "../db/pool.ts";
import { UserError } from "../errors.ts";
import { done, serve } from "../http/route.ts";
import { announce } from "../live/changes.ts";
import { audit } from "../people/audit.ts";
import type { System } from "../system.ts";
import { freeUsed } from "./free-tier.ts";
import { readMonth } from "./month.ts";
import { listRequestCounts } from "./month-store.ts";
import { recountCosts } from "./pass.ts";
import { moveMonths, waitForCostLock } from "./pass-store.ts";
import {
  deleteRate,
  findRecipient,
  isTimeZone,
  listRates,
  lockRate,
  upsertRate,
  upsertTerms,
} from "./rates-store.ts";
import { sumOf } from "./sum-rules.ts";

export function costRoutes(http: FastifyInstance, system: System): void {
  const { db, clock } = system;
  serve(http, costsApi.monthCosts, async ({ query }) => readMonth(db, query, clock.now()));
  serve(http, costsApi.recountCosts, async ({ actor, request }) => {
    await recountCosts(system);
    await audit(db, { at: clock.now(), by: actor, action: "costs.recounted", address: request.ip });
    return done;
  });
  serve(http, costsApi.requestCost, async ({ params }) => {
    const [counts, rates] = await Promise.all([listRequestCounts(db, params.id), listRates(db)]);
    return sumOf(counts, rates);
  });
  serve(http, costsApi.sendingCost, async ({ params }) => sendingCost(db, params.id, clock.now()));
  rateRoutes(http, system);
}

async function sendingCost(db: Db, conversationId: number, now: Date) {
  const to = await findRecipient(db, conversationId, now);
  if (!to)
    throw new UserError("not_found", "This conversation is not here (any more). Go back and look again.");
  const [used, rates, clocks] = await Promise.all([
    freeUsed(db, now),
    listRates(db),
    threadWindow(db, conversationId),
  ]);
  const country = countryOf([to.phone, to.bsuid]);
  return {
    country,
    lastInAt: clocks.lastInAt?.toISOString() ?? null,
    freeUntil: clocks.freeUntil?.toISOString() ?? null,
    freeIfAnsweredBy: clocks.freeIfAnsweredBy?.toISOString() ?? null,
    freeLeft: Math.max(
      0,
      FREE_DELIVERIES - (used.find(({ numberId }) => numberId === to.numberId)?.used ?? 0),
    ),
    rates: RATE_CATEGORIES.flatMap((category) => {
      const rate = rateFor(rates, { country, category, month: to.thisMonth });
      return rate
        ? [{ category, currency: rate.currency, price: rate.price, isExample: rate.isExample }]
        : [];
    }),
  };
}

function rateRoutes(http: FastifyInstance, { db, clock }: System): void {
  serve(http, costsApi.rates, async () => ({ rates: await listRates(db) }));
  serve(http, costsApi.setRate, async ({ body, actor, request }) =>
    db.transaction(async (tx) => {
      const at = clock.now();
      const before = (await lockRate(tx, body)) ?? null;
      const rate = await upsertRate(tx, body, at);
      const { country, category, currency, price, fromMonth } = rate;
      await audit(tx, {
        at,
        by: actor,
        action: "cost_rate.set",
        subject: { kind: "cost_rate", id: rate.id },
        facts: { country, category, currency, price, fromMonth, priceBefore: before?.price ?? null },
        address: request.ip,
      });
      return { rate, before };
    }),
  );
  serve(http, costsApi.removeRate, async ({ params, actor, request }) =>
    db.transaction(async (tx) => {
      const rate = await deleteRate(tx, params.id);
      if (!rate) throw new UserError("not_found", "This price is not here (any more). Load the list again.");
      const { country, category, currency, price, fromMonth } = rate;
      await audit(tx, {
        at: clock.now(),
        by: actor,
        action: "cost_rate.removed",
        subject: { kind: "cost_rate", id: rate.id },
        facts: { country, category, currency, price, fromMonth },
        address: request.ip,
      });
      return { rate };
    }),
  );
  serve(http, costsApi.setTerms, async ({ params, body, actor, request }) =>
    db.transaction(async (tx) => {
      const at = clock.now();
      if (!(await isTimeZone(tx, body.timeZone)))
        throw new UserError("bad_request", "This time zone is not known. Choose one of the list.", {
          code: "unknown_time_zone",
        });
      // Costs and messages are counted by the zone: nothing is counted by the old one meanwhile.
      await waitForCostLock(tx);
      if (!(await upsertTerms(tx, params.id, body, at)))
        throw new UserError("not_found", "There is no such number (any more).");
      await moveMonths(tx, params.id, body.timeZone);
      await audit(tx, {
        at,
        by: actor,
        action: "number.terms_set",
        subject: { kind: "number", id: params.id },
        facts: body,
        address: request.ip,
      });
      await announce(tx, ["numbers"]);
      return done;
    }),
  );
}
