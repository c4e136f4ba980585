/** The table of contents at the end of a zip, zip64 included. Nothing is unpacked here. Pure. */
import { ArchiveError } from "./archive-error.ts";
import type { ByteSource, Bytes } from "./byte-source.ts";

export type ZipEntry = {
  name: string;
  /** 0 stored, 8 deflated. */
  method: number;
  isEncrypted: boolean;
  crc: number;
  packedSize: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
  modifiedAt: Date | null;
};

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 64 * 1024 * 1024;
const MOST_ENTRIES = 500_000;
const IN_ZIP64 = 0xffffffff;

export function isZip(head: Uint8Array): boolean {
  const kind = `${head[2]},${head[3]}`;
  return head[0] === 0x50 && head[1] === 0x4b && (kind === "3,4" || kind === "5,6" || kind === "7,8");
}

/** @throws ArchiveError `damaged`, `unsupported` or `too_large` */
export async function readZipDirectory(source: ByteSource): Promise<ZipEntry[]> {
  const place = await placeOfDirectory(source);
  if (place.count > MOST_ENTRIES || place.size > LARGEST_DIRECTORY) throw new ArchiveError("too_large");
  const bytes = await exactly(source, place.start, place.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY) {
    const lengths = [
      view.getUint16(at + 28, true),
      view.getUint16(at + 30, true),
      view.getUint16(at + 32, true),
    ];
    const [name = 0, extra = 0, comment = 0] = lengths;
    const end = at + 46 + name + extra + comment;
    if (end > bytes.length) throw new ArchiveError("damaged");
    entries.push(entryAt(bytes, view, at, name, extra, place.shift));
    at = end;
  }
  if (entries.length < place.count) throw new ArchiveError("damaged");
  return entries;
}

/** @throws ArchiveError `damaged` when there are fewer */
export async function exactly(source: ByteSource, start: number, length: number): Promise<Bytes> {
  if (start < 0 || length < 0 || start + length > source.size) throw new ArchiveError("damaged");
  const bytes = await source.read(start, length);
  if (bytes.length !== length) throw new ArchiveError("damaged");
  return bytes;
}

type Place = { start: number; size: number; count: number; shift: number };

async function placeOfDirectory(source: ByteSource): Promise<Place> {
  const tailLength = Math.min(source.size, LONGEST_COMMENT + 22);
  const tailStart = source.size - tailLength;
  const tail = await exactly(source, tailStart, tailLength);
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  for (let at = tailLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > tailLength) continue;
    const found = {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
    if (found.count === 0xffff || found.size === IN_ZIP64 || found.start === IN_ZIP64) {
      const wide = await wideEnd(source, tailStart + at - 20);
      if (wide) return wide;
    }
    if (view.getUint16(at + 4, true) !== 0) throw new ArchiveError("unsupported");
    // Something may stand before the zip: all offsets are then short by as much.
    const shift = tailStart + at - found.size - found.start;
    if (shift < 0) throw new ArchiveError("damaged");
    return { ...found, start: found.start + shift, shift };
  }
  throw new ArchiveError("damaged");
}

async function wideEnd(source: ByteSource, locatorStart: number): Promise<Place | undefined> {
  if (locatorStart < 0) return undefined;
  const locator = viewOf(await exactly(source, locatorStart, 20));
  if (locator.getUint32(0, true) !== LOCATOR_64) return undefined;
  const end = viewOf(await exactly(source, wide(locator, 8), 56));
  if (end.getUint32(0, true) !== END_64) throw new ArchiveError("damaged");
  return { count: wide(end, 32), size: wide(end, 40), start: wide(end, 48), shift: 0 };
}

function entryAt(
  bytes: Bytes,
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
  shift: number,
): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
  const entry: ZipEntry = {
    name: nameOf(nameBytes),
    method: view.getUint16(at + 10, true),
    isEncrypted: (flags & 1) !== 0,
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
    modifiedAt: timeOf(view.getUint16(at + 14, true), view.getUint16(at + 12, true)),
  };
  readExtra(entry, view, at + 46 + nameLength, extraLength);
  entry.offset += shift;
  return entry;
}

/** Sizes of zip64, and the name in UTF-8 where the first one is in an old code page. */
function readExtra(entry: ZipEntry, view: DataView, start: number, length: number): void {
  let at = start;
  while (at + 4 <= start + length) {
    const kind = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > start + length) return;
    if (kind === 0x0001) {
      let value = at + 4;
      for (const field of ["size", "packedSize", "offset"] as const) {
        if (entry[field] !== IN_ZIP64 || value + 8 > end) continue;
        entry[field] = wide(view, value);
        value += 8;
      }
    }
    if (kind === 0x7075 && end > at + 9)
      entry.name = nameOf(new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + at + 9, end - at - 9));
    if (kind === 0x9901) entry.isEncrypted = true;
    at = end;
  }
}

/** Phones write UTF-8, with the flag that says so or without. */
function nameOf(bytes: Bytes): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** A wall clock without a zone: read as if it were UTC, like the chat itself. */
function timeOf(date: number, time: number): Date | null {
  if (date === 0) return null;
  const day = [1980 + (date >> 9), ((date >> 5) & 15) - 1, date & 31] as const;
  return new Date(Date.UTC(...day, time >> 11, (time >> 5) & 63, (time & 31) * 2));
}

function viewOf(bytes: Bytes): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** 64 bits; beyond what a number holds exactly there is no file. */
function wide(view: DataView, at: number): number {
  const value = Number(view.getBigUint64(at, true));
  if (!Number.isSafeInteger(value)) throw new ArchiveError("damaged");
  return value;
}
