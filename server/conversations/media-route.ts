/** The bytes of photos, voice notes and documents, which nobody here has looked at; and asking for one again. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { IdParams } from "../../shared/api/endpoint.ts";
import { mediaApi } from "../../shared/api/media.ts";
import { UserError } from "../errors.ts";
import { guard, serve } from "../http/route.ts";
import { fetchAgain } from "./fetch-again.ts";
import type { FetchParts } from "./fetch-media.ts";
import { rangeOf, servedAs } from "./media-rules.ts";
import { type ServedMedia, selectServedMedia } from "./media-store.ts";
import { sniff } from "./sniff.ts";

export function mediaRoute(http: FastifyInstance, parts: FetchParts): void {
  serve(http, mediaApi.fetchMedia, async ({ params }) => ({ state: await fetchAgain(parts, params.id) }));
  const { files } = parts;
  const onRequest = async (request: FastifyRequest) => guard("operator", request.actor);
  http.get("/api/v1/media/:id", {
    onRequest,
    handler: async (request, reply) => {
      const media = await find(parts, request);
      const size = await files.size(media.storedAs);
      if (size === null) throw notHere();
      // Kept by an older version, which looked at the bytes each time.
      const sniffed = media.sniffed ?? (await sniff(files, media.storedAs));
      const { type, inline } = servedAs(sniffed);
      reply.headers({
        "content-type": type,
        "content-disposition": inline ? "inline" : attachment(media.fileName, sniffed),
      });
      return send(request, reply, { files, storedAs: media.storedAs, size });
    },
  });
  http.get("/api/v1/media/:id/thumbnail", {
    onRequest,
    handler: async (request, reply) => {
      const { thumbnailAs } = await find(parts, request);
      const size = thumbnailAs === null ? null : await files.size(thumbnailAs);
      if (thumbnailAs === null || size === null) throw notHere();
      reply.headers({ "content-type": "image/webp", "content-disposition": "inline" });
      return send(request, reply, { files, storedAs: thumbnailAs, size });
    },
  });
}

const notHere = () =>
  new UserError("not_found", "This file is not here (any more). Ask for it to be sent again.");

async function find({ system }: FetchParts, request: FastifyRequest): Promise<ServedMedia> {
  const params = IdParams.safeParse(request.params);
  const media = params.success ? await selectServedMedia(system.db, params.data.id) : undefined;
  if (!media) throw notHere();
  return media;
}

type Wanted = { files: FetchParts["files"]; storedAs: string; size: number };

/** The same for every file: nothing in it runs, and only whoever may still see it gets it, also from a cache. */
function send(request: FastifyRequest, reply: FastifyReply, { files, storedAs, size }: Wanted): FastifyReply {
  const etag = `"${storedAs}"`;
  reply.headers({
    "x-content-type-options": "nosniff",
    // Should a browser take it for a page after all, it can do nothing there.
    "content-security-policy": "sandbox; default-src 'none'",
    // Kept by the browser, shown again only after asking: the bytes never change, who may see them does.
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
        .send(files.read(storedAs, range));
    case "all":
      return reply.header("content-length", size).send(files.read(storedAs));
    default:
      return range satisfies never;
  }
}

/** The name its sender gave, in the form that carries every script. */
function attachment(fileName: string | null, sniffed: string): string {
  const short = /\/([a-z0-9]{2,4})$/.exec(sniffed)?.[1];
  const name = fileName ?? (short ? `file.${short}` : "file");
  const escaped = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}
