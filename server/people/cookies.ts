/** The two cookies: the session, and what a browser is remembered by. */
import type { FastifyReply } from "fastify";
import { SESSION_COOKIE } from "../http/same-origin.ts";
import type { System } from "../system.ts";
import { ABSOLUTE_MINUTES } from "./sessions.ts";
import type { SignedIn } from "./sign-in.ts";

export const KNOWN_BROWSER_COOKIE = "baton_browser";
const YEAR_SECONDS = 365 * 24 * 3600;

/** By the public address, or by what a trusted proxy says it came in by. */
const attributes = (system: System, reply: FastifyReply) => ({
  path: "/",
  httpOnly: true,
  sameSite: "lax" as const,
  secure: system.publicUrl().startsWith("https:") || reply.request.protocol === "https",
});

/** The server knows when a session ends; the cookie only has to outlive it. */
export function setCookies(reply: FastifyReply, system: System, signedIn: SignedIn): void {
  reply.setCookie(SESSION_COOKIE, signedIn.secret, {
    ...attributes(system, reply),
    maxAge: ABSOLUTE_MINUTES * 60,
  });
  reply.setCookie(KNOWN_BROWSER_COOKIE, signedIn.knownBrowser, {
    ...attributes(system, reply),
    path: "/api/v1/session",
    sameSite: "strict",
    maxAge: YEAR_SECONDS,
  });
}

export function clearSession(reply: FastifyReply, system: System): void {
  reply.clearCookie(SESSION_COOKIE, attributes(system, reply));
}
