import { expect, test } from "vitest";
import {
  afterTrouble,
  isHashOf,
  mayFetchAgain,
  mostBytes,
  rangeOf,
  servedAs,
  shownReason,
} from "./media-rules.ts";

const createdAt = new Date("2026-03-02T09:00:00Z");
const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);
const tried = (attempts: number, isAsked = false) => ({ kind: "image", attempts, createdAt, isAsked });

test("tries grow apart, to an hour at most", () => {
  const waits = [1, 2, 5, 20].map((attempts) =>
    afterTrouble({ kind: "later", detail: "x" }, tried(attempts), after(1)),
  );
  expect(waits.map((wait) => wait.kind === "again" && wait.afterMs)).toEqual([
    2_000, 4_000, 32_000, 3_600_000,
  ]);
});

test("after seven days WhatsApp has it no more", () => {
  const end = { kind: "later", detail: "x" } as const;
  expect(afterTrouble(end, tried(20), after(166))).toMatchObject({ kind: "again" });
  expect(afterTrouble(end, tried(20), after(168))).toEqual({ kind: "failed", reason: "expired" });
});

test("what is too large or elsewhere is not tried again, what is gone only twice more", () => {
  expect(afterTrouble({ kind: "too_large" }, tried(1), after(1)).kind).toBe("failed");
  expect(afterTrouble({ kind: "refused_address" }, tried(1), after(1)).kind).toBe("failed");
  const gone = [1, 2, 3].map((attempts) => afterTrouble({ kind: "gone" }, tried(attempts), after(1)).kind);
  expect(gone).toEqual(["again", "again", "failed"]);
});

test("a full disk and a refused access are waited out", () => {
  for (const kind of ["no_room", "denied", "no_token"] as const)
    expect(afterTrouble({ kind }, tried(9), after(1))).toMatchObject({ kind: "again", reason: kind });
});

test("a kind may be as large as WhatsApp says, and larger once a person wants it, but never over 100 MB", () => {
  expect(["image", "audio", "video", "document"].map((kind) => mostBytes({ kind, isAsked: false }))).toEqual(
    [5, 16, 16, 100].map((megabytes) => megabytes * 1024 * 1024),
  );
  expect(mostBytes({ kind: "image", isAsked: true })).toBe(100 * 1024 * 1024);
  expect(afterTrouble({ kind: "too_large" }, tried(1), after(1))).toMatchObject({ reason: "too_large" });
  expect(afterTrouble({ kind: "too_large" }, tried(1, true), after(1))).toMatchObject({
    reason: "far_too_large",
  });
});

test("a reason no screen knows is told as WhatsApp out of reach", () => {
  expect(shownReason("waiting", "HTTP 503")).toBe("unreachable");
  expect(shownReason("failed", "gone")).toBe("gone");
  expect(shownReason("waiting", null)).toBeNull();
  expect(shownReason("fetched", "HTTP 503")).toBeNull();
});

test("it is asked for again as long as WhatsApp may have it", () => {
  const media = { isHere: false, isRevoked: false, reason: "gone", createdAt };
  expect(mayFetchAgain(media, true, after(1))).toEqual({ kind: "fetch" });
  expect(mayFetchAgain({ ...media, isHere: true }, true, after(1))).toEqual({ kind: "here" });
  expect(mayFetchAgain(media, true, after(168))).toEqual({ kind: "refused", why: "expired" });
  expect(mayFetchAgain(media, false, after(1))).toEqual({ kind: "refused", why: "no_token" });
  expect(mayFetchAgain({ ...media, isRevoked: true }, true, after(1))).toMatchObject({ why: "revoked" });
  expect(mayFetchAgain({ ...media, reason: "far_too_large" }, true, after(1))).toMatchObject({
    kind: "refused",
  });
});

test("a hash is the same in base64, without its padding, in hex and in capitals", () => {
  const hex = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const base64 = Buffer.from(hex, "hex").toString("base64");
  for (const announced of [hex, hex.toUpperCase(), base64, base64.replace("=", "")])
    expect(isHashOf(announced, hex)).toBe(true);
  expect(isHashOf("", hex)).toBe(false);
  expect(isHashOf(base64.replace("n", "m"), hex)).toBe(false);
});

test.each(["text/html", "image/svg+xml", "application/xml", "application/pdf", null])(
  "%s is only ever saved",
  (mime) => {
    expect(servedAs(mime)).toEqual({ type: "application/octet-stream", inline: false });
  },
);

test("a voice note plays where it is", () => {
  expect(servedAs("audio/ogg; codecs=opus")).toEqual({ type: "audio/ogg; codecs=opus", inline: true });
});

test.each([
  [undefined, { kind: "all" }],
  ["bytes=0-", { kind: "part", start: 0, end: 99 }],
  ["bytes=10-19", { kind: "part", start: 10, end: 19 }],
  ["bytes=90-200", { kind: "part", start: 90, end: 99 }],
  ["bytes=-5", { kind: "part", start: 95, end: 99 }],
  ["bytes=-500", { kind: "part", start: 0, end: 99 }],
  ["bytes=100-", { kind: "none" }],
  ["bytes=20-10", { kind: "none" }],
  ["bytes=-0", { kind: "none" }],
  ["bytes=0-1,5-6", { kind: "all" }],
  ["bytes=-", { kind: "all" }],
])("of 100 bytes, %s is %o", (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});
