/** One POST of a webhook body, with Meta's header. `node:http` and not `fetch`: a third of the cost at a thousand a second. */
import { Agent, request as requestPlain } from "node:http";
import { request as requestSecure, Agent as SecureAgent } from "node:https";
import { signBody } from "./signature.ts";

const PATIENCE_MS = 20_000;

export type Poster = {
  /** `answer` is null when there was none: refused, cut off, or too slow. */
  post: (
    url: string,
    body: Buffer,
    signature: "right" | "wrong" | "none",
  ) => Promise<{ answer: number | null; ms: number }>;
  close: () => void;
};

export function createPoster(appSecret: string): Poster {
  const plain = new Agent({ keepAlive: true, maxFreeSockets: 40 });
  const secure = new SecureAgent({ keepAlive: true, maxFreeSockets: 40 });

  return {
    post: function post(url, body, signature) {
      const secret = signature === "wrong" ? `not ${appSecret}` : appSecret;
      const headers = {
        "content-type": "application/json",
        "content-length": String(body.length),
        "user-agent": "facebookexternalua",
        ...(signature === "none" ? {} : { "x-hub-signature-256": signBody(secret, body) }),
      };
      const began = performance.now();
      return new Promise((resolve) => {
        const end = (answer: number | null) =>
          resolve({ answer, ms: Math.round((performance.now() - began) * 10) / 10 });
        const isSecure = url.startsWith("https:");
        const options = { method: "POST", headers, timeout: PATIENCE_MS };
        const outgoing = isSecure
          ? requestSecure(url, { ...options, agent: secure })
          : requestPlain(url, { ...options, agent: plain });
        outgoing.on("response", (response) => {
          response.resume();
          response.once("end", () => end(response.statusCode ?? null));
          response.once("error", () => end(null));
        });
        outgoing.once("timeout", () => outgoing.destroy());
        outgoing.once("error", () => {
          /** The other side had closed an idle connection just as we took it. */
          if (outgoing.reusedSocket) void post(url, body, signature).then(resolve);
          else end(null);
        });
        outgoing.end(body);
      });
    },
    close: () => {
      plain.destroy();
      secure.destroy();
    },
  };
}
