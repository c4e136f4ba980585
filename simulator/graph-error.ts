/** How the platform refuses: one shape, a code that decides, words that do not. */
import { TITLES } from "./error-codes.ts";

export type Refusal = {
  code: number;
  details?: string;
  subcode?: number;
  /** Instead of the code's own title. */
  message?: string;
};

/** Thrown inside a Graph route, answered as the platform answers. */
export class GraphError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Graph error ${refusal.code}`);
    this.refusal = refusal;
  }
}

export function titleOf(code: number): { title: string; details: string } {
  return TITLES[code] ?? { title: "Something went wrong", details: "See the error code" };
}

let traces = 0;

export function answerRefusal(refusal: Refusal): { status: number; body: object } {
  const { title, details } = titleOf(refusal.code);
  const isAuth = refusal.code === 0 || refusal.code === 190;
  traces += 1;
  return {
    status: httpStatusOf(refusal.code),
    body: {
      error: {
        message: refusal.message ?? `(#${refusal.code}) ${title}`,
        type: refusal.subcode === 33 ? "GraphMethodException" : "OAuthException",
        code: refusal.code,
        ...(isAuth
          ? {}
          : { error_data: { messaging_product: "whatsapp", details: refusal.details ?? details } }),
        ...(refusal.subcode === undefined ? {} : { error_subcode: refusal.subcode }),
        ...(TRANSIENT.has(refusal.code) ? { is_transient: true } : {}),
        fbtrace_id: `A${Buffer.from(`simulated ${traces}`).toString("base64url")}`,
      },
    },
  };
}

const TRANSIENT = new Set([1, 2, 131016, 131057, 133004]);
const FORBIDDEN = new Set([3, 10, 368, 130497, 131005, 131031]);

function httpStatusOf(code: number): number {
  if (code === 0 || code === 190) return 401;
  if (FORBIDDEN.has(code) || (code >= 200 && code <= 299)) return 403;
  if (code === 1 || code === 2 || code === 131000) return 500;
  if (code === 131016 || code === 133004 || code === 131057) return 503;
  return code === 132001 ? 404 : 400;
}
