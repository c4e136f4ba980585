import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import {
  type Embedded,
  type EmbeddedConnection,
  joinEmbedded,
  type Loss,
  startEmbedded,
} from "./embedded.ts";

const isRoot = process.getuid?.() === 0;
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "baton-embedded-"));
  await chmod(folder, 0o755);
  // A killed Baton's PostgreSQL may still be writing its last.
  cleanups.push(() => rm(folder, { recursive: true, force: true, maxRetries: 50 }));
  return folder;
}

async function started(dataFolder: string, onLost?: (loss: Loss) => void): Promise<Embedded> {
  const embedded = await startEmbedded({ dataFolder, ...(onLost && { onLost }) });
  cleanups.push(() => embedded.stop());
  return embedded;
}

async function ask(connection: EmbeddedConnection, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query(statement);
    return rows;
  } finally {
    await client.end();
  }
}

const Said = z.object({
  pid: z.number().optional(),
  connection: z.custom<EmbeddedConnection>().optional(),
  refused: z.string().optional(),
});

/** Another Baton, in a process (and process group) of its own. */
async function anOwner(dataFolder: string, as: { uid?: number; gid?: number } = {}) {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(import.meta.dirname, "../../test/embedded-owner.ts"), dataFolder],
    { ...as, detached: true, stdio: ["ignore", "pipe", "inherit"] },
  );
  cleanups.push(async () => child.kill("SIGKILL"));
  const [line] = child.stdout ? await once(child.stdout, "data") : [];
  return { child, said: Said.parse(JSON.parse(String(line))) };
}

const isAlive = (pid: number | undefined): boolean => {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("the cluster is durable, checked, of one locale everywhere, and reachable by its socket alone", async () => {
  const { connection } = await started(await aFolder());
  const [found] = await ask(
    connection,
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
            current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listen,
            datlocprovider::text as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding
     from pg_database where datname = current_database()`,
  );
  expect(found).toEqual({
    fsync: "on",
    commit: "on",
    checksums: "on",
    listen: "",
    provider: "b",
    locale: "C.UTF-8",
    encoding: "UTF8",
  });
});

test("the socket refuses who does not know the password", async () => {
  const { connection } = await started(await aFolder());
  await expect(ask({ ...connection, password: "password" }, "select 1")).rejects.toMatchObject({
    code: "28P01",
  });
});

test("a stop and a start keep what was written", async () => {
  const folder = await aFolder();
  const first = await started(folder);
  await ask(first.connection, "create table kept as select 1 as one");
  await first.stop();
  const second = await started(folder);
  expect(await ask(second.connection, "select one from kept")).toEqual([{ one: 1 }]);
});

test("a second Baton on the folder is refused with what to do, and the first goes on", async () => {
  const folder = await aFolder();
  const first = await started(folder);
  const { said } = await anOwner(folder);
  expect(said.refused).toBe(
    `Another Baton is using ${folder}. Stop it first or set BATON_DATA to another folder.`,
  );
  expect(await ask(first.connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a command joins the database of a running Baton", async () => {
  const folder = await aFolder();
  expect(await joinEmbedded(folder)).toBeUndefined();
  const { connection } = await started(folder);
  expect(await joinEmbedded(folder)).toEqual(connection);
});

test("a Baton that is killed leaves no PostgreSQL behind", async () => {
  const { child, said } = await anOwner(await aFolder());
  expect(isAlive(said.pid)).toBe(true);
  child.kill("SIGKILL");
  await vi.waitFor(() => expect(isAlive(said.pid)).toBe(false), { timeout: 20_000, interval: 50 });
});

test("a start right after a kill waits for the old PostgreSQL and finds every committed row", async () => {
  const folder = await aFolder();
  const { child, said } = await anOwner(folder);
  if (said.connection === undefined) throw new Error(said.refused);
  await ask(said.connection, "create table kept as select generate_series(1, 1000) as number");
  child.kill("SIGKILL");
  const next = await started(folder);
  expect(await ask(next.connection, "select count(*)::int as rows from kept")).toEqual([{ rows: 1000 }]);
});

test("a PostgreSQL that is killed is started again and the pool finds it", async () => {
  const losses: Loss[] = [];
  const embedded = await started(await aFolder(), (loss) => losses.push(loss));
  const pool = new pg.Pool(embedded.connection);
  pool.on("error", () => {});
  cleanups.push(() => pool.end());
  await pool.query("create table kept as select 1 as one");
  const killed = embedded.pid;
  process.kill(killed, "SIGKILL");
  await vi.waitFor(() => expect(embedded.pid).not.toBe(killed), { timeout: 30_000, interval: 50 });
  await vi.waitFor(
    async () => expect((await pool.query("select one from kept")).rows).toEqual([{ one: 1 }]),
    {
      timeout: 10_000,
      interval: 50,
    },
  );
  expect(losses).toEqual([{ kind: "restarting" }]);
});

test("Ctrl-C leaves PostgreSQL to Baton, which drains first", async () => {
  const { child, said } = await anOwner(await aFolder());
  if (child.pid === undefined || said.connection === undefined) throw new Error(said.refused);
  process.kill(-child.pid, "SIGINT");
  await sleep(300);
  expect(await ask(said.connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a folder with a path longer than a socket's may be", async () => {
  const folder = join(await aFolder(), "a".repeat(120), "b".repeat(120));
  const { connection } = await started(folder);
  expect(await ask(connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test.runIf(isRoot)("a folder below one that is closed to PostgreSQL's user", async () => {
  const home = await aFolder();
  await chmod(home, 0o700);
  const { connection } = await started(join(home, "data"));
  expect(await ask(connection, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a data folder that is a file is refused with what to do", async () => {
  const file = join(await aFolder(), "data");
  await writeFile(file, "");
  await expect(startEmbedded({ dataFolder: file })).rejects.toThrow(
    `${file} is not a folder. Remove what is there or set BATON_DATA to another folder.`,
  );
});

test("a cluster of another PostgreSQL is refused untouched", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, "postgres/PG_VERSION"), "17\n");
  await expect(startEmbedded({ dataFolder: folder })).rejects.toThrow(/written by PostgreSQL 17/);
});

test("a folder of somebody's own is not made a cluster", async () => {
  const folder = await aFolder();
  await mkdir(join(folder, "postgres"));
  await writeFile(join(folder, "postgres/letter.txt"), "Dear Ana");
  await expect(startEmbedded({ dataFolder: folder })).rejects.toThrow(/not a PostgreSQL cluster/);
});

const nobody = { uid: 65534, gid: 65534 };

test.runIf(isRoot)("a folder Baton may not write in is refused with what to do", async () => {
  const { said } = await anOwner(await aFolder(), nobody);
  expect(said.refused).toMatch(/^Baton may not write in .* or set BATON_DATA to another folder\.$/);
});

test.runIf(isRoot)("a folder of another user is refused with what to do", async () => {
  const folder = await aFolder();
  await (await started(folder)).stop();
  await chmod(folder, 0o777);
  const { said } = await anOwner(folder, nobody);
  expect(said.refused).toMatch(/belongs to another user|may not write in/);
});
