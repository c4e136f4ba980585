/** From a contract to a route: guard, parse, answer. Every /api/v1 route is made here, so none is without a guard. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Access, Endpoint } from "../../shared/api/endpoint.ts";
import { hasRole, type Role } from "../../shared/request.ts";
import { UserError } from "../errors.ts";

/** Who asks: a signed-in person or a program with a token. */
export type Actor =
  | { kind: "account"; id: number; sessionId: number; name: string; role: Role; locale: string | null }
  | { kind: "token"; id: number; name: string; role: Role };

declare module "fastify" {
  interface FastifyRequest {
    /** Set by people/sign-in's hook before any handler; null when nobody is signed in. */
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    /** The contract a route was made from. */
    endpoint?: Endpoint;
  }
}

export type Asked<E extends Endpoint> = {
  params: z.infer<E["params"]>;
  query: z.infer<E["query"]>;
  body: z.infer<E["body"]>;
  request: FastifyRequest;
  reply: FastifyReply;
} & (E["access"] extends "public" ? { actor: Actor | null } : { actor: Actor });

/** @throws UserError when the actor may not */
export function guard(access: Access, actor: Actor | null): void {
  if (access === "public") return;
  if (!actor) throw new UserError("signed_out", "Sign in first.");
  if (access === "session") {
    if (actor.kind !== "account") throw new UserError("forbidden", "Only a signed-in person can do this.");
    return;
  }
  if (!hasRole(actor.role, access))
    throw new UserError("forbidden", `This needs the role ${access}. Ask an admin.`, {
      code: "needs_role",
      detail: { role: access },
    });
}

/** Serve an endpoint. Its output is checked against the contract, so what the API page says is what comes. */
export function serve<E extends Endpoint>(
  http: FastifyInstance,
  endpoint: E,
  handle: (asked: Asked<E>) => Promise<z.input<E["output"]>>,
): void {
  http.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    schema: {
      summary: endpoint.summary,
      params: endpoint.params,
      querystring: endpoint.query,
      ...(endpoint.body instanceof z.ZodUndefined ? {} : { body: endpoint.body }),
      response: { 200: endpoint.output },
    },
    onRequest: async (request) => guard(endpoint.access, request.actor),
    handler: async (request, reply) =>
      handle({
        params: request.params,
        query: request.query,
        body: request.body,
        actor: request.actor,
        request,
        reply,
      } as Asked<E>),
  });
}

/** What an endpoint answers whose only news is that it was done. */
export const done = { ok: true } as const;

/** The account of an actor, for routes where only a person makes sense. */
export function personOf(actor: Actor): Extract<Actor, { kind: "account" }> {
  if (actor.kind !== "account") throw new UserError("forbidden", "Only a signed-in person can do this.");
  return actor;
}
