/** Whether the disk below a folder has room for PostgreSQL to write on. */
import { statfs } from "node:fs/promises";

/** Two of its write-ahead segments: with less it cannot be sure to end what it began, and stops at once. */
const LEAST_BYTES = 32 * 2 ** 20;

export async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize >= LEAST_BYTES;
}
