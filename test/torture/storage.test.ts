/** A database that goes away or hangs, a disk that is full: 503 and never a false 200, and back by itself. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinEmbedded } from "../../server/db/embedded.ts";
import { type BatonProcess, runBaton, startBaton } from "../process.ts";
import { NUMBER_ID } from "../webhook-load.ts";
import { until } from "../world.ts";
import { megabytesOf, type Pounding, pound } from "./pounding.ts";
import { smallDisk } from "./small-disk.ts";
import { openVictims, PATIENCE_MS, postAll, SECRET, saying, type Victims } from "./victims.ts";

/** `npm run test:long` takes the database away for the minute it may be away in life. */
const AWAY_MS = process.env.BATON_LONG ? 60_000 : 4_000;

const health = async ({ url }: BatonProcess) => {
  const [alive, ready] = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)]);
  return { alive: alive.status, ready: ready.status, ...((await ready.json()) as { problem?: string }) };
};
const isReady = (baton: BatonProcess) =>
  until(
    () => health(baton),
    ({ ready }) => ready === 200,
    PATIENCE_MS,
  );

/** What was acknowledged and is not there, and what is there more than once. */
async function lostOrDoubled(client: pg.Client | pg.Pool, { acknowledged }: Pounding) {
  await until(
    async () => (await client.query("select from inbox limit 1")).rowCount,
    (waiting) => waiting === 0,
    PATIENCE_MS,
  );
  const { rows } = await client.query<{ wamid: string; times: number }>(
    "select wamid, count(*)::int as times from message group by wamid",
  );
  const times = new Map(rows.map((row) => [row.wamid, row.times]));
  const { rows: dead } = await client.query("select reason from delivery where outcome = 'dead'");
  return {
    lost: [...acknowledged].filter((id) => !times.has(id)),
    doubled: rows.filter((row) => row.times > 1),
    dead,
  };
}
const NOTHING = { lost: [], doubled: [], dead: [] };

describe("a database server", () => {
  let victims: Victims;
  let baton: BatonProcess;
  beforeAll(async () => {
    victims = await openVictims();
    baton = await victims.start();
  });
  afterAll(() => victims.close());

  test(`that is away for ${AWAY_MS / 1000} s under load: 503 meanwhile, then 200 by itself, nothing lost`, async () => {
    const token = (await runBaton(["token", "add", "--role", "operator"], victims.env)).stdout.trim();
    const pounding = pound(baton.url, "away", 16);
    await pounding.more(200, 200);
    const before = await megabytesOf(baton.child.pid);
    await victims.setReachable(false);
    await pounding.more(503, 20);
    const acknowledged = pounding.acknowledged.size;
    expect(await health(baton)).toMatchObject({ alive: 200, ready: 503, problem: "database" });
    const board = await fetch(`${baton.url}/api/v1/board`, { headers: { authorization: `Bearer ${token}` } });
    expect([board.status, await board.json()]).toMatchObject([503, { error: { code: "database_away" } }]);
    await sleep(AWAY_MS);
    expect(pounding.acknowledged.size).toBe(acknowledged);
    const after = await megabytesOf(baton.child.pid);
    if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(200);

    await victims.setReachable(true);
    const backMs = await pounding.more(200, 1);
    await pounding.more(200, 200);
    await isReady(baton);
    await pounding.stop();
    expect([...pounding.counts.keys()].toSorted()).toEqual([200, 503]);
    expect(await lostOrDoubled(victims.pool, pounding)).toEqual(NOTHING);
    console.log(
      `database away ${AWAY_MS} ms: first 200 ${backMs} ms after it was back; memory ${before} → ${after} MB`,
    );
  });

  test("that hangs: posts are held up to a limit, refused beyond it, and answered 200 only once written", async () => {
    // Each is the same body, so that recording them later is little work.
    const big = Buffer.concat([saying("wamid.big", "big"), Buffer.alloc(2_900_000, " ")]);
    const count = 70;
    const before = await megabytesOf(baton.child.pid);
    const hold = await victims.hold("inbox");
    const answers: (number | null)[] = [];
    const posts = Array.from({ length: count }, async () => {
      const [answer = null] = await postAll(baton.url, [big]);
      answers.push(answer);
    });
    // 128 MiB wait at most, and one batch of 16 is under way.
    await until(
      async () => answers.length,
      (refused) => refused >= count - Math.ceil((144 * 2 ** 20) / big.length) - 1,
      PATIENCE_MS,
    );
    expect(answers.filter((answer) => answer !== 503)).toEqual([]);
    const held = await megabytesOf(baton.child.pid);
    if (before !== undefined && held !== undefined) expect(held - before).toBeLessThan(600);
    await hold.release();
    await Promise.all(posts);
    const [row] = await victims.query<{ times: number }>(
      `select (select coalesce(sum(times), 0)::int from delivery where sha256 = sha256($1))
         + (select count(*)::int from inbox where body = $1) as times`,
      [big],
    );
    expect(row?.times).toBe(answers.filter((answer) => answer === 200).length);
    expect(row?.times).toBeGreaterThan(30);
    await victims.recorded();
    console.log(`database hung: ${row?.times} of ${count} held and answered; memory ${before} → ${held} MB`);
  });
});

test("told to end while the database is away: it ends, and whatever was acknowledged is found at the next start", async () => {
  const victims = await openVictims();
  const baton = await victims.start();
  const pounding = pound(baton.url, "left", 8);
  await pounding.more(200, 50);
  await victims.setReachable(false);
  await pounding.more(503, 8);
  await pounding.stop();
  const began = performance.now();
  expect(await baton.stop(), baton.output()).toBe(0);
  const tookMs = Math.round(performance.now() - began);
  await victims.setReachable(true);
  const again = await victims.start();
  expect(await lostOrDoubled(victims.pool, pounding)).toEqual(NOTHING);
  expect(await again.stop()).toBe(0);
  await victims.close();
  console.log(`ended ${tookMs} ms after SIGTERM without a database`);
});

describe("the embedded PostgreSQL", () => {
  const cleanups: (() => Promise<unknown>)[] = [];
  afterAll(async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  });
  const env = (dataFolder: string) => ({
    BATON_DATA: dataFolder,
    WHATSAPP_APP_SECRET: SECRET,
    WHATSAPP_VERIFY_TOKEN: "v",
    WHATSAPP_PHONE_NUMBER_ID: NUMBER_ID,
  });
  /** As PostgreSQL's own user, which may do everything. */
  const connect = async (dataFolder: string) => {
    const client = new pg.Client(await joinEmbedded(dataFolder));
    client.on("error", () => {});
    await client.connect();
    return client;
  };

  test("killed under load is back by itself", async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), "baton-torture-"));
    // A killed Baton's PostgreSQL may still be writing its last.
    cleanups.push(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 50 }));
    const baton = await startBaton(env(dataFolder));
    cleanups.push(() => baton.kill());
    const pounding = pound(baton.url, "killed", 16);
    await pounding.more(200, 100);
    const lock = await readFile(join(dataFolder, "postgres", "postmaster.pid"), "utf8");
    process.kill(Number(lock.split("\n")[0]), "SIGKILL");
    await pounding.more(503, 1);
    const backMs = await pounding.more(200, 1);
    await pounding.more(200, 100);
    await pounding.stop();
    expect([...pounding.counts.keys()].toSorted()).toEqual([200, 503]);
    const client = await connect(dataFolder);
    expect(await lostOrDoubled(client, pounding)).toEqual(NOTHING);
    await client.end();
    expect(await baton.stop()).toBe(0);
    console.log(`PostgreSQL killed: first 200 ${backMs} ms after the first 503`);
  });

  test("on a full disk: 503, told in words, and everything goes on by itself once there is room", async (context) => {
    const disk = await smallDisk(256);
    if (typeof disk === "string") return context.skip(disk);
    cleanups.push(() => disk.close());
    const baton = await startBaton(env(join(disk.folder, "data")), disk.through);
    cleanups.push(() => baton.kill());
    const dataFolder = join(disk.seenAs, "data");
    // Words that do not compress, so that the disk is written to in earnest.
    const pounding = pound(baton.url, "full", 8, (n) => `${n} ${randomWords(n)}`);
    await pounding.more(200, 100);
    await disk.fill();
    await pounding.more(503, 100);
    expect(await health(baton)).toMatchObject({ alive: 200, ready: 503, problem: "disk" });

    // The next segment of the write-ahead log cannot be made either: PostgreSQL ends itself at once.
    await exhaustLog(dataFolder);
    const acknowledged = pounding.acknowledged.size;
    await pounding.more(503, 100);
    expect(pounding.acknowledged.size).toBe(acknowledged);
    expect(await health(baton)).toMatchObject({ alive: 200, ready: 503, problem: "disk" });
    expect(baton.output()).toMatch(/The disk that holds .* is full/);

    await disk.free();
    const backMs = await pounding.more(200, 1);
    await pounding.more(200, 100);
    await isReady(baton);
    await pounding.stop();
    expect([...pounding.counts.keys()].toSorted()).toEqual([200, 503]);
    const client = await connect(dataFolder);
    expect(await lostOrDoubled(client, pounding)).toEqual(NOTHING);
    await client.end();
    expect(await baton.stop()).toBe(0);
    console.log(
      `disk full: ${pounding.counts.get(503)} posts refused; first 200 ${backMs} ms after there was room`,
    );
  });

  async function exhaustLog(dataFolder: string): Promise<void> {
    for (;;) {
      try {
        const client = await connect(dataFolder);
        for (;;) {
          await client.query("select pg_logical_emit_message(false, 'torture', 'x')");
          await client.query("select pg_switch_wal()");
        }
      } catch {
        if (!(await joinEmbedded(dataFolder))) return;
      }
    }
  }
});

/** The same for the same number, and nothing a compressor finds a pattern in. */
function randomWords(seed: number): string {
  let state = seed + 1;
  return Array.from({ length: 400 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state.toString(36);
  }).join("");
}
