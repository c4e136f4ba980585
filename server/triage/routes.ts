/** The tray and its decisions over HTTP. */
import type { FastifyInstance } from "fastify";
import { learningApi } from "../../shared/api/learning.ts";
import { trayApi } from "../../shared/api/tray.ts";
import type { ReadMarks } from "../conversations/read-marks.ts";
import { serve } from "../http/route.ts";
import { accountOf } from "../requests/board.ts";
import { stripsByIds } from "../requests/strips.ts";
import type { System } from "../system.ts";
import { findDecision } from "./decision-store.ts";
import { readLearning } from "./learning.ts";
import type { Models } from "./models.ts";
import { sortMessages } from "./sort.ts";
import { decidedOf, readTray, readTrayItem } from "./tray.ts";
import { undoDecision } from "./undo.ts";

export function trayRoutes(
  http: FastifyInstance,
  system: System,
  { readMarks, models }: { readMarks: Pick<ReadMarks, "sorted">; models: Pick<Models, "current"> },
): void {
  const { db, clock } = system;
  serve(http, trayApi.tray, ({ actor }) => readTray(db, actor, clock.now()));
  serve(http, trayApi.trayItem, ({ actor, params }) =>
    readTrayItem(db, params.id, accountOf(actor), clock.now(), models.current()),
  );
  serve(http, trayApi.decide, async ({ actor, body }) => {
    const { decisionId, requestId } = await db.transaction((tx) => sortMessages(tx, system, actor, body));
    if (actor.kind === "account") await readMarks.sorted(body.messageIds);
    const decision = await findDecision(db, decisionId);
    if (!decision) throw new Error("the decision just made is gone");
    const [strip] = requestId === null ? [] : await stripsByIds(db, [requestId], accountOf(actor));
    return { decision: decidedOf(decision), strip: strip ?? null };
  });
  serve(http, learningApi.learning, () => readLearning(db, clock.now()));
  serve(http, trayApi.undoDecision, async ({ actor, params }) => ({
    ok: true as const,
    messageIds: await db.transaction((tx) => undoDecision(tx, system, actor, params.id)),
  }));
}
