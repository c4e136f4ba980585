import { expect, test } from "vitest";
import { afterTrouble, rangeOf, servedAs } from "./media-rules.ts";

const createdAt = new Date("2026-03-02T09:00:00Z");
const after = (hours: number) => new Date(createdAt.getTime() + hours * 3_600_000);

test("tries grow apart, to an hour at most", () => {
  const waits = [1, 2, 5, 20].map((attempts) =>
    afterTrouble({ kind: "later", detail: "x" }, { attempts, createdAt }, after(1)),
  );
  expect(waits.map((wait) => wait.kind === "again" && wait.afterMs)).toEqual([
    2_000, 4_000, 32_000, 3_600_000,
  ]);
});

test("after seven days WhatsApp has it no more", () => {
  const end = { kind: "later", detail: "x" } as const;
  expect(afterTrouble(end, { attempts: 20, createdAt }, after(166))).toMatchObject({ kind: "again" });
  expect(afterTrouble(end, { attempts: 20, createdAt }, after(168))).toEqual({
    kind: "failed",
    reason: "expired",
  });
});

test("what is gone, too large or elsewhere is not tried again", () => {
  const media = { attempts: 1, createdAt };
  expect(afterTrouble({ kind: "gone", detail: "" }, media, after(1)).kind).toBe("failed");
  expect(afterTrouble({ kind: "too_large" }, media, after(1)).kind).toBe("failed");
  expect(afterTrouble({ kind: "refused", detail: "" }, media, after(1)).kind).toBe("failed");
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
