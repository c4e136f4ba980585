/** Reads a form with files as it comes in: a part at a time, its bytes never all in memory. */

export type Part = {
  name: string;
  /** Null for a field that is no file. */
  fileName: string | null;
  /** Has to be read to its end, or left off for good, before the next part. */
  bytes: AsyncIterable<Buffer>;
};

/** What came is no such form, or broke off. */
export class NoForm extends Error {
  override readonly name = "NoForm";
}

const MOST_HEAD_BYTES = 16 * 1024;
const HEAD_END = Buffer.from("\r\n\r\n");

/** @throws NoForm */
export async function* readParts(
  source: AsyncIterable<Buffer>,
  contentType: string | undefined,
): AsyncGenerator<Part> {
  const boundary = boundaryOf(contentType);
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const reader = new Reader(source);
  // So that the first one is found like all others.
  reader.prepend(Buffer.from("\r\n"));
  for await (const _ of reader.until(delimiter, MOST_HEAD_BYTES)) void _;
  for (;;) {
    if ((await reader.take(2)).toString("latin1") === "--") return;
    // The two were the end of the delimiter's line; the head begins after them.
    reader.prepend(Buffer.from("\r\n"));
    const head: Buffer[] = [];
    for await (const piece of reader.until(HEAD_END, MOST_HEAD_BYTES)) head.push(piece);
    const { name, fileName } = readHead(Buffer.concat(head).toString("utf8"));
    const bytes = reader.until(delimiter, Number.POSITIVE_INFINITY);
    yield { name, fileName, bytes };
    // What the caller did not want is passed over.
    for await (const _ of bytes) void _;
  }
}

function boundaryOf(contentType: string | undefined): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(contentType ?? "") ??
    [];
  const boundary = quoted ?? plain;
  if (!boundary) throw new NoForm("not multipart/form-data");
  return boundary;
}

/** Browsers write the name as it is, in UTF-8, with quotes and line ends escaped as in an address. */
function readHead(head: string): { name: string; fileName: string | null } {
  const line = head.split("\r\n").find((each) => /^content-disposition:/i.test(each)) ?? "";
  const value = (key: string) => new RegExp(`;\\s*${key}="([^"]*)"`, "i").exec(line)?.[1] ?? null;
  const name = value("name");
  if (name === null) throw new NoForm("a part without a name");
  const fileName = value("filename");
  const unescaped = (text: string) => text.replace(/%22/g, '"').replace(/%0[aAdD]/g, "");
  return { name: unescaped(name), fileName: fileName === null ? null : unescaped(fileName) };
}

class Reader {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  prepend(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held]);
  }

  async take(count: number): Promise<Buffer> {
    while (this.#held.length < count) await this.#more();
    const taken = this.#held.subarray(0, count);
    this.#held = this.#held.subarray(count);
    return taken;
  }

  /** Everything before `mark`, which is passed over; an iterator left early goes on where it was. */
  until(mark: Buffer, mostBytes: number): AsyncIterable<Buffer> {
    let left = mostBytes;
    let isOver = false;
    const next = async (): Promise<IteratorResult<Buffer>> => {
      if (isOver) return { done: true, value: undefined };
      let at = this.#held.indexOf(mark);
      // What may be the beginning of the mark is held back.
      while (at < 0 && this.#held.length < mark.length) {
        await this.#more();
        at = this.#held.indexOf(mark);
      }
      const end = at < 0 ? this.#held.length - mark.length + 1 : at;
      const piece = this.#held.subarray(0, end);
      isOver = at >= 0;
      this.#held = this.#held.subarray(isOver ? at + mark.length : end);
      left -= piece.length;
      if (left < 0) throw new NoForm("a head that is too long");
      return { done: false, value: piece };
    };
    return { [Symbol.asyncIterator]: () => ({ next }) };
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next();
    if (done) throw new NoForm("broken off");
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value]);
  }
}
