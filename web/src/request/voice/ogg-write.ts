/** Opus packets as an Ogg file (RFC 3533 and 7845): what WhatsApp takes for a voice note. Pure. */
import type { OpusPackets } from "./webm-opus.ts";

const FIRST_PAGE = 2;
const LAST_PAGE = 4;
const PAGE_HEADER = 27;
const MOST_PIECES = 255;
const PIECE = 255;
/** Samples at 48 kHz: about a second a page, so that one can seek in it. */
const PAGE_SAMPLES = 48_000;

export function writeOgg({ head, packets }: OpusPackets, serial: number): Uint8Array<ArrayBuffer> {
  const preSkip = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
  const pages = [
    pageOf({ serial, sequence: 0, flags: FIRST_PAGE, endAt: 0, packets: [head] }),
    pageOf({ serial, sequence: 1, flags: 0, endAt: 0, packets: [TAGS] }),
  ];
  let waiting: Uint8Array[] = [];
  let pieces = 0;
  let samples = 0;
  let pageSamples = 0;
  packets.forEach((packet, place) => {
    const length = samplesOf(packet);
    const needs = Math.floor(packet.length / PIECE) + 1;
    if (waiting.length > 0 && (pieces + needs > MOST_PIECES || pageSamples >= PAGE_SAMPLES)) {
      pages.push(pageOf({ serial, sequence: pages.length, flags: 0, endAt: samples, packets: waiting }));
      waiting = [];
      pieces = 0;
      pageSamples = 0;
    }
    waiting.push(packet);
    pieces += needs;
    samples += length;
    pageSamples += length;
    if (place < packets.length - 1) return;
    // The end may not lie before the sound begins, however short it is.
    const endAt = Math.max(samples, preSkip);
    pages.push(pageOf({ serial, sequence: pages.length, flags: LAST_PAGE, endAt, packets: waiting }));
  });
  return joined(pages);
}

/** How long a packet sounds, in samples at 48 kHz, by its first byte (RFC 6716, 3.1). */
export function samplesOf(packet: Uint8Array): number {
  const first = packet[0] ?? 0;
  const config = first >> 3;
  const frame =
    config < 12
      ? ([480, 960, 1920, 2880][config & 3] ?? 0)
      : config < 16
        ? ([480, 960][config & 1] ?? 0)
        : ([120, 240, 480, 960][config & 3] ?? 0);
  const count = first & 3;
  const frames = count === 0 ? 1 : count === 3 ? (packet[1] ?? 0) & 0x3f : 2;
  return frame * frames;
}

/** How long the sound is in seconds. */
export const secondsOf = (packets: readonly Uint8Array[]): number =>
  packets.reduce((sum, packet) => sum + samplesOf(packet), 0) / 48_000;

const TAGS = Uint8Array.from([
  ...new TextEncoder().encode("OpusTags"),
  ...[5, 0, 0, 0],
  ...new TextEncoder().encode("Baton"),
  ...[0, 0, 0, 0],
]);

type Page = { serial: number; sequence: number; flags: number; endAt: number; packets: Uint8Array[] };

function pageOf({ serial, sequence, flags, endAt, packets }: Page): Uint8Array {
  const sizes = packets.flatMap((packet) => [
    ...Array.from({ length: Math.floor(packet.length / PIECE) }, () => PIECE),
    packet.length % PIECE,
  ]);
  const head = new Uint8Array(PAGE_HEADER + sizes.length);
  const view = new DataView(head.buffer);
  head.set(new TextEncoder().encode("OggS"));
  head[5] = flags;
  view.setBigUint64(6, BigInt(endAt), true);
  view.setUint32(14, serial, true);
  view.setUint32(18, sequence, true);
  head[26] = sizes.length;
  head.set(sizes, PAGE_HEADER);
  const page = joined([head, ...packets]);
  new DataView(page.buffer).setUint32(22, checksum(page), true);
  return page;
}

/** Ogg's own: 32 bits, highest first, neither begun nor ended with ones. */
const STEPS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24;
  for (let bit = 0; bit < 8; bit++) rest = rest < 0 ? (rest << 1) ^ 0x04_c1_1d_b7 : rest << 1;
  return rest >>> 0;
});

export function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (STEPS[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
