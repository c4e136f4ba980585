/** The typed client: one function, from the contract's objects. Same-origin cookies, and a header forms cannot send. */
import type { z } from "zod";
import type { Endpoint } from "../../../shared/api/endpoint.ts";

/** A refusal by the server, or `offline` when it could not be reached. `message` says what to do, in English. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: Record<string, unknown>;

  constructor(code: string, message: string, status: number, detail: Record<string, unknown> = {}) {
    super(message);
    this.name = "ApiFailure";
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}

type Nothing = Record<never, never>;
/** Left out where the endpoint takes nothing, optional where everything in it is. */
type Field<Name extends string, Schema extends z.ZodType> =
  undefined extends z.input<Schema>
    ? Nothing
    : Nothing extends z.input<Schema>
      ? { [Key in Name]?: z.input<Schema> }
      : { [Key in Name]: z.input<Schema> };

export type Ask<E extends Endpoint> = Field<"params", E["params"]> &
  Field<"query", E["query"]> &
  Field<"body", E["body"]> & { signal?: AbortSignal };

export type Answer<E extends Endpoint> = z.output<E["output"]>;

type Arguments<E extends Endpoint> = Nothing extends Ask<E> ? [ask?: Ask<E>] : [ask: Ask<E>];

type Loose = {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  signal?: AbortSignal;
};

function addressOf(endpoint: Endpoint, { params = {}, query = {} }: Loose): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") search.set(name, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** By hand, not by `ApiError`'s schema: a build has no schemas. */
async function failureOf(response: Response): Promise<ApiFailure> {
  const answer: unknown = await response.json().catch(() => null);
  const error = isObject(answer) && isObject(answer.error) ? answer.error : {};
  const { code, message, detail } = error;
  return new ApiFailure(
    typeof code === "string" ? code : "unexpected",
    typeof message === "string" ? message : response.statusText,
    response.status,
    isObject(detail) ? detail : {},
  );
}

async function answerOf<E extends Endpoint>(endpoint: E, response: Response): Promise<Answer<E>> {
  const answer: unknown = await response.json();
  // The server is ours and checked by its own tests; in development a difference should be loud.
  if (import.meta.env.DEV) return endpoint.output.parse(answer) as Answer<E>;
  return answer as Answer<E>;
}

/** Calls an endpoint of the contract. Throws `ApiFailure` and nothing else for what can go wrong on the way. */
export async function send<E extends Endpoint>(endpoint: E, ask: Ask<E>): Promise<Answer<E>> {
  // Widened on purpose: the caller's side is typed by `Ask`, this side only spells it into a request.
  const given = ask as Loose;
  const hasBody = given.body !== undefined;
  const response = await fetch(addressOf(endpoint, given), {
    method: endpoint.method,
    credentials: "same-origin",
    headers: hasBody ? { "x-baton": "1", "content-type": "application/json" } : { "x-baton": "1" },
    body: hasBody ? JSON.stringify(given.body) : undefined,
    signal: given.signal,
  }).catch((cause: unknown) => {
    if (given.signal?.aborted) throw cause;
    throw new ApiFailure("offline", "No connection to Baton.", 0);
  });
  if (!response.ok) throw await failureOf(response);
  return answerOf(endpoint, response);
}

/** `send`, where what the endpoint does not need may be left out. */
export const call = <E extends Endpoint>(endpoint: E, ...[ask]: Arguments<E>): Promise<Answer<E>> =>
  send(endpoint, ask ?? ({} as Ask<E>));
