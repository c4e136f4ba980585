/** Whether the disk below a folder has room for PostgreSQL to write on. */
import { statfs } from "node:fs/promises";
import { dirname } from "node:path";

/** Two of its write-ahead segments: with less it cannot be sure to end what it began, and stops at once. */
const LEAST_BYTES = 32 * 2 ** 20;

/** Of a folder that is still to be made: where it will be. */
export async function hasRoom(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= LEAST_BYTES;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing || dirname(folder) === folder) throw error;
    return hasRoom(dirname(folder));
  }
}
