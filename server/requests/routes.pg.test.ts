import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { learningApi } from "../../shared/api/learning.ts";
import { requestsApi } from "../../shared/api/requests.ts";
import { systemApi } from "../../shared/api/system.ts";
import { trayApi } from "../../shared/api/tray.ts";
import { type Desk, openDesk, type Person } from "../../test/desk.ts";
import { readConfig } from "../config.ts";
import { openHttp } from "../http/server.ts";
import { overviewRoutes } from "../overview/routes.ts";
import type { System } from "../system.ts";
import { NO_MODELS } from "../triage/model-set.ts";
import { trayRoutes } from "../triage/routes.ts";
import { requestRoutes } from "./routes.ts";

let desk: Desk;
let http: FastifyInstance;
let asks: Person;

beforeAll(async () => {
  desk = await openDesk();
  asks = await desk.person("Ana", "coordinator");
  // No secrets, no jobs: these routes need neither.
  const system = {
    ...desk.system,
    config: readConfig({}),
    seal: { seal: () => Buffer.alloc(0), open: () => "" },
    live: { listen: () => () => {}, close: async () => {} },
    publicUrl: () => "http://127.0.0.1",
  } as unknown as System;
  const { overview, categories, search } = systemApi;
  http = await openHttp(system, {
    endpoints: { ...requestsApi, ...trayApi, ...learningApi, overview, categories, search },
    register(made) {
      made.addHook("onRequest", async (request) => {
        request.actor = asks;
      });
      requestRoutes(made, system);
      trayRoutes(made, system, {
        readMarks: { sorted: async () => {} },
        models: { current: () => NO_MODELS },
      });
      overviewRoutes(made, system, async () => ({ state: "absent", sent: 0, total: 8 }));
    },
  });
});
afterAll(async () => {
  await http.close();
  await desk.close();
});

async function call(method: "GET" | "POST" | "PATCH", url: string, body?: object) {
  const answer = await http.inject({
    method,
    url: `/api/v1${url}`,
    headers: { origin: "http://127.0.0.1", "sec-fetch-site": "same-origin" },
    ...(body && { payload: body }),
  });
  return { status: answer.statusCode, body: answer.json() };
}

test("a message goes by HTTP from the tray to a closed request, each answer as the contract says", async () => {
  const client = await desk.client("Rosa");
  const messageId = await desk.says(client, "Hello! The lift is stuck");
  expect(await call("GET", "/tray")).toMatchObject({ status: 200, body: { count: 1 } });
  const item = await call("GET", `/tray/${messageId}`);
  expect(item).toMatchObject({ status: 200, body: { suggestedTitle: "The lift is stuck", requests: [] } });
  const decided = await call("POST", "/tray/decisions", { messageIds: [messageId], kind: "opens" });
  expect(decided).toMatchObject({ status: 200, body: { strip: { title: "The lift is stuck" } } });
  const { id, version } = decided.body.strip;
  expect(await call("GET", "/board?scope=mine")).toMatchObject({ body: { open: 1, inYourHands: 1 } });
  expect(await call("GET", "/board/ready")).toMatchObject({ body: { count: 1, next: null } });
  expect(await call("POST", `/requests/${id}/moves`, { to: "working", version })).toMatchObject({
    status: 200,
    body: { state: "working" },
  });
  expect(await call("POST", `/requests/${id}/moves`, { to: "done" })).toMatchObject({
    status: 400,
    body: { error: { code: "move_needs_reason" } },
  });
  await call("POST", `/requests/${id}/moves`, { to: "done", reason: "Went there" });
  expect(await call("POST", `/requests/${id}/undo`)).toMatchObject({ body: { state: "working" } });
  expect(await call("PATCH", `/requests/${id}`, { priority: "high", place: "Hall" })).toMatchObject({
    body: { priority: "high", place: "Hall" },
  });
  expect(await call("POST", `/requests/${id}/notes`, { text: "Key at the desk" })).toMatchObject({
    status: 200,
  });
  expect(await call("POST", `/requests/${id}/seen`)).toMatchObject({ body: { ok: true } });
  const page = await call("GET", `/requests/${id}`);
  expect(page.body.messageIds).toEqual([messageId]);
  expect(page.body.events.map((event: { kind: string }) => event.kind)).toEqual([
    "opened",
    "started",
    "done",
    "undone",
    "changed",
    "note",
  ]);
  expect(await call("POST", "/requests/search", { q: "lift" })).toMatchObject({ body: { strips: [{ id }] } });
  expect(await call("POST", "/search", { q: "rosa" })).toMatchObject({
    body: { strips: [{ id }], contacts: [{ name: "Rosa" }] },
  });
});

test("a wrong cursor, a missing request and a message that was sorted are refused in words", async () => {
  expect(await call("GET", "/board/ready?after=x")).toMatchObject({ status: 400 });
  expect(await call("GET", "/requests/424242")).toMatchObject({
    status: 404,
    body: { error: { code: "request_not_found" } },
  });
  const client = await desk.client("Sam");
  const id = await desk.says(client, "Thanks");
  const decided = await call("POST", "/tray/decisions", { messageIds: [id], kind: "no_request" });
  expect(await call("GET", `/tray/${id}`)).toMatchObject({
    status: 409,
    body: { error: { code: "sorted_already", detail: { by: "Ana" } } },
  });
  expect(await call("POST", `/tray/decisions/${decided.body.decision.id}/undo`)).toMatchObject({
    body: { ok: true, messageIds: [id] },
  });
});

test("opening by hand and undoing it leaves nothing on the board", async () => {
  const opened = await call("POST", "/requests", { title: "Wrong number", clientName: "Nobody" });
  expect(opened).toMatchObject({ status: 200, body: { state: "ready" } });
  expect(await call("POST", `/requests/${opened.body.id}/undo`)).toMatchObject({
    body: { state: "cancelled" },
  });
  expect(await call("GET", `/requests/${opened.body.id}`)).toMatchObject({ status: 404 });
});

test("the bar has its figures and today's promises", async () => {
  const { body } = await call("POST", "/requests", { title: "Promised" });
  const at = new Date(desk.clock.now().getTime() + 60_000).toISOString();
  await call("PATCH", `/requests/${body.id}`, { promiseAt: at });
  expect(await call("GET", "/overview")).toMatchObject({
    status: 200,
    body: {
      promises: [{ requestId: body.id, at, state: "open", isYours: true }],
      firstRun: { hasNumber: true, hasSecondPerson: false, sample: { state: "absent" } },
    },
  });
  expect(await call("GET", "/categories")).toMatchObject({ status: 200 });
});
