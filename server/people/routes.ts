/** Sign-in, set-up, sessions, people, invitations and tokens over HTTP. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { peopleApi } from "../../shared/api/people.ts";
import { UserError } from "../errors.ts";
import { done, personOf as personIn, serve } from "../http/route.ts";
import type { System } from "../system.ts";
import { findAccount } from "./account-store.ts";
import { changeMe } from "./accounts.ts";
import { clearSession, KNOWN_BROWSER_COOKIE, setCookies } from "./cookies.ts";
import { identifyActors } from "./identify.ts";
import { acceptInvitation, readInvitation } from "./invitations.ts";
import { meOf, type People } from "./people.ts";
import { peopleAdminRoutes } from "./people-routes.ts";
import { listSessions } from "./session-store.ts";
import { browserName, endSession } from "./sessions.ts";
import { needsSetUp, setUp } from "./set-up.ts";
import { signIn } from "./sign-in.ts";
import { openThrottle } from "./throttle.ts";

export function peopleRoutes(http: FastifyInstance, system: System): void {
  const people: People = { system, throttle: openThrottle(system.clock) };
  identifyActors(http, system);
  doorRoutes(http, people);
  ownRoutes(http, people);
  peopleAdminRoutes(http, people);
}

const fromOf = (request: FastifyRequest) => ({
  address: request.ip,
  browser: browserName(request.headers["user-agent"]),
});

/** What is open to nobody in particular. */
function doorRoutes(http: FastifyInstance, people: People): void {
  const { system } = people;
  serve(http, peopleApi.setupState, async () => ({ needed: await needsSetUp(system) }));
  serve(http, peopleApi.setUp, async ({ body, request, reply }) => {
    const signedIn = await setUp(people, body, fromOf(request));
    setCookies(reply, system, signedIn);
    return signedIn.me;
  });
  serve(http, peopleApi.signIn, async ({ body, request, reply }) => {
    const knownBrowser = request.cookies[KNOWN_BROWSER_COOKIE];
    const signedIn = await signIn(people, { ...body, ...fromOf(request), knownBrowser });
    setCookies(reply, system, signedIn);
    return signedIn.me;
  });
  serve(http, peopleApi.readInvitation, async ({ body }) => readInvitation(people, body.token));
  serve(http, peopleApi.acceptInvitation, async ({ body, request, reply }) => {
    const signedIn = await acceptInvitation(people, body, fromOf(request));
    setCookies(reply, system, signedIn);
    return signedIn.me;
  });
}

/** One's own account and sessions. */
function ownRoutes(http: FastifyInstance, people: People): void {
  const { system } = people;
  serve(http, peopleApi.me, async ({ actor }) => {
    const account = await findAccount(system.db, actor.id);
    if (!account) throw new UserError("signed_out", "Sign in first.");
    return meOf(account);
  });
  serve(http, peopleApi.changeMe, async ({ actor, body, request }) => {
    const { id, sessionId } = personIn(actor);
    return changeMe(people, { id, sessionId, address: request.ip }, body);
  });
  serve(http, peopleApi.signOut, async ({ actor, request, reply }) => {
    const by = personIn(actor);
    await endSession(people, { by, address: request.ip }, by.sessionId);
    clearSession(reply, system);
    return done;
  });
  serve(http, peopleApi.listSessions, async ({ actor }) => {
    const { id, sessionId } = personIn(actor);
    const sessions = await listSessions(system.db, id, system.clock.now());
    return {
      sessions: sessions.map((session) => ({
        id: session.id,
        browser: session.browser,
        startedAt: session.startedAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        isThisOne: session.id === sessionId,
      })),
    };
  });
  serve(http, peopleApi.revokeSession, async ({ actor, params, request, reply }) => {
    const by = personIn(actor);
    await endSession(people, { by, address: request.ip }, params.id);
    if (params.id === by.sessionId) clearSession(reply, system);
    return done;
  });
}
