/** Presence, snooze and the day of the desk over HTTP. */
import type { FastifyInstance } from "fastify";
import { deskApi } from "../../shared/api/desk.ts";
import { RULE_UNDO_MS } from "../../shared/request.ts";
import { serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { countDay, listRuled } from "./day-store.ts";
import { findDecision } from "./decision-store.ts";
import { lookAt, readPresence } from "./presence.ts";
import { readSnoozed, snoozeItem, wakeSnoozed } from "./snooze.ts";
import { decidedOf } from "./tray.ts";

const RULED = 20;

export function deskRoutes(http: FastifyInstance, system: System): void {
  const { db, clock } = system;
  serve(http, deskApi.presence, async () => ({ present: await readPresence(db, clock.now()) }));
  serve(http, deskApi.lookAt, async ({ actor, body }) => {
    // A program looks at nothing.
    if (actor.kind === "account") await db.transaction((tx) => lookAt(tx, actor.id, body, clock.now()));
    return { present: await readPresence(db, clock.now()) };
  });
  serve(http, deskApi.snoozed, async () => ({ snoozed: await readSnoozed(db) }));
  serve(http, deskApi.snooze, async ({ actor, body }) => ({
    id: await db.transaction((tx) => snoozeItem(tx, system, actor, body)),
  }));
  serve(http, deskApi.wake, async ({ params }) => {
    await db.transaction((tx) => wakeSnoozed(tx, params.id));
    return { ok: true as const };
  });
  serve(http, deskApi.deskDay, async ({ query }) => {
    const since = new Date(query.since);
    const earliest = new Date(clock.now().getTime() - RULE_UNDO_MS);
    const [counts, ruledIds] = await Promise.all([
      countDay(db, since),
      listRuled(db, since > earliest ? since : earliest, RULED),
    ]);
    const ruled = await Promise.all(ruledIds.map((id) => findDecision(db, id)));
    return { ...counts, ruled: ruled.flatMap((row) => (row ? [decidedOf(row)] : [])) };
  });
}
