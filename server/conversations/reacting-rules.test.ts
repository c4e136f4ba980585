import { expect, test } from "vitest";
import { isEmoji, mayReact } from "./reacting-rules.ts";

const NOW = new Date("2026-03-31T12:00:00Z");
const DAY = 86_400_000;
const target = { conversationId: 1, wamid: "w", saidAt: NOW, kind: "text", isRevoked: false };
const before = (emoji: string | null, sendState: "sent" | "failed" | "unknown" | null = "sent") => ({
  emoji,
  sendState,
});

test.each([
  ["the first one", target, undefined, "👍", { kind: "send" }],
  ["another one", target, before("👍"), "❤️", { kind: "send" }],
  ["the same again", target, before("👍"), "👍", { kind: "nothing" }],
  ["the same after it failed", target, before("👍", "failed"), "👍", { kind: "send" }],
  ["the same while nobody knows", target, before("👍", "unknown"), "👍", { kind: "nothing" }],
  ["the same as on the phone", target, before("👍", null), "👍", { kind: "nothing" }],
  ["taking it back", target, before("👍"), null, { kind: "send" }],
  ["taking back what is not there", target, undefined, null, { kind: "nothing" }],
  [
    "30 days later",
    { ...target, saidAt: new Date(NOW.getTime() - 30 * DAY) },
    undefined,
    "👍",
    { kind: "send" },
  ],
  [
    "later still",
    { ...target, saidAt: new Date(NOW.getTime() - 30 * DAY - 1) },
    undefined,
    "👍",
    { kind: "refused", why: "too_old" },
  ],
  ["a reaction", { ...target, kind: "reaction" }, undefined, "👍", { kind: "refused", why: "no_message" }],
  ["one that has not left", { ...target, wamid: null }, undefined, "👍", { kind: "refused", why: "unsent" }],
  ["one taken back", { ...target, isRevoked: true }, undefined, "👍", { kind: "refused", why: "revoked" }],
])("%s", (_, to, was, emoji, wanted) => expect(mayReact(to, was, emoji, NOW)).toEqual(wanted));

test.each(["👍", "❤️", "❤", "👍🏽", "👨‍👩‍👧", "🇪🇸", "1️⃣", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"])("%s is one emoji", (text) =>
  expect(isEmoji(text)).toBe(true),
);
test.each(["", "a", "1", "👍👍", "👍 ", "ok 👍", "E"])("%j is not", (text) =>
  expect(isEmoji(text)).toBe(false),
);
