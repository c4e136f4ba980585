/** The Graph side: any version, the bearer token, and the objects behind the ids. */
import { setTimeout as pause } from "node:timers/promises";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { BUSINESS_NAME, DISPLAY_NUMBER } from "./cast.ts";
import { answerRefusal, GraphError } from "./graph-error.ts";
import { describeMedia, findMedia, receiveUpload, routeDownloads } from "./graph-media.ts";
import { receiveMessage } from "./graph-messages.ts";
import type { Sim } from "./sim.ts";

const Version = z.string().regex(/^v\d+\.\d+$/);
const Params = z.object({ version: Version, id: z.string(), edge: z.string().optional() });
const Query = z.object({ fields: z.string().optional(), access_token: z.string().optional() });

type Call = { id: string; edge: string; fields: string | undefined };

export function routeGraph(app: FastifyInstance, sim: Sim): void {
  routeDownloads(app, sim);
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const params = Params.safeParse(request.params);
    const query = Query.safeParse(request.query);
    if (!params.success || !query.success)
      return reply.code(404).send({ error: { message: "Unknown path" } });
    const call = { id: params.data.id, edge: params.data.edge ?? "", fields: query.data.fields };
    try {
      const token = request.headers.authorization?.replace(/^(Bearer|OAuth) /, "") ?? query.data.access_token;
      if (token !== sim.options.token) throw new GraphError({ code: 190 });
      return await behave(sim, () => answer(sim, request, call));
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      const { status, body } = answerRefusal(error.refusal);
      return reply.code(status).send(body);
    }
  };
  app.route({ method: ["GET", "POST", "DELETE"], url: "/:version/:id", handler: handle });
  app.route({ method: ["GET", "POST", "DELETE"], url: "/:version/:id/:edge", handler: handle });
}

/** As slow and as unreliable as the settings say; `errorAfter` does the work and then hides that it did. */
async function behave(sim: Sim, act: () => Promise<object> | object): Promise<object> {
  const { latencyMs, errorRate, errorCode, errorAfter } = sim.settings();
  if (latencyMs > 0) await pause(latencyMs);
  const isUnlucky = errorRate > 0 && sim.random() < errorRate;
  if (isUnlucky && !errorAfter) throw new GraphError({ code: errorCode });
  const done = await act();
  if (isUnlucky) throw new GraphError({ code: errorCode });
  return done;
}

function answer(sim: Sim, request: FastifyRequest, call: Call): Promise<object> | object {
  const { number, account } = sim.business;
  const target = call.id === number ? "number" : call.id === account ? "account" : "media";
  switch (`${request.method} ${target}/${call.edge}`) {
    case "POST number/messages":
      return receiveMessage(sim, readJson(request.body));
    case "POST number/media":
      return receiveUpload(sim, request.body, request.headers["content-type"] ?? "");
    case "GET number/":
      return pickFields(describeNumber(sim), call.fields);
    case "GET account/":
      return pickFields({ id: account, name: BUSINESS_NAME, currency: "USD" }, call.fields);
    case "GET account/phone_numbers":
      return page([pickFields(describeNumber(sim), call.fields)]);
    case "GET account/message_templates":
      return page([]);
    case "GET account/subscribed_apps":
      return { data: [{ whatsapp_business_api_data: { id: "700000000000001", name: "Simulated app" } }] };
    case "POST account/subscribed_apps":
    case "DELETE account/subscribed_apps":
      return { success: true };
    case "GET media/":
      return describeMedia(sim, mediaOf(sim, call.id));
    case "DELETE media/":
      sim.world.media.delete(mediaOf(sim, call.id).id);
      return { success: true };
    default:
      throw unknownObject(call.id);
  }
}

function describeNumber(sim: Sim): Record<string, unknown> {
  return {
    id: sim.business.number,
    display_phone_number: DISPLAY_NUMBER,
    verified_name: BUSINESS_NAME,
    quality_rating: "GREEN",
    code_verification_status: "VERIFIED",
    name_status: "APPROVED",
    platform_type: "CLOUD_API",
    is_on_biz_app: false,
    throughput: { level: sim.settings().throughput > 80 ? "HIGH" : "STANDARD" },
    whatsapp_business_manager_messaging_limit: "TIER_2K",
    webhook_configuration: { application: sim.options.webhook },
  };
}

/** Graph answers the id whatever is asked. */
function pickFields(object: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  if (fields === undefined) return object;
  const wanted = new Set(["id", ...fields.split(",").map((field) => field.trim())]);
  return Object.fromEntries(Object.entries(object).filter(([name]) => wanted.has(name)));
}

function page(data: object[]): object {
  return { data, paging: { cursors: { before: "QVFI", after: "QVFI" } } };
}

function mediaOf(sim: Sim, id: string) {
  const media = findMedia(sim, id);
  if (!media) throw unknownObject(id);
  return media;
}

function unknownObject(id: string): GraphError {
  const details = `Unsupported request. Object with ID '${id}' does not exist, or the operation is not supported`;
  return new GraphError({ code: 100, subcode: 33, details });
}

function readJson(body: unknown): unknown {
  try {
    return JSON.parse(body instanceof Buffer ? body.toString() : "");
  } catch {
    throw new GraphError({ code: 100, details: "The body is not JSON" });
  }
}
