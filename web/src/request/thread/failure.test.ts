import { expect, test } from "vitest";
import { thread as ar } from "../../texts/pages/thread.ar.ts";
import { thread as en } from "../../texts/pages/thread.en.ts";
import { thread as es } from "../../texts/pages/thread.es.ts";
import { FAILURES, failureOf, stepsFor } from "./failure.ts";

/** Every code that WhatsApp documents for sending, as the reference lists them; of a span its ends. */
const DOCUMENTED = [
  ...[0, 190, 3, 10, 200, 299, 131_005, 1, 2, 131_000, 131_016, 131_057, 133_004, 4, 80_007, 130_429],
  ...[131_056, 131_048, 131_064, 131_047, 131_026, 131_049, 131_050, 130_472, 130_403, 131_021, 131_062],
  ...[131_051, 131_052, 131_053, 131_008, 131_009, 100, 33, 135_000, 131_030, 131_031, 368, 130_497],
  ...[131_037, 131_045, 133_000, 133_006, 133_010, 133_015, 133_005, 133_008, 133_009, 133_016],
  ...[131_042, 134_011, 132_000, 132_001, 132_005, 132_007, 132_008, 132_012, 132_015, 132_016],
  ...[132_068, 132_069, 137_000, 131_059, 2_593_107, 2_593_108, 2_593_109, 131_200, 131_208, 131_020],
  ...[131_041, 138_000, 147_001, 147_005],
];

test.each([
  [131_047, "window"],
  [131_026, "notOnWhatsapp"],
  [131_049, "limit"],
  [131_048, "spam"],
  [132_015, "templateHeld"],
  [131_053, "fileKind"],
  [131_016, "platform"],
  [250, "permission"],
  [0, "token"],
  [131_208, "group"],
  [999_999, "other"],
  [null, "other"],
])("code %s is said as %s", (code, expected) => {
  expect(failureOf(code)).toBe(expected);
});

test.each(DOCUMENTED)("code %i has a sentence of its own, not the one for what nobody knows", (code) => {
  expect(failureOf(code)).not.toBe("other");
});

test("each has its sentence in every language, and none is said twice", () => {
  for (const { failed } of [en, es, ar]) {
    const sentences = FAILURES.map((failure) => failed[failure]);
    expect(sentences.every((sentence) => sentence.length > 10)).toBe(true);
    expect(new Set(sentences).size).toBe(FAILURES.length);
  }
});

test("what WhatsApp refuses for good is not offered to be sent again as it is", () => {
  for (const code of [131_047, 131_026, 131_048, 131_049, 131_050, 132_001, 130_403, 131_053])
    expect(stepsFor(failureOf(code), true)).not.toContain("again");
});

test("a picture without words has nothing to be written again", () => {
  expect(stepsFor("other", false)).toEqual(["again"]);
});
