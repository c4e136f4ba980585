import { expect, test } from "vitest";
import { fileNameOf, isOneChannelOpus, isText, kindOf, mimeOf, misfitOf, wordsOf } from "./upload-rules.ts";

const MEGA = 1024 * 1024;
const looked = (sniffed: string | null, fileName: string | null = null, text = false) => ({
  sniffed,
  fileName,
  isText: text,
});

test.each([
  ["a JPEG", looked("image/jpeg"), null, "image/jpeg"],
  ["a voice note", looked("audio/ogg; codecs=opus"), null, "audio/ogg"],
  ["Vorbis, which WhatsApp does not play", looked("audio/ogg"), null, null],
  ["an iPhone's recording", looked("audio/x-m4a"), null, "audio/mp4"],
  ["sound that a browser recorded as a film", looked("video/mp4"), "audio" as const, "audio/mp4"],
  ["a film", looked("video/mp4"), "video" as const, "video/mp4"],
  ["an old Word file", looked("application/x-cfb", "Letter.DOC"), null, "application/msword"],
  ["a mail of Outlook's", looked("application/x-cfb", "mail.msg"), null, null],
  ["a table as text", looked(null, "a.csv", true), null, "text/plain"],
  ["a page as text", looked("application/xml", "a.xml", true), null, "text/plain"],
  ["a program", looked("application/x-msdownload", "a.exe"), null, null],
  ["an archive", looked("application/zip", "a.zip"), null, null],
  ["bytes that tell nothing", looked(null, "a.jpg"), null, null],
])("%s", (_, file, kind, mime) => expect(mimeOf(file, kind)).toBe(mime));

test("what nobody named is what it is", () => {
  expect(["image/png", "video/3gpp", "audio/amr", "image/webp", "application/pdf"].map(kindOf)).toEqual([
    "image",
    "video",
    "audio",
    "sticker",
    "document",
  ]);
});

const file = { mime: "image/jpeg", bytes: 1, isAnimated: false, isVoice: false };

test.each([
  ["a photo of 5 MB", { ...file, bytes: 5 * MEGA }, "image" as const, null],
  ["a photo of a byte more", { ...file, bytes: 5 * MEGA + 1 }, "image" as const, "too_large"],
  ["that photo as a document", { ...file, bytes: 5 * MEGA + 1 }, "document" as const, null],
  ["a photo as a film", file, "video" as const, "type"],
  ["a WebP as a photo", { ...file, mime: "image/webp" }, "image" as const, "type"],
  ["a film of 16 MB", { ...file, mime: "video/mp4", bytes: 16 * MEGA }, "video" as const, null],
  ["a larger one", { ...file, mime: "video/mp4", bytes: 17 * MEGA }, "video" as const, "too_large"],
  ["a sticker of 100 kB", { ...file, mime: "image/webp", bytes: 102_400 }, "sticker" as const, null],
  [
    "a larger one that stands still",
    { ...file, mime: "image/webp", bytes: 102_401 },
    "sticker" as const,
    "too_large",
  ],
  [
    "the same that moves",
    { ...file, mime: "image/webp", bytes: 102_401, isAnimated: true },
    "sticker" as const,
    null,
  ],
  ["nothing", { ...file, bytes: 0 }, "document" as const, "empty"],
])("%s", (_, given, as, wrong) => expect(misfitOf(given, as)?.kind ?? null).toBe(wrong));

test("a voice note has one channel", () => {
  const sound = { ...file, mime: "audio/ogg" };
  expect(misfitOf(sound, "audio", true)).toEqual({ kind: "no_voice" });
  expect(misfitOf({ ...sound, isVoice: true }, "audio", true)).toBeNull();
  const opus = (channels: number) => Buffer.from([...Buffer.from("OggS....OpusHead"), 1, channels]);
  expect([
    isOneChannelOpus(opus(1)),
    isOneChannelOpus(opus(2)),
    isOneChannelOpus(Buffer.from("Ogg")),
  ]).toEqual([true, false, false]);
});

test("a refusal says how much WhatsApp takes, and what to do", () => {
  expect(wordsOf({ kind: "too_large", mostBytes: 5 * MEGA }, "image").message).toBe(
    "This file is too large: WhatsApp takes 5 MB at most as a photo. Make it smaller, or send it as a document.",
  );
});

test("text is what nothing in it is for programs alone", () => {
  expect([isText(Buffer.from("año;1\r\n")), isText(Buffer.from("a\0b")), isText(Buffer.alloc(0))]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ["C:\\Users\\ana\\offer.pdf", "offer.pdf"],
  ["../../etc/passwd", "passwd"],
  ["a\r\nb.pdf", "ab.pdf"],
  ["  ", null],
  [null, null],
  [`${"x".repeat(300)}.pdf`, `${"x".repeat(236)}.pdf`],
])("of the name %j stays %j", (given, kept) => expect(fileNameOf(given)).toBe(kept));
