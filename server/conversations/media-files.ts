/** Where the bytes of media lie: named by what they hold, so the same photo sent twice is kept once. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, openAsBlob } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { syncFolder } from "../sync-folder.ts";
import { isHashOf } from "./media-rules.ts";

export type Kept =
  | { kind: "kept"; storedAs: string; bytes: number }
  | { kind: "too_large" }
  | { kind: "wrong_hash" };

/**
 * All that Baton asks of a place for files, so that an object store can stand in for the disk. A name is the hex
 * SHA-256 of the bytes it stands for: what lies under a name never changes, and writing it twice is writing it once.
 */
export type MediaFiles = {
  /**
   * Keeps the bytes if they are no more than allowed and, where a hash is given (hex or base64), are the right ones;
   * else nothing of them stays. Once it answers `kept` they outlive a power cut. Rises when there is no room.
   */
  put(bytes: AsyncIterable<Uint8Array>, rules: { mostBytes: number; sha256: string | null }): Promise<Kept>;
  /** How many bytes; null when it is not there. */
  size(storedAs: string): Promise<number | null>;
  /** From the first to the last byte, both included; a stream that fails when it is not there. */
  read(storedAs: string, range?: { start: number; end: number }): Readable;
  /** To be handed on with a known length, its bytes read only then. Rises when it is not there. */
  blob(storedAs: string, mimeType: string): Promise<Blob>;
  /** Harmless when it is not there. */
  remove(storedAs: string): Promise<void>;
};

/** Media on this machine's disk. Only a backup may ask for a path: a file held open stays whole while it is removed. */
export function openMediaFiles(dataFolder: string): MediaFiles & { path(storedAs: string): string } {
  const folder = join(dataFolder, "media");

  function path(storedAs: string): string {
    if (!/^[0-9a-f]{64}$/.test(storedAs)) throw new Error("not the name of a kept file");
    return join(folder, storedAs.slice(0, 2), storedAs);
  }

  return {
    path,
    async put(bytes, { mostBytes, sha256 }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `draft-${randomUUID()}`);
      const file = await open(draft, "wx", 0o600);
      try {
        const written = await write(file, bytes, mostBytes);
        if (!written) return { kind: "too_large" };
        if (sha256 && !isHashOf(sha256, written.hex)) return { kind: "wrong_hash" };
        const target = path(written.hex);
        await mkdir(dirname(target), { recursive: true, mode: 0o700 });
        // On disk before it has its name, and the name on disk before the row that speaks of it.
        await file.sync();
        await rename(draft, target);
        await syncFolder(dirname(target));
        return { kind: "kept", storedAs: written.hex, bytes: written.size };
      } finally {
        await file.close();
        await rm(draft, { force: true });
      }
    },
    async size(storedAs) {
      try {
        return (await stat(path(storedAs))).size;
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
        throw error;
      }
    },
    read: (storedAs, range) => createReadStream(path(storedAs), range),
    blob: (storedAs, type) => openAsBlob(path(storedAs), { type }),
    remove: (storedAs) => rm(path(storedAs), { force: true }),
  };
}

async function write(
  file: FileHandle,
  bytes: AsyncIterable<Uint8Array>,
  mostBytes: number,
): Promise<{ hex: string; size: number } | null> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > mostBytes) return null;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  return { hex: hash.digest("hex"), size };
}
