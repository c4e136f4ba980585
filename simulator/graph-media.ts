/** Media up and down: multipart in, an address for five minutes, the bytes only with the token. */
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { BusinessNumber } from "./accounts.ts";
import { bearerOf, type Call, unknownObject } from "./graph-call.ts";
import { answerRefusal, GraphError } from "./graph-error.ts";
import { downloadUrl, isUrlAlive } from "./media-url.ts";
import type { Sim } from "./sim.ts";
import { checkToken } from "./tokens.ts";
import { DAY_MS, type Media, storeMedia } from "./world.ts";

const MIB = 1024 * 1024;
const UPLOAD_LIFE_MS = 30 * DAY_MS;
const RECEIVED_LIFE_MS = 7 * DAY_MS;
const DOCUMENT_MIB = 100;

/** What may be uploaded, and how big. */
const LIMITS: Record<string, number> = {
  "audio/aac": 16,
  "audio/amr": 16,
  "audio/mpeg": 16,
  "audio/mp4": 16,
  "audio/ogg": 16,
  "video/mp4": 16,
  "video/3gpp": 16,
  "video/3gp": 16,
  "image/jpeg": 5,
  "image/png": 5,
  "image/webp": 0.5,
  "text/plain": DOCUMENT_MIB,
  "application/pdf": DOCUMENT_MIB,
  "application/msword": DOCUMENT_MIB,
  "application/vnd.ms-excel": DOCUMENT_MIB,
  "application/vnd.ms-powerpoint": DOCUMENT_MIB,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": DOCUMENT_MIB,
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": DOCUMENT_MIB,
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": DOCUMENT_MIB,
};

export async function receiveUpload(sim: Sim, number: BusinessNumber, call: Call): Promise<object> {
  const { body, headers } = call.request;
  const form = await readForm(body, headers["content-type"] ?? "");
  if ((form.get("messaging_product") ?? call.query.messaging_product) !== "whatsapp") {
    throw new GraphError({ code: 100, details: "The parameter messaging_product is required." });
  }
  const file = form.get("file");
  if (!(file instanceof File))
    throw new GraphError({ code: 131008, details: "Required parameter file is missing" });
  const saidType = form.get("type");
  const isSaid = typeof saidType === "string" && saidType.includes("/");
  const isVague = file.type === "" || file.type === "application/octet-stream";
  const mime = isVague && isSaid ? saidType : file.type;
  const limitMib = LIMITS[mime.split(";")[0]?.trim() ?? ""];
  if (limitMib === undefined) {
    const details = `Param file must be a file with one of the following types: ${Object.keys(LIMITS).join(", ")}. Received file of type '${mime || "none"}'.`;
    throw new GraphError({ code: 100, details });
  }
  if (file.size === 0 || file.size > limitMib * MIB) {
    throw new GraphError({ code: 131053, details: `The file is empty or over ${limitMib} MB` });
  }
  const bytes = Buffer.from(await file.arrayBuffer());
  const storedAt = sim.clock.now().getTime();
  const media = storeMedia(sim.world, { mime, bytes, filename: file.name, storedAt, from: "business" });
  media.number = number.id;
  return { id: media.id };
}

/** `/{media}`: where it can be fetched for five minutes; and its deletion. */
export function answerMedia(sim: Sim, call: Call): object {
  const media = findMedia(sim, call.id);
  const asked = call.query.phone_number_id ?? call.query.phoneNumberId;
  const isTheirs = asked !== undefined && (media?.number ?? sim.business.number) !== asked;
  if (!media || isTheirs || call.method === "POST") throw unknownObject(call.id, call.method);
  if (call.method === "GET") return describeMedia(sim, media);
  sim.world.media.delete(media.id);
  return { success: true };
}

function describeMedia(sim: Sim, media: Media): object {
  return {
    messaging_product: "whatsapp",
    url: downloadUrl(sim, media.id),
    mime_type: media.mime,
    sha256: media.sha256,
    file_size: media.bytes.length,
    id: media.id,
  };
}

/** Undefined when it is unknown, deleted, or too old. */
function findMedia(sim: Sim, id: string): Media | undefined {
  const media = sim.world.media.get(id);
  if (!media) return undefined;
  const life = media.from === "business" ? UPLOAD_LIFE_MS : RECEIVED_LIFE_MS;
  return sim.clock.now().getTime() - media.storedAt < life ? media : undefined;
}

/** The address that stands for lookaside.fbsbx.com. An old one is 404: ask for a new one. */
export function routeDownloads(app: FastifyInstance, sim: Sim): void {
  const Query = z.object({ mid: z.string(), ext: z.string(), hash: z.string() });
  app.get("/whatsapp_business/attachments", (request, reply) => {
    const token = checkToken(sim.tokens, bearerOf(request, {}), sim.clock.now().getTime());
    if ("code" in token) {
      const { status, body } = answerRefusal(token);
      return reply.code(status).send(body);
    }
    const query = Query.safeParse(request.query);
    const media = query.success && isUrlAlive(sim, query.data) ? findMedia(sim, query.data.mid) : undefined;
    if (!media) return reply.code(404).send();
    return reply.type(media.mime).send(media.bytes);
  });
}

async function readForm(body: unknown, contentType: string): Promise<FormData> {
  const isForm = contentType.startsWith("multipart/form-data") && body instanceof Buffer;
  if (!isForm) throw new GraphError({ code: 100, details: "The body is not multipart/form-data" });
  try {
    const headers = { "content-type": contentType };
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    throw new GraphError({ code: 100, details: "The multipart body cannot be read" });
  }
}
