/** GET /api/v1/live: server-sent events, `hello` and then `change` with topics. Screens refetch what they name. */
import type { FastifyInstance } from "fastify";
import { describeError } from "../describe-error.ts";
import { type Actor, guard } from "../http/route.ts";
import type { System } from "../system.ts";
import { ALL } from "./listener.ts";
import { selectLiveSessions, selectLiveTokens } from "./live-store.ts";
import { openScreens, sse } from "./screens.ts";

const BEAT_MS = 15_000;

export function liveRoutes(
  http: FastifyInstance,
  { system, version, beatMs = BEAT_MS }: { system: System; version: string; beatMs?: number },
): void {
  const screens = openScreens();
  const stopListening = system.live.listen((topics) => {
    screens.change(topics);
    // Somebody's session may have been revoked just now.
    if (topics.includes("people") || topics.includes(ALL)) check();
  });
  const timer = setInterval(() => {
    screens.beat();
    check();
  }, beatMs);
  timer.unref();

  let checking = Promise.resolve();
  function check(): void {
    checking = checking
      .then(async () => {
        if (screens.size > 0) screens.keep(await stillMay(system, screens.actors()));
      })
      .catch((error) => system.log.warn({ error: describeError(error) }, "sessions could not be checked"));
  }

  function close(): void {
    clearInterval(timer);
    stopListening();
    screens.close();
  }
  // Before the server waits for open lines to end, since these never do by themselves.
  http.addHook("preClose", async () => close());

  http.get("/api/v1/live", {
    onRequest: async (request) => guard("operator", request.actor),
    handler: async (request, reply) => {
      const actor = request.actor;
      guard("operator", actor);
      if (!actor) return;
      reply.hijack();
      const stream = reply.raw;
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) stream.setHeader(name, value);
      stream.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        // nginx would hold events back to fill its buffer.
        "x-accel-buffering": "no",
      });
      request.raw.socket.setNoDelay(true);
      request.raw.socket.setTimeout(0);
      stream.write(sse("hello", { now: system.clock.now().toISOString(), version }));
      screens.add(actor, stream);
    },
  });
}

async function stillMay(system: System, actors: readonly Actor[]): Promise<(actor: Actor) => boolean> {
  const sessions = actors.flatMap((actor) => (actor.kind === "account" ? [actor.sessionId] : []));
  const tokens = actors.flatMap((actor) => (actor.kind === "token" ? [actor.id] : []));
  const liveSessions = new Set(
    sessions.length > 0 ? await selectLiveSessions(system.db, sessions, system.clock.now()) : [],
  );
  const liveTokens = new Set(tokens.length > 0 ? await selectLiveTokens(system.db, tokens) : []);
  return (actor) => (actor.kind === "account" ? liveSessions.has(actor.sessionId) : liveTokens.has(actor.id));
}
