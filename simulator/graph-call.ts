/** One call of the Graph side, taken apart; and what its answers have in common. */
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { GraphError } from "./graph-error.ts";
import type { Token } from "./tokens.ts";

export type Call = {
  method: "GET" | "POST" | "DELETE";
  /** As it was asked, "v26.0"; null without one. */
  version: string | null;
  /** The path without the version: an id, an edge, and at times something below it. */
  id: string;
  edge: string;
  below: string;
  query: Record<string, string>;
  token: Token;
  request: FastifyRequest;
};

export function takeApart(request: FastifyRequest): Omit<Call, "token"> {
  const [path = "", search] = request.url.split("?", 2);
  const segments = path.split("/").filter(Boolean).map(decode);
  const version = /^v\d+\.\d+$/.test(segments[0] ?? "") ? (segments.shift() ?? null) : null;
  const [id = "", edge = "", below = ""] = segments;
  return {
    method: request.method === "POST" || request.method === "DELETE" ? request.method : "GET",
    version,
    id,
    edge,
    below,
    query: search === undefined ? {} : Object.fromEntries(new URLSearchParams(search)),
    request,
  };
}

export function bearerOf(request: FastifyRequest, query: Record<string, string>): string | null {
  return request.headers.authorization?.replace(/^(Bearer|OAuth) +/i, "") ?? query.access_token ?? null;
}

/** JSON or a form, with what stands in the address added: the platform takes a parameter wherever it is put. */
export function readParameters(call: Call): Record<string, unknown> {
  const body = call.request.body;
  const text = body instanceof Buffer ? body.toString() : "";
  const { access_token: _token, ...query } = call.query;
  if (text.trim() === "") return query;
  const isForm = (call.request.headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded");
  if (isForm) return { ...query, ...Object.fromEntries([...new URLSearchParams(text)].map(readFormValue)) };
  const given = z.record(z.string(), z.unknown()).safeParse(readJson(body));
  if (!given.success) throw new GraphError({ code: 100, details: "The body is not a JSON object" });
  return { ...query, ...given.data };
}

export function readJson(body: unknown): unknown {
  try {
    return JSON.parse(body instanceof Buffer ? body.toString() : "");
  } catch {
    throw new GraphError({ code: 100, details: "The body is not JSON" });
  }
}

/** Parses with a schema, and refuses with 100 as the platform does. */
export function readWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join(".") || "body";
  throw new GraphError({
    code: 100,
    details: `Param ${where} is not valid: ${issue?.message ?? "not valid"}`,
  });
}

/** Graph answers the id whatever is asked; `throughput{level}` asks for a part of a field. */
export function pickFields(
  object: Record<string, unknown>,
  fields: string | undefined,
): Record<string, unknown> {
  if (fields === undefined || fields === "") return object;
  const wanted = new Set([
    "id",
    ...fields
      .replace(/\{[^}]*\}/g, "")
      .split(",")
      .map((field) => field.trim()),
  ]);
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}

export function unknownObject(id: string, method: string): GraphError {
  const message = `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`;
  return new GraphError({ code: 100, subcode: 33, message, details: message });
}

/** Pages by opaque cursors, each of them the place of an item. */
export function page(
  items: readonly Record<string, unknown>[],
  call: Call,
  address: string,
): { data: readonly Record<string, unknown>[]; paging?: object } {
  const limit = readWith(z.coerce.number().int().min(1).max(1000), call.query.limit ?? "25");
  const after = readCursor(call, call.query.after);
  const before = readCursor(call, call.query.before);
  const from = after === null ? (before === null ? 0 : Math.max(0, before - limit)) : after + 1;
  const to = before === null || after !== null ? from + limit : before;
  const data = items.slice(from, to);
  if (data.length === 0) return { data };
  const cursors = { before: cursorOf(from), after: cursorOf(from + data.length - 1) };
  const link = (turn: Record<string, string>) => {
    const { access_token: _token, after: _after, before: _before, ...rest } = call.query;
    return `${address}?${new URLSearchParams({ ...rest, limit: String(limit), ...turn })}`;
  };
  return {
    data,
    paging: {
      cursors,
      ...(from + data.length < items.length ? { next: link({ after: cursors.after }) } : {}),
      ...(from > 0 ? { previous: link({ before: cursors.before }) } : {}),
    },
  };
}

function cursorOf(place: number): string {
  return Buffer.from(`simulated ${place}`).toString("base64url");
}

/** A bad cursor is 131059 since v24; before, it was a mere 100. */
function readCursor(call: Call, cursor: string | undefined): number | null {
  if (cursor === undefined || cursor === "") return null;
  const place = /^simulated (\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (place !== undefined) return Number(place);
  const isNew = Number(call.version?.slice(1) ?? "26") >= 24;
  throw new GraphError({ code: isNew ? 131059 : 100, details: "The cursor is not valid. Start again" });
}

function readFormValue([name, value]: [string, string]): [string, unknown] {
  if (!/^[[{]/.test(value)) return [name, value];
  try {
    return [name, JSON.parse(value)];
  } catch {
    return [name, value];
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
