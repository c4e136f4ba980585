/** One file of a zip, unpacked as it is read: memory does not grow with its size, whatever it claims. Pure. */
import { ArchiveError } from "./archive-error.ts";
import type { ByteSource, Bytes } from "./byte-source.ts";
import { exactly, type ZipEntry } from "./zip-directory.ts";

/** Some inflaters hand on all that one piece grows to at once: a thousandfold of this is still little. */
const PIECE = 16 * 1024;
const BLOCK = 1024 * 1024;
const LOCAL = 0x04034b50;

/** @throws ArchiveError `encrypted`, `unsupported`, `damaged`, or `too_large` over `most` bytes */
export async function* bytesOfEntry(
  source: ByteSource,
  entry: ZipEntry,
  most: number,
): AsyncGenerator<Bytes> {
  if (entry.isEncrypted || entry.method === 99) throw new ArchiveError("encrypted");
  if (entry.method !== 0 && entry.method !== 8) throw new ArchiveError("unsupported");
  if (entry.size > most) throw new ArchiveError("too_large");
  const local = await exactly(source, entry.offset, 30);
  const view = new DataView(local.buffer, local.byteOffset, local.byteLength);
  if (view.getUint32(0, true) !== LOCAL) throw new ArchiveError("damaged");
  const start = entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = piecesOf(source, start, entry.packedSize);
  let size = 0;
  let sum = 0xffffffff;
  for await (const bytes of entry.method === 0 ? packed : inflated(packed)) {
    size += bytes.length;
    if (size > entry.size) throw new ArchiveError("damaged");
    sum = crcOver(sum, bytes);
    yield bytes;
  }
  if (size !== entry.size || (sum ^ 0xffffffff) >>> 0 !== entry.crc) throw new ArchiveError("damaged");
}

/** The bytes of a range in small pieces. */
export async function* piecesOf(source: ByteSource, start: number, length: number): AsyncGenerator<Bytes> {
  if (start + length > source.size) throw new ArchiveError("damaged");
  for (let at = 0; at < length; at += BLOCK) {
    const block = await exactly(source, start + at, Math.min(BLOCK, length - at));
    for (let from = 0; from < block.length; from += PIECE) yield block.subarray(from, from + PIECE);
  }
}

async function* inflated(packed: AsyncGenerator<Bytes>): AsyncGenerator<Bytes> {
  const input = new ReadableStream<Bytes>({
    async pull(controller) {
      const next = await packed.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
  const reader = input.pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError("damaged");
  } finally {
    // Whoever stops early leaves nothing running.
    await reader.cancel().catch(() => {});
  }
}

const CRC = new Uint32Array(256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  CRC[byte] = value;
}

function crcOver(before: number, bytes: Bytes): number {
  let sum = before;
  for (let at = 0; at < bytes.length; at += 1) sum = (sum >>> 8) ^ (CRC[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return sum;
}
