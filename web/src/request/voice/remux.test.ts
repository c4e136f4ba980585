import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { decodeOggOpus } from "../message/ogg-opus.ts";
import { readOgg } from "../message/ogg-pages.ts";
import { checksum, samplesOf, secondsOf, writeOgg } from "./ogg-write.ts";
import { readWebm } from "./webm-opus.ts";

/** 2.5 s of Chromium's test tone, a beep each half second, recorded with a pause in it. */
const RECORDED = new Uint8Array(
  readFileSync(fileURLToPath(new URL("../../../../test/fixtures/voice/chromium.webm", import.meta.url))),
);

/** Byte by byte and bit by bit, as the standard writes it down: another road to the same sum. */
function slowChecksum(bytes: Uint8Array): number {
  let sum = 0n;
  for (const byte of bytes) {
    sum ^= BigInt(byte) << 24n;
    for (let bit = 0; bit < 8; bit++)
      sum = ((sum << 1n) ^ (sum & 0x80000000n ? 0x04c11db7n : 0n)) & 0xffffffffn;
  }
  return Number(sum);
}

/** Each page's own fields, with its sum as it is and as it must be. */
function pagesOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer);
  const pages: { flags: number; endAt: number; sequence: number; sum: number; expected: number }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const count = bytes[at + 26] ?? 0;
    const body = bytes.subarray(at + 27, at + 27 + count).reduce((sum, size) => sum + size, 0);
    const page = bytes.slice(at, at + 27 + count + body);
    page.fill(0, 22, 26);
    pages.push({
      flags: bytes[at + 5] ?? 0,
      endAt: Number(view.getBigUint64(at + 6, true)),
      sequence: view.getUint32(at + 18, true),
      sum: view.getUint32(at + 22, true),
      expected: slowChecksum(page),
    });
    at += 27 + count + body;
  }
  return pages;
}

test("a recording of Chromium's becomes an Ogg that is decoded to the same length, and is not silent", async () => {
  const recorded = readWebm(RECORDED);
  const ogg = writeOgg(recorded, 7);
  expect(readOgg(ogg).packets.map((packet) => [...packet])).toEqual(
    recorded.packets.map((packet) => [...packet]),
  );
  const { samples } = await decodeOggOpus(ogg);
  expect(secondsOf(recorded.packets)).toBeGreaterThan(2);
  expect(samples.length / 24_000).toBeCloseTo(secondsOf(recorded.packets), 2);
  expect(Math.max(...samples)).toBeGreaterThan(0.1);
});

test("it is mono, its pages are numbered and summed, and the last one says where the sound ends", () => {
  const recorded = readWebm(RECORDED);
  const ogg = writeOgg(recorded, 7);
  expect(recorded.head[9]).toBe(1);
  const pages = pagesOf(ogg);
  expect(pages.map(({ sequence }) => sequence)).toEqual(pages.map((_, place) => place));
  expect(pages.map(({ sum }) => sum)).toEqual(pages.map(({ expected }) => expected));
  expect(pages.map(({ flags }) => flags)).toEqual([2, 0, ...pages.slice(3).map(() => 0), 4]);
  expect(pages.at(-1)?.endAt).toBe(Math.round(secondsOf(recorded.packets) * 48_000));
  expect(pages.slice(0, 2).map(({ endAt }) => endAt)).toEqual([0, 0]);
});

test("a long note has a page a second, each ending where the sound stands", () => {
  const { head, packets } = readWebm(RECORDED);
  const long = Array.from({ length: 20 }, () => packets).flat();
  const pages = pagesOf(writeOgg({ head, packets: long }, 1));
  const ends = pages.slice(2).map(({ endAt }) => endAt);
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  expect(pages.length).toBeGreaterThan(secondsOf(long) / 1.2);
});

test("a packet as long as whole pieces is ended by an empty one", () => {
  const { head } = readWebm(RECORDED);
  const packets = [new Uint8Array(510).fill(0xf8), new Uint8Array(3).fill(0xf8)];
  expect(readOgg(writeOgg({ head, packets }, 1)).packets.map(({ length }) => length)).toEqual([510, 3]);
});

test("what breaks off in the middle of a packet is read as far as its whole ones go", () => {
  const whole = readWebm(RECORDED).packets;
  const broken = readWebm(RECORDED.subarray(0, Math.floor(RECORDED.length / 2))).packets;
  expect(broken.length).toBeGreaterThan(0);
  expect(broken).toEqual(whole.slice(0, broken.length));
  expect(broken.length).toBeLessThan(whole.length);
});

test.each([
  ["nothing", new Uint8Array()],
  ["an Ogg", writeOgg(readWebm(RECORDED), 1)],
  ["noise", Uint8Array.from({ length: 500 }, (_, n) => (n * 7919) & 0xff)],
])("%s is no WebM with Opus", (_, bytes) => {
  expect(() => readWebm(bytes)).toThrow("no Opus");
});

test.each([
  [[0b00000000], 480],
  [[0b00011000], 2880],
  [[0b11111000], 960],
  [[0b10000001], 240],
  [[0b11111011, 3], 2880],
])("a packet beginning with %j lasts %i samples", (bytes, samples) => {
  expect(samplesOf(Uint8Array.from(bytes))).toBe(samples);
});

test("the sum is that of the standard", () => {
  expect(checksum(Uint8Array.from([0x4f, 0x67, 0x67, 0x53]))).toBe(
    slowChecksum(Uint8Array.from([0x4f, 0x67, 0x67, 0x53])),
  );
});
