/**
 * A disk that a test can fill: a tmpfs in a mount namespace of its own, which is gone when the test is, however it
 * ended. Root mounts it outright, anybody else as root of a user namespace.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, rm, rmdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type SmallDisk = {
  /** Its path for whoever is started through `through`. */
  folder: string;
  /** The same place for this process. */
  seenAs: string;
  /** To be put before a command. */
  through: readonly string[];
  /** Until no byte is left. */
  fill(): Promise<void>;
  /** What `fill` took. */
  free(): Promise<void>;
  close(): Promise<void>;
};

const isRoot = process.getuid?.() === 0;

/** A reason in words where this machine cannot make one. */
export async function smallDisk(megabytes: number): Promise<SmallDisk | string> {
  if (process.platform !== "linux")
    return `a small disk is made by Linux's namespaces, this is ${process.platform}`;
  const folder = await mkdtemp(join(tmpdir(), "baton-small-disk-"));
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=0755 baton-small-disk "$1" && echo ready && exec cat`;
  const holder = spawn("unshare", [isRoot ? "-m" : "-rm", "sh", "-c", mount, "sh", folder], {
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = await firstWords(holder);
  if (said !== "ready") {
    holder.kill();
    await rmdir(folder);
    return `no small disk can be mounted here: ${said}`;
  }
  const seenAs = `/proc/${holder.pid}/root${folder}`;
  const ballast = join(seenAs, "ballast");
  const enter = ["nsenter", "-t", String(holder.pid), "-m"];
  const asOurselves = ["-U", "--preserve-credentials", "--", "unshare", "-U"];
  return {
    folder,
    seenAs,
    through: isRoot
      ? [...enter, "--"]
      : [
          ...enter,
          ...asOurselves,
          `--map-user=${process.getuid?.()}`,
          `--map-group=${process.getgid?.()}`,
          "--",
        ],
    fill: () => fill(ballast),
    free: () => rm(ballast, { force: true }),
    async close() {
      holder.stdin?.end();
      await once(holder, "exit");
      await rmdir(folder);
    },
  };
}

async function firstWords(child: ChildProcess): Promise<string> {
  const words = Promise.withResolvers<string>();
  child.once("error", (error) => words.resolve(error.message));
  for (const stream of [child.stdout, child.stderr])
    stream?.once("data", (data: Buffer) => words.resolve(data.toString().trim()));
  child.once("exit", (code) => words.resolve(`unshare ended with ${code}`));
  return words.promise;
}

async function fill(file: string): Promise<void> {
  const ballast = await open(file, "a");
  try {
    for (let bytes = 4 * 2 ** 20; bytes >= 4096; ) {
      const { bytesWritten } = await ballast.write(Buffer.alloc(bytes)).catch((error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "ENOSPC") return { bytesWritten: 0 };
        throw error;
      });
      if (bytesWritten === 0) bytes /= 2;
    }
  } finally {
    await ballast.close();
  }
}
