/** Where WhatsApp knocks. 200 only after the raw body is committed to disk (law 1); nothing else happens here. */
import type { FastifyInstance } from "fastify";
import type { Bare } from "../http/bare.ts";
import type { Numbers } from "../numbers/directory.ts";
import type { System } from "../system.ts";
import { isSameSecret, isSigned } from "../whatsapp/signature.ts";
import { openGroupCommit } from "./group-commit.ts";
import type { Recorder } from "./recorder.ts";
import { takePost } from "./take-post.ts";
import { reasonOf } from "./trouble.ts";

export const WEBHOOK_PATH = "/webhooks/whatsapp";

export type WebhookParts = {
  system: Pick<System, "db" | "clock" | "log">;
  numbers: Pick<Numbers, "appSecrets" | "verifyTokens">;
  recorder: Pick<Recorder, "wake">;
  bare: Pick<Bare, "post">;
};

export function webhookRoutes(
  http: FastifyInstance,
  { system, numbers, recorder, bare }: WebhookParts,
): void {
  const { log } = system;
  const commit = openGroupCommit({
    pool: system.db.pool,
    clock: system.clock,
    onCommit: () => recorder.wake(),
    onConnectionError: (error) => log.warn({ reason: reasonOf(error) }, "the webhook's connection broke"),
  });
  const onTrouble = sayTrouble(system);
  // After the server has answered everybody.
  http.addHook("onClose", () => commit.close());

  http.get(WEBHOOK_PATH, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const { "hub.mode": mode, "hub.challenge": challenge, "hub.verify_token": token } = query;
    const isOurs =
      mode === "subscribe" &&
      typeof challenge === "string" &&
      typeof token === "string" &&
      numbers.verifyTokens().some((kept) => isSameSecret(token, kept));
    if (!isOurs)
      return reply.code(403).send({
        error: { code: "forbidden", message: "The verify token is not the one set for this number." },
      });
    // Plain text that no browser reads as a page.
    return reply
      .header("x-content-type-options", "nosniff")
      .type("text/plain; charset=utf-8")
      .send(challenge);
  });

  bare.post(WEBHOOK_PATH, (request, response) =>
    takePost(request, response, {
      isSigned: (body, signature) => isSigned(body, signature, numbers.appSecrets()),
      append: (body) => commit.append(body),
      onTrouble,
    }),
  );
}

/** During an outage every post is refused: a line for each would fill the disk that may be the trouble. */
const LINE_EVERY_MS = 10_000;

function sayTrouble({ log, clock }: Pick<System, "log" | "clock">): (error: unknown) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  let refused = 0;
  return (error) => {
    refused += 1;
    const now = clock.now().getTime();
    if (now - saidAt < LINE_EVERY_MS && now >= saidAt) return;
    log.warn(
      { reason: reasonOf(error), refused },
      "deliveries could not be stored; WhatsApp sends them again",
    );
    saidAt = now;
    refused = 0;
  };
}
