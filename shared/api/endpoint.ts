/** One object an endpoint: it makes the route, the OpenAPI page and the typed client. */
import { z } from "zod";
import type { Role } from "../request.ts";

/** `public`: no sign-in. `session`: anyone signed in. A role: at least that role. */
export type Access = "public" | "session" | Role;

export type Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  access: Access;
  /** One line for the API page. */
  summary: string;
  params: Params;
  query: Query;
  body: Body;
  output: Output;
};

const nothing = z.object({});

/** Fill in what an endpoint does not use; keeps the literal types. */
export function endpoint<
  Params extends z.ZodType = typeof nothing,
  Query extends z.ZodType = typeof nothing,
  Body extends z.ZodType = z.ZodUndefined,
  Output extends z.ZodType = z.ZodType,
>(spec: {
  method: Endpoint["method"];
  path: `/api/v1/${string}`;
  access: Access;
  summary: string;
  params?: Params;
  query?: Query;
  body?: Body;
  output: Output;
}): Endpoint<Params, Query, Body, Output> {
  return {
    params: nothing as unknown as Params,
    query: nothing as unknown as Query,
    body: z.undefined() as unknown as Body,
    ...spec,
  };
}

/** Ids are database identities: positive and within JSON's exact integers. */
export const Id = z.coerce.number<number>().int().positive().max(Number.MAX_SAFE_INTEGER);
export const IdParams = z.object({ id: Id });
/** An instant, as ISO 8601 with zone. */
export const Instant = z.iso.datetime({ offset: true });
export const Done = z.object({ ok: z.literal(true) });

/** What every refusal looks like. `code` is translated by screens, `message` is plain English that says what to do. */
export const ApiError = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    detail: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type ApiError = z.infer<typeof ApiError>;
