import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openPath } from "../../server/diagnosis/open-path.ts";
import { ArchiveError, type ArchiveFault } from "../../shared/diagnosis/archive/archive-error.ts";
import { fromBlob } from "../../shared/diagnosis/archive/byte-source.ts";
import { openArchive, openFolder } from "../../shared/diagnosis/archive/open-archive.ts";
import { sourceOf, type ZipFile, zipOf } from "./zip.ts";

const CHAT = "7/14/26, 9:13 AM - Ana: ¡agua! 🚰\n7/14/26, 9:14 AM - Ben: voy\n";
const NAME = "WhatsApp Chat with Ana.txt";

async function whole(text: AsyncGenerator<string>): Promise<string> {
  let all = "";
  for await (const piece of text) all += piece;
  return all;
}

function open(files: readonly ZipFile[], name = "WhatsApp Chat with Ana.zip", comment = "") {
  return openArchive(sourceOf(zipOf(files, comment), name));
}

async function faultOf(run: () => Promise<unknown>): Promise<ArchiveFault | undefined> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault;
    throw error;
  }
  return undefined;
}

test.each([
  ["deflated", {}],
  ["stored", { stored: true }],
  ["zip64", { isZip64: true }],
  ["without the flag of UTF-8", { flags: 0 }],
])("a zip, %s", async (_, kind) => {
  const opened = await open([
    { name: "IMG-20260714-WA0001.jpg", body: new Uint8Array(3000), ...kind },
    { name: NAME, body: CHAT, ...kind },
    { name: "plano del baño.pdf", body: "x", ...kind },
  ]);
  expect(await whole(opened.text())).toBe(CHAT);
  expect(await whole(opened.text())).toBe(CHAT);
  expect(opened).toMatchObject({ fileName: NAME, size: new TextEncoder().encode(CHAT).length });
  expect(opened.fileDate?.toISOString()).toBe("2026-07-14T09:13:00.000Z");
  expect([...opened.media]).toEqual(["IMG-20260714-WA0001.jpg", "plano del baño.pdf"]);
});

test("a zip with a comment, and with bytes before it", async () => {
  expect(
    await whole((await open([{ name: NAME, body: CHAT }], "a.zip", "PK\u0005\u0006 from a phone")).text()),
  ).toBe(CHAT);
  const zip = zipOf([{ name: NAME, body: CHAT }]);
  const shifted = new Uint8Array(zip.length + 100);
  shifted.set([0x50, 0x4b, 3, 4]);
  shifted.set(zip, 100);
  expect(await whole((await openArchive(sourceOf(shifted, "a.zip"))).text())).toBe(CHAT);
});

test("iOS's _chat.txt is named by its zip, and documents that are .txt too do not count", async () => {
  const opened = await open(
    [
      { name: "00000012-notes.txt", body: CHAT },
      { name: "_chat.txt", body: CHAT },
      { name: "__MACOSX/._chat.txt", body: "\0\0" },
    ],
    "WhatsApp Chat - Plumbers.zip",
  );
  expect(opened.fileName).toBe("WhatsApp Chat - Plumbers.zip");
});

test("of several text files the one that reads like a chat is it", async () => {
  const other = { name: "lista.txt", body: "leche\npan\n" };
  expect((await open([other, { name: "chat de obra.txt", body: CHAT }], "x.zip")).fileName).toBe(
    "chat de obra.txt",
  );
});

test("several chats have to be chosen from", async () => {
  const files = [
    { name: "one/_chat.txt", body: CHAT },
    { name: "two/_chat.txt", body: CHAT },
  ];
  const fault: unknown = await open(files).catch((error: unknown) => error);
  expect(fault).toMatchObject({ fault: "several_chats", choices: ["one/_chat.txt", "two/_chat.txt"] });
  const chosen = openArchive(sourceOf(zipOf(files), "a.zip"), { chat: "two/_chat.txt" });
  expect(await whole((await chosen).text())).toBe(CHAT);
});

test.each<[string, ArchiveFault, ZipFile[]]>([
  ["locked with a password", "encrypted", [{ name: NAME, body: CHAT, flags: 1 }]],
  ["packed in another way", "unsupported", [{ name: NAME, body: CHAT, method: 12 }]],
  ["without a chat", "no_chat", [{ name: "IMG.jpg", body: "x" }]],
  ["empty", "no_chat", []],
  ["that claims to be endless", "too_large", [{ name: NAME, body: CHAT, claims: { size: 2 ** 31 } }]],
])("a zip %s", async (_, fault, files) => {
  expect(await faultOf(() => open(files))).toBe(fault);
});

test.each([
  ["a wrong sum", { crc: 1 }],
  ["a wrong size", { size: 20 }],
  ["too few bytes", { size: 2000 }],
])("a damaged zip: %s", async (_, claims) => {
  expect(await faultOf(async () => whole((await open([{ name: NAME, body: CHAT, claims }])).text()))).toBe(
    "damaged",
  );
});

test("a zip cut off anywhere is said to be damaged, never read in part without a word", async () => {
  const zip = zipOf([{ name: NAME, body: CHAT.repeat(50) }]);
  for (let end = 4; end < zip.length; end += 7) {
    const cut = sourceOf(zip.slice(0, end), "a.zip");
    expect(await faultOf(async () => whole((await openArchive(cut)).text())), `${end}`).toBe("damaged");
  }
});

test("what is no export is said to be none", async () => {
  for (const [name, body] of [
    ["photo.jpg", "x"],
    ["a.zip", "no zip at all"],
    ["chat.txt", "a\0b"],
  ] as const)
    expect(await faultOf(() => openArchive(sourceOf(body, name)))).toBe("not_an_export");
});

test("text in UTF-8 or UTF-16, with its mark or without", async () => {
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(new Uint16Array([...CHAT].flatMap(units)).buffer),
  ]);
  for (const body of [CHAT, `\ufeff${CHAT}`, wide])
    expect(await whole((await openArchive(sourceOf(body, NAME))).text())).toBe(CHAT);
});

function units(letter: string): number[] {
  return letter.split("").map((unit) => unit.charCodeAt(0));
}

test("the same from the browser's File", async () => {
  const file = new File([zipOf([{ name: NAME, body: CHAT }])], "a.zip", { lastModified: 0 });
  const opened = await openArchive(fromBlob(file));
  expect(await whole(opened.text())).toBe(CHAT);
  const folder = [new File([CHAT], "_chat.txt"), new File(["x"], "00000001-PHOTO.jpg")].map(fromBlob);
  expect(await openFolder("Plumbers", folder)).toMatchObject({
    fileName: "Plumbers",
    media: new Set(["00000001-PHOTO.jpg"]),
  });
});

test("the same from the disk: a file, a zip, a folder, a folder with a zip", async () => {
  const place = await mkdtemp(join(tmpdir(), "baton-export-"));
  try {
    await mkdir(join(place, "unpacked"));
    await mkdir(join(place, "outer"));
    await writeFile(join(place, NAME), CHAT);
    await writeFile(join(place, "a.zip"), zipOf([{ name: NAME, body: CHAT }]));
    await writeFile(join(place, "unpacked", "_chat.txt"), CHAT);
    await writeFile(join(place, "unpacked", "00000001-PHOTO.jpg"), "x");
    await writeFile(join(place, "outer", "a.zip"), zipOf([{ name: NAME, body: CHAT }]));
    for (const [path, fileName] of [
      [NAME, NAME],
      ["a.zip", NAME],
      ["unpacked", "unpacked"],
      ["outer", NAME],
    ] as const) {
      const opened = await openPath(join(place, path));
      expect(opened.fileName, path).toBe(fileName);
      expect(await whole(opened.text()), path).toBe(CHAT);
    }
  } finally {
    await rm(place, { recursive: true });
  }
});

const LARGE = 64 * 1024 * 1024;

test("what grows a thousandfold is read without holding it", async () => {
  const zip = zipOf([{ name: NAME, body: new Uint8Array(LARGE).fill(10) }]);
  const opened = await openArchive(sourceOf(zip, "a.zip"));
  const before = process.memoryUsage().rss;
  let most = 0;
  let size = 0;
  let pieces = 0;
  for await (const piece of opened.text()) {
    size += piece.length;
    pieces += 1;
    if (pieces % 50 === 0) most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(size).toBe(LARGE);
  expect(most).toBeLessThan(LARGE);
});
