import { expect, test } from "vitest";
import { handedOf } from "./hand-media.ts";

const refused = (code: number, details = "") =>
  JSON.stringify({ error: { code, message: "no", error_data: { details } } });

test.each([
  ["an id", 200, '{"id":"123"}', { kind: "handed", mediaId: "123" }],
  ["an id that is a number", 200, '{"id":123}', { kind: "handed", mediaId: "123" }],
  ["a page of a proxy's", 502, "<html>", { kind: "repeat", code: null, detail: "HTTP 502" }],
  ["an answer without an id", 200, "{}", { kind: "repeat", code: null, detail: "HTTP 200" }],
  ["trouble at WhatsApp", 500, refused(131000), { kind: "repeat", code: 131000 }],
  ["too many at once", 400, refused(80007), { kind: "repeat", code: 80007 }],
  ["a type WhatsApp does not take", 400, refused(100), { kind: "refused", code: 100, stopsNumber: false }],
  ["a token that ended", 401, refused(190), { kind: "refused", code: 190, stopsNumber: true }],
])("%s", (_, status, text, wanted) => expect(handedOf(status, text)).toMatchObject(wanted));

test("what is told of a refusal names nobody's number", () => {
  expect(handedOf(400, refused(131053, "for 34600001234"))).toMatchObject({ detail: "for …" });
});
