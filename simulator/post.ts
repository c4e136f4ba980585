/** One POST of a webhook body, with Meta's header. */
import { signBody } from "./signature.ts";

const PATIENCE_MS = 20_000;

/** `answer` is null when there was none: refused, cut off, or too slow. */
export async function postSigned(
  webhook: string,
  appSecret: string,
  body: Buffer,
  signature: "right" | "wrong" | "none",
): Promise<{ answer: number | null; ms: number }> {
  const headers = new Headers({ "content-type": "application/json", "user-agent": "facebookexternalua" });
  const secret = signature === "wrong" ? `not ${appSecret}` : appSecret;
  if (signature !== "none") headers.set("x-hub-signature-256", signBody(secret, body));
  const began = performance.now();
  const took = () => Math.round((performance.now() - began) * 10) / 10;
  try {
    const response = await fetch(webhook, {
      method: "POST",
      headers,
      body: new Uint8Array(body),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    await response.arrayBuffer();
    return { answer: response.status, ms: took() };
  } catch {
    return { answer: null, ms: took() };
  }
}
