/** Asking the Graph about accounts, numbers and subscriptions. An answer is one of three; nothing is thrown for it. */
import { createHmac } from "node:crypto";
import { jsonOf } from "../json.ts";
import { refusalOf } from "./graph-error.ts";

export type GraphPlace = {
  graphUrl: string;
  graphVersion: string;
  accessToken: string;
};

export type GraphAsk = {
  method?: "GET" | "POST" | "DELETE";
  /** Behind the version, without a slash at either end. */
  path: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  /** Proves to the Graph that we hold the app's secret. */
  appSecret?: string | null;
};

export type GraphAnswer =
  | { kind: "ok"; json: unknown; at: Date | null }
  /** `code` null: somebody answered, but not the Graph. */
  | {
      kind: "refused";
      status: number;
      code: number | null;
      subcode: number | null;
      detail: string;
      at: Date | null;
      json: unknown;
    }
  /** Why, as a system's code such as ECONNREFUSED. */
  | { kind: "unreachable"; why: string };

/** Setting a webhook makes Meta knock at it before it answers. */
const PATIENCE_MS = 25_000;

export async function askGraph(place: GraphPlace, ask: GraphAsk): Promise<GraphAnswer> {
  const { method = "GET", path, query = {}, body, appSecret } = ask;
  const proof = appSecret && {
    appsecret_proof: createHmac("sha256", appSecret).update(place.accessToken).digest("hex"),
  };
  const search = new URLSearchParams({ ...query, ...(proof || {}) });
  const address = `${place.graphUrl}/${place.graphVersion}/${path}${search.size > 0 ? `?${search}` : ""}`;
  try {
    const response = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${place.accessToken}`,
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answerOf(response.status, await response.text(), dateOf(response.headers.get("date")));
  } catch (error) {
    return { kind: "unreachable", why: whyOf(error) };
  }
}

function answerOf(status: number, text: string, at: Date | null): GraphAnswer {
  const json = jsonOf(text);
  if (status < 300 && json !== undefined) return { kind: "ok", json, at };
  const { code, subcode, detail } = refusalOf(json) ?? { code: null, subcode: null, detail: "" };
  return { kind: "refused", status, code, subcode, detail, at, json };
}

function dateOf(header: string | null): Date | null {
  const at = new Date(header ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return "no answer";
  if (error instanceof AggregateError && error.errors.length > 0) return whyOf(error.errors[0]);
  if (error.cause instanceof Error) return whyOf(error.cause);
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
