import { expect, test } from "vitest";
import { failureOf } from "./failure.ts";

test.each([
  [131047, "window"],
  [131026, "notOnWhatsapp"],
  [131049, "limit"],
  [131048, "spam"],
  [132015, "template"],
  [131053, "file"],
  [131016, "platform"],
  [250, "access"],
  [0, "access"],
  [999999, "other"],
  [null, "other"],
])("code %s is said as %s", (code, expected) => {
  expect(failureOf(code)).toBe(expected);
});
