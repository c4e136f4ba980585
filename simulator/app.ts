/** Puts a simulator behind a port. */
import { randomBytes } from "node:crypto";
import fastify, { type FastifyInstance } from "fastify";
import { routeControl } from "./control.ts";
import { replayFile } from "./control-book.ts";
import { routeGraph } from "./graph.ts";
import { resumeReviews } from "./graph-templates.ts";
import type { Options } from "./options.ts";
import { createSim, type Sim } from "./sim.ts";
import { applySnapshot, keepSnapshot, readSnapshot } from "./snapshot.ts";

/** A document of 100 MB in its multipart wrapping. */
const BODY_LIMIT = 102 * 1024 * 1024;
const HANDSHAKE_TRIES = 60;

export type Running = { url: string; sim: Sim; close: () => Promise<void> };

export async function startSimulator(options: Options): Promise<Running> {
  const snapshot = options.state === null ? null : readSnapshot(options.state);
  /** New each time: after a crash the saved counter may lag behind the ids already given out. */
  const run = options.seed ?? randomBytes(4).toString("hex");
  const sim = createSim(options, run, snapshot?.aheadMs);
  const app = buildApp(sim);
  sim.url = await app.listen({ host: "127.0.0.1", port: options.port });
  if (snapshot) {
    applySnapshot(sim, snapshot);
    resumeReviews(sim);
  }
  const save = options.state === null ? () => undefined : keepSnapshot(sim, options.state);
  void shakeUntilAnswered(sim, HANDSHAKE_TRIES);
  if (options.replay !== null) replayFile(sim, options.replay);
  return {
    url: sim.url,
    sim,
    close: async () => {
      save();
      sim.timers.clear();
      await app.close();
      sim.deliverer.close();
    },
  };
}

/** Bodies stay bytes: each side reads them its own way and refuses them in its own words. */
function buildApp(sim: Sim): FastifyInstance {
  const app = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.register(
    (control, _options, done) => {
      routeControl(control, sim);
      done();
    },
    { prefix: "/control" },
  );
  routeGraph(app, sim);
  return app;
}

/** The webhook may start later than we do. */
async function shakeUntilAnswered(sim: Sim, triesLeft: number): Promise<void> {
  const { httpStatus } = await sim.handshaker.shake();
  if (httpStatus !== null || triesLeft <= 1) return;
  sim.timers.after(sim.options.fast ? 50 : 1_000, () => void shakeUntilAnswered(sim, triesLeft - 1));
}
