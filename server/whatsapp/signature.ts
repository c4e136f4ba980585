/** Whether Meta sent it: HMAC-SHA256 over the raw bytes, never over re-serialised JSON (Meta signs `\u00e4`, not `ä`). */
import { createHmac, timingSafeEqual } from "node:crypto";

/** The exact form Meta sends; upper case, SHA-1 and anything shorter or longer are refused. */
const FORM = /^sha256=[0-9a-f]{64}$/;

/** True if any of the secrets signed the body: there is one a number, and two of a number while it is being changed. */
export function isSigned(body: Buffer, header: unknown, secrets: readonly string[]): boolean {
  if (typeof header !== "string" || !FORM.test(header)) return false;
  const given = Buffer.from(header.slice(7), "hex");
  return secrets.some((secret) => timingSafeEqual(given, createHmac("sha256", secret).update(body).digest()));
}

/** Compares in constant time whatever the lengths are. */
export function isSameSecret(given: string, kept: string): boolean {
  const digest = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return timingSafeEqual(digest(given), digest(kept));
}
