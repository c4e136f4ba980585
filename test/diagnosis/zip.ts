/** Writes small zips for tests: as phones do, and as they should not be. */
import { crc32, deflateRawSync } from "node:zlib";
import type { ByteSource } from "../../shared/diagnosis/archive/byte-source.ts";

export type ZipFile = {
  name: string;
  body: Uint8Array | string;
  stored?: boolean;
  /** Bits of the general purpose flag; UTF-8 where nothing is said. */
  flags?: number;
  method?: number;
  /** What the directory says instead of the truth. */
  claims?: { size?: number; crc?: number };
  isZip64?: boolean;
};

export function zipOf(files: readonly ZipFile[], comment = ""): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const body = typeof file.body === "string" ? new TextEncoder().encode(file.body) : file.body;
    const name = new TextEncoder().encode(file.name);
    const packed = file.stored ? body : deflateRawSync(body);
    const size = file.claims?.size ?? body.length;
    const head = new DataView(new ArrayBuffer(26));
    head.setUint16(0, 20, true);
    head.setUint16(2, file.flags ?? 0x800, true);
    head.setUint16(4, file.method ?? (file.stored ? 0 : 8), true);
    head.setUint16(6, (9 << 11) | (13 << 5), true);
    head.setUint16(8, ((2026 - 1980) << 9) | (7 << 5) | 14, true);
    head.setUint32(10, file.claims?.crc ?? crc32(body), true);
    head.setUint32(14, file.isZip64 ? 0xffffffff : packed.length, true);
    head.setUint32(18, file.isZip64 ? 0xffffffff : size, true);
    head.setUint16(22, name.length, true);
    const extra = new DataView(new ArrayBuffer(file.isZip64 ? 28 : 0));
    if (file.isZip64) {
      extra.setUint16(0, 1, true);
      extra.setUint16(2, 24, true);
      extra.setBigUint64(4, BigInt(size), true);
      extra.setBigUint64(12, BigInt(packed.length), true);
      extra.setBigUint64(20, BigInt(offset), true);
    }
    // The local header has a field of its own length, so the directory's lengths cannot stand in for it.
    const localExtra = new Uint8Array([0xfe, 0xca, 1, 0, 7]);
    const localHead = new DataView(head.buffer.slice(0));
    localHead.setUint16(24, localExtra.length, true);
    const local = joined([number(0x04034b50), bytes(localHead), name, localExtra, packed]);
    const rest = new DataView(new ArrayBuffer(14));
    rest.setUint32(10, file.isZip64 ? 0xffffffff : offset, true);
    head.setUint16(24, extra.byteLength, true);
    directory.push(
      joined([number(0x02014b50), new Uint8Array([20, 3]), bytes(head), bytes(rest), name, bytes(extra)]),
    );
    parts.push(local);
    offset += local.length;
  }
  const table = joined(directory);
  const isZip64 = files.some((file) => file.isZip64);
  const end = new DataView(new ArrayBuffer(18));
  end.setUint16(4, files.length, true);
  end.setUint16(6, files.length, true);
  end.setUint32(8, isZip64 ? 0xffffffff : table.length, true);
  end.setUint32(12, isZip64 ? 0xffffffff : offset, true);
  end.setUint16(16, comment.length, true);
  const wide = isZip64 ? wideEnd(files.length, table.length, offset) : [];
  return joined([
    ...[...parts, table, ...wide, number(0x06054b50), bytes(end)],
    new TextEncoder().encode(comment),
  ]);
}

export function sourceOf(body: Uint8Array | string, name: string): ByteSource {
  const all = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return {
    name,
    size: all.length,
    modifiedAt: null,
    read: async (start, length) => new Uint8Array(all.subarray(start, start + length)),
  };
}

function wideEnd(count: number, size: number, start: number): Uint8Array[] {
  const end = new DataView(new ArrayBuffer(52));
  end.setBigUint64(0, 44n, true);
  end.setBigUint64(20, BigInt(count), true);
  end.setBigUint64(28, BigInt(count), true);
  end.setBigUint64(36, BigInt(size), true);
  end.setBigUint64(44, BigInt(start), true);
  const locator = new DataView(new ArrayBuffer(16));
  locator.setBigUint64(4, BigInt(start + size), true);
  locator.setUint32(12, 1, true);
  return [number(0x06064b50), bytes(end), number(0x07064b50), bytes(locator)];
}

function number(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value, true);
  return bytes(view);
}

function bytes(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
