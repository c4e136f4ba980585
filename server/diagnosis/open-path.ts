/** An exported chat of this computer's disk: a .txt, a .zip or an unpacked folder. */
import { open, readdir, stat } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import type { ByteSource } from "../../shared/diagnosis/archive/byte-source.ts";
import { type OpenedArchive, openArchive, openFolder } from "../../shared/diagnosis/archive/open-archive.ts";

/** WhatsApp's own folders are flat; somebody may have put one into another. */
const DEEPEST = 4;

/** @throws ArchiveError, and the system's own error when the path cannot be read */
export async function openPath(path: string, limits: { chat?: string } = {}): Promise<OpenedArchive> {
  const root = resolve(path);
  if (!(await stat(root)).isDirectory()) return openArchive(await fileSource(root, basename(root)), limits);
  const sources = [];
  for await (const file of filesIn(root, DEEPEST)) sources.push(await fileSource(file, relative(root, file)));
  return openFolder(basename(root), sources, limits);
}

async function* filesIn(folder: string, deep: number): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && deep > 1 && !entry.name.startsWith(".")) yield* filesIn(path, deep - 1);
  }
}

/** Opened for each read, so nothing has to be closed and a thousand pictures hold no handles. */
async function fileSource(path: string, name: string): Promise<ByteSource> {
  const { size, mtime } = await stat(path);
  return {
    name,
    size,
    modifiedAt: mtime,
    read: async (start, length) => {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(length);
        let filled = 0;
        while (filled < length) {
          const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await file.close();
      }
    },
  };
}
