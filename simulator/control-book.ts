/** Control of what is measured and played: the book of what was received, a crowd of phones, bodies played again. */
import { readFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readBody, readWith } from "./control-input.ts";
import { replay } from "./replay.ts";
import type { Sim } from "./sim.ts";
import { addPhone } from "./world.ts";

const MOST_CROWD = 100_000;

export function routeBook(app: FastifyInstance, sim: Sim): void {
  app.get("/received", (request) => {
    const Query = z.object({
      number: z.string().optional(),
      since: z.iso.datetime({ offset: true }).optional(),
    });
    const { number, since } = readWith(Query, request.query);
    return sim.received.show(number ?? null, since === undefined ? 0 : Date.parse(since));
  });
  app.delete("/received", () => {
    sim.received.clear();
    return { ok: true };
  });
  app.post("/received/find", (request) => {
    const { callbacks } = readBody(request, z.object({ callbacks: z.array(z.string()).max(100_000) }));
    return {
      found: sim.received.find(callbacks).map(({ callback, ids }) => ({
        callback,
        ids,
        states: ids.map((id) => sim.world.messages.get(id)?.state ?? null),
      })),
    };
  });

  app.post("/crowd", (request, reply) => {
    const Crowd = z.object({
      count: z.number().int().min(1).max(MOST_CROWD),
      firstNumber: z
        .string()
        .regex(/^\d{7,15}$/)
        .default("15560000000"),
      windowOpen: z.boolean().default(true),
    });
    const { count, firstNumber, windowOpen } = readBody(request, Crowd);
    const now = sim.clock.now().getTime();
    for (let place = 0; place < count; place += 1) {
      const waId = String(BigInt(firstNumber) + BigInt(place));
      const id = `crowd-${waId}`;
      const phone = sim.world.phones.get(id) ?? addPhone(sim.world, { id, waId, name: id, kind: "client" });
      if (!windowOpen) continue;
      phone.lastSaidAt = now;
      phone.saidTo = Object.fromEntries([...sim.platform.numbers.keys()].map((number) => [number, now]));
    }
    sim.bus.tell("phones", {});
    const last = String(BigInt(firstNumber) + BigInt(count - 1));
    return reply.code(201).send({ count, firstNumber, lastNumber: last });
  });

  app.post("/replay", (request) => {
    const Query = z.object({ everyMs: z.coerce.number<string>().min(0).default(0) });
    const { everyMs } = readWith(Query, request.query);
    const text = request.body instanceof Buffer ? request.body.toString() : "";
    return replay(sim, text, everyMs);
  });
}

export function replayFile(sim: Sim, file: string): { bodies: number } {
  return replay(sim, readFileSync(file, "utf8"), 0);
}
