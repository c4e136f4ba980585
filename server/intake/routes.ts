/** What came in, for managers: figures, the dead, another try, every step. */
import type { FastifyInstance } from "fastify";
import { intakeApi } from "../../shared/api/intake.ts";
import { UserError } from "../errors.ts";
import { serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { lookAtBody, pageOfDead, type Replay, replayDead, replaySomeDead } from "./dead.ts";
import { whyDead } from "./reason-rules.ts";
import { intakeFigures, intakeSummary } from "./summary.ts";
import { traceIntake } from "./trace.ts";

export function intakeRoutes(
  http: FastifyInstance,
  { system }: { system: Pick<System, "db" | "clock"> },
): void {
  const { db, clock } = system;
  serve(http, intakeApi.intakeSummary, () => intakeSummary(db));
  serve(http, intakeApi.intakeFigures, async ({ query }) => {
    const { waiting, last, ...figures } = await intakeFigures(db, new Date(query.since));
    return {
      ...figures,
      waiting: { ...waiting, oldestAt: waiting.oldestAt?.toISOString() ?? null },
      last: last && { ...last, receivedAt: last.receivedAt.toISOString() },
    };
  });
  serve(http, intakeApi.deadDeliveries, async ({ query }) => {
    const { dead, hasMore } = await pageOfDead(db, query.before ?? null);
    return { dead: dead.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })), hasMore };
  });
  serve(http, intakeApi.replayDead, async ({ params, actor }) =>
    told(await replayDead(db, params.id, clock.now(), actor)),
  );
  serve(http, intakeApi.replaySomeDead, async ({ body, actor }) => {
    const { replays, ...rest } = await replaySomeDead(system, body.after ?? 0, actor);
    return { ...rest, replays: replays.map(told) };
  });
  serve(http, intakeApi.deliveryBody, async ({ params, actor, request }) => {
    const by = { by: actor, at: clock.now(), address: request.ip };
    const body = await lookAtBody(db, params.id, by);
    return { id: params.id, bytes: body.length, base64: body.toString("base64") };
  });
  serve(http, intakeApi.traceIntake, async ({ body }) => {
    const trace = await traceIntake(db, body.id);
    if (!trace)
      throw new UserError("not_found", "Nothing is known by this id.", { code: "nothing_by_this_id" });
    return { ...trace, steps: trace.steps.map((step) => ({ ...step, at: step.at.toISOString() })) };
  });
}

const told = ({ reason, ...replay }: Replay) => ({
  ...replay,
  why: reason === null ? null : whyDead(reason),
});
