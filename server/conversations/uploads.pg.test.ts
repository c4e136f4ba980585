import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import { aPdf, aPhoto, aVoice, choose } from "../../test/outgoing-files.ts";
import { openMediaFiles } from "./media-files.ts";
import { ageUploads, type UploadParts } from "./uploads.ts";

let system: ConversationSystem;
let parts: UploadParts;

beforeAll(async () => {
  system = await conversationSystem();
  parts = { system, files: openMediaFiles(system.config.dataFolder) };
});
afterAll(() => system?.close());
beforeEach(() => system.db.query("delete from upload"));

async function keptFiles(): Promise<number> {
  const folder = join(system.config.dataFolder, "media");
  if (!existsSync(folder)) return 0;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).length;
}

test("a photo is told from its bytes, whatever it is called, and has its small picture", async () => {
  const made = await choose(parts, await aPhoto({ width: 600, height: 450 }), { fileName: "offer.pdf" });
  expect(made).toMatchObject({ kind: "image", mime: "image/jpeg", fileName: "offer.pdf" });
  const [row] = await system.db.query<{ thumbnail: string | null }>(
    "select thumbnail_as as thumbnail from upload where id = $1",
    [made.id],
  );
  expect(await parts.files.size(row?.thumbnail ?? "")).toBeGreaterThan(0);
});

test.each([
  ["a document", aPdf(), "document", "application/pdf"],
  ["a voice note", aVoice(), "audio", "audio/ogg"],
  ["a table as text", Buffer.from("día;hora\n1;10\n"), "document", "text/plain"],
])("%s is what it is", async (_, bytes, kind, mime) => {
  expect(await choose(parts, bytes)).toMatchObject({ kind, mime, bytes: bytes.length });
});

test("a WebP chosen as a photo becomes a JPEG, chosen as nothing in particular a sticker", async () => {
  const webp = await aPhoto({ width: 100, height: 100 }, "webp");
  expect(await choose(parts, webp, { kind: "image" })).toMatchObject({ kind: "image", mime: "image/jpeg" });
  expect(await choose(parts, webp)).toMatchObject({ kind: "sticker", mime: "image/webp" });
});

test("a photo too large for WhatsApp is made smaller, as phones do", async () => {
  const large = await aPhoto({ width: 1_600, height: 1_200 }, "png");
  expect(large.length).toBeGreaterThan(5 * 1024 * 1024);
  const made = await choose(parts, large);
  expect(made).toMatchObject({ kind: "image", mime: "image/jpeg" });
  expect(made.bytes).toBeLessThan(5 * 1024 * 1024);
  // As a document it stays as it is.
  expect(await choose(parts, large, { kind: "document" })).toMatchObject({ bytes: large.length });
});

test("what WhatsApp would refuse is refused before, in words, and nothing of it stays", async () => {
  const before = await keptFiles();
  await expect(choose(parts, Buffer.from([0, 1, 2, 3, 4]))).rejects.toMatchObject({
    code: "upload_type",
    detail: { kind: "document" },
  });
  await expect(choose(parts, Buffer.alloc(0))).rejects.toMatchObject({ code: "upload_empty" });
  await expect(choose(parts, aPdf(), { kind: "video" })).rejects.toMatchObject({
    code: "upload_type",
    message: expect.stringContaining("MP4 and 3GP"),
  });
  const sticker = await aPhoto({ width: 500, height: 500 }, "webp");
  await expect(choose(parts, sticker)).rejects.toMatchObject({
    kind: "too_large",
    code: "upload_too_large",
    detail: { kind: "sticker", mostBytes: 102_400 },
  });
  expect(await keptFiles()).toBeLessThanOrEqual(before);
});

test("a file nobody sent goes after a week, with its bytes", async () => {
  const before = await keptFiles();
  const made = await choose(parts, Buffer.from(`text of ${Math.random()}`));
  system.clock.forward({ hours: 24 * 7 - 1 });
  await ageUploads(parts);
  expect(await system.db.query("select id from upload")).toEqual([{ id: made.id }]);
  system.clock.forward({ hours: 2 });
  await ageUploads(parts);
  expect(await system.db.query("select id from upload")).toEqual([]);
  expect(await keptFiles()).toBe(before);
});

test("a chosen file leaves a job that ages it", async () => {
  await choose(parts, aPdf());
  const jobs = await system.db.query(
    "select key from graphile_worker.jobs where task_identifier = 'age_uploads'",
  );
  expect(jobs.length).toBeGreaterThan(0);
});
