/** Who may ask what: every endpoint and stream of the contract, asked by everyone there is. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Access, Endpoint } from "../../shared/api/endpoint.ts";
import { api, STREAMS } from "../../shared/api/list.ts";
import { hasRole, ROLES, type Role } from "../../shared/request.ts";
import { type TestDatabase, testDatabase } from "../../test/database.ts";
import { aPerson, aToken, type Browser, signedIn } from "../../test/http-system.ts";
import { type App, openApp } from "../app.ts";
import { systemClock } from "../clock.ts";
import { readConfig } from "../config.ts";
import { migrate } from "../db/migrate.ts";
import { type Database, openDatabase } from "../db/pool.ts";

/** Streams are not in the list, so what they ask for is said here; a new one does not compile without. */
const STREAM_ACCESS: Record<(typeof STREAMS)[number], Role> = {
  "/api/v1/live": "operator",
  "/api/v1/media/:id": "operator",
  "/api/v1/media/:id/thumbnail": "operator",
  "/api/v1/phones/*": "admin",
};
/** For everyone, or guarded in a way of their own that has its own tests. */
const OUTSIDE = [
  "GET /healthz",
  "GET /readyz",
  "GET /metrics",
  "GET /api/openapi.json",
  "GET /webhooks/whatsapp",
  "POST /webhooks/whatsapp",
  "GET /*",
];

type Route = { method: Endpoint["method"]; path: string; access: Access };
const routes: Route[] = [
  ...Object.values(api).map(({ method, path, access }) => ({ method, path, access })),
  ...STREAMS.map((path) => ({ method: "GET" as const, path, access: STREAM_ACCESS[path] })),
];

let folder: string;
let database: TestDatabase;
let db: Database;
let app: App;
let address: string;
const sessions: Partial<Record<Role, Browser>> = {};
const tokens: Partial<Record<Role, Browser>> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-matrix-"));
  database = await testDatabase();
  db = openDatabase(database.connection, () => {});
  await migrate(db.pool);
  const config = readConfig({ PORT: "0", BATON_DATA: folder });
  const opened = { db, connection: database.connection, close: async () => {} };
  app = await openApp({ config, opened, clock: systemClock, log: pino({ level: "silent" }) });
  for (const role of ROLES) {
    await aPerson({ db, clock: systemClock }, `the-${role}`, role);
    sessions[role] = await signedIn(app.http, `the-${role}`);
    tokens[role] = await aToken({ db, clock: systemClock }, role);
  }
  address = await app.listen();
});
afterAll(async () => {
  await app?.close();
  await db?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const browserOf = (role: Role): Browser => sessions[role] ?? {};
const isUnsafe = ({ method }: Route) => method !== "GET";

/** A body that cannot be read stops a change after the guards and before anything is done. */
async function ask(route: Route, headers: Record<string, string>): Promise<{ status: number; code: string }> {
  const path = route.path.replace(":id", "999999").replace(":state", "new").replace("*", "state");
  const answer = await fetch(new URL(path, address), {
    method: route.method,
    headers: { ...headers, ...(isUnsafe(route) && { "content-type": "application/json" }) },
    body: isUnsafe(route) ? "{" : null,
    redirect: "manual",
  });
  const body = answer.headers.get("content-type")?.includes("json") ? await answer.text() : "";
  if (!body) await answer.body?.cancel();
  expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  const error: { error?: { code?: string } } = body ? JSON.parse(body) : {};
  return { status: answer.status, code: error.error?.code ?? "" };
}

const isLetIn = ({ status }: { status: number }) => status !== 401 && status !== 403 && status !== 500;
const bySession = (access: Access, role: Role) =>
  access === "public" || access === "session" || hasRole(role, access);
const byToken = (access: Access, role: Role) =>
  access === "public" || (access !== "session" && hasRole(role, access));

describe.each(routes)("$method $path ($access)", (route) => {
  test("nobody", async () => {
    const answer = await ask(route, {});
    if (route.access === "public") expect(isLetIn(answer)).toBe(true);
    else expect(answer).toEqual({ status: 401, code: "signed_out" });
  });

  test("a made-up cookie or token is nobody", async () => {
    if (route.access === "public") return;
    const cookie = { cookie: `baton_session=${"a".repeat(43)}`, "x-baton": "1" };
    expect((await ask(route, cookie)).status).toBe(401);
    expect((await ask(route, { authorization: "Bearer baton_made-up" })).status).toBe(401);
  });

  test.each(ROLES)("%s by session", async (role) => {
    const answer = await ask(route, browserOf(role));
    if (bySession(route.access, role)) expect(answer).toSatisfy(isLetIn);
    else expect(answer).toEqual({ status: 403, code: "needs_role" });
  });

  test.each(ROLES)("%s by token, from wherever", async (role) => {
    const answer = await ask(route, { ...tokens[role], origin: "https://evil.example" });
    if (byToken(route.access, role)) expect(answer).toSatisfy(isLetIn);
    else expect(answer.status).toBe(403);
  });

  test("an admin's cookie without the header x-baton", async () => {
    const { cookie = "" } = browserOf("admin");
    const answer = await ask(route, { cookie });
    if (isUnsafe(route)) expect(answer).toEqual({ status: 403, code: "no_baton_header" });
    else expect(answer).toSatisfy(isLetIn);
  });

  test("an admin's cookie from another origin", async () => {
    const answer = await ask(route, { ...browserOf("admin"), origin: "https://evil.example" });
    if (isUnsafe(route)) expect(answer).toEqual({ status: 403, code: "cross_origin" });
    else expect(answer).toSatisfy(isLetIn);
  });
});

test("every route there is stands in the contract", () => {
  const known = new Set([...OUTSIDE, ...routes.map(({ method, path }) => `${method} ${path}`)]);
  const phones = (route: string) => route.endsWith(" /api/v1/phones/*");
  const unknown = [...app.http.servedRoutes].filter(
    (route) => !known.has(route.replace(/^HEAD /, "GET ")) && !phones(route),
  );
  expect(unknown).toEqual([]);
});

test("asking for the head of a page needs what the page needs", async () => {
  for (const { path, access } of routes.filter(({ method }) => method === "GET")) {
    const answer = await fetch(new URL(path.replace(":id", "1"), address), { method: "HEAD" });
    expect([path, answer.status === 401 || answer.status === 404], path).toEqual([path, access !== "public"]);
  }
});
