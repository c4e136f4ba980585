/** Secrets at rest: AES-256-GCM with a key from BATON_SECRET_KEY, else from a file in the data folder. */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folderFault } from "../db/embedded-faults.ts";

export type Seal = {
  close(secret: string): Buffer;
  /** Null when it was sealed with another key. */
  open(sealed: Buffer): string | null;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

export function sealWith(key: Buffer): Seal {
  return {
    close(secret) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv);
      const body = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed) {
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, IV_BYTES));
        decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return (
          decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
        );
      } catch {
        return null;
      }
    },
  };
}

/** The key of this installation, made at the first start. Keep `secret.key` with the backup: sealed secrets need it. */
export async function openSeal(dataFolder: string, fromEnvironment: string | null): Promise<Seal> {
  if (fromEnvironment) return sealWith(Buffer.from(fromEnvironment, "hex"));
  try {
    return sealWith(await keyFromFile(dataFolder));
  } catch (error) {
    throw folderFault(dataFolder, error);
  }
}

async function keyFromFile(dataFolder: string): Promise<Buffer> {
  const path = join(dataFolder, "secret.key");
  await mkdir(dataFolder, { recursive: true });
  const made = randomBytes(32).toString("hex");
  // wx: of two processes that start at once the first one's key stays.
  await writeFile(path, `${made}\n`, { flag: "wx", mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await chmod(path, 0o600);
  return Buffer.from((await readFile(path, "utf8")).trim(), "hex");
}
