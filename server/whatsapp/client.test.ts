import { expect, test } from "vitest";
import { resultOf } from "./client.ts";
import { mayFetch } from "./media.ts";
import { verdictOn, waitBeforeRepeat } from "./send-errors.ts";

const refusal = (code: number, more: object = {}) =>
  JSON.stringify({ error: { code, message: "no", ...more } });

test("a plain success is the provider's id", () => {
  const text = JSON.stringify({ messages: [{ id: "wamid.1", message_status: "accepted" }] });
  expect(resultOf(200, text)).toEqual({ kind: "accepted", wamid: "wamid.1" });
});

test("an answer nobody can read is unknown, were it a success", () => {
  for (const text of ["", "<html>", "{}", '{"messages":[]}'])
    expect(resultOf(200, text)).toMatchObject({ kind: "unknown" });
});

test("only the four codes refused before processing are repeated", () => {
  const repeated = Array.from({ length: 140_000 }, (_, code) => code).filter(
    (code) => verdictOn(400, { code }) === "repeat",
  );
  expect(repeated).toEqual([4, 80007, 130429, 131056]);
});

test.each([1, 2, 131000, 131016, 131057, 133004])("trouble inside WhatsApp (%i) is unknown", (code) => {
  expect(resultOf(400, refusal(code))).toMatchObject({ kind: "unknown", code });
});

test.each([0, 190, 10, 200, 368, 131031, 131042])("a refusal of the number (%i) says so", (code) => {
  expect(resultOf(401, refusal(code))).toMatchObject({ kind: "refused", code, stopsNumber: true });
});

test("what may pass by itself is not taken for final", () => {
  expect(resultOf(400, refusal(99_999, { is_transient: true }))).toMatchObject({ kind: "unknown" });
  expect(resultOf(400, refusal(99_999))).toMatchObject({ kind: "refused" });
  expect(resultOf(500, refusal(99_999))).toMatchObject({ kind: "unknown" });
});

test("numbers in WhatsApp's words are left out", () => {
  const result = resultOf(
    400,
    refusal(131026, { error_data: { details: "34600100200 is not on WhatsApp" } }),
  );
  expect(result).toMatchObject({ detail: "… is not on WhatsApp" });
});

test("the pair rate asks for 4, 16, 64 seconds; nothing waits more than five minutes", () => {
  expect([1, 2, 3, 9].map((attempts) => waitBeforeRepeat(131056, attempts))).toEqual([
    4_000, 16_000, 64_000, 300_000,
  ]);
  expect(waitBeforeRepeat(null, 1)).toBe(2_000);
});

const GRAPH = "http://127.0.0.1:4600";
test.each([
  ["https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1", true],
  ["https://scontent.xx.fbcdn.net/x", true],
  ["http://127.0.0.1:4600/media/1", true],
  ["http://lookaside.fbsbx.com/x", false],
  ["https://lookaside.fbsbx.com:8443/x", false],
  ["https://fbsbx.com.evil.example/x", false],
  ["https://evilfbsbx.com/x", false],
  ["https://user@lookaside.fbsbx.com/x", false],
  ["http://127.0.0.1:4601/media/1", false],
  ["http://169.254.169.254/latest/meta-data", false],
  ["file:///etc/passwd", false],
  ["nonsense", false],
])("the token goes to %s: %s", (address, may) => {
  expect(mayFetch(address, GRAPH)).toBe(may);
});
