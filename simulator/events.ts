/** Server-sent events, so that a page is live without asking. */
import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Sim } from "./sim.ts";

const HEARTBEAT_MS = 15_000;

export function openEvents(app: FastifyInstance, sim: Sim): void {
  const open = new Set<ServerResponse>();
  const stopListening = sim.bus.listen((kind, data) => {
    if (open.size === 0) return;
    const event = `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const response of open) response.write(event);
  });
  const heartbeat = setInterval(() => {
    for (const response of open) response.write(": still here\n\n");
  }, HEARTBEAT_MS);

  app.get("/events", (request, reply) => {
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write(": open\n\n");
    open.add(response);
    request.raw.on("close", () => open.delete(response));
  });

  /** Before the server closes, which would wait for these lines for ever. */
  app.addHook("preClose", async () => {
    stopListening();
    clearInterval(heartbeat);
    for (const response of open) response.end();
  });
}
