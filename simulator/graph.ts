/** The Graph side: any version or none, the bearer token, and the objects behind the ids. */
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { answerAccount } from "./graph-account.ts";
import { answerApp } from "./graph-app.ts";
import { bearerOf, type Call, takeApart, unknownObject } from "./graph-call.ts";
import { answerRefusal, GraphError } from "./graph-error.ts";
import { answerGroup } from "./graph-groups.ts";
import { answerMedia, routeDownloads } from "./graph-media.ts";
import { answerNumber } from "./graph-number.ts";
import { answerTemplate, templateById } from "./graph-templates.ts";
import type { Sim } from "./sim.ts";
import { checkPermission, checkToken, type Permission } from "./tokens.ts";

const LATEST = "v26.0";

export function routeGraph(app: FastifyInstance, sim: Sim): void {
  routeDownloads(app, sim);
  app.route({
    method: ["GET", "POST", "DELETE"],
    url: "/*",
    handler: (request, reply) => handle(sim, request, reply),
  });
}

async function handle(sim: Sim, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const parts = takeApart(request);
  const isSend = parts.method === "POST" && parts.edge === "messages";
  const done = { is: false };
  try {
    const now = sim.clock.now().getTime();
    const token = checkToken(sim.tokens, bearerOf(request, parts.query), now);
    if ("code" in token) throw new GraphError(token);
    const call: Call = { ...parts, token };
    reply.header("facebook-api-version", parts.version ?? LATEST);
    const body = await behave(sim, request, done, () => answer(sim, call));
    if (body === HANG_UP) {
      reply.hijack();
      // The request itself has been read to its end by now: to destroy that would leave the connection open.
      request.raw.socket.destroy();
      return;
    }
    return body;
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (isSend && !done.is)
      sim.received.refuse(parts.id, performance.timeOrigin + performance.now(), error.refusal.code);
    const { status, body } = answerRefusal(error.refusal);
    if (status === 401) reply.header("www-authenticate", 'OAuth "Facebook Platform" "invalid_token"');
    return reply.code(status).send(body);
  }
}

const HANG_UP = Symbol("hang up");
const HANG_STEP_MS = 50;

/** As slow and as unreliable as the settings say; what happens "after" does the work and then hides that it did. */
async function behave(
  sim: Sim,
  request: FastifyRequest,
  done: { is: boolean },
  act: () => Promise<object> | object,
): Promise<object | typeof HANG_UP> {
  const { latencyMs, errorRate, errorCode, errorAfter, misfire, misfireRate } = sim.settings();
  if (latencyMs > 0) await pause(latencyMs);
  const isUnlucky = errorRate > 0 && sim.random() < errorRate;
  const isMisfire = misfire !== "none" && (misfireRate >= 1 || sim.random() < misfireRate);
  if (isMisfire && misfire === "hang") await hang(sim, request);
  if (isMisfire && misfire === "cut") return HANG_UP;
  if (isUnlucky && !errorAfter) throw new GraphError({ code: errorCode });
  const body = await act();
  done.is = true;
  if (isMisfire && misfire === "hang after") await hang(sim, request);
  if (isMisfire && misfire === "cut after") return HANG_UP;
  if (isUnlucky) throw new GraphError({ code: errorCode });
  return body;
}

/** Answers nothing until the misfire is called off or the caller has gone: who has gone gets nothing done. */
async function hang(sim: Sim, request: FastifyRequest): Promise<void> {
  while (/^hang/.test(sim.settings().misfire) && !request.raw.socket.destroyed) await pause(HANG_STEP_MS);
  if (request.raw.socket.destroyed) throw new GraphError({ code: 2 });
}

function answer(sim: Sim, call: Call): Promise<object> | object {
  const number = sim.platform.numbers.get(call.id);
  if (number) {
    allow(call, permissionFor(call), number.accountId);
    return answerNumber(sim, call, number);
  }
  const account = sim.platform.accounts.get(call.id);
  if (account) {
    allow(call, "whatsapp_business_management", account.id);
    return answerAccount(sim, call, account);
  }
  const known = answerApp(sim, call);
  if (known) return known;
  const template = templateById(sim, call.id);
  if (template) {
    allow(call, "whatsapp_business_management", template.account.id);
    return answerTemplate(sim, call, template);
  }
  const group = sim.groups.get(call.id);
  if (group) {
    allow(call, "whatsapp_business_messaging", null);
    return answerGroup(sim, call, group);
  }
  if (call.edge !== "") throw unknownObject(call.id, call.method);
  return answerMedia(sim, call);
}

const MESSAGING_EDGES = new Set(["messages", "media", "block_users", "groups", "calls"]);
const EITHER_EDGES = new Set(["", "whatsapp_business_profile"]);

function permissionFor({ edge, method }: Call): Permission | null {
  if (MESSAGING_EDGES.has(edge)) return "whatsapp_business_messaging";
  return EITHER_EDGES.has(edge) && method === "GET" ? null : "whatsapp_business_management";
}

function allow(call: Call, needs: Permission | null, accountId: string | null): void {
  const refusal = checkPermission(call.token, needs, accountId);
  if (refusal) throw new GraphError(refusal);
}
