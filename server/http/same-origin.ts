/**
 * Against forged requests. A session cookie is sent by the browser whoever asks, so whatever changes something
 * must show that our own page asked: by a header another origin cannot set without our consent (we give none),
 * and by what the browser says about where the request comes from. Tokens are not sent by themselves.
 */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { UserError } from "../errors.ts";

export const SESSION_COOKIE = "baton_session";
const UNSAFE = new Set(["POST", "PUT", "PATCH", "DELETE"]);

export const hasBearer = (request: FastifyRequest): boolean =>
  /^bearer /i.test(request.headers.authorization ?? "");

export function refuseForgeries(http: FastifyInstance, publicUrl: () => string): void {
  http.addHook("onRequest", (request, _reply, done) => {
    done(forgeryIn(request, publicUrl) ?? undefined);
  });
}

function forgeryIn(request: FastifyRequest, publicUrl: () => string): UserError | null {
  // By the route and not by the address: "/%61pi/" leads to the same one.
  const isApi = request.routeOptions.url?.startsWith("/api/") ?? false;
  if (!UNSAFE.has(request.method) || !isApi || hasBearer(request)) return null;
  if (!isSameOrigin(request, publicUrl()))
    return new UserError("forbidden", "This was asked from another site, so it was not done.", {
      code: "cross_origin",
    });
  if (request.cookies[SESSION_COOKIE] !== undefined && request.headers["x-baton"] !== "1")
    return new UserError("forbidden", "Send the header x-baton: 1 with a session cookie, or use a token.", {
      code: "no_baton_header",
    });
  return null;
}

/** Browsers send Sec-Fetch-Site only to https and localhost; elsewhere the origin is compared with the host. */
function isSameOrigin(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = request.headers;
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(publicUrl).origin || new URL(origin).host === request.headers.host;
}
