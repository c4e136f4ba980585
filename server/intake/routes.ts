/** What came in, for managers: counts, the dead, another try. */
import type { FastifyInstance } from "fastify";
import { intakeApi } from "../../shared/api/intake.ts";
import { UserError } from "../errors.ts";
import { serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { listDeadDeliveries, replayDead } from "./dead.ts";
import { intakeSummary } from "./summary.ts";

export function intakeRoutes(
  http: FastifyInstance,
  { system }: { system: Pick<System, "db" | "clock"> },
): void {
  const { db, clock } = system;
  serve(http, intakeApi.intakeSummary, () => intakeSummary(db));
  serve(http, intakeApi.deadDeliveries, async () => ({
    dead: (await listDeadDeliveries(db)).map((delivery) => ({
      ...delivery,
      receivedAt: delivery.receivedAt.toISOString(),
    })),
  }));
  serve(http, intakeApi.replayDead, async ({ params }) => {
    const replay = await replayDead(db, params.id, clock.now());
    if (replay.outcome === "dead")
      throw new UserError("conflict", `It could not be recorded this time either: ${replay.reason}`, {
        code: "still_dead",
      });
    return { ok: true as const };
  });
}
