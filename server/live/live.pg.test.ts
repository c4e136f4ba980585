import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type ConversationSystem, conversationSystem } from "../../test/conversation-system.ts";
import type { Actor } from "../http/route.ts";
import { announce, type Live } from "./changes.ts";
import { openLive } from "./listener.ts";
import { liveRoutes } from "./routes.ts";

let system: ConversationSystem;
let neighbour: Live;
let servers: FastifyInstance[];
let actor: Actor | null;

beforeAll(async () => {
  system = await conversationSystem();
  neighbour = await openLive(system);
});
afterAll(async () => {
  await neighbour?.close();
  await system?.close();
});
beforeEach(async () => {
  const [account] = await system.db.query<{ id: number }>(
    `insert into account (name, login, role, password_hash, created_at)
     values ('Ana', 'ana' || random(), 'operator', '', $1) returning id`,
    [system.clock.now()],
  );
  const [session] = await system.db.query<{ id: number }>(
    `insert into session (token_hash, account_id, created_at, last_seen_at, expires_at, browser)
     values (sha256(random()::text::bytea), $1, $2, $2, $3, 'Firefox') returning id`,
    [account?.id, system.clock.now(), new Date(system.clock.now().getTime() + 3_600_000)],
  );
  const ids = { id: account?.id ?? 0, sessionId: session?.id ?? 0 };
  actor = { kind: "account", ...ids, name: "Ana", role: "operator", locale: null };
  servers = [];
});
afterEach(async () => {
  for (const http of servers) await http.close();
});

async function serveLive(live: Live): Promise<string> {
  const http = fastify();
  http.decorateRequest("actor", null);
  http.addHook("onRequest", async (request) => {
    request.actor = actor;
  });
  liveRoutes(http, { system: { ...system, live }, version: "test", beatMs: 100 });
  servers.push(http);
  await http.listen({ port: 0, host: "127.0.0.1" });
  return `http://127.0.0.1:${(http.server.address() as AddressInfo).port}/api/v1/live`;
}

type Watching = { response: IncomingMessage; text: () => string; ended: Promise<unknown> };
async function watch(url: string): Promise<Watching> {
  const [response] = (await once(get(url), "response")) as [IncomingMessage];
  let text = "";
  response.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  return { response, text: () => text, ended: once(response, "close") };
}
const tell = (...topics: Parameters<typeof announce>[1][]) =>
  system.db.transaction(async (tx) => {
    for (const each of topics) await announce(tx, each);
  });
const changes = (text: string): string[][] =>
  [...text.matchAll(/event: change\ndata: (.*)\n/g)].map(([, data]) => JSON.parse(data ?? "").topics);

test("a change made anywhere reaches the screens of every process within a second", async () => {
  const here = await watch(await serveLive(system.live));
  const there = await watch(await serveLive(neighbour));
  await tell(["board", "request:7"]);
  for (const { text } of [here, there])
    await expect.poll(() => changes(text()), { timeout: 1_000 }).toEqual([["board", "request:7"]]);
});

test("the line opens with the time and the version", async () => {
  const { text } = await watch(await serveLive(system.live));
  await expect.poll(text).toContain("event: hello\ndata: {");
  expect(text()).toContain('"version":"test"');
});

test("changes that come together are told together", async () => {
  const { text } = await watch(await serveLive(system.live));
  for (const n of [1, 2, 3]) await tell([`request:${n}`], ["board"]);
  await expect
    .poll(() => changes(text()).flat().sort())
    .toEqual(["board", "request:1", "request:2", "request:3"]);
  expect(changes(text()).length).toBeLessThan(3);
});

test("what is rolled back is told to nobody", async () => {
  const { text } = await watch(await serveLive(system.live));
  await system.db
    .transaction(async (tx) => {
      await announce(tx, ["tray"]);
      throw new Error("no");
    })
    .catch(() => {});
  await sleep(150);
  expect(changes(text())).toEqual([]);
});

test("a quiet line is kept alive", async () => {
  const { text } = await watch(await serveLive(system.live));
  await expect.poll(text).toContain("\n:\n\n");
});

test("a revoked session's line ends", async () => {
  const { ended } = await watch(await serveLive(system.live));
  await system.db.query("delete from session");
  await tell(["people"]);
  await ended;
});

test("nobody watches without signing in", async () => {
  actor = null;
  const { response } = await watch(await serveLive(system.live));
  expect(response.statusCode).not.toBe(200);
});

test("a server that stops ends its lines", async () => {
  const { ended } = await watch(await serveLive(system.live));
  await servers[0]?.close();
  await ended;
});

test("after a gap in hearing everything may have changed", async () => {
  const { text } = await watch(await serveLive(system.live));
  await system.db.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'baton live'",
  );
  await expect.poll(() => changes(text()).flat(), { timeout: 5_000 }).toContain("all");
  await tell(["tray"]);
  await expect.poll(() => changes(text()).flat()).toContain("tray");
});
