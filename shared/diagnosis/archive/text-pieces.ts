/** Bytes to text, whatever it was saved in: UTF-8, or UTF-16 with its mark after an editor. Pure. */
import type { Bytes } from "./byte-source.ts";

/** Letters that lie across two pieces come out whole; bytes that are no text become U+FFFD. */
export async function* decoded(pieces: AsyncGenerator<Bytes>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const bytes of pieces) {
    decoder ??= new TextDecoder(encodingOf(bytes));
    const text = decoder.decode(bytes, { stream: true });
    if (text !== "") yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

function encodingOf(head: Bytes): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}
