/** Who PostgreSQL runs as: it refuses root, so a Baton started by root gives it another user. */
import { execFileSync, spawnSync } from "node:child_process";
import { stat } from "node:fs/promises";
import { StartError } from "../start-error.ts";

/** Undefined: PostgreSQL runs as we do. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The owner of an existing cluster if there is one, so a folder first used by an ordinary user still opens for root. */
export async function chooseUser(clusterFolder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const runAs = (await ownerOf(clusterFolder)) ?? userNamed("postgres") ?? userNamed("nobody");
  if (runAs === undefined) {
    throw new StartError(
      "PostgreSQL refuses to run as root and there is no user “postgres” or “nobody” to run it as. " +
        "Start Baton as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  const probe = spawnSync("/bin/sh", ["-c", ":"], { ...runAs, cwd: "/" });
  if (probe.error !== undefined || probe.status !== 0) {
    throw new StartError(
      "Baton runs as root but may not change to another user, and PostgreSQL refuses to run as root. " +
        "Start Baton as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
      { cause: probe.error },
    );
  }
  return runAs;
}

/** Asks the system rather than reading modes: access lists and mounts count too. */
export function canUse(runAs: RunAs, path: string, test: "-r" | "-x"): boolean {
  const script = 'test "$1" "$2"';
  return spawnSync("/bin/sh", ["-c", script, "sh", test, path], { ...runAs, cwd: "/" }).status === 0;
}

async function ownerOf(folder: string): Promise<RunAs> {
  try {
    const { uid, gid } = await stat(folder);
    return uid === 0 ? undefined : { uid, gid };
  } catch {
    return undefined;
  }
}

/** `id` also knows users that are not in /etc/passwd. */
function userNamed(name: string): RunAs {
  try {
    const ask = (what: string) =>
      Number(execFileSync("id", [what, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: ask("-u"), gid: ask("-g") };
  } catch {
    return undefined;
  }
}
