/** The container: POSIX ustar, so that a backup can be looked into with any tar. Only plain files, only short names. */

const BLOCK = 512;
const NAME_BYTES = 100;

/** The block before a file's bytes. */
export function header(name: string, size: number, at: Date): Buffer {
  if (Buffer.byteLength(name) > NAME_BYTES) throw new Error("too long a name for the container");
  const block = Buffer.alloc(BLOCK);
  const octal = (value: number, from: number, length: number) =>
    block.write(`${value.toString(8).padStart(length - 1, "0")}\0`, from, "ascii");
  block.write(name, 0);
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(at.getTime() / 1000), 136, 12);
  block.write("        ", 148, "ascii");
  block.write("0", 156, "ascii");
  block.write("ustar\0" + "00", 257, "ascii");
  octal(sumOf(block), 148, 7);
  return block;
}

/** Zeros up to the next whole block. */
export const padding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
export const END = Buffer.alloc(2 * BLOCK);

function sumOf(block: Buffer): number {
  let sum = 0;
  for (const byte of block) sum += byte;
  return sum;
}

export type Entry = {
  name: string;
  size: number;
  /** To be read to its end before the next entry. */
  body: AsyncIterable<Buffer>;
};

export class Damaged extends Error {
  override readonly name = "Damaged";
}

/** @throws Damaged where the bytes are no container, or end too early */
export async function* readEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const source = new Bytes(bytes);
  for (;;) {
    const block = await source.exactly(BLOCK);
    if (block.every((byte) => byte === 0)) return;
    const text = (from: number, length: number) =>
      block.toString("utf8", from, from + length).split("\0", 1)[0] ?? "";
    const claimed = Number.parseInt(text(148, 8).trim(), 8);
    const blanked = Buffer.from(block);
    blanked.write("        ", 148, "ascii");
    if (claimed !== sumOf(blanked)) throw new Damaged("a header is not whole");
    const size = Number.parseInt(text(124, 12).trim(), 8);
    let left = size;
    const body = source.upTo(
      () => left,
      (taken) => (left -= taken),
    );
    yield { name: text(0, NAME_BYTES), size, body };
    for await (const _ of body);
    await source.exactly(padding(size).length);
  }
}

/** A stream of bytes read in the amounts one asks for. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let left = count;
    while (left > 0) {
      const part = await this.#some(left);
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async *upTo(left: () => number, took: (count: number) => void): AsyncGenerator<Buffer> {
    while (left() > 0) {
      const part = await this.#some(left());
      took(part.length);
      yield part;
    }
  }

  async #some(most: number): Promise<Buffer> {
    while (this.#held.length === 0) {
      const { done, value } = await this.#source.next();
      if (done) throw new Damaged("it ends too early");
      this.#held = value;
    }
    const part = this.#held.subarray(0, most);
    this.#held = this.#held.subarray(part.length);
    return part;
  }
}
