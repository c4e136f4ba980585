/** What people decide about sending, over HTTP. */
import type { FastifyInstance } from "fastify";
import { sendingApi } from "../../shared/api/sending.ts";
import { done, serve } from "../http/route.ts";
import { resumeNumber } from "../numbers/pause.ts";
import { audit } from "../people/audit.ts";
import type { System } from "../system.ts";
import { messagesByIds } from "./read.ts";
import { settleMessage } from "./settle-message.ts";
import { selectShownAt } from "./settle-store.ts";

export function sendingRoutes(http: FastifyInstance, { db, clock }: Pick<System, "db" | "clock">): void {
  serve(http, sendingApi.settleMessage, async ({ params, body, actor, request }) => {
    await db.transaction(async (tx) => {
      const now = clock.now();
      const act = { at: now, by: actor, subject: { kind: "message", id: params.id }, address: request.ip };
      if (await settleMessage(tx, { messageId: params.id, as: body.as, now }))
        await audit(tx, { ...act, action: "message.settled", facts: { as: body.as } });
    });
    const [message] = await messagesByIds(db, [await selectShownAt(db, params.id)]);
    if (!message) throw new Error("a message that was settled cannot be read");
    return message;
  });
  serve(http, sendingApi.resumeNumber, async ({ params, actor, request }) => {
    await db.transaction(async (tx) => {
      const act = {
        at: clock.now(),
        by: actor,
        subject: { kind: "number", id: params.id },
        address: request.ip,
      };
      if (await resumeNumber(tx, params.id)) await audit(tx, { ...act, action: "number.resumed" });
    });
    return done;
  });
}
