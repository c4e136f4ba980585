/** The packets of an Ogg Opus file (RFC 3533 and 7845). Pure. */

export type OggOpus = {
  packets: Uint8Array[];
  /** Samples at 48 kHz that are only there to warm the decoder up. */
  preSkip: number;
  /** Where the sound ends, in samples at 48 kHz from the first one decoded; null when it is not told. */
  endAt: number | null;
};

const PAGE_HEADER = 27;
const FULL = 255;
const LAST_PAGE = 4;

/** Throws when it is something else. A file that breaks off in the middle is read as far as it goes. */
export function readOgg(bytes: Uint8Array): OggOpus {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packets: Uint8Array[] = [];
  let parts: Uint8Array[] = [];
  let endAt: number | null = null;
  let at = 0;
  while (at + PAGE_HEADER <= bytes.length && letters(bytes, at, 4) === "OggS") {
    const count = bytes[at + 26] ?? 0;
    const sizes = bytes.subarray(at + PAGE_HEADER, at + PAGE_HEADER + count);
    if (((bytes[at + 5] ?? 0) & LAST_PAGE) !== 0) endAt = Number(view.getBigInt64(at + 6, true));
    let body = at + PAGE_HEADER + count;
    for (const size of sizes) {
      // Half a packet is only noise.
      if (body + size > bytes.length) break;
      parts.push(bytes.subarray(body, body + size));
      body += size;
      // A packet goes on as long as its pieces are full, also over the end of a page.
      if (size < FULL) {
        packets.push(joined(parts));
        parts = [];
      }
    }
    at = body;
  }
  const [head, , ...sound] = packets;
  if (!head || letters(head, 0, 8) !== "OpusHead") throw new Error("no Opus in an Ogg");
  const preSkip = (head[10] ?? 0) | ((head[11] ?? 0) << 8);
  return { packets: sound.filter(({ length }) => length > 0), preSkip, endAt };
}

const letters = (bytes: Uint8Array, from: number, count: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + count));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
