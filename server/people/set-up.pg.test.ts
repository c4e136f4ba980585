import type { FastifyInstance } from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { peopleApi } from "../../shared/api/people.ts";
import { aPerson, cookiesOf, type HttpSystem, httpSystem, PASSWORD } from "../../test/http-system.ts";
import { openHttp } from "../http/server.ts";
import { peopleRoutes } from "./routes.ts";
import { ensureSetupCode } from "./set-up.ts";

let system: HttpSystem;
let http: FastifyInstance;

beforeEach(async () => {
  system = await httpSystem();
  http = await openHttp(system, { register: (on) => peopleRoutes(on, system), endpoints: peopleApi });
});
afterEach(async () => {
  await http.close();
  await system.close();
});

const setUp = (code: string, login = "ana", more: Record<string, unknown> = {}) =>
  http.inject({
    method: "POST",
    url: "/api/v1/set-up",
    payload: { code, name: "Ana", login, password: PASSWORD, locale: "es", ...more },
  });
const isNeeded = async () => (await http.inject("/api/v1/set-up")).json().needed as boolean;
const codeOf = async () => (await ensureSetupCode(system)) ?? "no code";

test("the code of the start makes the first admin and signs in", async () => {
  expect(await isNeeded()).toBe(true);
  const code = await codeOf();
  expect(code).toMatch(/^BATON-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  const answer = await setUp(code);
  expect(answer.json()).toMatchObject({ name: "Ana", role: "admin", locale: "es" });
  const me = await http.inject({ url: "/api/v1/session", headers: { cookie: cookiesOf(answer) } });
  expect(me.json()).toEqual(answer.json());
  expect(await isNeeded()).toBe(false);
  expect(await ensureSetupCode(system)).toBeNull();
});

test("the code is taken as people type it", async () => {
  const code = await codeOf();
  const typed = ` ${code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")} `;
  expect((await setUp(typed)).statusCode).toBe(200);
});

test("a wrong code is refused, and so is the right one after ten wrong ones, until time has passed", async () => {
  const code = await codeOf();
  for (let i = 0; i < 10; i++) expect((await setUp("BATON-0000-0000")).json().error.code).toBe("wrong_code");
  expect((await setUp(code)).statusCode).toBe(429);
  system.clock.forward({ minutes: 16 });
  expect((await setUp(code)).statusCode).toBe(200);
});

test("of two codes printed by two processes the newest works", async () => {
  const first = await codeOf();
  const second = await codeOf();
  expect((await setUp(first)).json().error.code).toBe("wrong_code");
  expect((await setUp(second)).statusCode).toBe(200);
});

test("of two who set up at once one wins", async () => {
  const code = await codeOf();
  const answers = await Promise.all([setUp(code, "ana"), setUp(code, "berta"), setUp(code, "carla")]);
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409]);
  expect(await system.db.query("select 1 from account")).toHaveLength(1);
});

test("without a code, or with an admin there, nobody can set up", async () => {
  expect((await setUp("BATON-0000-0000")).json().error.code).toBe("already_set_up");
  const code = await codeOf();
  await aPerson(system, "root", "admin");
  expect((await setUp(code)).json().error.code).toBe("already_set_up");
});

test("a frequent password does not become the first admin's", async () => {
  const answer = await setUp(await codeOf(), "ana", { password: "Password123" });
  expect(answer.json().error.code).toBe("weak_password");
  expect(await isNeeded()).toBe(true);
});

test("the code is kept only as a hash and logged nowhere", async () => {
  const code = await codeOf();
  await setUp("BATON-0000-0000");
  const rows = await system.db.query("select code_hash::text from setup_code");
  expect(JSON.stringify(rows)).not.toContain(code.slice(6).replace("-", ""));
  expect(system.logged()).not.toContain(code);
});
