/** How Meta signs: HMAC-SHA256 over the bytes it sends, in which every non-ASCII character is escaped. */
import { createHmac } from "node:crypto";

/** JSON of pure ASCII: whoever re-serialises the body before checking it gets another signature, as in life. */
export function toEscapedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** The value of `X-Hub-Signature-256`. */
export function signBody(appSecret: string, body: Uint8Array): string {
  return `sha256=${createHmac("sha256", appSecret).update(body).digest("hex")}`;
}
