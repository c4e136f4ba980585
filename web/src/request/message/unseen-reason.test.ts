import { expect, test } from "vitest";
import type { Message } from "../../../../shared/api/conversations.ts";
import { unseenReason } from "./unseen-reason.ts";

const reasonOf = (
  kind: Message["kind"],
  why: NonNullable<Message["content"]["why"]>,
  side = "client" as const,
) => unseenReason({ kind, side, content: { why } });

test.each([
  ["unsupported", { code: 131051, type: "poll" }, { kind: "poll", why: "unsupported", remedy: "text" }],
  ["unsupported", { code: 131051 }, { kind: null, why: "unsupported", remedy: "again" }],
  ["unsupported", { code: 131060 }, { kind: null, why: "device", remedy: "again" }],
  ["unsupported", { code: 130501 }, { kind: null, why: "group", remedy: "text" }],
  ["unsupported", { code: 131052 }, { kind: null, why: "file", remedy: "smaller" }],
  ["unsupported", {}, { kind: null, why: "held", remedy: "again" }],
  ["unknown", { type: "hologram" }, { kind: null, why: "unknown", remedy: "text" }],
  ["media_placeholder", {}, { kind: null, why: "before", remedy: null }],
] as const)("%s with %j says why and what to ask for", (kind, why, expected) => {
  expect(reasonOf(kind, why)).toEqual(expected);
});

test("of our own messages nobody is asked anything", () => {
  expect(unseenReason({ kind: "unknown", side: "staff", content: { why: { type: "template" } } })).toEqual({
    kind: "template",
    why: "unknown",
    remedy: null,
  });
});
