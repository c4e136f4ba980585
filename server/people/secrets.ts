/** What a browser, a program or a link holds, and the hash we keep of it: a copy of the database opens nothing. */
import { createHash, randomBytes } from "node:crypto";

const BYTES = 32;

/** 256 random bits, so a plain hash is enough: there is nothing to guess. */
export function makeSecret(prefix = ""): { secret: string; hash: Buffer } {
  const secret = prefix + randomBytes(BYTES).toString("base64url");
  return { secret, hash: hashOf(secret) };
}

export const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();
