import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { peopleApi } from "../../shared/api/people.ts";
import { aPerson, type Browser, type HttpSystem, httpSystem, signedIn } from "../../test/http-system.ts";
import { openHttp } from "../http/server.ts";
import { applyCommand, reserveRequestIds } from "../requests/commands.ts";
import { peopleRoutes } from "./routes.ts";

let system: HttpSystem;
let http: FastifyInstance;
let rootId: number;
let root: Browser;

beforeAll(async () => {
  system = await httpSystem();
  http = await openHttp(system, { register: (on) => peopleRoutes(on, system), endpoints: peopleApi });
  rootId = (await aPerson(system, "root", "admin")).id;
});
beforeEach(async () => {
  await system.db.query("update account set role = 'operator' where role = 'admin' and id <> $1", [rootId]);
  await system.db.query("update account set role = 'admin', is_active = true where id = $1", [rootId]);
  root = await signedIn(http, "root");
});
afterAll(async () => {
  await http?.close();
  await system?.close();
});

const change = (id: number, payload: Record<string, unknown>, headers: Record<string, string> = root) =>
  http.inject({ method: "PATCH", url: `/api/v1/people/${id}`, payload, headers });
const whoAmI = (headers: Record<string, string>) => http.inject({ url: "/api/v1/session", headers });
const actions = async (subjectId: number) =>
  system.db.query<{ action: string; facts: unknown; actor: number }>(
    `select action, facts, actor_id as actor from audit
     where subject_kind = 'account' and subject_id = $1 and actor_id = $2 order by id`,
    [subjectId, rootId],
  );

test("a changed role holds at once, in sessions that were open", async () => {
  const { id } = await aPerson(system, "berta", "operator");
  const berta = await signedIn(http, "berta");
  const tokens = () => http.inject({ url: "/api/v1/tokens", headers: berta });
  expect((await tokens()).statusCode).toBe(403);
  expect((await change(id, { role: "admin" })).json()).toMatchObject({ id, role: "admin" });
  expect((await tokens()).statusCode).toBe(200);
});

test("who is deactivated is out at once and cannot sign in; brought back, they can", async () => {
  const { id } = await aPerson(system, "carla", "operator");
  const carla = await signedIn(http, "carla");
  await change(id, { isActive: false });
  expect((await whoAmI(carla)).statusCode).toBe(401);
  await expect(signedIn(http, "carla")).rejects.toThrow("wrong_login");
  expect(
    (await http.inject({ method: "POST", url: `/api/v1/people/${id}/reset`, headers: root })).statusCode,
  ).toBe(409);
  await change(id, { isActive: true });
  expect((await whoAmI(carla)).statusCode).toBe(401);
  await signedIn(http, "carla");
});

test("the open requests of who leaves are Intake's", async () => {
  const { id } = await aPerson(system, "dora", "operator");
  const [requestId = 0] = await reserveRequestIds(system.db, 1);
  await system.db.transaction((tx) =>
    applyCommand(tx, system, {
      requestId,
      actor: { kind: "account", id, mover: "operator", through: "screen" },
      ask: {
        kind: "open",
        state: "ready",
        title: "Kitchen tap",
        place: null,
        categoryId: null,
        priority: "normal",
        contactId: null,
        conversationId: null,
        owner: { kind: "account", id },
        said: null,
        note: null,
        linkedTo: null,
      },
    }),
  );
  expect((await change(id, { isActive: false })).statusCode).toBe(200);
  const rows = await system.db.query(
    `select owner_account_id as account, t.name as team, e.kind, e.actor_id as by
     from request r join team t on t.id = r.owner_team_id
     join request_event e on e.request_id = r.id and e.seq = r.version where r.id = $1`,
    [requestId],
  );
  expect(rows).toEqual([{ account: null, team: "Intake", kind: "handed_over", by: rootId }]);
});

test("the only admin can be neither demoted nor deactivated, by themselves either", async () => {
  for (const payload of [{ role: "manager" }, { isActive: false }, { role: "operator", isActive: false }]) {
    const answer = await change(rootId, payload);
    expect([answer.statusCode, answer.json().error.code]).toEqual([409, "last_admin"]);
  }
  expect((await change(rootId, { name: "Root" })).statusCode).toBe(200);
});

test("two admins who demote each other at once leave one", async () => {
  const { id } = await aPerson(system, "eva", "admin");
  const eva = await signedIn(http, "eva");
  const answers = await Promise.all([
    change(id, { role: "operator" }, root),
    change(rootId, { role: "operator" }, eva),
  ]);
  const [left] = await system.db.query<{ count: number }>(
    "select count(*) from account where role = 'admin' and is_active",
  );
  expect(left?.count).toBe(1);
  expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(1);
});

test("each change is in the audit by ids and codes, never with the name", async () => {
  const { id } = await aPerson(system, "fina", "operator");
  await change(id, { name: "Fina Secret Name", role: "manager" });
  await change(id, { isActive: false });
  expect(await actions(id)).toEqual([
    { action: "person.renamed", facts: {}, actor: rootId },
    { action: "person.role_changed", facts: { from: "operator", to: "manager" }, actor: rootId },
    { action: "person.deactivated", facts: {}, actor: rootId },
  ]);
});

test("the audit cannot be changed", async () => {
  await expect(system.db.query("update audit set action = 'x'")).rejects.toThrow("append-only");
  await expect(system.db.query("delete from audit")).rejects.toThrow("append-only");
});

test("a change that changes nothing is no act", async () => {
  const { id } = await aPerson(system, "gala", "operator");
  expect((await change(id, { role: "operator" })).statusCode).toBe(200);
  expect(await actions(id)).toEqual([]);
});

test("there is no such person: 404", async () => {
  expect((await change(999_999, { role: "admin" })).statusCode).toBe(404);
});
