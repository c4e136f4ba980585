import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peopleApi } from "../../shared/api/people.ts";
import {
  aPerson,
  aToken,
  cookiesOf,
  type HttpSystem,
  httpSystem,
  PASSWORD,
  signedIn,
} from "../../test/http-system.ts";
import { openHttp } from "../http/server.ts";
import { peopleRoutes } from "./routes.ts";

let system: HttpSystem;
let http: FastifyInstance;

beforeAll(async () => {
  system = await httpSystem();
  http = await openHttp(system, { register: (on) => peopleRoutes(on, system), endpoints: peopleApi });
  await aPerson(system, "ana", "admin");
});
afterAll(async () => {
  await http?.close();
  await system?.close();
});

const knock = (login: string, password: string, remoteAddress = "10.0.0.1", cookie = "") =>
  http.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password },
    remoteAddress,
    headers: cookie ? { cookie, "x-baton": "1" } : {},
  });
const whoAmI = (headers: Record<string, string>) => http.inject({ url: "/api/v1/session", headers });
const code = (answer: { json(): { error: { code: string } } }) => answer.json().error.code;

test("the right password signs in, whatever the case of the login", async () => {
  const answer = await knock(" ANA ", PASSWORD);
  expect(answer.json()).toMatchObject({ login: "ana", role: "admin", teamIds: [expect.any(Number)] });
  expect((await whoAmI({ cookie: cookiesOf(answer) })).json()).toMatchObject({ login: "ana" });
});

test("the session cookie cannot be read by scripts or sent by other sites", async () => {
  const [cookie] = [(await knock("ana", PASSWORD)).headers["set-cookie"]].flat();
  expect(cookie).toMatch(/^baton_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("an unknown login and a wrong password get the same answer", async () => {
  const wrong = await knock("ana", "not the password");
  const unknown = await knock("nobody", "not the password");
  expect([wrong.statusCode, wrong.body]).toEqual([unknown.statusCode, unknown.body]);
  expect(wrong.statusCode).toBe(401);
});

test("an unknown login takes as long as a known one", async () => {
  const time = async (login: string) => {
    const start = performance.now();
    await knock(login, "not the password", `10.7.0.${login.length}`);
    return performance.now() - start;
  };
  await time("warmup");
  const known = Math.min(await time("ana"), await time("ana"), await time("ana"));
  const unknown = Math.min(await time("nobody"), await time("nobody"), await time("nobody"));
  expect(unknown).toBeGreaterThan(known / 3);
});

test("the eleventh try from one place is refused until the quarter of an hour is over", async () => {
  await aPerson(system, "berta", "operator");
  const place = "10.0.0.2";
  for (let i = 0; i < 10; i++) expect((await knock("berta", "wrong wrong", place)).statusCode).toBe(401);
  const refused = await knock("berta", PASSWORD, place);
  expect([refused.statusCode, code(refused)]).toEqual([429, "too_many"]);
  expect(refused.json().error.message).toMatch(/Wait 15 min/);
  system.clock.forward({ minutes: 16 });
  expect((await knock("berta", PASSWORD, place)).statusCode).toBe(200);
});

test("guessing from one place does not lock a person out elsewhere", async () => {
  await aPerson(system, "carla", "operator");
  for (let i = 0; i < 12; i++) await knock("carla", "wrong wrong", "10.0.0.3");
  expect((await knock("carla", PASSWORD, "10.0.0.4")).statusCode).toBe(200);
});

test("a browser the person used before gets in although its address has used up its tries", async () => {
  await aPerson(system, "dora", "operator");
  const place = "10.0.0.5";
  const cookie = cookiesOf(await knock("dora", PASSWORD, place));
  for (let i = 0; i < 12; i++) await knock("dora", "wrong wrong", place);
  expect((await knock("dora", PASSWORD, place)).statusCode).toBe(429);
  expect((await knock("dora", PASSWORD, place, cookie)).statusCode).toBe(200);
});

test("many logins from one address are throttled together", async () => {
  const answers = [];
  for (let i = 0; i < 61; i++) answers.push((await knock(`made-up-${i}`, "x", "10.0.0.6")).statusCode);
  expect(answers.slice(0, 60)).toEqual(Array(60).fill(401));
  expect(answers[60]).toBe(429);
});

test("a session unused for fourteen days has ended", async () => {
  const browser = await signedIn(http, "ana");
  system.clock.forward({ days: 13 });
  expect((await whoAmI(browser)).statusCode).toBe(200);
  system.clock.forward({ days: 13 });
  expect((await whoAmI(browser)).statusCode).toBe(200);
  system.clock.forward({ days: 14, minutes: 1 });
  expect((await whoAmI(browser)).statusCode).toBe(401);
});

test("a session ends after ninety days however much it is used", async () => {
  const browser = await signedIn(http, "ana");
  for (let day = 0; day < 89; day += 10) {
    expect((await whoAmI(browser)).statusCode).toBe(200);
    system.clock.forward({ days: 10 });
  }
  expect((await whoAmI(browser)).statusCode).toBe(401);
});

test("last seen is written at most once a minute", async () => {
  const browser = await signedIn(http, "ana");
  const seen = async () => {
    await whoAmI(browser);
    const [row] = await system.db.query<{ at: Date }>(
      "select last_seen_at as at from session order by id desc limit 1",
    );
    return row?.at.toISOString();
  };
  const first = await seen();
  system.clock.forward({ seconds: 50 });
  expect(await seen()).toBe(first);
  system.clock.forward({ seconds: 20 });
  expect(await seen()).toBe(system.clock.now().toISOString());
});

test("signing out ends the session, not only the cookie", async () => {
  const browser = await signedIn(http, "ana");
  const out = await http.inject({ method: "DELETE", url: "/api/v1/session", headers: browser });
  expect(out.json()).toEqual({ ok: true });
  expect((await whoAmI(browser)).statusCode).toBe(401);
});

test("one's sessions are listed and ended one by one; another person's cannot be", async () => {
  await aPerson(system, "eva", "operator");
  const here = await signedIn(http, "eva");
  const there = await signedIn(http, "eva");
  const list = async () =>
    (await http.inject({ url: "/api/v1/sessions", headers: here })).json().sessions as {
      id: number;
      isThisOne: boolean;
    }[];
  const other = (await list()).find((session) => !session.isThisOne);
  const stranger = await signedIn(http, "ana");
  const end = (headers: Record<string, string>) =>
    http.inject({ method: "DELETE", url: `/api/v1/sessions/${other?.id}`, headers });
  expect((await end(stranger)).statusCode).toBe(404);
  expect((await end(here)).statusCode).toBe(200);
  expect((await whoAmI(there)).statusCode).toBe(401);
  expect(await list()).toHaveLength(1);
});

test("a new password needs the old one and ends the other sessions", async () => {
  await aPerson(system, "fina", "operator");
  const here = await signedIn(http, "fina");
  const there = await signedIn(http, "fina");
  const change = (current: string) =>
    http.inject({
      method: "PATCH",
      url: "/api/v1/session",
      headers: here,
      payload: { password: { current, next: "eleven red lanterns" } },
    });
  expect(code(await change("a wrong one"))).toBe("wrong_password");
  expect((await change(PASSWORD)).statusCode).toBe(200);
  expect((await whoAmI(here)).statusCode).toBe(200);
  expect((await whoAmI(there)).statusCode).toBe(401);
  expect((await knock("fina", PASSWORD, "10.0.1.1")).statusCode).toBe(401);
  expect((await knock("fina", "eleven red lanterns", "10.0.1.1")).statusCode).toBe(200);
});

test("a password that many people use is refused with the reason", async () => {
  const headers = await signedIn(http, "ana");
  const answer = await http.inject({
    method: "PATCH",
    url: "/api/v1/session",
    headers,
    payload: { password: { current: PASSWORD, next: "Password123" } },
  });
  expect([answer.statusCode, code(answer)]).toEqual([400, "weak_password"]);
});

test("a token identifies by itself, is counted as used, and is worthless once revoked", async () => {
  const program = await aToken(system, "manager");
  const ask = () => http.inject({ url: "/api/v1/people", headers: program });
  expect((await ask()).statusCode).toBe(200);
  const admin = await signedIn(http, "ana");
  const { tokens } = (await http.inject({ url: "/api/v1/tokens", headers: admin })).json();
  const [token] = tokens;
  expect(token).toMatchObject({ role: "manager", lastUsedAt: system.clock.now().toISOString() });
  await http.inject({ method: "DELETE", url: `/api/v1/tokens/${token.id}`, headers: admin });
  expect((await ask()).statusCode).toBe(401);
});

test("a token made on the screen is shown once and kept as a hash", async () => {
  const headers = await signedIn(http, "ana");
  const answer = await http.inject({
    method: "POST",
    url: "/api/v1/tokens",
    headers,
    payload: { name: "Reports", role: "manager" },
  });
  const { token } = answer.json();
  expect(token).toMatch(/^baton_[\w-]{43}$/);
  const rows = await system.db.query("select * from api_token");
  expect(JSON.stringify(rows)).not.toContain(token);
  expect(
    (await http.inject({ url: "/api/v1/people", headers: { authorization: `bearer ${token}` } })).statusCode,
  ).toBe(200);
});

test("passwords, tokens and cookies are in no log and in no table", async () => {
  const cookie = (await signedIn(http, "ana")).cookie ?? "";
  const session = /baton_session=([\w-]+)/.exec(cookie)?.[1] ?? "missing";
  const [dump] = await system.db.query<{ all: string }>(
    `select (select string_agg(s::text, '') from session s) || (select string_agg(a::text, '') from account a)
       || (select string_agg(a::text, '') from audit a) as all`,
  );
  for (const secret of [PASSWORD, session]) {
    expect(system.logged()).not.toContain(secret);
    expect(dump?.all).not.toContain(secret);
  }
  expect(system.logged()).toContain('"route":"/api/v1/session"');
});
