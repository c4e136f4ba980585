import { expect, test } from "vitest";
import { forwardOf } from "./forward.ts";
import { PhoneMessage } from "./shapes.ts";

const message = (given: Partial<PhoneMessage>): PhoneMessage =>
  PhoneMessage.parse({
    id: "wamid.1",
    from: "business",
    at: "2026-11-22T10:00:00.000Z",
    type: "text",
    text: null,
    header: null,
    footer: null,
    media: null,
    location: null,
    contacts: [],
    buttons: [],
    listLabel: null,
    asks: null,
    chosen: null,
    quote: null,
    reactions: [],
    state: "read",
    isRevoked: false,
    isEdited: false,
    isHeld: false,
    forwarded: null,
    editableUntil: null,
    revocableUntil: null,
    failure: null,
    ...given,
  });

test("a message is passed on with what it holds, and marked", () => {
  const media = {
    id: "4",
    url: "/control/media/4",
    mime: "image/jpeg",
    filename: "a.jpg",
    voice: false,
    bytes: 1,
  };
  expect(forwardOf(message({ type: "image", media, text: "look" }), "once")).toEqual({
    type: "image",
    mediaId: "4",
    caption: "look",
    filename: "a.jpg",
    forwarded: "once",
  });
  expect(forwardOf(message({ type: "buttons", text: "Which day?" }), "often")).toEqual({
    type: "text",
    text: "Which day?",
    forwarded: "often",
  });
});

test("what holds nothing cannot be passed on", () => {
  expect(forwardOf(message({ type: "unsupported" }), "once")).toBeNull();
});
