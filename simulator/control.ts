/** The control API: who may call it, the state of things, settings, deliveries, the sample day. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { z } from "zod";
import { BUSINESS_NAME, DISPLAY_NUMBER } from "./cast.ts";
import { routeBook } from "./control-book.ts";
import { ControlError, HTTP_STATUS } from "./control-error.ts";
import { routeHappen } from "./control-happen.ts";
import { readBody, readWith } from "./control-input.ts";
import { routeControlMedia } from "./control-media.ts";
import { routePhones } from "./control-phones.ts";
import { routePlatform } from "./control-platform.ts";
import { openEvents } from "./events.ts";
import { createSampleDay } from "./sample-day.ts";
import { SettingsChange } from "./settings.ts";
import type { Sim } from "./sim.ts";

const FLUSH_PATIENCE_MS = 5_000;
const ClockChange = z
  .object({
    forwardMs: z.number().min(0).default(0),
    standAt: z.iso.datetime({ offset: true }).nullable().optional(),
  })
  .strict();

export function routeControl(app: FastifyInstance, sim: Sim): void {
  const day = createSampleDay(sim);

  app.addHook("onRequest", async (request) => {
    if (!isLocal(request)) throw new ControlError("forbidden", "The control API is for this machine only.");
  });
  app.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof ControlError)) throw error;
    const { code, message } = error;
    return reply.code(HTTP_STATUS[code]).send({ error: { code, message } });
  });

  app.get("/status", () => ({
    url: sim.url,
    webhook: sim.platform.callback.uri,
    now: sim.clock.now().toISOString(),
    business: {
      name: BUSINESS_NAME,
      number: sim.business.number,
      displayNumber: DISPLAY_NUMBER,
      account: sim.business.account,
    },
    handshake: sim.handshaker.last(),
    phones: sim.world.phones.size,
    settings: sim.settings(),
    sampleDay: day.show(),
  }));
  app.post("/handshake", () => sim.handshaker.shake());
  app.post("/reset", () => {
    sim.reset();
    return { ok: true };
  });
  app.post("/clock", (request) => {
    const { forwardMs, standAt } = readBody(request, ClockChange);
    if (standAt !== undefined) sim.clock.standAt(standAt === null ? null : new Date(standAt));
    sim.clock.forward(forwardMs);
    sim.bus.tell("phones", {});
    return { now: sim.clock.now().toISOString() };
  });

  app.get("/settings", () => sim.settings());
  app.patch("/settings", (request) => sim.changeSettings(readBody(request, SettingsChange)));

  app.get("/deliveries", (request) => {
    const Query = z.object({
      limit: z.coerce.number<string>().int().min(1).max(5000).default(100),
      after: z.coerce.number<string>().int().default(0),
    });
    const { limit, after } = readWith(Query, request.query);
    return { deliveries: sim.deliverer.log.list(limit, after), totals: sim.deliverer.log.totals() };
  });
  app.post("/deliver", (request) => {
    const Query = z.object({ signature: z.enum(["right", "wrong", "none"]).default("right") });
    const body = request.body instanceof Buffer ? request.body : Buffer.alloc(0);
    return sim.deliverer.sendRaw(body, readWith(Query, request.query).signature);
  });
  app.post("/flush", async () => ({ waiting: await sim.deliverer.flush(FLUSH_PATIENCE_MS) }));

  app.get("/sample-day", () => day.show());
  app.post("/sample-day", (request, reply) => {
    const { speed } = readBody(request, z.object({ speed: z.number().min(0.1).max(1000).default(1) }));
    return reply.code(202).send(day.start(speed));
  });
  app.post("/sample-day/pause", () => day.pause());
  app.post("/sample-day/resume", () => day.resume());
  app.post("/sample-day/stop", () => day.stop());

  openEvents(app, sim);
  routePhones(app, sim);
  routePlatform(app, sim);
  routeHappen(app, sim);
  routeBook(app, sim);
  routeControlMedia(app, sim);
}

/** Listening on loopback is not enough: a web page could call it through the browser, or rebind a name to it. */
function isLocal(request: FastifyRequest): boolean {
  const { host, origin } = request.headers;
  return isLoopbackName(`http://${host ?? ""}`) && (origin === undefined || isLoopbackName(origin));
}

function isLoopbackName(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}
