import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peopleApi } from "../../shared/api/people.ts";
import {
  aPerson,
  type Browser,
  cookiesOf,
  type HttpSystem,
  httpSystem,
  PASSWORD,
  signedIn,
} from "../../test/http-system.ts";
import { openHttp } from "../http/server.ts";
import { inviteUser, resetPassword } from "./by-command.ts";
import { peopleRoutes } from "./routes.ts";

let system: HttpSystem;
let http: FastifyInstance;
let admin: Browser;

beforeAll(async () => {
  system = await httpSystem("https://baton.example.com");
  http = await openHttp(system, { register: (on) => peopleRoutes(on, system), endpoints: peopleApi });
  await aPerson(system, "root", "admin");
  admin = await signedIn(http, "root");
});
afterAll(async () => {
  await http?.close();
  await system?.close();
});

const post = (url: string, payload: Record<string, unknown>, headers: Record<string, string> = {}) =>
  http.inject({ method: "POST", url, payload, headers });
const tokenOf = (link: { url: string }) => link.url.split("#")[1] ?? "";
const invite = async (name = "Berta", role = "operator") =>
  (await post("/api/v1/invitations", { name, role }, admin)).json() as { url: string; expiresAt: string };
const read = (token: string) => post("/api/v1/invitations/read", { token });
const accept = (token: string, login: string | null) =>
  post("/api/v1/invitations/accept", { token, login, password: PASSWORD });

test("an invitation is a link whose secret browsers do not send", async () => {
  const link = await invite();
  expect(link.url).toMatch(/^https:\/\/baton\.example\.com\/invitation#[\w-]{43}$/);
  expect((await read(tokenOf(link))).json()).toEqual({ kind: "invitation", name: "Berta", login: null });
});

test("who accepts it has the role, is in Intake, and is signed in", async () => {
  const answer = await accept(tokenOf(await invite("Carla", "coordinator")), "Carla");
  expect(answer.json()).toMatchObject({ name: "Carla", login: "carla", role: "coordinator" });
  expect(answer.json().teamIds).toHaveLength(1);
  expect([answer.headers["set-cookie"]].flat()[0]).toContain("Secure");
  const me = await http.inject({ url: "/api/v1/session", headers: { cookie: cookiesOf(answer) } });
  expect(me.json().login).toBe("carla");
});

test("a link works once", async () => {
  const token = tokenOf(await invite());
  expect((await accept(token, "once")).statusCode).toBe(200);
  const again = await accept(token, "twice");
  expect([again.statusCode, again.json().error.code]).toEqual([404, "link_worthless"]);
});

test("of two who use a link at once one joins", async () => {
  const token = tokenOf(await invite());
  const answers = await Promise.all([accept(token, "left"), accept(token, "right")]);
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 404]);
});

test("a login that is taken leaves the link usable", async () => {
  const token = tokenOf(await invite());
  expect((await accept(token, "root")).json().error.code).toBe("login_taken");
  expect((await accept(token, "not-root")).statusCode).toBe(200);
});

test("an invitation ends after 72 hours, or when it is withdrawn", async () => {
  const old = await invite();
  const list = await http.inject({ url: "/api/v1/people", headers: admin });
  const pending = list.json().invitations as { id: number }[];
  const withdrawn = await invite("Withdrawn");
  const all = (await http.inject({ url: "/api/v1/people", headers: admin })).json().invitations as {
    id: number;
    name: string;
  }[];
  expect(all.length).toBe(pending.length + 1);
  const id = all.find((one) => one.name === "Withdrawn")?.id;
  await http.inject({ method: "DELETE", url: `/api/v1/invitations/${id}`, headers: admin });
  expect((await read(tokenOf(withdrawn))).statusCode).toBe(404);
  system.clock.forward({ hours: 71 });
  expect((await read(tokenOf(old))).statusCode).toBe(200);
  system.clock.forward({ hours: 1, minutes: 1 });
  expect((await read(tokenOf(old))).statusCode).toBe(404);
});

test("a reset sets a new password, ends every session and makes older links worthless", async () => {
  const { id } = await aPerson(system, "dora", "operator");
  const before = await signedIn(http, "dora");
  const reset = async () => (await post(`/api/v1/people/${id}/reset`, {}, admin)).json() as { url: string };
  const first = await reset();
  const second = await reset();
  expect((await read(tokenOf(first))).statusCode).toBe(404);
  expect((await read(tokenOf(second))).json()).toMatchObject({ kind: "reset", login: "dora" });
  const answer = await post("/api/v1/invitations/accept", {
    token: tokenOf(second),
    password: "seven green doors",
  });
  expect(answer.json().login).toBe("dora");
  expect((await http.inject({ url: "/api/v1/session", headers: before })).statusCode).toBe(401);
  await signedIn(http, "dora", "seven green doors");
});

test("a reset ends after 24 hours", async () => {
  const { id } = await aPerson(system, "eva", "operator");
  const link = (await post(`/api/v1/people/${id}/reset`, {}, admin)).json();
  system.clock.forward({ hours: 24, minutes: 1 });
  expect((await read(tokenOf(link))).statusCode).toBe(404);
});

test("by command: a person is invited under a login, and a lost admin gets a new password", async () => {
  const at = { now: system.clock.now(), publicUrl: system.publicUrl() };
  const link = await inviteUser(system.db, { name: "Fina", login: "Fina", role: "manager" }, at);
  expect((await read(tokenOf(link))).json()).toEqual({ kind: "invitation", name: "Fina", login: "fina" });
  expect((await accept(tokenOf(link), null)).json()).toMatchObject({ login: "fina", role: "manager" });
  const reset = await resetPassword(system.db, "root", at);
  expect((await accept(tokenOf(reset), null)).json().login).toBe("root");
  admin = await signedIn(http, "root");
});

test("no link's secret is in a log or a table", async () => {
  const token = tokenOf(await invite("Gala"));
  await read(token);
  await accept(token, "gala");
  const [dump] = await system.db.query<{ all: string }>(
    "select (select string_agg(i::text, '') from invitation i) || (select string_agg(a::text, '') from audit a) as all",
  );
  expect(system.logged() + dump?.all).not.toContain(token);
  expect(dump?.all).not.toContain("Gala,gala");
});
