/** Reads what the control API is given, or says what is wrong with it. */
import type { FastifyRequest } from "fastify";
import type { z } from "zod";
import { ControlError } from "./control-error.ts";

/** An empty body is an empty object, so that a call without choices needs none. */
export function readBody<T extends z.ZodType>(request: FastifyRequest, schema: T): z.output<T> {
  const text = request.body instanceof Buffer ? request.body.toString() : "";
  return readWith(schema, text === "" ? {} : parseJson(text));
}

export function readWith<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ControlError("invalid", `${issue?.path.join(".") || "body"}: ${issue?.message ?? "not valid"}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError("invalid", "The body is not JSON.");
  }
}
