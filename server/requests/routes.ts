/** Requests over HTTP. */
import type { FastifyInstance } from "fastify";
import { requestsApi } from "../../shared/api/requests.ts";
import { type Actor, personOf, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { undoLast } from "../triage/undo.ts";
import { actorOf } from "./actor.ts";
import { accountOf, readBoard, readColumn } from "./board.ts";
import type { Ask } from "./command.ts";
import { applyCommand } from "./commands.ts";
import { listRequests } from "./list.ts";
import { openByHand } from "./open.ts";
import { readRequestPage } from "./page.ts";
import { markSeen } from "./seen.ts";
import { stripById, stripsByIds } from "./strips.ts";

export function requestRoutes(http: FastifyInstance, system: System): void {
  const { db, clock } = system;
  const ask = async (actor: Actor, requestId: number, asked: Ask) => {
    await db.transaction((tx) => applyCommand(tx, system, { requestId, actor: actorOf(actor), ask: asked }));
    return stripById(db, requestId, accountOf(actor));
  };
  serve(http, requestsApi.board, ({ actor, query }) => readBoard(db, actor, query, clock.now()));
  serve(http, requestsApi.boardColumn, ({ actor, params, query }) =>
    readColumn(db, actor, params.state, query, clock.now()),
  );
  serve(http, requestsApi.listRequests, ({ actor, body }) => listRequests(db, body, accountOf(actor)));
  serve(http, requestsApi.openRequest, async ({ actor, body }) => {
    const id = await db.transaction((tx) => openByHand(tx, system, actor, body));
    return stripById(db, id, accountOf(actor));
  });
  serve(http, requestsApi.getRequest, ({ actor, params }) =>
    readRequestPage(db, actor, params.id, clock.now()),
  );
  serve(http, requestsApi.moveRequest, ({ actor, params, body }) =>
    ask(actor, params.id, { kind: "move", ...body, version: body.version ?? null }),
  );
  serve(http, requestsApi.undoRequest, async ({ actor, params }) => {
    const before = await stripById(db, params.id, accountOf(actor));
    await db.transaction((tx) => undoLast(tx, system, actor, params.id));
    // Undoing its opening leaves nothing to show: the strip as it was, cancelled.
    const [after] = await stripsByIds(db, [params.id], accountOf(actor));
    return after ?? { ...before, state: "cancelled" as const, waitsOn: null, nextStep: null };
  });
  serve(http, requestsApi.changeRequest, ({ actor, params, body }) =>
    ask(actor, params.id, { kind: "change", ...body, version: body.version ?? null }),
  );
  serve(http, requestsApi.addNote, ({ actor, params, body }) =>
    ask(actor, params.id, { kind: "note", text: body.text }),
  );
  serve(http, requestsApi.markSeen, async ({ actor, params }) => {
    await markSeen(db, personOf(actor).id, params.id, clock.now());
    return { ok: true as const };
  });
}
