import { expect, test } from "vitest";
import { readOgg } from "./ogg-pages.ts";

const HEAD = Uint8Array.from([...Buffer.from("OpusHead"), 1, 1, 0x38, 0x01, 0x80, 0x3e, 0, 0, 0, 0, 0]);
const TAGS = Uint8Array.from(Buffer.from("OpusTags"));

/** One page with these piece sizes, as an encoder would cut them. */
function page(sizes: readonly number[], body: Uint8Array, more: { endAt?: number; isLast?: boolean } = {}) {
  const header = Buffer.alloc(27);
  header.write("OggS");
  header[5] = more.isLast ? 4 : 0;
  header.writeBigInt64LE(BigInt(more.endAt ?? 0), 6);
  header[26] = sizes.length;
  return Buffer.concat([header, Uint8Array.from(sizes), body]);
}
const start = [page([HEAD.length], HEAD), page([TAGS.length], TAGS)];
const filled = (length: number, value: number) => new Uint8Array(length).fill(value);

test("packets come out whole, with what to skip and where the sound ends", () => {
  const sound = page([3, 2], Uint8Array.from([1, 1, 1, 2, 2]), { endAt: 960, isLast: true });
  const { packets, preSkip, endAt } = readOgg(Buffer.concat([...start, sound]));
  expect(packets.map((packet) => [...packet])).toEqual([
    [1, 1, 1],
    [2, 2],
  ]);
  expect({ preSkip, endAt }).toEqual({ preSkip: 312, endAt: 960 });
});

test("a packet longer than a piece, and one over the end of a page, are joined", () => {
  const one = page([255, 45, 255], Buffer.concat([filled(300, 1), filled(255, 2)]));
  const two = page([10], filled(10, 2), { isLast: true, endAt: 1 });
  const { packets } = readOgg(Buffer.concat([...start, one, two]));
  expect(packets.map(({ length }) => length)).toEqual([300, 265]);
});

test("what breaks off is read as far as it goes", () => {
  const whole = Buffer.concat([...start, page([3], filled(3, 1)), page([200], filled(200, 2))]);
  const { packets, endAt } = readOgg(whole.subarray(0, whole.length - 100));
  expect(packets.length).toBe(1);
  expect(endAt).toBeNull();
});

test.each([
  ["nothing", ""],
  ["a page of words", "OggSomething else"],
  ["a picture", "\xff\xd8\xff"],
])("%s is no Ogg Opus", (_, text) => {
  expect(() => readOgg(Buffer.from(text, "latin1"))).toThrow("no Opus");
});
