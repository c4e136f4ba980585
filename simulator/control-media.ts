/** Files for the phones' page: the sample pictures, what a person picks, what came with a message. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { ASSETS, readAsset } from "./assets.ts";
import { ControlError } from "./control-error.ts";
import type { Sim } from "./sim.ts";
import { storeMedia } from "./world.ts";

const MOST_BYTES = 16 * 1024 * 1024;

export function routeControlMedia(app: FastifyInstance, sim: Sim): void {
  app.get("/assets", () => ({
    assets: ASSETS.map((asset) => ({ ...asset, url: `/control/assets/${asset.name}` })),
  }));

  app.get("/assets/:name", (request, reply) => {
    const { name } = z.object({ name: z.string() }).parse(request.params);
    const asset = readAsset(name);
    if (!asset) throw new ControlError("not_found", "There is no such asset.");
    return reply.type(asset.mime).header("x-content-type-options", "nosniff").send(asset.bytes);
  });

  app.post("/media", { bodyLimit: MOST_BYTES + 1 }, (request, reply) => {
    const mime = request.headers["content-type"] ?? "";
    const bytes = request.body;
    if (!(bytes instanceof Buffer) || bytes.length === 0)
      throw new ControlError("invalid", "The file is empty.");
    if (bytes.length > MOST_BYTES) throw new ControlError("invalid", "The file is over 16 MB.");
    const storedAt = sim.clock.now().getTime();
    const media = storeMedia(sim.world, { mime, bytes, filename: null, storedAt, from: "phone" });
    return reply.code(201).send({ mediaId: media.id, mime, url: `/control/media/${media.id}` });
  });

  app.get("/media/:id", (request, reply) => {
    const { id } = z.object({ id: z.string() }).parse(request.params);
    const media = sim.world.media.get(id);
    if (!media) throw new ControlError("not_found", "There is no such media.");
    return reply.type(media.mime).header("x-content-type-options", "nosniff").send(media.bytes);
  });
}
