import { expect, test } from "vitest";
import { aPhoneMessage } from "./a-phone-message.ts";
import { forwardOf } from "./forward.ts";

test("a message is passed on with what it holds, and marked", () => {
  const media = {
    id: "4",
    url: "/control/media/4",
    mime: "image/jpeg",
    filename: "a.jpg",
    voice: false,
    bytes: 1,
  };
  expect(forwardOf(aPhoneMessage({ type: "image", media, text: "look" }), "once")).toEqual({
    type: "image",
    mediaId: "4",
    caption: "look",
    filename: "a.jpg",
    forwarded: "once",
  });
  expect(forwardOf(aPhoneMessage({ type: "buttons", text: "Which day?" }), "often")).toEqual({
    type: "text",
    text: "Which day?",
    forwarded: "often",
  });
});

test("what holds nothing cannot be passed on", () => {
  expect(forwardOf(aPhoneMessage({ type: "unsupported", text: null }), "once")).toBeNull();
});
