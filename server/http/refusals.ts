/** Every answer that is not the asked one, in one shape. What nobody can act on is logged once, and its id is told. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import type { ApiError } from "../../shared/api/endpoint.ts";
import { type Passing, passingOf } from "../db/passing.ts";
import { describeError } from "../describe-error.ts";
import { UserError } from "../errors.ts";

type Refusal = { status: number; error: ApiError["error"]; retryAfterSeconds?: number };

export function answerRefusals(http: FastifyInstance): void {
  http.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error) ?? passingRefusal(error, request) ?? bugOf(error, request);
    return refuse(reply, refusal);
  });
}

export function refuse(reply: FastifyReply, { status, error, retryAfterSeconds }: Refusal): FastifyReply {
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
  // A stream that had begun as something else must not be labelled as such.
  return reply
    .code(status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .serializer(JSON.stringify)
    .send({ error } satisfies ApiError);
}

export const notFound: Refusal = {
  status: 404,
  error: { code: "not_found", message: "There is nothing at this address." },
};

function refusalOf(error: unknown): Refusal | null {
  if (error instanceof UserError)
    return {
      status: error.status,
      error: {
        code: error.code,
        message: error.message,
        ...(error.detail && { detail: error.detail }),
      },
    };
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0];
    const field = fieldOf(first?.instancePath ?? "");
    return {
      status: 400,
      error: {
        code: "bad_request",
        message: sentence(field, first?.keyword, first?.message),
        ...(field && { detail: { field } }),
      },
    };
  }
  return error instanceof Error && "code" in error ? brokenRequest(String(error.code)) : null;
}

/** What Fastify refuses before a handler sees it. Its own messages may quote the body, so ours are said instead. */
function brokenRequest(code: string): Refusal | null {
  const bad = (status: number, message: string, name = "bad_request") => ({
    status,
    error: { code: name, message },
  });
  switch (code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return bad(413, "This is more than the server takes at once. Send less.", "too_large");
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return bad(415, "Send JSON, with content-type: application/json.");
    case "FST_ERR_CTP_INVALID_JSON_BODY":
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
      return bad(400, "The body is not valid JSON.");
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return bad(400, "The body is not as long as its content-length says.");
    case "FST_ERR_BAD_URL":
    case "FST_ERR_ASYNC_CONSTRAINT":
      return bad(400, "The address is not a valid one.");
    // An address with an empty part ("//"), which the files' server does not look up.
    case "FST_STATIC_FORBIDDEN_PATH":
      return notFound;
    default:
      return null;
  }
}

/** Names of fields come from the contract; keys of free records might be anything and are left out. */
function fieldOf(path: string): string | null {
  const parts = path.split("/").filter(Boolean);
  return parts.length > 0 && parts.every((part) => /^(\d+|[a-z][A-Za-z]{0,30})$/.test(part))
    ? parts.join(".")
    : null;
}

function sentence(field: string | null, keyword: string | undefined, message: string | undefined): string {
  // A message of the contract's own ("Use at least 10 characters.") is a sentence; zod's are fragments.
  if (message?.endsWith(".")) return field ? `${field}: ${message}` : message;
  const name = field ?? "The request";
  if (message?.endsWith("received undefined")) return `${name}: this is missing.`;
  if (keyword === "unrecognized_keys") return `${name}: there is a field too many.`;
  return `${name}: ${message ?? "this is not valid"}.`;
}

const PASSING: Record<Passing, { message: string; retryAfterSeconds: number }> = {
  busy: { message: "Somebody changed the same thing at this very moment. Try again.", retryAfterSeconds: 1 },
  away: {
    message:
      "The database does not answer just now. Look in a moment whether this was saved; if not, try again.",
    retryAfterSeconds: 5,
  },
  full: {
    message:
      "The disk of the database is full, so nothing was saved. Tell whoever runs this Baton to free some room.",
    retryAfterSeconds: 30,
  },
};

/** What passes by itself is no bug: the same ask may do in a moment. */
function passingRefusal(error: unknown, request: FastifyRequest): Refusal | null {
  const passing = passingOf(error);
  if (!passing) return null;
  request.log.warn(
    { error: describeError(error), route: request.routeOptions.url },
    "request refused for now",
  );
  const { message, retryAfterSeconds } = PASSING[passing];
  const code = { busy: "busy", away: "database_away", full: "disk_full" }[passing];
  return { status: 503, error: { code, message }, retryAfterSeconds };
}

function bugOf(error: unknown, request: FastifyRequest): Refusal {
  request.log.error({ error: describeError(error), route: request.routeOptions.url }, "request failed");
  return {
    status: 500,
    error: {
      code: "internal",
      message: `Something went wrong here. It was written to the log as ${request.id}.`,
      detail: { id: request.id },
    },
  };
}
