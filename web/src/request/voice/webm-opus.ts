/** The Opus packets of a WebM recording, as Chromium and Firefox make them: one track, no lacing. Pure. */
import { type Element, elementsOf, readNumber } from "./ebml.ts";

export type OpusPackets = {
  /** What the decoder must know, an "OpusHead" as Ogg has it too. */
  head: Uint8Array;
  packets: Uint8Array[];
};

const SEGMENT = 0x18_53_80_67;
const TRACKS = 0x16_54_ae_6b;
const TRACK = 0xae;
const TRACK_NUMBER = 0xd7;
const CODEC = 0x86;
const CODEC_PRIVATE = 0x63_a2;
const CLUSTER = 0x1f_43_b6_75;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
const MASTERS = new Set([SEGMENT, TRACKS, CLUSTER, BLOCK_GROUP]);
const LACING = 0x06;

/** Throws when there is no Opus in it. */
export function readWebm(bytes: Uint8Array): OpusPackets {
  const found: Found = { track: null, packets: [] };
  walk(bytes, 0, bytes.length, found);
  if (!found.track) throw new Error("no Opus in a WebM");
  return { head: found.track.head, packets: found.packets };
}

type Found = { track: { number: number; head: Uint8Array } | null; packets: Uint8Array[] };

/**
 * Clusters of a live recording have no size, so that the next one seems to lie within: going down into each finds the
 * blocks in their order all the same.
 */
function walk(bytes: Uint8Array, start: number, end: number, found: Found): void {
  const open = [{ start, end }];
  for (let place = open.pop(); place; place = open.pop()) {
    for (const element of elementsOf(bytes, place.start, place.end)) {
      if (MASTERS.has(element.id)) {
        if (!element.isUnknown) open.push({ start: element.end, end: place.end });
        open.push(element);
        break;
      }
      if (element.id === TRACK) found.track ??= trackOf(bytes, element);
      if (element.id === SIMPLE_BLOCK || element.id === BLOCK) takeBlock(bytes, element, found);
    }
  }
}

function trackOf(bytes: Uint8Array, track: Element): Found["track"] {
  let number = 1;
  let codec = "";
  let head: Uint8Array | null = null;
  for (const { id, start, end } of elementsOf(bytes, track.start, track.end)) {
    const content = bytes.subarray(start, end);
    if (id === TRACK_NUMBER) number = content.reduce((sum, byte) => sum * 256 + byte, 0);
    if (id === CODEC) codec = String.fromCharCode(...content);
    if (id === CODEC_PRIVATE) head = content;
  }
  return codec === "A_OPUS" && head ? { number, head } : null;
}

/** Track number, two bytes of time, flags, and then the packet itself. */
function takeBlock(bytes: Uint8Array, { start, end, isCut }: Element, found: Found): void {
  // Half a packet is only noise.
  if (isCut) return;
  const number = readNumber(bytes, start, end, true);
  if (!found.track || number?.value !== found.track.number) return;
  const flagsAt = start + number.length + 2;
  if (((bytes[flagsAt] ?? 0) & LACING) !== 0) throw new Error("laced blocks");
  if (flagsAt + 1 < end) found.packets.push(bytes.subarray(flagsAt + 1, end));
}
