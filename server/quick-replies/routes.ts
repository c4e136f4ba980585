/** Quick replies over HTTP. */
import type { FastifyInstance } from "fastify";
import { quickRepliesApi } from "../../shared/api/quick-replies.ts";
import { type Actor, done, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import {
  addQuickReply,
  changeQuickReply,
  filledReplies,
  gone,
  quickReplies,
  removeQuickReply,
} from "./replies.ts";
import { countUse } from "./store.ts";

export function quickReplyRoutes(http: FastifyInstance, { db, clock }: System): void {
  const asking = (asked: { actor: Actor; request: { ip: string } }) => ({
    by: asked.actor,
    address: asked.request.ip,
    now: clock.now(),
  });
  serve(http, quickRepliesApi.quickReplies, async () => ({ quickReplies: await quickReplies(db) }));
  serve(http, quickRepliesApi.addQuickReply, async ({ body, ...asked }) =>
    db.transaction((tx) => addQuickReply(tx, body, asking(asked))),
  );
  serve(http, quickRepliesApi.changeQuickReply, async ({ params, body, ...asked }) =>
    db.transaction((tx) => changeQuickReply(tx, params.id, body, asking(asked))),
  );
  serve(http, quickRepliesApi.removeQuickReply, async ({ params, ...asked }) => {
    await db.transaction((tx) => removeQuickReply(tx, params.id, asking(asked)));
    return done;
  });
  serve(http, quickRepliesApi.filledQuickReplies, async ({ body, actor }) => ({
    quickReplies: await filledReplies(db, body, actor),
  }));
  serve(http, quickRepliesApi.countQuickReply, async ({ params }) => {
    if (!(await countUse(db, params.id, clock.now()))) throw gone();
    return done;
  });
}
