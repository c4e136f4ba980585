/** Figures for Prometheus: the process, and how long each route takes. Routes by their pattern, so no ids. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { guard } from "./route.ts";

/** Told of an answer: of the framework's by itself, of others by whoever gives them. */
export type Observe = (method: string, route: string, status: number, ms: number) => void;

export function serveMetrics(http: FastifyInstance): Observe {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "baton_" });
  const durations = new Histogram({
    name: "baton_http_request_seconds",
    help: "Time from a request's arrival to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  // Finding the place for a set of labels costs more than counting there, so it is found once.
  const places = new Map<string, ReturnType<typeof durations.labels>>();
  const observe: Observe = (method, route, status, ms) => {
    const key = `${method} ${route} ${status}`;
    let place = places.get(key);
    if (!place) {
      place = durations.labels(method, route, String(status));
      places.set(key, place);
    }
    place.observe(ms / 1000);
  };
  http.addHook("onResponse", (request, reply, done) => {
    observe(request.method, request.routeOptions.url ?? "none", reply.statusCode, reply.elapsedTime);
    done();
  });
  http.get("/metrics", { logLevel: "warn" }, async (request, reply) => {
    if (!isFromHere(request)) guard("admin", request.actor);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  return observe;
}

/** Behind a proxy on the same machine everyone seems to be here: what came through one is not. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  const cameThrough = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => name in headers);
  return !cameThrough && /^(127\.|::1$|::ffff:127\.)/.test(ip);
}
