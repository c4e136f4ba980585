/** Signed by the right secret, and no delivery, or one of something else: acknowledged, kept, told, in nobody's way. */
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { replayAllDead } from "../../server/intake/dead.ts";
import { change, entries, status, text } from "../deliveries.ts";
import { type Door, openDoor, shaOf } from "./door.ts";

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
beforeEach(() => door.fresh());
afterAll(() => door?.close());

const BODY = Buffer.from(entries(text("m1", "hello")));
const RECORDED = { outcome: "recorded", reason: null, times: 1 };

describe("signed, and no delivery", () => {
  test.each([
    ["nothing at all", ""],
    ["a space", " "],
    ["garbage", "not json"],
    ["half of one", BODY.subarray(0, 100)],
    ["one and a half", `${BODY}${BODY}`],
    ["null", "null"],
    ["a number", "17"],
    ["a string", '"entry"'],
    ["a list", "[]"],
    ["an empty object", "{}"],
    ["entries that are no list", '{"entry":{}}'],
    ["bytes that are no UTF-8", Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ["U+0000", "\u0000"],
    ["10,000 levels of nothing else", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    ["a million levels, never closed", "[".repeat(1_000_000)],
    ["an object of 10,000 levels", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
  ])(
    "%s: 200, kept, dead with a reason, holds nobody up; replayed twice it is dead once",
    async (_what, body) => {
      await door.deliver(body, BODY);
      const dead = { outcome: "dead", reason: expect.stringMatching(/\w{3}/), sha256: shaOf(body) };
      expect(await door.kept()).toMatchObject([dead, RECORDED]);
      expect(await door.message("m1")).toMatchObject({ body: "hello" });
      const before = await door.digest();
      for (let time = 0; time < 2; time += 1)
        expect(await replayAllDead(door.db, door.clock.now())).toMatchObject([{ outcome: "dead" }]);
      expect(await door.digest()).toBe(before);
      await door.deliver(body);
      expect(await door.kept()).toMatchObject([{ ...dead, times: 2 }, RECORDED]);
    },
  );

  const odd = (inner: string) =>
    `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"account_update","value":${inner}}]}]}`;

  test.each([
    ["duplicate keys", odd('{"event":"A","event":"B"}')],
    ["huge numbers", odd('{"a":1e400,"b":-1e-400,"c":123456789012345678901234567890,"d":0.1e308}')],
    [
      "__proto__ and constructor",
      odd('{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}},"toString":1}'),
    ],
    ["a key of U+0000 and half a surrogate pair", odd('{"a\\u0000\\ud800":"\\u0000\\udfff"}')],
    ["a value of 400 levels", odd(`${'{"a":'.repeat(400)}1${"}".repeat(400)}`)],
    [
      "another object",
      '{"object":"page","entry":[{"id":"1","time":1795000000,"messaging":[{"message":{"mid":"x"}}]}]}',
    ],
    ["an entry that is null", '{"entry":[null]}'],
    ["an entry without changes", '{"entry":[{"id":"1"}]}'],
    ["a change that is a word", '{"entry":[{"id":"1","changes":["x"]}]}'],
    ["a change without a value", '{"entry":[{"id":"1","changes":[{"field":"messages"}]}]}'],
    ["messages that are no objects", entries(change({ messages: [null, 7, "x", []] }))],
  ])("with %s: 200, recorded as something to be seen, once however often", async (_what, body) => {
    await door.deliver(body, BODY, body);
    expect(await door.kept()).toMatchObject([{ ...RECORDED, times: 2, sha256: shaOf(body) }, RECORDED]);
    const seen = await door.rows("notice");
    expect(seen.length).toBeGreaterThan(0);
    // The same in another wrapping is the same.
    await door.deliver(` ${body}`);
    expect(await door.rows("notice")).toHaveLength(seen.length);
    expect(({} as Record<string, unknown>).x ?? ({} as Record<string, unknown>).y).toBeUndefined();
  });

  test("a notice of 10,000 levels: 200, kept, recorded or dead with a reason", async () => {
    const body = odd(`${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`);
    await door.deliver(body, BODY);
    const [deep] = await door.kept();
    expect(deep?.outcome === "dead" ? deep.reason : (await door.rows("notice")).length).toBeTruthy();
    expect(await door.message("m1")).toMatchObject({ body: "hello" });
  });

  const long = randomBytes(6_000).toString("hex");
  test.each([
    ["message", entries(text(long, "x"))],
    ["person", entries(text("m2", "x", { bsuid: long }))],
    ["number", entries(change({ x: 1 }, "messages", long))],
    ["status", entries(status("m1", long))],
    ["field", entries(change({ x: 1 }, long))],
  ])(
    "an id of a %s ten times as long as any: 200, kept, recorded or dead with a reason, in nobody's way",
    async (_what, body) => {
      await door.deliver(body, BODY);
      const [odd, right] = await door.kept();
      expect(odd).toMatchObject({ sha256: shaOf(body) });
      if (odd?.outcome === "dead") expect(odd.reason).toMatch(/\w{3}/);
      expect(odd?.reason ?? "").not.toContain(long.slice(0, 20));
      expect(right).toMatchObject(RECORDED);
    },
  );

  test("an empty list of entries: kept, and not as if something had been said", async () => {
    await door.deliver('{"object":"whatsapp_business_account","entry":[]}');
    expect(await door.kept()).toMatchObject([{ outcome: "dead", reason: expect.any(String) }]);
  });
});
