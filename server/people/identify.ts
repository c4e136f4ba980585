/** Who asks: found from the session cookie or the token before any handler. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "../http/route.ts";
import { hasBearer, SESSION_COOKIE } from "../http/same-origin.ts";
import type { System } from "../system.ts";
import { hashOf } from "./secrets.ts";
import { findSession, findToken, touchSession, touchToken } from "./session-store.ts";
import { ABSOLUTE_MINUTES, IDLE_MINUTES } from "./sessions.ts";

/** "Last seen" is written at most this often. */
const SEEN_MS = 60_000;

export function identifyActors(http: FastifyInstance, system: System): void {
  http.addHook("onRequest", (request, _reply, done) => {
    // Meta's calls carry neither; they are the hot path.
    if (request.url.startsWith("/webhooks/")) return done();
    const found = hasBearer(request) ? byToken(system, request) : bySession(system, request);
    found.then((actor) => {
      request.actor = actor;
      done();
    }, done);
  });
}

/** A token is the whole identity: a cookie beside it is not looked at. */
async function byToken({ db, clock }: System, request: FastifyRequest): Promise<Actor | null> {
  const secret = request.headers.authorization?.replace(/^bearer /i, "").trim() ?? "";
  const token = await findToken(db, hashOf(secret));
  if (!token) return null;
  const now = clock.now();
  const unlessSince = new Date(now.getTime() - SEEN_MS);
  if (!token.lastUsedAt || token.lastUsedAt < unlessSince) await touchToken(db, token.id, now, unlessSince);
  return { kind: "token", id: token.id, name: token.name, role: token.role };
}

async function bySession({ db, clock }: System, request: FastifyRequest): Promise<Actor | null> {
  const secret = request.cookies[SESSION_COOKIE];
  if (!secret) return null;
  const now = clock.now();
  const session = await findSession(db, hashOf(secret), now);
  if (!session) return null;
  const unlessSince = new Date(now.getTime() - SEEN_MS);
  if (session.lastSeenAt < unlessSince)
    await touchSession(db, {
      id: session.id,
      now,
      unlessSince,
      idleMinutes: IDLE_MINUTES,
      absoluteMinutes: ABSOLUTE_MINUTES,
    });
  const { accountId: id, id: sessionId, name, role, locale } = session;
  return { kind: "account", id, sessionId, name, role, locale };
}
