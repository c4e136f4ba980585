import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { peopleApi } from "../../shared/api/people.ts";
import { aPerson, type HttpSystem, httpSystem, PASSWORD } from "../../test/http-system.ts";
import { peopleRoutes } from "../people/routes.ts";
import { openHttp } from "./server.ts";

const { signIn } = peopleApi;

let system: HttpSystem;
beforeAll(async () => {
  system = await httpSystem();
  await aPerson(system, "ana", "admin");
});
afterAll(() => system?.close());

/** Signs in over a real connection from 127.0.0.1 with these headers; what the server took for the client's address. */
async function asked(trustedProxies: string[], headers: Record<string, string>) {
  const trusting = { ...system, config: { ...system.config, trustedProxies } };
  const http = await openHttp(trusting, {
    register: (routes) => peopleRoutes(routes, trusting),
    endpoints: {},
  });
  try {
    await http.listen({ host: "127.0.0.1", port: 0 });
    const { port } = http.server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}${signIn.path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ login: "ana", password: PASSWORD }),
    });
    expect(answer.status).toBe(200);
    const [row] = await system.db.query<{ address: string | null }>(
      "select address from audit order by id desc limit 1",
    );
    return {
      address: row?.address,
      isSecure: answer.headers.getSetCookie().every((each) => /; Secure/i.test(each)),
    };
  } finally {
    await http.close();
  }
}

const FORWARDED = { "x-forwarded-for": "203.0.113.7", "x-forwarded-proto": "https" };

test("a forged header from somebody not trusted is ignored", async () => {
  expect(await asked([], FORWARDED)).toEqual({ address: "127.0.0.1", isSecure: false });
  expect(await asked(["10.0.0.0/8"], FORWARDED)).toEqual({ address: "127.0.0.1", isSecure: false });
});

test("a trusted proxy says where a request came from, and that it came by https", async () => {
  expect(await asked(["127.0.0.1"], FORWARDED)).toEqual({ address: "203.0.113.7", isSecure: true });
  expect(await asked(["127.0.0.0/8"], {})).toEqual({ address: "127.0.0.1", isSecure: false });
});

test("what a client wrote before the proxy's own word is not believed", async () => {
  const chain = { "x-forwarded-for": "1.1.1.1, 198.51.100.9" };
  expect(await asked(["127.0.0.1"], chain)).toMatchObject({ address: "198.51.100.9" });
  const twoProxies = { "x-forwarded-for": "1.1.1.1, 198.51.100.9, 10.0.0.5" };
  expect(await asked(["127.0.0.1", "10.0.0.0/8"], twoProxies)).toMatchObject({ address: "198.51.100.9" });
});
