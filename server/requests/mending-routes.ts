/** Mending over HTTP. */
import type { FastifyInstance } from "fastify";
import { mendingApi } from "../../shared/api/mending.ts";
import type { Db } from "../db/pool.ts";
import { type Actor, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { accountOf } from "./board.ts";
import type { Mended } from "./mending.ts";
import { undoMending } from "./mending-undo.ts";
import { mergeRequests } from "./merge.ts";
import { moveMessages, takeOut } from "./move-messages.ts";
import { splitRequest } from "./split.ts";
import { stripById } from "./strips.ts";

export function mendingRoutes(http: FastifyInstance, system: System): void {
  const { db } = system;
  const mend = async <Made extends Mended>(
    actor: Actor,
    work: (tx: Db) => Promise<Made>,
    shown: (made: Made) => number,
  ) => {
    const made = await db.transaction(work);
    return { mendingId: made.mendingId, strip: await stripById(db, shown(made), accountOf(actor)) };
  };
  serve(http, mendingApi.splitRequest, ({ actor, params, body }) =>
    mend(
      actor,
      (tx) => splitRequest(tx, system, actor, params.id, body),
      ({ requestId }) => requestId,
    ),
  );
  serve(http, mendingApi.moveMessages, ({ actor, params, body }) =>
    mend(
      actor,
      (tx) => moveMessages(tx, system, actor, params.id, body),
      () => body.toRequestId,
    ),
  );
  serve(http, mendingApi.takeOutMessages, ({ actor, params, body }) =>
    mend(
      actor,
      (tx) => takeOut(tx, system, actor, params.id, body.messageIds),
      () => params.id,
    ),
  );
  serve(http, mendingApi.mergeRequest, ({ actor, params, body }) =>
    mend(
      actor,
      (tx) => mergeRequests(tx, system, actor, params.id, body),
      () => body.intoId,
    ),
  );
  serve(http, mendingApi.undoMending, async ({ actor, params }) => {
    await db.transaction((tx) => undoMending(tx, system, actor, params.id));
    return { ok: true as const };
  });
}
