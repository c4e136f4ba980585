/** Meta knocks at the webhook before it delivers: which of our numbers it knocked for. */
import type { FastifyInstance } from "fastify";
import { describeError } from "../describe-error.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { isSameSecret } from "../whatsapp/signature.ts";
import { setVerified } from "./connect-store.ts";
import { WEBHOOK_PATH } from "./connect-view.ts";
import { listStored } from "./store.ts";

/** Beside the webhook and not in it: nothing that is delivered waits for this. */
export function noteHandshakes(http: FastifyInstance, system: System): void {
  http.addHook("onResponse", (request, reply, done) => {
    done();
    if (request.method !== "GET" || request.routeOptions.url !== WEBHOOK_PATH || reply.statusCode !== 200)
      return;
    const token = (request.query as Record<string, unknown>)["hub.verify_token"];
    if (typeof token !== "string") return;
    noteHandshake(system, token).catch((error: unknown) =>
      request.log.warn({ error: describeError(error) }, "a handshake could not be noted"),
    );
  });
}

async function noteHandshake({ db, seal, clock }: System, token: string): Promise<void> {
  const ids = (await listStored(db))
    .filter(({ verifyTokenSealed: sealed }) => {
      const kept = sealed && seal.open(sealed);
      return kept !== null && isSameSecret(token, kept);
    })
    .map(({ id }) => id);
  if (ids.length === 0) return;
  await db.transaction(async (tx) => {
    await setVerified(tx, ids, clock.now());
    await announce(tx, ["numbers"]);
  });
}
