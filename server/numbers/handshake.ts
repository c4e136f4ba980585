/** Meta knocks at the webhook before it delivers: which of our numbers it knocked for, or that it had another token. */
import type { FastifyInstance } from "fastify";
import { describeError } from "../describe-error.ts";
import { announce } from "../live/changes.ts";
import type { System } from "../system.ts";
import { isSameSecret } from "../whatsapp/signature.ts";
import { found } from "./check-rules.ts";
import { setVerified, writeOtherToken } from "./connect-store.ts";
import { WEBHOOK_PATH } from "./connect-view.ts";
import { listStored } from "./store.ts";

/** Beside the webhook and not in it: nothing that is delivered waits for this. */
export function noteHandshakes(http: FastifyInstance, system: System): void {
  http.addHook("onResponse", (request, reply, done) => {
    done();
    if (request.method !== "GET" || request.routeOptions.url !== WEBHOOK_PATH) return;
    const { "hub.mode": mode, "hub.verify_token": token } = request.query as Record<string, unknown>;
    if (mode !== "subscribe" || typeof token !== "string") return;
    const noting =
      reply.statusCode === 200
        ? noteHandshake(system, token)
        : reply.statusCode === 403 && noteOtherToken(system);
    if (!noting) return;
    noting.catch((error: unknown) =>
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

/** Whoever connects a number sees it at once instead of waiting for a knock that was turned away. */
async function noteOtherToken({ db }: System): Promise<void> {
  await db.transaction(async (tx) => {
    if (await writeOtherToken(tx, found("handshake_other_token"))) await announce(tx, ["numbers"]);
  });
}
