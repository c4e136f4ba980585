import { expect, test } from "vitest";
import { NoForm, readParts } from "./multipart.ts";

const TYPE = "multipart/form-data; boundary=----x";

/** As a browser writes it. */
async function formOf(form: FormData): Promise<{ body: Buffer; type: string }> {
  const response = new Response(form);
  return {
    body: Buffer.from(await response.arrayBuffer()),
    type: response.headers.get("content-type") ?? "",
  };
}

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}

async function read(body: Buffer, type: string, size = body.length) {
  const found: { name: string; fileName: string | null; hex: string }[] = [];
  for await (const { name, fileName, bytes } of readParts(inPieces(body, size), type)) {
    const pieces: Buffer[] = [];
    for await (const piece of bytes) pieces.push(piece);
    found.push({ name, fileName, hex: Buffer.concat(pieces).toString("hex") });
  }
  return found;
}

test("a browser's form is read the same however its bytes are cut", async () => {
  const form = new FormData();
  // Bytes that begin like the end of a part, and one that is empty.
  const bytes = Buffer.from("\r\n--\r\n----\r\n\r\n--formdata\r\n\0\xff", "latin1");
  form.append("kind", "document");
  form.append("file", new Blob([bytes]), 'año "uno".pdf');
  form.append("empty", new Blob([]), "nothing");
  const { body, type } = await formOf(form);
  const whole = await read(body, type);
  expect(whole).toEqual([
    { name: "kind", fileName: null, hex: Buffer.from("document").toString("hex") },
    { name: "file", fileName: 'año "uno".pdf', hex: bytes.toString("hex") },
    { name: "empty", fileName: "nothing", hex: "" },
  ]);
  for (let size = 1; size < 40; size += 1) expect(await read(body, type, size)).toEqual(whole);
});

test("a part nobody reads is passed over", async () => {
  const form = new FormData();
  form.append("file", new Blob(["x".repeat(100_000)]), "long");
  form.append("after", "here");
  const { body, type } = await formOf(form);
  const names: string[] = [];
  for await (const { name } of readParts(inPieces(body, 1_000), type)) names.push(name);
  expect(names).toEqual(["file", "after"]);
});

test.each([
  ["another type of body", "{}", "application/json"],
  ["no boundary", "", "multipart/form-data"],
  ["nothing at all", "", TYPE],
  ["broken off in a head", "------x\r\nContent-Disposition: form-da", TYPE],
  ["broken off in a file", '------x\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf', TYPE],
  ["a part without a name", "------x\r\nContent-Type: text/plain\r\n\r\nx\r\n------x--", TYPE],
  ["a head without an end", `------x\r\n${"x".repeat(20_000)}\r\n\r\n\r\n------x--`, TYPE],
])("%s is no form", async (_, body, type) => {
  await expect(read(Buffer.from(body), type)).rejects.toBeInstanceOf(NoForm);
});
