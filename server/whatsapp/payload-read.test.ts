import { describe, expect, test } from "vitest";
import { readPayload } from "./payload.ts";
import { cutDeep, Id } from "./payload-read.ts";

const AT = new Date("2026-11-18T12:00:00Z");
const bodyWith = (value: string): Buffer =>
  Buffer.from(`{"entry":[{"id":"1","changes":[{"field":"flows","value":${value}}]}]}`);

test("an id is kept; what is longer than any id goes by its hash, the same for the same", () => {
  expect(Id.parse("wamid.1")).toBe("wamid.1");
  expect(Id.parse("x".repeat(256))).toBe("x".repeat(256));
  expect(Id.parse("x".repeat(257))).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(Id.parse("x".repeat(257))).toBe(Id.parse("x".repeat(257)));
  expect(Id.parse("x".repeat(257))).not.toBe(Id.parse("x".repeat(258)));
});

describe("what is nested deeper than anything WhatsApp sends", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);

  test.each([
    deep,
    `{"__proto__":${deep}}`,
    `{"id":12345678901234567890,"deep":${deep}}`,
    `{"metadata":{"phone_number_id":"1"},"messages":[{"type":"text","text":${deep}}]}`,
    `{"metadata":{"phone_number_id":"1"},"statuses":[{"id":"w","status":"sent","pricing":${deep}}]}`,
  ])("is read without its depths and can be written as JSON (%#)", (value) => {
    const events = readPayload(bodyWith(value), AT);
    expect(events.length).toBe(1);
    expect(JSON.stringify(events).length).toBeLessThan(2_000);
  });

  test("loses nothing above them", () => {
    const kept = JSON.parse('{"a":{"b":[1,{"c":"d"}]},"__proto__":{"e":null}}');
    const before = JSON.stringify(kept);
    cutDeep(kept);
    expect(JSON.stringify(kept)).toBe(before);
  });
});
