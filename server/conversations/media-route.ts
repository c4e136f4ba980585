/** GET /api/v1/media/:id: the bytes of a photo, voice note or document, which nobody here has looked at. */

import type { FastifyInstance } from "fastify";
import { fileTypeFromFile } from "file-type";
import { IdParams } from "../../shared/api/endpoint.ts";
import { UserError } from "../errors.ts";
import { guard } from "../http/route.ts";
import type { System } from "../system.ts";
import type { MediaFiles } from "./media-files.ts";
import { rangeOf, servedAs } from "./media-rules.ts";
import { selectServedMedia } from "./media-store.ts";

export function mediaRoute(
  http: FastifyInstance,
  { system, files }: { system: System; files: MediaFiles },
): void {
  http.get("/api/v1/media/:id", {
    onRequest: async (request) => guard("operator", request.actor),
    handler: async (request, reply) => {
      const params = IdParams.safeParse(request.params);
      const media = params.success ? await selectServedMedia(system.db, params.data.id) : undefined;
      const size = media ? await files.size(media.storedAs) : null;
      if (!media || size === null)
        throw new UserError("not_found", "This file is not here (any more). Ask for it to be sent again.");
      const sniffed = await fileTypeFromFile(files.path(media.storedAs));
      const { type, inline } = servedAs(sniffed?.mime ?? null);
      const etag = `"${media.storedAs}"`;
      reply.headers({
        "content-type": type,
        "content-disposition": inline ? "inline" : attachment(media.fileName, sniffed?.ext),
        "x-content-type-options": "nosniff",
        // Should a browser take it for a page after all, it can do nothing there.
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-cache",
        "accept-ranges": "bytes",
        etag,
      });
      if (request.headers["if-none-match"] === etag) return reply.code(304).send();
      const range = rangeOf(request.headers.range, size);
      switch (range.kind) {
        case "none":
          return reply.code(416).header("content-range", `bytes */${size}`).send();
        case "part":
          return reply
            .code(206)
            .headers({
              "content-range": `bytes ${range.start}-${range.end}/${size}`,
              "content-length": range.end - range.start + 1,
            })
            .send(files.read(media.storedAs, range));
        case "all":
          return reply.header("content-length", size).send(files.read(media.storedAs));
        default:
          return range satisfies never;
      }
    },
  });
}

/** The name its sender gave, in the form that carries every script. */
function attachment(fileName: string | null, extension: string | undefined): string {
  const name = fileName ?? (extension ? `file.${extension}` : "file");
  const escaped = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}
