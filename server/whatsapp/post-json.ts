/**
 * One POST over connections that stay open. By node:http itself: half the processor time of `fetch` a call (see
 * docs/decisions/0014), and it tells whether anything can have left.
 */
import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from "node:http";
import { Agent as SecureAgent, request as secureRequest } from "node:https";

export type PostAnswer =
  | { kind: "answered"; status: number; text: string }
  /** `hasLeft` false: there never was a connection, so nothing of it is anywhere else. */
  | { kind: "cut"; why: string; hasLeft: boolean };

/** At WhatsApp's slower hours a thousand a second are many at once. */
const CONNECTIONS = 512;
/**
 * Given up before the other side does it: what is written into a connection that is just being closed has an unknown end.
 */
const IDLE_MS = 4_000;
const kept = { keepAlive: true, maxSockets: CONNECTIONS, maxFreeSockets: CONNECTIONS, timeout: IDLE_MS };
const plain = new PlainAgent(kept);
const secure = new SecureAgent(kept);
/** An answer is a few hundred bytes; a page of somebody's proxy may be long. */
const MOST_BYTES = 256 * 1024;

export function postJson(
  address: string,
  { token, body, timeoutMs }: { token: string; body: string; timeoutMs: number },
): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const isSecure = address.startsWith("https:");
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    let hasLeft = false;
    let request: ClientRequest;
    const end = (answer: PostAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    const cut = (why: string) => end({ kind: "cut", why, hasLeft });
    const timer = setTimeout(() => {
      cut("TimeoutError");
      request?.destroy();
    }, timeoutMs);
    try {
      request = isSecure
        ? secureRequest(address, { method: "POST", agent: secure, headers })
        : plainRequest(address, { method: "POST", agent: plain, headers });
    } catch (error) {
      cut(codeOf(error));
      return;
    }
    request.on("socket", (socket) => {
      const left = () => {
        hasLeft = true;
      };
      if (request.reusedSocket || !(isSecure || socket.connecting)) left();
      else socket.once(isSecure ? "secureConnect" : "connect", left);
    });
    request.on("error", (error) => cut(codeOf(error)));
    request.on("response", (response) => {
      read(response).then(
        (text) => end({ kind: "answered", status: response.statusCode ?? 0, text }),
        (error) => cut(codeOf(error)),
      );
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MOST_BYTES) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Of the innermost causes: a host with several addresses fails with one error for each. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  if (!(error instanceof Error)) return "no answer";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
