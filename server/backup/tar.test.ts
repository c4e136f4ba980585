import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { END, header, padding, readEntries } from "./tar.ts";

const at = new Date("2026-03-02T09:00:00Z");
const files = {
  "backup.json": "{}",
  "tables/a/1": "x".repeat(1000),
  "media/none": "",
  "media/b": "y".repeat(512),
};
const whole = Buffer.concat([
  ...Object.entries(files).flatMap(([name, text]) => [
    header(name, text.length, at),
    Buffer.from(text),
    padding(text.length),
  ]),
  END,
]);

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(bytes: Buffer, size: number): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const entry of readEntries(inPieces(bytes, size)))
    found[entry.name] = (await buffer(entry.body)).toString();
  return found;
}

test.each([1, 7, 512, 100_000])("what was written is read, in pieces of %i bytes", async (size) => {
  expect(await read(whole, size)).toEqual(files);
});

test("an entry left unread does not shift the next", async () => {
  const names: string[] = [];
  for await (const entry of readEntries(inPieces(whole, 100))) names.push(entry.name);
  expect(names).toEqual(Object.keys(files));
});

test("a container cut short anywhere is noticed", async () => {
  for (let length = 0; length < whole.length - END.length + 1; length += 97)
    await expect(read(whole.subarray(0, length), 512)).rejects.toThrow("ends too early");
});

test("a header with another letter in it is noticed", async () => {
  const changed = Buffer.from(whole);
  changed.write("B", 0);
  await expect(read(changed, 512)).rejects.toThrow("header");
});
