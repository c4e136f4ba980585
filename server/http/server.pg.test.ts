import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "../../shared/api/endpoint.ts";
import { peopleApi } from "../../shared/api/people.ts";
import {
  aPerson,
  aToken,
  type Browser,
  type HttpSystem,
  httpSystem,
  signedIn,
} from "../../test/http-system.ts";
import { UserError } from "../errors.ts";
import { peopleRoutes } from "../people/routes.ts";
import { serve } from "./route.ts";
import { openHttp } from "./server.ts";

const WORDS = "the tap at Elm Street 4 drips";

const tryApi = {
  breaks: endpoint({
    method: "POST",
    path: "/api/v1/breaks",
    access: "public",
    summary: "Break in a chosen way",
    body: z.object({ how: z.string(), count: z.number().int().max(5, "At most five at once.").default(1) }),
    output: z.object({ ok: z.literal(true) }),
  }),
} as const;

let system: HttpSystem;
let http: FastifyInstance;
let folder: string;
let admin: Browser;

function tryRoutes(on: FastifyInstance): void {
  serve(on, tryApi.breaks, async ({ body }) => {
    switch (body.how) {
      case "refuse":
        throw new UserError("conflict", "Ana was faster.", { code: "faster", detail: { by: "Ana" } });
      case "database":
        await system.db.query("select $1::bigint", [WORDS]);
        break;
      case "json":
        JSON.parse(WORDS);
        break;
      case "wrong answer":
        return JSON.parse(`{"ok": "${WORDS}"}`);
    }
    return { ok: true };
  });
}

beforeAll(async () => {
  system = await httpSystem();
  folder = await mkdtemp(join(tmpdir(), "baton-web-"));
  await mkdir(join(folder, "assets"));
  await writeFile(join(folder, "index.html"), "<!doctype html><title>App</title>");
  await writeFile(join(folder, "assets", "app-1a2b3c.js"), "export {};");
  http = await openHttp(system, {
    webFolder: folder,
    endpoints: { ...peopleApi, ...tryApi },
    register(on) {
      peopleRoutes(on, system);
      tryRoutes(on);
    },
  });
  await aPerson(system, "root", "admin");
  admin = await signedIn(http, "root");
});
afterAll(async () => {
  await http?.close();
  await system?.close();
  await rm(folder, { recursive: true, force: true });
});

const breaks = (payload: unknown, headers: Record<string, string> = {}) =>
  http.inject({
    method: "POST",
    url: "/api/v1/breaks",
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
    headers: { "content-type": "application/json", ...headers },
  });

test("a refusal has one shape, with a code for screens and a sentence for people", async () => {
  const answer = await breaks({ how: "refuse" });
  expect([answer.statusCode, answer.json()]).toEqual([
    409,
    { error: { code: "faster", message: "Ana was faster.", detail: { by: "Ana" } } },
  ]);
});

test.each([
  [{}, "how: this is missing."],
  [{ how: 7 }, "how: Invalid input: expected string, received number."],
  [{ how: "x", count: 6 }, "count: At most five at once."],
  ["", "The request: Invalid input: expected object, received null."],
  [`{"how": "${WORDS}`, "The body is not valid JSON."],
])("what is wrong with %j is said without repeating it", async (payload, message) => {
  const answer = await breaks(payload);
  expect([answer.statusCode, answer.json().error.message]).toEqual([400, message]);
  expect(answer.body + system.logged()).not.toContain(WORDS);
});

test.each(["database", "json", "wrong answer"])(
  "a bug (%s) is told by its id alone and logged once without anybody's words",
  async (how) => {
    const answer = await breaks({ how });
    const { code, message, detail } = answer.json().error;
    expect([answer.statusCode, code]).toEqual([500, "internal"]);
    expect(message).toBe(`Something went wrong here. It was written to the log as ${detail.id}.`);
    const lines = system
      .logged()
      .split("\n")
      .filter((line) => line.includes(`"${detail.id}"`));
    expect(lines.filter((line) => line.includes('"level":50'))).toHaveLength(1);
    expect(lines.join() + answer.body).not.toContain("Elm Street");
  },
);

test("more than 1 MiB is refused clearly", async () => {
  const answer = await breaks({ how: "x".repeat(1024 * 1024) });
  expect([answer.statusCode, answer.json().error.code]).toEqual([413, "too_large"]);
});

test("a body that a form of another site could post is not read", async () => {
  for (const type of ["text/plain", "application/x-www-form-urlencoded"])
    expect((await breaks('{"how":"x"}', { "content-type": type })).statusCode).toBe(415);
});

test("an unknown address of the API is answered in the same shape", async () => {
  const answer = await http.inject({ url: "/api/v1/nothing-here", headers: { accept: "text/html" } });
  expect([answer.statusCode, answer.json().error.code]).toEqual([404, "not_found"]);
});

test("pages may load only what we serve, and nobody may frame them", async () => {
  const { headers } = await http.inject({ url: "/", headers: { accept: "text/html" } });
  const policy = String(headers["content-security-policy"]);
  for (const part of ["default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"])
    expect(policy).toContain(part);
  expect(policy).not.toMatch(/(script-src|style-src) [^;]*unsafe-inline/);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
  });
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("over https browsers are told to stay with it", async () => {
  const secure = { ...system, publicUrl: () => "https://baton.example.com" };
  const other = await openHttp(secure, { register: () => {}, endpoints: {}, webFolder: folder });
  const { headers } = await other.inject("/healthz");
  expect(headers["strict-transport-security"]).toBe("max-age=31536000");
  await other.close();
});

test("answers of the API are kept by no cache", async () => {
  expect((await http.inject("/api/v1/set-up")).headers["cache-control"]).toBe("no-store");
});

test("any page address gives the app, kept fresh; its hashed files are kept for good", async () => {
  const page = await http.inject({ url: "/board?state=new", headers: { accept: "text/html" } });
  expect([page.statusCode, page.headers["cache-control"]]).toEqual([200, "no-cache"]);
  expect(page.body).toContain("<title>App</title>");
  const file = await http.inject("/assets/app-1a2b3c.js");
  expect(file.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await http.inject("/assets/gone-9z.js")).statusCode).toBe(404);
});

test("without the built app a page says what to do", async () => {
  const other = await openHttp(system, {
    register: () => {},
    endpoints: {},
    webFolder: join(folder, "none"),
  });
  const page = await other.inject({ url: "/", headers: { accept: "text/html" } });
  expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining("npm run build")]);
  await other.close();
});

test("the start names an endpoint that nobody serves", async () => {
  const opening = openHttp(system, { register: () => {}, endpoints: tryApi, webFolder: folder });
  await expect(opening).rejects.toThrow("No handler for: breaks (/api/v1/breaks)");
});

test("alive and ready are told to anyone; ready only with every migration applied", async () => {
  expect((await http.inject("/healthz")).json()).toEqual({ ok: true });
  expect((await http.inject("/readyz")).json()).toEqual({ ok: true });
  await system.db.query("update kysely_migration set name = 'x' || name where name like '0001%'");
  const behind = await http.inject("/readyz");
  expect([behind.statusCode, behind.json()]).toEqual([503, { ok: false, problem: "migrations" }]);
  await system.db.query("update kysely_migration set name = substr(name, 2) where name like 'x0001%'");
});

test("metrics are for this machine, or an admin's token", async () => {
  const metrics = (remoteAddress: string, headers: Record<string, string> = {}) =>
    http.inject({ url: "/metrics", remoteAddress, headers });
  expect((await metrics("127.0.0.1")).body).toMatch(
    /baton_http_request_seconds_count\{.*route="\/api\/v1\/set-up"/,
  );
  expect((await metrics("10.0.0.9")).statusCode).toBe(401);
  expect((await metrics("127.0.0.1", { "x-forwarded-for": "10.0.0.9" })).statusCode).toBe(401);
  expect((await metrics("10.0.0.9", await aToken(system, "manager"))).statusCode).toBe(403);
  expect((await metrics("10.0.0.9", await aToken(system, "admin"))).statusCode).toBe(200);
});

test("the API page is OpenAPI 3.1 made from the contract, for those who may ask", async () => {
  expect((await http.inject("/api/openapi.json")).statusCode).toBe(401);
  const page = (await http.inject({ url: "/api/openapi.json", headers: admin })).json();
  expect(page.openapi).toBe("3.1.0");
  const signIn = page.paths["/api/v1/session"].post;
  expect(signIn).toMatchObject({ summary: "Sign in", security: [] });
  expect(signIn.requestBody.content["application/json"].schema.required).toEqual(["login", "password"]);
  expect(signIn.responses.default.content["application/json"].schema.required).toEqual(["error"]);
  expect(page.paths["/api/v1/people/{id}"].patch).toMatchObject({ description: "Role: admin." });
});

test("a cookie alone changes nothing: the header and the same origin are needed", async () => {
  const invite = (headers: Record<string, string>) =>
    http.inject({
      method: "POST",
      url: "/api/v1/invitations",
      payload: { name: "Eve", role: "admin" },
      headers: { cookie: admin.cookie ?? "", host: "127.0.0.1:4400", ...headers },
    });
  const codeWith = async (headers: Record<string, string>) =>
    (await invite(headers)).json().error?.code ?? "done";
  expect(await codeWith({})).toBe("no_baton_header");
  expect(await codeWith({ "x-baton": "1", "sec-fetch-site": "cross-site" })).toBe("cross_origin");
  expect(await codeWith({ "x-baton": "1", "sec-fetch-site": "same-site" })).toBe("cross_origin");
  expect(await codeWith({ "x-baton": "1", origin: "https://evil.example" })).toBe("cross_origin");
  expect(await codeWith({ "x-baton": "1", origin: "null" })).toBe("cross_origin");
  expect(await codeWith({ "x-baton": "1", origin: "http://127.0.0.1:4400" })).toBe("done");
  expect(await codeWith({ "x-baton": "1", "sec-fetch-site": "same-origin" })).toBe("done");
});

test("an address spelt otherwise is guarded like the plain one", async () => {
  const answer = await http.inject({
    method: "POST",
    url: "/%61pi/v1/invitations",
    payload: { name: "Eve", role: "admin" },
    headers: { cookie: admin.cookie ?? "", host: "127.0.0.1:4400", "sec-fetch-site": "same-site" },
  });
  expect(answer.json().error?.code).toBe("cross_origin");
  expect(answer.headers["cache-control"]).toBe("no-store");
});

test("signing in from another site's page is refused too", async () => {
  expect((await breaks({ how: "x" }, { origin: "https://evil.example" })).statusCode).toBe(403);
});

test("the log has routes and times, never what was searched or said", async () => {
  await http.inject({ url: "/api/v1/people?q=Elm+Street+4", headers: admin });
  await http.inject("/somewhere?q=Elm+Street+4");
  await breaks({ how: WORDS });
  expect(system.logged()).toContain('"route":"/api/v1/people"');
  expect(system.logged()).not.toMatch(/Elm.Street/);
});
