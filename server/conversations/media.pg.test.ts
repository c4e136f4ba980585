import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import {
  aConversation,
  aMessage,
  aNumber,
  type ConversationSystem,
  conversationSystem,
} from "../../test/conversation-system.ts";
import { type FakeGraph, fakeGraph } from "../../test/fake-graph.ts";
import { UserError } from "../errors.ts";
import type { Actor } from "../http/route.ts";
import { fetchMedia } from "./fetch-media.ts";
import { openMediaFiles } from "./media-files.ts";
import { mediaRoute } from "./media-route.ts";

let system: ConversationSystem;
let graph: FakeGraph;
let numberId: number;
let http: FastifyInstance;
/** What the fake Graph says about the media and what it serves. */
let served: { about: object; status: number; bytes: Buffer; asked: string[] };

const JPEG = Buffer.concat([
  Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
  Buffer.alloc(200, 7),
]);
const hash = (bytes: Buffer) => createHash("sha256").update(bytes);
let actor: Actor | null = { kind: "token", id: 1, name: "t", role: "operator" };

beforeAll(async () => {
  system = await conversationSystem();
  http = fastify();
  http.decorateRequest("actor", null);
  http.addHook("onRequest", async (request) => {
    request.actor = actor;
  });
  http.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof UserError ? error.status : 500).send(),
  );
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  mediaRoute(http, { system, numbers: system.numbers, files: files() });
});
afterAll(async () => {
  await http?.close();
  await system?.close();
});
beforeEach(async () => {
  graph = await fakeGraph();
  numberId = await aNumber(system, graph.url);
  served = { about: {}, status: 200, bytes: JPEG, asked: [] };
  graph.handle = (request, response) => {
    served.asked.push(`${request.url?.split("?")[0]} ${request.headers.authorization}`);
    if (request.url?.startsWith("/bytes")) {
      response.writeHead(served.status).end(served.bytes);
    } else {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ url: `${graph.url}/bytes`, mime_type: "image/jpeg", ...served.about }));
    }
    return true;
  };
});
afterEach(() => graph.close());

const files = () => openMediaFiles(system.config.dataFolder);
const run = (id: number) => fetchMedia({ system, numbers: system.numbers, files: files() }, id);
async function aPhoto(sha256: string | null = hash(JPEG).digest("base64")): Promise<number> {
  const { id } = await aConversation(system, numberId);
  const messageId = await aMessage(system, id, { kind: "image" });
  const [row] = await system.db.query<{ id: number }>(
    `insert into media (message_id, number_id, media_id, mime_type, sha256, state, created_at)
     values ($1, $2, '77', 'image/jpeg', $3, 'waiting', $4) returning id`,
    [messageId, numberId, sha256, system.clock.now()],
  );
  return row?.id ?? 0;
}
const row = async (id: number) =>
  (await system.db.query("select state, reason, bytes, mime_type from media where id = $1", [id]))[0];
const jobs = async (id: number) =>
  (await system.db.query("select key from graphile_worker.jobs where key = $1", [`fetch_media:${id}`]))
    .length;

test("the bytes are asked for with the token, checked, kept by their hash and served", async () => {
  const id = await aPhoto();
  await run(id);
  expect(await row(id)).toEqual({
    state: "fetched",
    reason: null,
    bytes: JPEG.length,
    mime_type: "image/jpeg",
  });
  expect(served.asked).toEqual(["/v26.0/77 Bearer token", "/bytes Bearer token"]);
  const name = hash(JPEG).digest("hex");
  const folder = join(system.config.dataFolder, "media");
  expect(await readdir(folder)).toEqual([name.slice(0, 2)]);
  const answer = await http.inject(`/api/v1/media/${id}`);
  expect(answer.rawPayload.equals(JPEG)).toBe(true);
  expect(answer.headers).toMatchObject({
    "content-type": "image/jpeg",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "accept-ranges": "bytes",
  });
  const part = await http.inject({ url: `/api/v1/media/${id}`, headers: { range: "bytes=0-1" } });
  expect([part.statusCode, part.rawPayload.toString("hex"), part.headers["content-range"]]).toEqual([
    206,
    "ffd8",
    `bytes 0-1/${JPEG.length}`,
  ]);
});

test("a page in disguise is saved, never shown", async () => {
  served.bytes = Buffer.from("<html><script>alert(1)</script></html>");
  const id = await aPhoto(null);
  await system.db.query(
    `update message_words set content = '{"fileName":"factura «1».html"}'
     where message_id = (select message_id from media where id = $1)`,
    [id],
  );
  await run(id);
  const answer = await http.inject(`/api/v1/media/${id}`);
  expect(answer.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment; filename*=UTF-8''factura%20%C2%AB1%C2%BB.html",
  });
});

test("what its sender took back is served no more", async () => {
  const id = await aPhoto();
  await run(id);
  await system.db.query(
    "update message set revoked_at = $2 where id = (select message_id from media where id = $1)",
    [id, system.clock.now()],
  );
  expect((await http.inject(`/api/v1/media/${id}`)).statusCode).toBe(404);
});

test("nobody gets bytes without signing in", async () => {
  const before = actor;
  actor = null;
  expect((await http.inject("/api/v1/media/1")).statusCode).toBe(401);
  actor = before;
});

test.each([
  ["a drawing that runs", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  [
    "one with its prologue",
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  ],
  ["a page after blank lines", "\n\n  <!doctype html><script>alert(1)</script>"],
  ["plain text", "alert(1)"],
])("%s named photo.jpg is only ever saved", async (_, bytes) => {
  served.bytes = Buffer.from(bytes);
  const id = await aPhoto(null);
  await system.db.query(
    `update message_words set content = '{"fileName":"photo.jpg"}'
     where message_id = (select message_id from media where id = $1)`,
    [id],
  );
  await run(id);
  expect(await row(id)).toMatchObject({ state: "fetched" });
  const { headers } = await http.inject(`/api/v1/media/${id}`);
  expect(headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": expect.stringMatching(/^attachment;/),
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
  expect((await http.inject(`/api/v1/media/${id}/thumbnail`)).statusCode).toBe(404);
});

/** Like a phone's photo: it does not pack well, lies on its side and says where it was taken. */
async function aRealPhoto(): Promise<Buffer> {
  const [width, height] = [1600, 1200];
  const pixels = Buffer.alloc(width * height * 3, 90);
  for (let at = 0; at < pixels.length; at += 7) pixels[at] = (at * 2_654_435_761) >>> 24;
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Make: "A phone", ImageDescription: "Elm Street 4" } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

test("a photo has a small picture, upright and without what the phone wrote into it", async () => {
  served.bytes = await aRealPhoto();
  const [one, other] = [await aPhoto(null), await aPhoto(null)];
  await run(one);
  await run(other);
  const small = await http.inject(`/api/v1/media/${one}/thumbnail`);
  expect(small.headers).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-cache",
  });
  expect(small.rawPayload.length).toBeLessThan(served.bytes.length / 4);
  const { width, height, exif } = await sharp(small.rawPayload).metadata();
  expect({ width, height, exif }).toEqual({ width: 600, height: 800, exif: undefined });
  const again = await http.inject({
    url: `/api/v1/media/${one}/thumbnail`,
    headers: { "if-none-match": String(small.headers.etag) },
  });
  expect([again.statusCode, again.body]).toEqual([304, ""]);
  const names = await system.db.query("select distinct thumbnail_as from media where id = any ($1)", [
    [one, other],
  ]);
  expect(names).toHaveLength(1);
});

test("a picture that cannot be decoded, or is a bomb, is shown as it is", async () => {
  const png = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#888" } })
    .png()
    .toBuffer();
  // Its first chunk says how large it is: 30,000 by 30,000.
  png.writeUInt32BE(30_000, 16);
  png.writeUInt32BE(30_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  served.bytes = Buffer.concat([png, Buffer.alloc(100_000, 3)]);
  const bomb = await aPhoto(null);
  await run(bomb);
  served.bytes = Buffer.concat([JPEG, Buffer.alloc(100_000, 3)]);
  const broken = await aPhoto(null);
  await run(broken);
  expect(system.logged()).toMatch(/exceeds pixel limit/);
  for (const id of [bomb, broken]) {
    expect(await row(id)).toMatchObject({ state: "fetched" });
    expect((await http.inject(`/api/v1/media/${id}`)).statusCode).toBe(200);
    expect((await http.inject(`/api/v1/media/${id}/thumbnail`)).statusCode).toBe(404);
  }
});

test("a page that begins like a picture stays a picture to the browser, and can do nothing", async () => {
  served.bytes = Buffer.from("GIF89a<html><script>alert(1)</script></html>");
  const id = await aPhoto(null);
  await run(id);
  expect((await http.inject(`/api/v1/media/${id}`)).headers).toMatchObject({
    "content-type": "image/gif",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
  });
});

const ask = (id: number) => http.inject({ method: "POST", url: `/api/v1/media/${id}/fetch` });

test("what could not be had is fetched again by hand, and asking twice is asking once", async () => {
  const id = await aPhoto(hash(Buffer.from("other")).digest("base64"));
  for (let n = 0; n < 5; n += 1) await run(id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "wrong_hash" });
  await system.db.query("update media set sha256 = $2 where id = $1", [id, hash(JPEG).digest("hex")]);
  expect((await ask(id)).json()).toEqual({ state: "waiting" });
  expect((await ask(id)).json()).toEqual({ state: "waiting" });
  expect(await jobs(id)).toBe(1);
  await run(id);
  expect(await row(id)).toMatchObject({ state: "fetched", reason: null });
  expect((await ask(id)).json()).toEqual({ state: "fetched" });
});

test("a file lost from the disk is fetched again", async () => {
  const id = await aPhoto();
  await run(id);
  await files().remove(hash(JPEG).digest("hex"));
  expect((await http.inject(`/api/v1/media/${id}`)).statusCode).toBe(404);
  expect((await ask(id)).json()).toEqual({ state: "waiting" });
  await run(id);
  expect((await http.inject(`/api/v1/media/${id}`)).statusCode).toBe(200);
});

test("a refused access waits, and says so", async () => {
  const id = await aPhoto();
  graph.handle = (_request, response) => {
    response.writeHead(401, { "content-type": "application/json" });
    response.end(JSON.stringify({ error: { message: "Session has expired", code: 190 } }));
    return true;
  };
  await run(id);
  expect(await row(id)).toMatchObject({ state: "waiting", reason: "denied" });
});

test("what was taken back before it came is not fetched", async () => {
  const id = await aPhoto();
  await system.db.query(
    "update message set revoked_at = $2 where id = (select message_id from media where id = $1)",
    [id, system.clock.now()],
  );
  await run(id);
  expect(served.asked).toEqual([]);
});
