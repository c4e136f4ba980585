/** The HTTP server: limits, headers, refusals, pages. Domains bring their routes through `register`. */
import { randomBytes } from "node:crypto";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Endpoint } from "../../shared/api/endpoint.ts";
import { api } from "../../shared/api/list.ts";
import { describeError } from "../describe-error.ts";
import type { System } from "../system.ts";
import { type Bare, openBare } from "./bare.ts";
import { healthRoutes } from "./health.ts";
import { serveMetrics } from "./metrics.ts";
import { describeApi } from "./openapi.ts";
import { answerRefusals } from "./refusals.ts";
import { refuseForgeries } from "./same-origin.ts";
import { securityHeaders } from "./security-headers.ts";
import { serveWebApp, WEB_FOLDER } from "./web-app.ts";

const MOST_BYTES = 1024 * 1024;
/** To send a whole request: a document of 100 MB over a slow line. Its head has to be here within a minute (Node's own). */
const PATIENCE_MS = 10 * 60_000;

declare module "fastify" {
  interface FastifyInstance {
    /** "GET /api/v1/board" and so on: what there is to guard. */
    servedRoutes: ReadonlySet<string>;
  }
}

export type HttpOptions = {
  /** Brings the domains' routes, and the hook that finds out who asks. */
  register: (http: FastifyInstance, bare: Bare) => void | Promise<void>;
  /** Which endpoints must have a handler; all of them unless a test serves a part. */
  endpoints?: Record<string, Endpoint>;
  webFolder?: string;
};

/** @throws Error naming endpoints of the contract that nobody serves */
export async function openHttp(system: System, options: HttpOptions): Promise<FastifyInstance> {
  const served = new Set<string>();
  const bare = openBare({ requestTimeoutMs: PATIENCE_MS });
  const http = open(system, bare);
  http.addHook("onRoute", (route) => {
    for (const method of [route.method].flat()) served.add(`${method} ${route.url}`);
  });
  http.decorate("servedRoutes", served);
  await http.register(helmet, securityHeaders(system.publicUrl()));
  await http.register(cookie);
  // A board of 10,000 is 187 kB of JSON, and phones are on slow lines; streams and media are left as they are.
  await http.register(compress, {
    global: true,
    threshold: 4_096,
    encodings: ["gzip", "identity"],
    customTypes: /^application\/json/,
  });
  answerRefusals(http);
  refuseForgeries(http, system.publicUrl);
  await describeApi(http, system.publicUrl);
  healthRoutes(http, system);
  const observe = serveMetrics(http);
  bare.onAnswer(({ method, route, status, ms }) => {
    observe(method, route, status, ms);
    logAnswer(system.log, method, route, status, ms);
  });
  await options.register(http, bare);
  await serveWebApp(http, options.webFolder ?? WEB_FOLDER);
  await http.ready();
  const missing = Object.entries(options.endpoints ?? api).filter(
    ([, { method, path }]) => !served.has(`${method} ${path}`),
  );
  if (missing.length > 0)
    throw new Error(`No handler for: ${missing.map(([name, { path }]) => `${name} (${path})`).join(", ")}`);
  return http;
}

function logAnswer(
  log: Pick<System["log"], "info">,
  method: string,
  route: string,
  status: number,
  ms: number,
) {
  log.info({ method, route, status, ms: Math.round(ms * 10) / 10 }, "request");
}

function open(system: System, bare: Bare): FastifyInstance {
  const start = randomBytes(3).toString("hex");
  let count = 0;
  const http: FastifyInstance = fastify({
    serverFactory: bare.serverFactory,
    loggerInstance: system.log as FastifyBaseLogger,
    // Its request lines hold the whole address, words of a search included. Ours is below.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => `${start}-${(count++).toString(36)}`,
    requestIdHeader: false,
    // Only of these a word on the client's address is taken; a header of anybody else's is ignored.
    trustProxy: system.config.trustedProxies.length > 0 ? [...system.config.trustedProxies] : false,
    bodyLimit: MOST_BYTES,
    onProtoPoisoning: "error",
    onConstructorPoisoning: "error",
  });
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.decorateRequest("actor", null);
  takeJson(http);
  http.addHook("onRequest", (request, reply, done) => {
    if (request.routeOptions.url?.startsWith("/api/")) reply.header("cache-control", "no-store");
    done();
  });
  http.addHook("onResponse", (request, reply, done) => {
    const { method, routeOptions } = request;
    logAnswer(request.log, method, routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime);
    done();
  });
  http.addHook("onRequestAbort", async (request) => {
    request.log.info({ route: request.routeOptions.url }, "request given up by its sender");
  });
  return http;
}

/** JSON only: a plain-text body is what a form of another site can post. A missing body is nothing, not an error. */
function takeJson(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  const parse = http.getDefaultJsonParser("error", "error");
  http.addContentTypeParser<string>("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) return done(null, undefined);
    return parse(request, body, (error, value) => {
      if (!error) return done(null, value);
      request.log.info({ error: describeError(error) }, "not JSON");
      return done(Object.assign(new Error("not JSON"), { code: "FST_ERR_CTP_INVALID_JSON_BODY" }));
    });
  });
}
