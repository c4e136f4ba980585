/** Where WhatsApp knocks. 200 only after the raw body is committed to disk (law 1); nothing else happens here. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { isSameSecret, isSigned } from "../whatsapp/signature.ts";
import { openGroupCommit } from "./group-commit.ts";
import type { Recorder } from "./recorder.ts";
import { reasonOf } from "./trouble.ts";

export const WEBHOOK_PATH = "/webhooks/whatsapp";
/** Meta posts up to 3 MB. */
export const MOST_BODY_BYTES = 3 * 1024 * 1024;

export type WebhookParts = {
  system: Pick<System, "db" | "clock" | "log">;
  numbers: Pick<Numbers, "appSecrets" | "verifyTokens">;
  recorder: Pick<Recorder, "wake">;
};

const NOTHING = Buffer.alloc(0);
const refusal = (code: string, message: string) => ({ error: { code, message } });

export function webhookRoutes(http: FastifyInstance, { system, numbers, recorder }: WebhookParts): void {
  const { log } = system;
  const commit = openGroupCommit({
    pool: system.db.pool,
    clock: system.clock,
    onCommit: () => recorder.wake(),
    onConnectionError: (error) => log.warn({ reason: reasonOf(error) }, "the webhook's connection broke"),
  });
  // After the server has answered everybody.
  http.addHook("onClose", () => commit.close());

  http.register(async (scope) => {
    // The signature is over the raw bytes, whatever they are called.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "*",
      { parseAs: "buffer", bodyLimit: MOST_BODY_BYTES },
      (_request, body, done) => {
        done(null, body);
      },
    );
    scope.setErrorHandler((error, request, reply) => answerTrouble(error, request, reply));

    scope.get(WEBHOOK_PATH, async (request, reply) => {
      const query = request.query as Record<string, unknown>;
      const { "hub.mode": mode, "hub.challenge": challenge, "hub.verify_token": token } = query;
      const isOurs =
        mode === "subscribe" &&
        typeof challenge === "string" &&
        typeof token === "string" &&
        numbers.verifyTokens().some((kept) => isSameSecret(token, kept));
      if (!isOurs)
        return reply
          .code(403)
          .send(refusal("forbidden", "The verify token is not the one set for this number."));
      // Plain text that no browser reads as a page.
      return reply
        .header("x-content-type-options", "nosniff")
        .type("text/plain; charset=utf-8")
        .send(challenge);
    });

    scope.post(WEBHOOK_PATH, { bodyLimit: MOST_BODY_BYTES }, async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : NOTHING;
      if (!isSigned(body, request.headers["x-hub-signature-256"], numbers.appSecrets()))
        return reply
          .code(401)
          .send(refusal("bad_signature", "No app secret that is set here signed this body."));
      try {
        await commit.append(body);
      } catch (error) {
        log.warn({ reason: reasonOf(error) }, "a delivery could not be stored; WhatsApp sends it again");
        return reply
          .code(503)
          .header("retry-after", "5")
          .send(refusal("unavailable", "The delivery could not be stored. Send it again."));
      }
      return reply.code(200).send();
    });
  });
}

function answerTrouble(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return reply.code(413).send(refusal("too_large", "A delivery may hold at most 3 MiB."));
  const isRequests = error instanceof Error && "statusCode" in error && Number(error.statusCode) < 500;
  if (!isRequests) request.log.error({ reason: reasonOf(error) }, "the webhook failed");
  return isRequests
    ? reply.code(400).send(refusal("bad_request", "The request could not be read."))
    : reply.code(500).send(refusal("internal", "Something went wrong here. Send it again."));
}
