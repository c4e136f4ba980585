import { expect, test } from "vitest";
import { messagesOf, type Ready } from "./messages-of.ts";

const photo = (n: number, more: Partial<Ready> = {}): Ready => ({
  key: `photo ${n}`,
  kind: "image",
  uploadId: n,
  caption: "",
  ...more,
});
const sent = (text: string, files: Ready[]) => messagesOf({ text, key: "words", files });

test("words alone are one message", () => {
  expect(sent(" On our way ", [])).toEqual([{ key: "words", message: { kind: "text", text: "On our way" } }]);
});

test("words with files are the caption of the first, the others keep their own", () => {
  expect(sent("Before and after", [photo(1), photo(2, { caption: "after" }), photo(3)])).toEqual([
    { key: "photo 1", message: { kind: "image", uploadId: 1, caption: "Before and after" } },
    { key: "photo 2", message: { kind: "image", uploadId: 2, caption: "after" } },
    { key: "photo 3", message: { kind: "image", uploadId: 3 } },
  ]);
});

test("words too long for a caption, or beside a sound, go first as a message of their own", () => {
  expect(sent("x".repeat(1025), [photo(1)]).map(({ key }) => key)).toEqual(["words", "photo 1"]);
  expect(sent("Listen", [photo(1, { kind: "audio" })])).toEqual([
    { key: "words", message: { kind: "text", text: "Listen" } },
    { key: "photo 1", message: { kind: "audio", uploadId: 1, isVoice: false } },
  ]);
});

test("nothing written and nothing attached is nothing to send", () => {
  expect(sent("  ", [])).toEqual([]);
});
