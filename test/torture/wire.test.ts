/** What can happen on the wire: who signed it, how it is wrapped, how it breaks. The answer, and what is kept of it. */
import { createHmac } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listDeadDeliveries } from "../../server/intake/dead.ts";
import { MOST_BODY_BYTES } from "../../server/intake/take-post.ts";
import { WEBHOOK_PATH } from "../../server/intake/webhook.ts";
import { ANA, AT, entries, text } from "../deliveries.ts";
import { signatureOf } from "../webhook-load.ts";
import { type Answer, type Door, escaped, OTHER_SECRET, openDoor, SECRET, shaOf } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const BODY = Buffer.from(entries(text("m1", "hello")));
const RECORDED = { outcome: "recorded", reason: null, times: 1 };
const right = signatureOf(BODY, SECRET);
const sha1 = `sha1=${createHmac("sha1", SECRET).update(BODY).digest("hex")}`;

/** Nothing of what was refused is anywhere, and the door still works. */
async function nothingKept() {
  expect(await door.kept()).toEqual([]);
  expect(await door.rows("message")).toEqual([]);
  await door.deliver(BODY);
  expect(await door.kept()).toMatchObject([{ ...RECORDED, sha256: shaOf(BODY) }]);
}

describe("signature", () => {
  test("the right one: 200 with nothing in it, kept, recorded", async () => {
    expect(await door.post(BODY)).toMatchObject({ status: 200, text: "" });
    await door.recorder.idle();
    expect(await door.kept()).toEqual([{ ...RECORDED, sha256: shaOf(BODY) }]);
    expect(await door.message("m1")).toMatchObject({ body: "hello", came_by: "webhook", triage: "waiting" });
  });

  test.each<[string, Record<string, string | string[] | null>]>([
    ["missing", { "x-hub-signature-256": null }],
    ["empty", { "x-hub-signature-256": "" }],
    ["of another secret", { "x-hub-signature-256": signatureOf(BODY, "not ours") }],
    ["of another body", { "x-hub-signature-256": signatureOf(Buffer.from("x"), SECRET) }],
    ["one digit short", { "x-hub-signature-256": right.slice(0, -1) }],
    ["one digit long", { "x-hub-signature-256": `${right}0` }],
    ["in upper case", { "x-hub-signature-256": `sha256=${right.slice(7).toUpperCase()}` }],
    ["with its name in upper case", { "x-hub-signature-256": right.replace("sha256", "SHA256") }],
    ["without its name", { "x-hub-signature-256": right.slice(7) }],
    ["SHA-1 only", { "x-hub-signature-256": null, "x-hub-signature": sha1 }],
    ["SHA-1 in the place of SHA-256", { "x-hub-signature-256": sha1 }],
    ["sent twice, the right one first", { "x-hub-signature-256": [right, signatureOf(BODY, "not ours")] }],
    ["sent twice, both right", { "x-hub-signature-256": [right, right] }],
    ["two in one header", { "x-hub-signature-256": `${right},${right}` }],
  ])("%s: 401, nothing kept", async (_which, headers) => {
    expect(await door.post(BODY, { headers })).toMatchObject({
      status: 401,
      text: expect.stringContaining("bad_signature"),
    });
    await nothingKept();
  });

  test("of the other known secret while one is being changed: 200, recorded", async () => {
    const headers = { "x-hub-signature-256": signatureOf(BODY, OTHER_SECRET) };
    expect((await door.post(BODY, { headers })).status).toBe(200);
    expect((await door.post(entries(text("m2", "x")))).status).toBe(200);
    await door.recorder.idle();
    expect(await door.kept()).toMatchObject([RECORDED, RECORDED]);
  });

  test("is over the bytes: non-ASCII as \\uXXXX and as UTF-8 are two bodies and one message", async () => {
    const words = "Müller: «¿mañana?» 👩‍🔧 مرحبا";
    const utf8 = entries(text("m1", words));
    expect(escaped(utf8)).not.toBe(utf8);
    for (const one of [escaped(utf8), utf8])
      expect((await door.post(one)).status, one.slice(0, 20)).toBe(200);
    await door.recorder.idle();
    expect(await door.kept()).toMatchObject([
      { sha256: shaOf(escaped(utf8)), outcome: "recorded" },
      { sha256: shaOf(utf8), outcome: "recorded" },
    ]);
    expect(await door.rows("message")).toHaveLength(1);
    expect(await door.message("m1")).toMatchObject({ body: words });
    // Signed in the one form and sent in the other, it is another body.
    const mixed = { "x-hub-signature-256": signatureOf(Buffer.from(utf8), SECRET) };
    expect((await door.post(escaped(utf8), { headers: mixed })).status).toBe(401);
  });
});

describe("size", () => {
  /** A delivery of exactly so many bytes. */
  const ofSize = (bytes: number) => {
    const bare = entries(text("big", ""));
    return bare.replace('"body":""', `"body":"${"a".repeat(bytes - bare.length)}"`);
  };

  test("3 MiB: 200, recorded whole", async () => {
    const body = ofSize(MOST_BODY_BYTES);
    expect(body).toHaveLength(MOST_BODY_BYTES);
    await door.deliver(body);
    expect(await door.kept()).toEqual([{ ...RECORDED, sha256: shaOf(body) }]);
    expect(String((await door.message("big"))?.body).length).toBeGreaterThan(3_000_000);
  });

  test.each([false, true])("one byte more (chunked: %s): 413, nothing kept", async (isChunked) => {
    expect(await door.post(ofSize(MOST_BODY_BYTES + 1), { isChunked })).toMatchObject({
      status: 413,
      text: expect.stringContaining("too_large"),
    });
    await nothingKept();
  });

  test("gzip that would unpack to more than 3 MiB: never unpacked, kept as it was signed or refused", async () => {
    const body = gzipSync(ofSize(40 * 1024 * 1024));
    await isTruthful(body, await door.post(body, { headers: { "content-encoding": "gzip" } }));
  });
});

/** A 200 means kept as it was signed and nothing else does: whatever a wrapping nobody uses is answered with. */
async function isTruthful(signed: Buffer, { status }: Answer) {
  await door.recorder.idle();
  const kept = await door.kept();
  if (status === 200) expect(kept).toMatchObject([{ sha256: shaOf(signed), times: 1 }]);
  else {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(kept).toEqual([]);
  }
}

describe("wrapping", () => {
  const packed = gzipSync(BODY);

  test.each([
    ["gzip, the signature over what is inside", packed, BODY, "gzip"],
    ["gzip, the signature over the packed bytes", packed, packed, "gzip"],
    ["said to be gzip and is not", BODY, BODY, "gzip"],
    ["gzip cut short", packed.subarray(0, 90), BODY, "gzip"],
    ["of an encoding nobody knows", BODY, BODY, "rot13"],
  ])(
    "%s (Meta packs nothing): kept as signed with 200, or refused and not kept",
    async (_how, sent, signed, encoding) => {
      const headers = { "content-encoding": encoding, "x-hub-signature-256": signatureOf(signed, SECRET) };
      await isTruthful(signed, await door.post(sent, { headers }));
    },
  );

  test("content-encoding: identity: 200, recorded", async () => {
    expect((await door.post(BODY, { headers: { "content-encoding": "identity" } })).status).toBe(200);
    await door.recorder.idle();
    expect(await door.kept()).toMatchObject([RECORDED]);
  });

  test("chunked, without content-length: 200, byte for byte", async () => {
    const body = entries(text("m1", "ä".repeat(500)));
    expect((await door.post(body, { isChunked: true })).status).toBe(200);
    await door.recorder.idle();
    expect(await door.kept()).toEqual([{ ...RECORDED, sha256: shaOf(body) }]);
  });

  test.each([
    null,
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/json; charset=utf-8",
    "application/json; charset=latin1",
    "APPLICATION/JSON",
  ])("content-type %j: the signature counts, not what it is called: 200, recorded", async (type) => {
    expect(await door.post(BODY, { headers: { "content-type": type } })).toMatchObject({ status: 200 });
    await door.recorder.idle();
    expect(await door.kept()).toEqual([{ ...RECORDED, sha256: shaOf(BODY) }]);
    expect(await door.message("m1")).toMatchObject({ body: "hello" });
  });

  test.each(["", "nonsense", "nonsense/;;=", "application/json, application/json"])(
    "content-type %j, which is none: kept with 200, or refused and not kept",
    async (type) => {
      await isTruthful(BODY, await door.post(BODY, { headers: { "content-type": type } }));
    },
  );
});

describe("connection", () => {
  const head = (length: number, more = "") =>
    `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nconnection: close\r\n` +
    `x-hub-signature-256: ${right}\r\ncontent-length: ${length}\r\n${more}\r\n`;

  test("cut in the middle of the body, a hundred times: nothing kept, the next one is taken", async () => {
    const half = BODY.subarray(0, BODY.length / 2);
    await Promise.all(
      Array.from({ length: 100 }, () => door.raw([head(BODY.length), half], { isCut: true })),
    );
    await nothingKept();
  });

  test("cut after the body and before the answer: kept, and once with the repeat", async () => {
    await door.raw([head(BODY.length), BODY], { pauseMs: 20, isCut: true });
    await expect.poll(() => door.kept()).toHaveLength(1);
    await door.deliver(BODY);
    expect(await door.kept()).toMatchObject([{ ...RECORDED, times: 2 }]);
    expect(await door.rows("message")).toHaveLength(1);
  });

  test("a length that promises less than comes: refused, nothing kept", async () => {
    expect(await door.raw([head(BODY.length - 1), BODY])).toMatch(/^HTTP\/1.1 40[01] /);
    await nothingKept();
  });

  test("a slow sender, a few bytes at a time: 200, and others meanwhile do not wait", async () => {
    const pieces = Array.from({ length: 20 }, (_, n) =>
      BODY.subarray((BODY.length * n) / 20, (BODY.length * (n + 1)) / 20),
    );
    const slow = door.raw([head(BODY.length), ...pieces], { pauseMs: 50 });
    let isOver = false;
    void slow.then(() => {
      isOver = true;
    });
    expect((await door.post(entries(text("m2", "fast")))).status).toBe(200);
    expect(isOver).toBe(false);
    expect(await slow).toMatch(/^HTTP\/1.1 200 /);
    await door.recorder.idle();
    expect(await door.message("m1")).toMatchObject({ body: "hello" });
    expect(await door.message("m2")).toMatchObject({ body: "fast" });
  });

  test("that asks before it sends (expect: 100-continue): told to go on, then 200", async () => {
    const answer = await door.raw([head(BODY.length, "expect: 100-continue\r\n"), BODY]);
    expect(answer).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 /);
    await door.recorder.idle();
    expect(await door.kept()).toMatchObject([RECORDED]);
  });
});

describe("at once", () => {
  test("a hundred deliveries: a hundred 200s, a hundred messages, none dead", async () => {
    const bodies = Array.from({ length: 100 }, (_, n) => entries(text(`m${n}`, `text ${n}`, ANA, AT + n)));
    const answers = await Promise.all(bodies.map((body) => door.post(body)));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
    await door.recorder.idle();
    expect((await door.kept()).map(({ sha256 }) => sha256).sort()).toEqual(bodies.map(shaOf).sort());
    expect(await listDeadDeliveries(door.db)).toEqual([]);
    expect((await door.thread("m0")).messages.map(({ text }) => text)).toEqual(
      bodies.map((_, n) => `text ${n}`),
    );
  });

  test("the same body ten times: ten 200s, one delivery that counts ten, one message", async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => door.post(BODY)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await door.recorder.idle();
    expect(await door.kept()).toEqual([{ ...RECORDED, times: 10, sha256: shaOf(BODY) }]);
    expect(await door.rows("message")).toHaveLength(1);
    expect(await door.rows("contact")).toHaveLength(1);
  });
});
