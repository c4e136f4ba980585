/** The Graph's account side on a fake: tokens, an account with numbers, the app's webhook. Each answer can be changed. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type FakeGraph, fakeGraph } from "./fake-graph.ts";

export const TOKEN = "EAAtoken";
export const SECRET = "app-secret";
const APP = "700000000000001";
export const ACCOUNT = "300000000000001";
export const NUMBER = "200000000000001";

type Answer = { status?: number; body: unknown };
export const refusal = (code: number, status = 400, more: object = {}): Answer => ({
  status,
  body: { error: { message: `(#${code}) refused`, type: "OAuthException", code, ...more } },
});

export type FakeAccounts = FakeGraph & {
  /** By "GET path without version"; takes the place of what would be said. */
  instead: Map<string, Answer>;
  number: Record<string, unknown>;
  scopes: string[];
  /** What was asked, as "METHOD path". */
  asked: string[];
  subscribed: boolean;
  hook: { url: string; fields: string[] } | null;
};

export async function fakeAccounts(): Promise<FakeAccounts> {
  const graph = Object.assign(await fakeGraph(), {
    instead: new Map<string, Answer>(),
    number: {
      id: NUMBER,
      display_phone_number: "+1 555-010-0001",
      verified_name: "Al Noor",
      quality_rating: "GREEN",
      platform_type: "CLOUD_API",
      status: "CONNECTED",
      code_verification_status: "VERIFIED",
      throughput: { level: "STANDARD" },
    } as Record<string, unknown>,
    scopes: ["whatsapp_business_messaging", "whatsapp_business_management"],
    asked: [] as string[],
    subscribed: false,
    hook: null,
  }) as FakeAccounts;
  graph.handle = (request, response) => {
    const path = new URL(request.url ?? "", "http://fake").pathname.replace(/^\/v[\d.]+\//, "");
    if (path.endsWith("/messages")) return false;
    void answer(graph, path, request, response);
    return true;
  };
  return graph;
}

async function answer(
  graph: FakeAccounts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
  const asked = `${request.method} ${path}`;
  graph.asked.push(asked);
  const bearer = request.headers.authorization?.slice("Bearer ".length);
  const said = graph.instead.get(asked) ?? (await say(graph, asked, bearer ?? "", body));
  response.writeHead(said.status ?? 200, { "content-type": "application/json" });
  response.end(JSON.stringify(said.body));
}

async function say(
  graph: FakeAccounts,
  asked: string,
  bearer: string,
  body: Record<string, string>,
): Promise<Answer> {
  if (bearer !== TOKEN && bearer !== `${APP}|${SECRET}`) return refusal(190, 401);
  switch (asked) {
    case "GET debug_token": {
      const granular_scopes = [{ scope: "whatsapp_business_management", target_ids: [ACCOUNT] }];
      const { scopes } = graph;
      return {
        body: {
          data: {
            app_id: APP,
            application: "Baton app",
            is_valid: true,
            expires_at: 0,
            scopes,
            granular_scopes,
          },
        },
      };
    }
    case `GET ${ACCOUNT}`:
      return { body: { id: ACCOUNT, name: "Al Noor Ltd" } };
    case `GET ${ACCOUNT}/phone_numbers`:
      return { body: { data: [graph.number] } };
    case `GET ${NUMBER}`:
      return { body: graph.number };
    case `POST ${NUMBER}/register`:
      graph.number.platform_type = "CLOUD_API";
      graph.number.status = "CONNECTED";
      return { body: { success: true } };
    case `GET ${ACCOUNT}/subscribed_apps`:
      return {
        body: {
          data: graph.subscribed ? [{ whatsapp_business_api_data: { id: APP, name: "Baton app" } }] : [],
        },
      };
    case `POST ${ACCOUNT}/subscribed_apps`:
      graph.subscribed = true;
      return { body: { success: true } };
    case `DELETE ${ACCOUNT}/subscribed_apps`:
      graph.subscribed = false;
      return { body: { success: true } };
    case `POST ${APP}/subscriptions`:
      graph.hook = { url: body.callback_url ?? "", fields: (body.fields ?? "").split(",") };
      return { body: { success: true } };
    case `GET ${APP}/subscriptions`: {
      const { hook } = graph;
      const fields = hook?.fields.map((name) => ({ name, version: "v26.0" }));
      return {
        body: {
          data: hook
            ? [{ object: "whatsapp_business_account", callback_url: hook.url, active: true, fields }]
            : [],
        },
      };
    }
    default:
      return refusal(100, 400, { error_subcode: 33 });
  }
}
