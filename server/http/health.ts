/** For supervisors: alive, and ready to take requests. Neither says anything about the business. */
import type { FastifyInstance } from "fastify";
import { hasRoom } from "../db/embedded-room.ts";
import { appliedNames, migrationNames } from "../db/migrate.ts";
import { describeError } from "../describe-error.ts";
import type { System } from "../system.ts";

const PATIENCE_MS = 2000;

export function healthRoutes(http: FastifyInstance, system: System): void {
  http.get("/healthz", { logLevel: "warn" }, async () => ({ ok: true }));
  http.get("/readyz", { logLevel: "warn" }, async (request, reply) => {
    const problem = await Promise.race([problemOf(system), tooLate()]).catch((error: unknown) => {
      request.log.warn({ error: describeError(error) }, "not ready");
      return "database";
    });
    return problem ? reply.code(503).send({ ok: false, problem }) : { ok: true };
  });
}

async function problemOf(system: System): Promise<"disk" | "migrations" | null> {
  // The embedded database reads on where it cannot write any more, and is not there at all when its log cannot grow.
  const { databaseUrl, dataFolder } = system.config;
  if (databaseUrl === null && !(await hasRoom(dataFolder))) return "disk";
  const applied = new Set(await appliedNames(system.db.pool));
  return (await migrationNames()).every((name) => applied.has(name)) ? null : "migrations";
}

const tooLate = () =>
  new Promise<"database">((resolve) => {
    setTimeout(resolve, PATIENCE_MS, "database").unref();
  });
