/** One run of the postgres program: started with its watchdog, awaited, stopped. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { chown, lstat, mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartError } from "../start-error.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { type Cluster, SUPERUSER } from "./embedded-cluster.ts";
import { isLocked, processFault } from "./embedded-faults.ts";
import { canUse, type RunAs } from "./embedded-user.ts";

export type EmbeddedConnection = {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  ssl: false;
};

export type Running = { kind: "running"; pid: number; ended: Promise<string>; stop(): Promise<void> };
export type Attempt = Running | { kind: "locked" } | { kind: "failed"; error: StartError };

/**
 * The watchdog waits for a word on descriptor 3. End of file without one means Baton died, however it died:
 * then it asks postgres for a fast shutdown. `exec` keeps the shell's pid, so `$$` is postgres in the end;
 * the extra parentheses hand the watchdog to init, for postgres mistrusts children it does not know.
 */
const WATCHED = '( { read -r _ <&3 || kill -INT "$$"; } >/dev/null 2>&1 & )\nexec 3<&-\nexec "$@"';
const READY_EVERY_MS = 20;
const FAST_STOP_MS = 60_000;
const SOCKET = ".s.PGSQL.5432";
/** sun_path is 104 bytes on macOS, 108 on Linux. */
const LONGEST_SOCKET = 100;

export function connectionTo(socketFolder: string, password: string, database: string): EmbeddedConnection {
  return { host: socketFolder, port: 5432, user: SUPERUSER, password, database, ssl: false };
}

/** One attempt to start; resolves once a query was answered by this very process, or it ended. */
export async function attemptStart(
  cluster: Cluster,
  binaries: Binaries,
  socketFolder: string,
  log: (line: string) => void,
): Promise<Attempt> {
  const args = [binaries.postgres, "-D", cluster.folderForPostgres, "-k", socketFolder];
  const child = spawn("/bin/sh", ["-c", WATCHED, "sh", ...args], {
    ...cluster.runAs,
    cwd: cluster.folder,
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    // A session of its own: Ctrl-C reaches only Baton, which drains before it stops the database.
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  const output = collect(child, log);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${output()}\n${error.message}`));
    // "close" would also wait for backends that still hold stderr; give the last lines a moment instead.
    child.once("exit", () => setTimeout(() => resolve(output()), 20));
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
    release(child);
  });
  const pid = child.pid;
  const isUp = await answers(cluster, socketFolder, pid, () => isOver).catch(async (error) => {
    await stop(child, ended);
    throw error;
  });
  if (isUp && pid !== undefined) return { kind: "running", pid, ended, stop: () => stop(child, ended) };
  const said = await ended;
  return isLocked(said)
    ? { kind: "locked" }
    : { kind: "failed", error: processFault(cluster.dataFolder, "postgres", said) };
}

/** Short, private, and the same for the same folder. */
export async function makeSocketFolder(dataFolder: string, runAs: RunAs): Promise<string> {
  const name = `baton-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 12)}`;
  const owner = runAs?.uid ?? process.getuid?.();
  for (const place of [tmpdir(), "/tmp"]) {
    const folder = join(place, name);
    if (Buffer.byteLength(join(folder, SOCKET)) > LONGEST_SOCKET || !canUse(runAs, place, "-x")) continue;
    try {
      await mkdir(folder, { mode: 0o700 });
      if (runAs !== undefined) await chown(folder, runAs.uid, runAs.gid);
    } catch {
      // Left by an earlier run, or made by somebody else: looked at below.
    }
    const found = await lstat(folder).catch(() => undefined);
    if (found?.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0) return folder;
  }
  throw new StartError(
    `There is no private place for the database's socket: remove ${join(tmpdir(), name)} or set TMPDIR to a folder of your own with a short path.`,
  );
}

/** What the lock file says: PostgreSQL writes pid, socket folder and state into it. It is never deleted by us. */
export async function readLock(
  folder: string,
): Promise<{ pid: number; socketFolder: string; state: string } | undefined> {
  const text = await readFile(join(folder, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split("\n").map((line) => line.trim());
  return { pid: Number(lines[0]), socketFolder: lines[4] ?? "", state: lines[7] ?? "" };
}

/** Whether a program that is not PostgreSQL has this pid now; where that cannot be told, no. */
export async function isForeign(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "postgres");
  return name.trim() !== "postgres";
}

/** Its own "ready" may be an old one's, so only an answered query counts, and only from the process that we started. */
async function answers(
  cluster: Cluster,
  socketFolder: string,
  pid: number | undefined,
  isOver: () => boolean,
): Promise<boolean> {
  while (!isOver()) {
    await sleep(READY_EVERY_MS);
    const lock = await readLock(cluster.folder);
    if (lock === undefined || lock.pid !== pid) continue;
    if (await isAnswering(connectionTo(socketFolder, cluster.password, "postgres"))) return true;
  }
  return false;
}

export async function isAnswering(connection: EmbeddedConnection): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "28P01") {
      throw new StartError("The embedded database refuses the password kept beside it. Restore a backup.", {
        cause: error,
      });
    }
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Keeps the last lines for an error message; each goes to the log as well. */
function collect(child: ChildProcess, log: (line: string) => void): () => string {
  let kept = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    kept = (kept + text).slice(-8000);
    for (const line of text.split("\n")) if (line.trim() !== "") log(line);
  });
  return () => kept;
}

/** A word instead of end of file: postgres is gone, and its pid may soon be another program's. */
function release(child: ChildProcess): void {
  const pipe = child.stdio[3] as Duplex | null | undefined;
  pipe?.on("error", () => {});
  pipe?.end("done\n");
  child.stderr?.destroy();
}

/** Fast shutdown, which closes connections and writes a checkpoint; immediate if that hangs. Both lose nothing. */
async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), FAST_STOP_MS);
  await ended;
  clearTimeout(timer);
}
