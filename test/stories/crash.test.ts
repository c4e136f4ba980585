/** Law 1: what was acknowledged is there after any death, none of it twice, and the next start needs no help. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinEmbedded } from "../../server/db/embedded.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { keepPosting, NUMBER_ID } from "../webhook-load.ts";
import { until } from "../world.ts";

/** Twenty of each by hand: CRASH_ROUNDS=20 npm test -- test/stories/crash */
const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 2);
const SECRET = "s";

let dataFolder: string;
let env: Record<string, string>;
const acknowledged = new Set<string>();

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), "baton-crash-"));
  env = {
    BATON_DATA: dataFolder,
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: "v",
    WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
  };
});
afterAll(() => rm(dataFolder, { recursive: true, force: true }));

async function summary(): Promise<{ pending: number; dead: number; messages: number }> {
  const { stdout, stderr } = await runBaton(["intake", "summary", "--json"], env);
  if (!stdout.startsWith("{")) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function recorded(baton: BatonProcess): Promise<void> {
  for (let tries = 0; (await summary()).pending > 0; tries++) {
    if (tries > 120) throw new Error(`The inbox does not empty:\n${baton.output()}`);
    await sleep(250);
  }
}

async function expectAllThereOnce(): Promise<void> {
  const connection = await joinEmbedded(dataFolder);
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ wamid: string; n: string }>(
    "select wamid, count(*)::text as n from message group by wamid",
  );
  await client.end();
  const found = new Map(rows.map((row) => [row.wamid, Number(row.n)]));
  expect([...acknowledged].filter((wamid) => !found.has(wamid))).toEqual([]);
  expect(rows.filter((row) => Number(row.n) !== 1)).toEqual([]);
}

describe.each([
  {
    victim: "the server",
    async strike(baton: BatonProcess) {
      await baton.kill();
    },
  },
  {
    victim: "PostgreSQL",
    async strike() {
      const lock = await readFile(join(dataFolder, "postgres", "postmaster.pid"), "utf8");
      process.kill(Number(lock.split("\n")[0]), "SIGKILL");
    },
  },
])("kill -9 of $victim under load", ({ victim, strike }) => {
  test(`loses nothing acknowledged and doubles nothing, ${ROUNDS} times`, {
    timeout: ROUNDS * 60_000,
  }, async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const baton = await startBaton(env);
      const load = keepPosting(baton.url, SECRET, 16, `${victim === "PostgreSQL" ? "p" : "s"}${round}`);
      // At a random moment, but never before anything was acknowledged: that would show nothing.
      await until(
        async () => load.count(),
        (count) => count > 0,
      );
      await sleep(Math.random() * 1200);
      await strike(baton);
      await sleep(300);
      const got = await load.stop();
      for (const wamid of got) acknowledged.add(wamid);
      expect(got.size).toBeGreaterThan(0);
      await baton.kill();
      const again = await startBaton(env);
      await recorded(again);
      await expectAllThereOnce();
      expect((await summary()).dead).toBe(0);
      expect(await again.stop()).toBe(0);
    }
  });
});
