/** Reads one post of WhatsApp's and answers it: 200 only after the raw body is committed to disk (law 1). */
import type { IncomingMessage, ServerResponse } from "node:http";

/** Meta posts up to 3 MB. */
export const MOST_BODY_BYTES = 3 * 1024 * 1024;

export type TakePost = {
  isSigned(body: Buffer, signature: unknown): boolean;
  /** Resolves when it is on disk. */
  append(body: Buffer): Promise<void>;
  onTrouble(error: unknown): void;
};

/** Nothing here throws: what goes wrong is an answer. */
export function takePost(request: IncomingMessage, response: ServerResponse, take: TakePost): void {
  if (Number(request.headers["content-length"]) > MOST_BODY_BYTES) {
    refuseLarge(request, response);
    return;
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  request.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk);
    else if (!response.headersSent) refuseLarge(request, response);
  });
  // A sender that breaks off before the end was given no answer, and nothing of it is kept.
  request.on("error", () => {});
  request.on("end", () => {
    const [first, ...rest] = chunks;
    if (!response.headersSent)
      keep(rest.length === 0 && first ? first : Buffer.concat(chunks), request, response, take);
  });
}

function keep(body: Buffer, request: IncomingMessage, response: ServerResponse, take: TakePost): void {
  if (!take.isSigned(body, request.headers["x-hub-signature-256"])) {
    refuse(response, 401, "bad_signature", "No app secret that is set here signed this body.");
    return;
  }
  take.append(body).then(
    () => response.writeHead(200, NOTHING).end(),
    (error: unknown) => {
      take.onTrouble(error);
      response.setHeader("retry-after", "5");
      refuse(response, 503, "unavailable", "The delivery could not be stored. Send it again.");
    },
  );
}

const NOTHING = { "content-length": "0" };

/** What is left of the body is let go by, so that the answer is read before the connection ends. */
function refuseLarge(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("connection", "close");
  refuse(response, 413, "too_large", "A delivery may hold at most 3 MiB.");
  request.resume();
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8" })
    .end(JSON.stringify({ error: { code, message } }));
}
