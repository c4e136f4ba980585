/** The web app's files. Whatever a person opens in a browser and is no file is a page of the app. */
import { existsSync } from "node:fs";
import { sep } from "node:path";
import { fileURLToPath } from "node:url";
import serveFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { notFound, refuse } from "./refusals.ts";

export const WEB_FOLDER = fileURLToPath(new URL("../../web/dist", import.meta.url));

const NOT_BUILT =
  "<!doctype html><title>Baton</title><p>The server runs, but the web app is not built. Run <code>npm run build</code>, restart, then reload this page.";

export async function serveWebApp(http: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(`${folder}${sep}index.html`);
  if (isBuilt)
    await http.register(serveFiles, {
      root: folder,
      cacheControl: false,
      // The build leaves .br and .gz beside each file.
      preCompressed: true,
      setHeaders(reply, path) {
        // Vite names what lies in assets/ by its content.
        const isHashed = path.includes(`${sep}assets${sep}`);
        reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  http.setNotFoundHandler(async (request, reply) => {
    if (!isPage(request)) return refuse(reply, notFound);
    if (isBuilt) return reply.sendFile("index.html");
    return page(reply, 503, NOT_BUILT);
  });
}

const page = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).header("cache-control", "no-store").type("text/html; charset=utf-8").send(text);

function isPage(request: FastifyRequest): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const path = request.url.split("?", 1)[0] ?? "";
  if (/^\/(api|webhooks|assets)(\/|$)/.test(path)) return false;
  return /text\/html|\*\/\*/.test(request.headers.accept ?? "*/*");
}
