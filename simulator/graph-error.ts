/** How the platform refuses: one shape, a code that decides, words that do not. */

export type Refusal = { code: number; details?: string; subcode?: number };

/** Thrown inside a Graph route, answered as the platform answers. */
export class GraphError extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(`Graph error ${refusal.code}`);
    this.refusal = refusal;
  }
}

const TITLES: Record<number, { title: string; details: string }> = {
  0: { title: "AuthException", details: "We were unable to authenticate the app user" },
  1: { title: "API Unknown", details: "Possibly an invalid request or a server error" },
  2: { title: "API Service", details: "Temporary: down or overloaded" },
  4: { title: "API Too Many Calls", details: "The app has reached its call rate limit" },
  10: { title: "Permission Denied", details: "The permission is not granted or has been removed" },
  33: { title: "Parameter value is not valid", details: "The business phone number has been deleted" },
  100: { title: "Invalid parameter", details: "A parameter is unsupported or misspelled" },
  190: { title: "Access token has expired", details: "Get a new access token" },
  368: { title: "Temporarily blocked for policies violations", details: "Account restricted or disabled" },
  80007: { title: "Rate limit issues", details: "The business account has reached its rate limit" },
  130429: { title: "Rate limit hit", details: "Cloud API message throughput has been reached." },
  131000: { title: "Something went wrong", details: "The message failed for an unknown reason" },
  131005: { title: "Access denied", details: "The permission is not granted or has been removed" },
  131008: { title: "Required parameter is missing", details: "A required parameter is missing" },
  131009: { title: "Parameter value is not valid", details: "A parameter's value is not valid" },
  131016: { title: "Service unavailable", details: "A service is temporarily unavailable" },
  131021: { title: "Recipient cannot be sender", details: "Sender and recipient are the same number" },
  131026: { title: "Message undeliverable", details: "Unable to deliver the message" },
  131047: {
    title: "Re-engagement message",
    details: "More than 24 hours have passed since the recipient last replied",
  },
  131048: { title: "Spam rate limit hit", details: "Too many messages from this number were blocked" },
  131053: { title: "Media upload error", details: "The media could not be processed" },
  131056: {
    title: "(Business Account, Consumer Account) pair rate limit hit",
    details: "Too many messages to the same person in a short time",
  },
};

export function titleOf(code: number): { title: string; details: string } {
  return TITLES[code] ?? { title: "Something went wrong", details: "See the error code" };
}

export function answerRefusal(refusal: Refusal): { status: number; body: object } {
  const { title, details } = titleOf(refusal.code);
  return {
    status: httpStatusOf(refusal.code),
    body: {
      error: {
        message: `(#${refusal.code}) ${title}`,
        type: refusal.subcode === 33 ? "GraphMethodException" : "OAuthException",
        code: refusal.code,
        ...(refusal.code === 190
          ? {}
          : { error_data: { messaging_product: "whatsapp", details: refusal.details ?? details } }),
        ...(refusal.subcode === undefined ? {} : { error_subcode: refusal.subcode }),
        ...([1, 2, 131016].includes(refusal.code) ? { is_transient: true } : {}),
        fbtrace_id: "ASimulatedTrace",
      },
    },
  };
}

function httpStatusOf(code: number): number {
  if (code === 0 || code === 190) return 401;
  if (code === 3 || code === 10 || (code >= 200 && code <= 299)) return 403;
  if ([131005, 131031, 368, 130497].includes(code)) return 403;
  if ([1, 2, 131000].includes(code)) return 500;
  if (code === 131016 || code === 133004) return 503;
  return code === 132001 ? 404 : 400;
}
