import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isSameSecret, isSigned } from "./signature.ts";

const SECRET = "s3cret";
const body = Buffer.from('{"text":"\\u00e4"}');
const hex = createHmac("sha256", SECRET).update(body).digest("hex");

describe("a signature", () => {
  test("over the raw bytes is accepted", () => {
    expect(isSigned(body, `sha256=${hex}`, [SECRET])).toBe(true);
  });

  test("of any number's secret is accepted", () => {
    expect(isSigned(body, `sha256=${hex}`, ["another", SECRET])).toBe(true);
  });

  test("of the same JSON written in other bytes is refused", () => {
    expect(isSigned(Buffer.from('{"text":"ä"}'), `sha256=${hex}`, [SECRET])).toBe(false);
  });

  test.each([
    ["missing", undefined],
    ["empty", ""],
    ["short", `sha256=${hex.slice(0, 63)}`],
    ["long", `sha256=${hex}0`],
    ["in upper case", `sha256=${hex.toUpperCase()}`],
    ["without its name", hex],
    ["of the old kind", `sha1=${createHmac("sha1", SECRET).update(body).digest("hex")}`],
    ["given twice", [`sha256=${hex}`, `sha256=${hex}`]],
    ["with a line end", `sha256=${hex}\n`],
  ])("%s is refused", (_how, header) => {
    expect(isSigned(body, header, [SECRET])).toBe(false);
  });

  test("is refused while no secret is known", () => {
    expect(isSigned(body, `sha256=${hex}`, [])).toBe(false);
  });
});

test("secrets of different lengths are compared without an error", () => {
  expect(isSameSecret("a", "abc")).toBe(false);
  expect(isSameSecret("abc", "abc")).toBe(true);
});
