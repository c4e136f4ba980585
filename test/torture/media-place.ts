/** Media from the webhook to the screen: the real recorder, job lanes, disk and route, and a WhatsApp that misbehaves. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import fastify, { type FastifyInstance } from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import { expect } from "vitest";
import { openMediaFiles } from "../../server/conversations/media-files.ts";
import { mediaRoute } from "../../server/conversations/media-route.ts";
import { messagesByIds } from "../../server/conversations/read.ts";
import { startSender } from "../../server/conversations/sender.ts";
import { conversationJobs } from "../../server/conversations/tasks.ts";
import { UserError } from "../../server/errors.ts";
import { appendBodies } from "../../server/intake/inbox-store.ts";
import { openRecorder } from "../../server/intake/recorder.ts";
import { openWorker } from "../../server/jobs/worker.ts";
import type { Message } from "../../shared/api/conversations.ts";
import { aNumber, type ConversationSystem, conversationSystem } from "../conversation-system.ts";
import { ANA, entries, said } from "../deliveries.ts";
import { type FakeGraph, fakeGraph } from "../fake-graph.ts";

/** How one request for the bytes ends. */
type Serving = (response: ServerResponse, bytes: Buffer) => void;

export type OnShelf = {
  bytes: Buffer;
  /** What the Graph says of it; null: that there is no such thing. */
  about: Record<string, unknown> | null;
  /** The next requests for its bytes end like this; after them, all go well. */
  servings: Serving[];
};

export type MediaPlace = {
  system: ConversationSystem;
  graph: FakeGraph;
  files: ReturnType<typeof openMediaFiles>;
  http: FastifyInstance;
  /** What WhatsApp holds, by id. */
  shelf: Map<string, OnShelf>;
  /** Every request for media: what for, and with which token. */
  asked: { what: "address" | "bytes"; mediaId: string; token: string | undefined }[];
  /** Downloads under way at this moment, and the most there ever were. */
  underWay: { now: number; most: number };
  /** Put on the shelf and posted as an image; the ids of the messages. */
  photos(...mediaIds: string[]): Promise<number[]>;
  /** Messages as posted, whatever is on the shelf. */
  receive(...messages: readonly Record<string, unknown>[]): Promise<number[]>;
  /** As a screen shows it. */
  media(messageId: number): Promise<NonNullable<Message["media"]>>;
  /** The pauses between tries pass at once until it has come to this. */
  until(messageId: number, wanted: { state: string; reason?: string | null }): Promise<void>;
  fetchAgain(messageId: number): Promise<{ status: number; body: unknown }>;
  close(): Promise<void>;
};

export const sha = (bytes: Buffer) => createHash("sha256").update(bytes);
/** Begins as a JPEG does, and is unlike any other. */
export const aPicture = (seed: string, size = 900): Buffer =>
  Buffer.concat([
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    Buffer.from(seed.padEnd(size, ".")),
  ]);

let count = 0;

export async function openMediaPlace(): Promise<MediaPlace> {
  const system = await conversationSystem();
  const graph = await fakeGraph();
  await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  const recorder = openRecorder(system);
  recorder.start();
  const parts = { system, numbers: system.numbers, files };
  const lanes = conversationJobs({ ...parts, processId: "torture" });
  const { db, log, connection } = system;
  const worker = await openWorker({ db, log, connection, ...lanes.fetching });
  const sender = await startSender({ ...parts, processId: "torture" });
  const http = fastify();
  http.setValidatorCompiler(validatorCompiler);
  http.setSerializerCompiler(serializerCompiler);
  http.decorateRequest("actor", null);
  http.addHook("onRequest", async (request) => {
    request.actor = { kind: "token", id: 1, name: "t", role: "operator" };
  });
  http.setErrorHandler((error, _request, reply) =>
    error instanceof UserError
      ? reply.code(error.status).send({ error: { code: error.code, message: error.message } })
      : reply.code(500).send(),
  );
  mediaRoute(http, parts);

  const place: MediaPlace = {
    system,
    graph,
    files,
    http,
    shelf: new Map(),
    asked: [],
    underWay: { now: 0, most: 0 },
    async photos(...mediaIds) {
      for (const mediaId of mediaIds)
        if (!place.shelf.has(mediaId)) place.shelf.set(mediaId, onShelf(aPicture(mediaId)));
      return place.receive(
        ...mediaIds.map((id) => ({
          type: "image",
          image: {
            id,
            mime_type: "image/jpeg",
            sha256: sha(place.shelf.get(id)?.bytes ?? Buffer.of()).digest("base64"),
          },
        })),
      );
    },
    async receive(...messages) {
      const at = Math.floor(system.clock.now().getTime() / 1_000);
      const ids = messages.map(() => {
        count += 1;
        // As WhatsApp makes them: the sender's phone is in it.
        return `wamid.${Buffer.from(`${ANA.waId}${String(count).padStart(6, "0")}`).toString("base64")}`;
      });
      const body = entries(...messages.map((message, n) => said(ids[n] ?? "", message, ANA, at)));
      await appendBodies(system.db.pool, [Buffer.from(body)], system.clock.now());
      recorder.wake();
      await recorder.idle();
      const rows = await system.db.query<{ id: number; wamid: string }>(
        "select id, wamid from message where wamid = any ($1)",
        [ids],
      );
      return ids.map((wamid) => {
        const row = rows.find((one) => one.wamid === wamid);
        if (!row) throw new Error("a message was not recorded");
        return row.id;
      });
    },
    async media(messageId) {
      const [message] = await messagesByIds(system.db, [messageId]);
      if (!message?.media) throw new Error("this message holds no media");
      return message.media;
    },
    async until(messageId, wanted) {
      await expect
        .poll(
          async () => {
            await system.db.query(
              "update graphile_worker._private_jobs set run_at = now() where key like 'fetch_media:%' and locked_at is null",
            );
            return place.media(messageId);
          },
          { timeout: 30_000, interval: 50 },
        )
        .toMatchObject(wanted);
    },
    async fetchAgain(messageId) {
      const { id } = await place.media(messageId);
      const answer = await http.inject({ method: "POST", url: `/api/v1/media/${id}/fetch` });
      return { status: answer.statusCode, body: answer.json() };
    },
    async close() {
      await sender.stop();
      await worker.stop();
      await recorder.stop();
      await http.close();
      await graph.close();
      await system.close();
    },
  };
  graph.handle = (request, response) => {
    const [, part = "", mediaId = ""] = /^\/(v26\.0|bytes)\/([^?]+)/.exec(request.url ?? "") ?? [];
    const item = place.shelf.get(mediaId);
    if (request.method !== "GET") return false;
    const what = part === "bytes" ? "bytes" : "address";
    place.asked.push({ what, mediaId, token: request.headers.authorization });
    if (what === "address") sayWhere(response, item, `${graph.url}/bytes/${mediaId}`);
    else if (item) serve(place.underWay, response, item);
    else response.writeHead(404).end();
    return true;
  };
  return place;
}

export const onShelf = (bytes: Buffer, servings: Serving[] = []): OnShelf => ({
  bytes,
  about: { mime_type: "image/jpeg", file_size: bytes.length, sha256: sha(bytes).digest("hex") },
  servings,
});

function sayWhere(response: ServerResponse, item: OnShelf | undefined, url: string): void {
  const isThere = item?.about;
  response.writeHead(isThere ? 200 : 400, { "content-type": "application/json" });
  response.end(
    JSON.stringify(
      isThere
        ? { messaging_product: "whatsapp", url, ...item.about }
        : { error: { message: "Unsupported get request.", type: "GraphMethodException", code: 100 } },
    ),
  );
}

function serve(underWay: MediaPlace["underWay"], response: ServerResponse, item: OnShelf): void {
  underWay.now += 1;
  underWay.most = Math.max(underWay.most, underWay.now);
  response.once("close", () => {
    underWay.now -= 1;
  });
  const serving = item.servings.shift();
  if (serving) serving(response, item.bytes);
  else response.writeHead(200).end(item.bytes);
}
