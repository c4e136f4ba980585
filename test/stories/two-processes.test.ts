/** Two app processes on one PostgreSQL server: nothing recorded twice, and what one does the other's screens show. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "../database.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { keepPosting, NUMBER_ID } from "../webhook-load.ts";
import { until } from "../world.ts";

const database = await testDatabase();
const folders = await Promise.all([1, 2].map((n) => mkdtemp(join(tmpdir(), `baton-two-${n}-`))));
const envs = folders.map((folder) => ({
  BATON_DATA: folder,
  DATABASE_URL: database.url,
  WHATSAPP_APP_SECRET: "s",
  WHATSAPP_VERIFY_TOKEN: "v",
  WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
}));
const [env = {}] = envs;
let processes: BatonProcess[];
let token: string;

beforeAll(async () => {
  processes = await Promise.all(envs.map((one) => startBaton(one)));
  token = (await runBaton(["token", "add", "--role", "admin"], env)).stdout.trim();
});
afterAll(async () => {
  await Promise.all(processes.map((baton) => baton.stop()));
  await database.drop();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const ask = async <T>(baton: BatonProcess, path: string, init: RequestInit = {}): Promise<T> => {
  const answer = await fetch(`${baton.url}/api/v1/${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${token}`,
      ...(init.body !== undefined && { "content-type": "application/json" }),
    },
  });
  return (await answer.json()) as T;
};

test("deliveries that come to both are each recorded once", async () => {
  // The same ids are posted to both at once: what Meta does when one answer is lost.
  const loads = processes.map((baton) => keepPosting(baton.url, "s", 8, "two"));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const [first = new Set(), second = new Set()] = await Promise.all(loads.map((load) => load.stop()));
  const distinct = new Set([...first, ...second]).size;
  expect(first.size).toBeGreaterThan(0);
  expect(second.size).toBeGreaterThan(0);
  const summary = await until(
    async () => JSON.parse((await runBaton(["intake", "summary", "--json"], env)).stdout),
    (seen) => seen.pending === 0,
    30_000,
  );
  expect(summary).toMatchObject({ deliveries: distinct, messages: distinct, dead: 0 });
});

test("a request opened on one is told to the screens of the other", async () => {
  const [one, other] = processes;
  if (!one || !other) throw new Error("two processes were started");
  const heard: string[] = [];
  const stream = await fetch(`${other.url}/api/v1/live`, { headers: { authorization: `Bearer ${token}` } });
  const reading = (async () => {
    for await (const chunk of stream.body ?? []) {
      heard.push(Buffer.from(chunk).toString());
      if (heard.join("").includes("board")) return;
    }
  })();
  await until(
    async () => heard.join(""),
    (seen) => seen.includes("hello"),
  );
  await ask(one, "requests", {
    method: "POST",
    body: JSON.stringify({ title: "No hot water", clientName: "Rosa" }),
  });
  await reading;
  const board = await ask<{ columns: { strips: { title: string }[] }[] }>(other, "board");
  expect(board.columns.flatMap(({ strips }) => strips.map(({ title }) => title))).toContain("No hot water");
});
