import { expect, test } from "vitest";
import { MEGABYTE, planAttachment } from "./attachment-rules.ts";

test.each([
  ["a photo", "image/jpeg", 1, { as: "image", redraws: false, remark: null }],
  ["a photo of 6 MB", "image/jpeg", 6, { as: "image", redraws: true, remark: "shrunk" }],
  ["a picture WhatsApp does not take", "image/webp", 1, { as: "image", redraws: true, remark: "redrawn" }],
  ["a table", "text/csv", 1, { as: "document", redraws: false, remark: null }],
  ["a film", "video/mp4", 16, { as: "video", redraws: false, remark: null }],
  ["a film of 17 MB", "video/mp4", 17, { as: "document", redraws: false, remark: "asDocument" }],
  ["a sound under another name", "audio/x-m4a", 3, { as: "audio", redraws: false, remark: null }],
  ["a sound with its codec", "audio/ogg; codecs=opus", 1, { as: "audio", redraws: false, remark: null }],
  ["a price list", "application/pdf", 99, { as: "document", redraws: false, remark: null }],
  ["a file of no known type", "", 1, { as: "document", redraws: false, remark: null }],
] as const)("%s", (_, type, megabytes, plan) => {
  expect(planAttachment({ type, size: megabytes * MEGABYTE })).toEqual({ kind: "take", ...plan });
});

test("nothing in it, a kind WhatsApp does not take, and more than WhatsApp passes on, are refused before the upload", () => {
  expect(planAttachment({ type: "image/png", size: 0 })).toEqual({ kind: "refuse", why: "empty" });
  for (const type of ["application/zip", "video/quicktime", "image/svg+xml"])
    expect(planAttachment({ type, size: 9 })).toEqual({ kind: "refuse", why: "badType" });
  expect(planAttachment({ type: "video/mp4", size: 101 * MEGABYTE })).toEqual({
    kind: "refuse",
    why: "tooLarge",
  });
});
