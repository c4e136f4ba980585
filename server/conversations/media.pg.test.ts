import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
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
let served: { about: object; status: number; bytes: Buffer; asked: string[]; location: string | null };

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
  mediaRoute(http, { system, files: files() });
});
afterAll(async () => {
  await http?.close();
  await system?.close();
});
beforeEach(async () => {
  graph = await fakeGraph();
  numberId = await aNumber(system, graph.url);
  served = { about: {}, status: 200, bytes: JPEG, asked: [], location: null };
  graph.handle = (request, response) => {
    served.asked.push(`${request.url?.split("?")[0]} ${request.headers.authorization}`);
    if (request.url?.startsWith("/bytes")) {
      if (served.location) response.writeHead(302, { location: served.location }).end();
      else response.writeHead(served.status).end(served.bytes);
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

test("bytes that are not the ones announced are not kept, and asked for again", async () => {
  const id = await aPhoto(hash(Buffer.from("other")).digest("base64"));
  await run(id);
  expect(await row(id)).toMatchObject({ state: "waiting", reason: "wrong_hash", bytes: null });
  expect(await jobs(id)).toBe(1);
  for (let n = 0; n < 4; n += 1) await run(id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "wrong_hash" });
});

test("an address that has expired is asked for anew", async () => {
  const id = await aPhoto();
  served.status = 404;
  await run(id);
  expect(await row(id)).toMatchObject({ state: "waiting", reason: "HTTP 404" });
  served.status = 200;
  await run(id);
  expect(await row(id)).toMatchObject({ state: "fetched" });
  expect(served.asked.filter((asked) => asked.startsWith("/v26.0/77"))).toHaveLength(2);
});

test("the token follows no redirect to a stranger", async () => {
  const stranger = await fakeGraph();
  const seen: string[] = [];
  stranger.handle = (request, response) => {
    seen.push(request.url ?? "");
    response.end();
    return true;
  };
  served.location = `${stranger.url}/take-it`;
  const id = await aPhoto();
  await run(id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "refused_address" });
  expect(seen).toEqual([]);
  await stranger.close();
});

test("after seven days it is given up", async () => {
  const id = await aPhoto();
  served.status = 500;
  system.clock.forward({ days: 7 });
  await run(id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "expired" });
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

test("the same photo twice is one file, and stays while one of them does", async () => {
  const [one, other] = [await aPhoto(), await aPhoto()];
  await run(one);
  await run(other);
  const stored = await system.db.query("select distinct stored_as from media where id = any ($1)", [
    [one, other],
  ]);
  expect(stored).toHaveLength(1);
});
