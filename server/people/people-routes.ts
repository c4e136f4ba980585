/** What admins do about people and tokens, and the list everyone may read. */
import type { FastifyInstance, FastifyRequest } from "fastify";
import { peopleApi } from "../../shared/api/people.ts";
import type { Actor } from "../http/route.ts";
import { done, serve } from "../http/route.ts";
import { listAccounts, listTeams } from "./account-store.ts";
import { changePerson } from "./accounts.ts";
import { listPendingInvitations } from "./invitation-store.ts";
import { makeInvitation, makeReset, withdraw } from "./invitations.ts";
import { type People, personOf } from "./people.ts";
import { listTokens } from "./session-store.ts";
import { endToken, makeToken } from "./tokens.ts";

const askingOf = (asked: { actor: Actor; request: FastifyRequest }) => ({
  by: asked.actor,
  address: asked.request.ip,
});

export function peopleAdminRoutes(http: FastifyInstance, people: People): void {
  const { system } = people;
  const { db, clock } = system;
  serve(http, peopleApi.listPeople, async () => {
    const [accounts, teams, invitations] = await Promise.all([
      listAccounts(db),
      listTeams(db),
      listPendingInvitations(db, clock.now()),
    ]);
    return {
      people: accounts.map(personOf),
      teams,
      invitations: invitations.map((pending) => ({
        ...pending,
        expiresAt: pending.expiresAt.toISOString(),
      })),
    };
  });
  serve(http, peopleApi.changePerson, async ({ params, body, ...asked }) =>
    changePerson(people, askingOf(asked), params.id, body),
  );
  serve(http, peopleApi.resetPerson, async ({ params, ...asked }) =>
    db.transaction((tx) => makeReset(tx, params.id, { ...making(people), ...askingOf(asked) })),
  );
  serve(http, peopleApi.invite, async ({ body, ...asked }) =>
    db.transaction((tx) =>
      makeInvitation(tx, { ...body, login: null }, { ...making(people), ...askingOf(asked) }),
    ),
  );
  serve(http, peopleApi.withdrawInvitation, async ({ params, ...asked }) => {
    await withdraw(people, askingOf(asked), params.id);
    return done;
  });
  serve(http, peopleApi.listTokens, async () => ({
    tokens: (await listTokens(db)).map((token) => ({
      id: token.id,
      name: token.name,
      role: token.role,
      createdAt: token.createdAt.toISOString(),
      lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    })),
  }));
  serve(http, peopleApi.addToken, async ({ body, ...asked }) =>
    db.transaction((tx) => makeToken(tx, body, { now: clock.now(), ...askingOf(asked) })),
  );
  serve(http, peopleApi.revokeToken, async ({ params, ...asked }) => {
    await endToken(people, askingOf(asked), params.id);
    return done;
  });
}

const making = ({ system }: People) => ({ now: system.clock.now(), publicUrl: system.publicUrl() });
