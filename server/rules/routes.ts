/** Rules of the house over HTTP. */
import type { FastifyInstance } from "fastify";
import { rulesApi } from "../../shared/api/rules.ts";
import { type Actor, done, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { addRule, changeRule, orderRules, readBook, removeRule, restoreRule, switchRule } from "./book.ts";
import { dryRun } from "./dry-run.ts";

export function ruleRoutes(http: FastifyInstance, { db, clock }: System): void {
  const asking = (asked: { actor: Actor; request: { ip: string } }) => ({
    by: asked.actor,
    address: asked.request.ip,
    now: clock.now(),
  });
  serve(http, rulesApi.rules, () => readBook(db, clock.now()));
  serve(http, rulesApi.addRule, ({ body, ...asked }) =>
    db.transaction((tx) => addRule(tx, body, asking(asked))),
  );
  serve(http, rulesApi.changeRule, ({ params, body, ...asked }) =>
    db.transaction((tx) => changeRule(tx, params.id, body, asking(asked))),
  );
  serve(http, rulesApi.switchRule, ({ params, body, ...asked }) =>
    db.transaction((tx) => switchRule(tx, params.id, body, asking(asked))),
  );
  serve(http, rulesApi.orderRules, async ({ body, ...asked }) => ({
    ids: await db.transaction((tx) => orderRules(tx, body.ids, asking(asked))),
  }));
  serve(http, rulesApi.removeRule, async ({ params, body, ...asked }) => {
    await db.transaction((tx) => removeRule(tx, params.id, body.version, asking(asked)));
    return done;
  });
  serve(http, rulesApi.restoreRule, ({ params, ...asked }) =>
    db.transaction((tx) => restoreRule(tx, params.id, asking(asked))),
  );
  serve(http, rulesApi.dryRunRule, ({ body, actor }) =>
    dryRun(
      db,
      body,
      { accountId: actor.kind === "account" ? actor.id : null, name: actor.name },
      clock.now(),
    ),
  );
}
