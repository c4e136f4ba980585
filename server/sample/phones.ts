/** /api/v1/phones/*: the simulator's control API for the phones' page. Admin only, and only while there is a sample day. */
import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { UserError } from "../errors.ts";
import { guard } from "../http/route.ts";

const PATH = "/api/v1/phones/";
/** A little more than the simulator takes, so that its own refusal is seen. */
const MOST_BYTES = 17 * 1024 * 1024;
/** What may pass in each direction: no cookies, tokens or origins. */
const ASKED = ["content-type", "accept", "range", "last-event-id"] as const;
const ANSWERED = ["content-type", "content-length", "content-range", "accept-ranges"] as const;

export function phonesRoutes(http: FastifyInstance, simulatorUrl: () => string | null): void {
  http.register(async (scope) => {
    // Whatever the body is, it is the simulator's to read.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: MOST_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    const streaming = new Set<AbortController>();
    scope.addHook("preClose", async () => {
      for (const stream of streaming) stream.abort();
    });
    scope.route({
      method: ["GET", "POST", "PATCH", "DELETE"],
      url: `${PATH}*`,
      bodyLimit: MOST_BYTES,
      onRequest: async (request) => guard("admin", request.actor),
      handler: async (request, reply) => {
        const target = targetOf(simulatorUrl(), request.url);
        const abort = new AbortController();
        streaming.add(abort);
        reply.raw.once("close", () => {
          abort.abort();
          streaming.delete(abort);
        });
        return pass(request, reply, target, abort.signal);
      },
    });
  });
}

/** @throws UserError when there is no simulator or the path leads out of its control API */
export function targetOf(simulatorUrl: string | null, url: string): URL {
  const gone = () =>
    new UserError("not_found", "There are no phones: start the sample day first.", { code: "no_sample_day" });
  if (!simulatorUrl) throw gone();
  const target = new URL(`${simulatorUrl}/control/${url.slice(PATH.length)}`);
  if (target.origin !== new URL(simulatorUrl).origin || !target.pathname.startsWith("/control/"))
    throw gone();
  return target;
}

async function pass(
  request: FastifyRequest,
  reply: FastifyReply,
  target: URL,
  signal: AbortSignal,
): Promise<FastifyReply> {
  const headers = new Headers();
  for (const name of ASKED) {
    const value = request.headers[name];
    if (typeof value === "string") headers.set(name, value);
  }
  const body = request.body instanceof Buffer ? new Uint8Array(request.body) : null;
  let answer: Response;
  try {
    answer = await fetch(target, { method: request.method, headers, body, redirect: "error", signal });
  } catch (cause) {
    if (signal.aborted) return reply.hijack();
    throw new UserError("unavailable", "The phones are starting. Try again in a moment.", {
      code: "phones_starting",
      detail: { cause: cause instanceof Error ? cause.name : "unknown" },
    });
  }
  for (const name of ANSWERED) {
    const value = answer.headers.get(name);
    if (value !== null) reply.header(name, value);
  }
  reply.code(answer.status).header("x-content-type-options", "nosniff");
  reply.header("content-security-policy", "sandbox; default-src 'none'");
  if (!answer.body) return reply.send();
  const stream = Readable.fromWeb(answer.body);
  // Our own abort, when the page was left: nobody is there to be told.
  stream.on("error", () => {});
  return reply.send(stream);
}
