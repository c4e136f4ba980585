/** The elements of an EBML file (RFC 8794), as far as a recording needs them. Pure. */

export type Element = {
  id: number;
  /** Where its content begins and ends; a master of unknown size ends where its parent does. */
  start: number;
  end: number;
  isUnknown: boolean;
  /** The file breaks off within it. */
  isCut: boolean;
};

/** The elements that follow each other from `start` to `end`. What breaks off is read as far as it goes. */
export function* elementsOf(bytes: Uint8Array, start: number, end: number): Generator<Element> {
  let at = start;
  while (at < end) {
    const id = readNumber(bytes, at, end, false);
    const size = id && readNumber(bytes, at + id.length, end, true);
    if (!id || !size) return;
    const from = at + id.length + size.length;
    const isUnknown = size.value === null;
    const until = size.value === null ? end : from + size.value;
    yield { id: id.value ?? 0, start: from, end: Math.min(until, end), isUnknown, isCut: until > end };
    if (until > end) return;
    at = until;
  }
}

type Read = { value: number | null; length: number };

/** A number of one to eight bytes; the place of its first set bit says how many. All ones is a size not known. */
export function readNumber(bytes: Uint8Array, at: number, end: number, isSize: boolean): Read | null {
  const first = bytes[at];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  if (at + length > end) return null;
  let value = isSize ? first & (0xff >> length) : first;
  let isFull = (first & (0xff >> length)) === 0xff >> length;
  for (let n = 1; n < length; n++) {
    const byte = bytes[at + n] ?? 0;
    isFull &&= byte === 0xff;
    value = value * 256 + byte;
  }
  return { value: isSize && isFull ? null : value, length };
}
