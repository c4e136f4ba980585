import { expect, test } from "vitest";
import { readPayload } from "../whatsapp/payload.ts";
import { whyDead } from "./reason-rules.ts";

/** The reason as it is kept when a body cannot be read. */
function refusalOf(body: string): string {
  try {
    readPayload(Buffer.from(body), new Date(0));
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error("it could be read");
}

test("a body that is not JSON, and one without entries, are told apart", () => {
  expect(whyDead(refusalOf("{"))).toEqual({ code: "not_json", detail: null });
  expect(whyDead(refusalOf("{}"))).toEqual({ code: "no_entries", detail: null });
});

test("a mistake of ours keeps what the log calls it", () => {
  expect(whyDead("Database error 23514: table message, constraint poison")).toEqual({
    code: "database",
    detail: "23514: table message, constraint poison",
  });
  expect(whyDead("TypeError: x is not a function")).toEqual({
    code: "program",
    detail: "TypeError: x is not a function",
  });
});
