/** The folder of the embedded cluster: made on first use, checked on every one. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmod,
  chown,
  lchown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartError } from "../start-error.ts";
import type { Binaries } from "./embedded-binaries.ts";
import { diskFull, folderFault, foreignOwner, processFault } from "./embedded-faults.ts";
import { settingsFile } from "./embedded-settings.ts";
import { canUse, chooseUser, type RunAs } from "./embedded-user.ts";

export const SUPERUSER = "baton";
const ENOUGH_BYTES = 64 * 2 ** 20;
const STALE_DRAFT_MS = 10 * 60_000;

export type Cluster = {
  dataFolder: string;
  /** Our path to the cluster. */
  folder: string;
  /** PostgreSQL's own path to it, to be started with `folder` as its working directory. */
  folderForPostgres: string;
  runAs: RunAs;
  password: string;
};

export const clusterFolder = (dataFolder: string): string => join(dataFolder, "postgres");

/** Makes the data folder if need be and says who will own the cluster in it. */
export async function openDataFolder(wanted: string): Promise<{ dataFolder: string; runAs: RunAs }> {
  try {
    const isRoot = process.getuid?.() === 0;
    // Another user must pass through to its cluster when root starts us; nothing in it is readable by others.
    await makeFolder(wanted, isRoot ? 0o711 : 0o700);
    const dataFolder = await realpath(wanted);
    const runAs = await chooseUser(clusterFolder(dataFolder));
    const { bavail, bsize } = await statfs(dataFolder);
    if (bavail * bsize < ENOUGH_BYTES) throw diskFull(dataFolder);
    return { dataFolder, runAs };
  } catch (error) {
    throw folderFault(wanted, error);
  }
}

/** Node's own recursive mkdir hides a read-only disk behind ENOENT, and never returns below /proc. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  const make = (): Promise<void> => mkdir(folder, { mode });
  try {
    await make();
  } catch (error) {
    if (isTaken(error) && (await stat(folder)).isDirectory()) return;
    if (!isMissing(error) || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder), mode);
    await make();
  }
}

export async function prepareCluster(
  dataFolder: string,
  runAs: RunAs,
  binaries: Binaries,
  settings?: Readonly<Record<string, string>>,
): Promise<Cluster> {
  const folder = clusterFolder(dataFolder);
  try {
    await removeDrafts(dataFolder);
    if ((await versionOf(folder)) === undefined) await createCluster(dataFolder, runAs, binaries);
    const version = await versionOf(folder);
    if (version !== binaries.majorVersion) {
      throw new StartError(
        `${folder} was written by PostgreSQL ${version ?? "of an unknown version"}, this Baton brings PostgreSQL ${binaries.majorVersion}. ` +
          "Start the Baton that wrote it and make a backup, then restore that into an empty folder (BATON_DATA).",
      );
    }
    await settleOwner(dataFolder, folder, runAs);
    const hasCustom = (await readdir(folder)).includes("custom.conf");
    const { bavail, bsize } = await statfs(folder);
    const config = settingsFile({ hasCustom, freeBytes: bavail * bsize }, settings);
    await writeOwned(join(folder, "postgresql.conf"), config, runAs);
    const password = await readPassword(folder);
    return { dataFolder, folder, folderForPostgres: pathFor(runAs, folder), runAs, password };
  } catch (error) {
    throw folderFault(dataFolder, error);
  }
}

/** Kept inside the cluster, so that the two are never apart. */
export async function readPassword(folder: string): Promise<string> {
  const file = join(folder, "baton-password");
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StartError(
      `${file} is missing, without it the database does not open. Restore it or a backup.`,
    );
  }
}

/** Where a parent is closed to PostgreSQL's user, it reaches the folder as its own working directory instead. */
function pathFor(runAs: RunAs, folder: string): string {
  return runAs !== undefined && process.platform === "linux" && !canUse(runAs, folder, "-x")
    ? "/proc/self/cwd"
    : folder;
}

/** Made under another name and renamed when whole, so a start that is killed leaves no half cluster. */
async function createCluster(dataFolder: string, runAs: RunAs, binaries: Binaries): Promise<void> {
  const folder = clusterFolder(dataFolder);
  const draft = await mkdtemp(`${folder}.new-`);
  try {
    if (runAs !== undefined) await chown(draft, runAs.uid, runAs.gid);
    const password = randomBytes(32).toString("base64url");
    await initialise(dataFolder, draft, password, runAs, binaries);
    await writeOwned(join(draft, "baton-password"), `${password}\n`, runAs);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Two first starts at once: the other one was quicker, its cluster is as good.
    if (!isTaken(error)) throw error;
  }
}

function initialise(
  dataFolder: string,
  draft: string,
  password: string,
  runAs: RunAs,
  binaries: Binaries,
): Promise<void> {
  const args = [
    ["-D", pathFor(runAs, draft), "-U", SUPERUSER, "--auth=scram-sha-256", "--pwfile=/dev/stdin"],
    ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
    ["--data-checksums", "--no-instructions"],
  ].flat();
  return new Promise((resolve, reject) => {
    // Node's own pipes are sockets, which /dev/stdin cannot reopen; cat makes a real one.
    const child = execFile(
      "/bin/sh",
      ["-c", 'cat | "$@"', "sh", binaries.initdb, ...args],
      { ...runAs, cwd: draft, env: { PATH: process.env.PATH, LC_ALL: "C" } },
      (error, stdout, stderr) =>
        error === null ? resolve() : reject(processFault(dataFolder, "initdb", stdout + stderr)),
    );
    child.stdin?.on("error", () => {});
    child.stdin?.end(`${password}\n`);
  });
}

async function versionOf(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  if (await isEmpty(folder)) return undefined;
  throw new StartError(
    `${folder} holds something that is not a PostgreSQL cluster. Move it away or set BATON_DATA to another folder.`,
  );
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (isMissing(error)) return true;
    throw error;
  }
}

/** A folder copied by root belongs to root, which PostgreSQL refuses; one of another person's is left alone. */
async function settleOwner(dataFolder: string, folder: string, runAs: RunAs): Promise<void> {
  const { uid } = await stat(folder);
  if (runAs === undefined) {
    if (uid !== process.getuid?.()) throw foreignOwner(dataFolder, uid);
  } else if (uid !== runAs.uid) {
    await giveTo(folder, runAs);
    for (const entry of await readdir(folder, { recursive: true })) await giveTo(join(folder, entry), runAs);
  }
  await chmod(folder, 0o700);
}

const giveTo = (path: string, runAs: { uid: number; gid: number }) => lchown(path, runAs.uid, runAs.gid);

async function writeOwned(file: string, text: string, runAs: RunAs): Promise<void> {
  await writeFile(file, text, { mode: 0o600, flush: true });
  if (runAs !== undefined) await chown(file, runAs.uid, runAs.gid);
}

async function removeDrafts(dataFolder: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    if (!name.startsWith("postgres.new-")) continue;
    const draft = join(dataFolder, name);
    const age = await stat(draft).then(
      (found) => performance.timeOrigin + performance.now() - found.mtimeMs,
      () => 0,
    );
    if (age > STALE_DRAFT_MS) await rm(draft, { recursive: true, force: true });
  }
}

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error ? String(error.code) : undefined;
const isMissing = (error: unknown) => codeOf(error) === "ENOENT";
const isTaken = (error: unknown) => ["ENOTEMPTY", "EEXIST"].includes(codeOf(error) ?? "");
