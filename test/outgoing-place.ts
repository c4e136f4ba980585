/** A number at a Graph that takes files as well, and what one needs to write from it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { openMediaFiles } from "../server/conversations/media-files.ts";
import { messagesByIds } from "../server/conversations/read.ts";
import type { SendParts } from "../server/conversations/send.ts";
import { sendWaiting } from "../server/conversations/sender.ts";
import type { Message } from "../shared/api/conversations.ts";
import type { OutgoingInput } from "../shared/outgoing.ts";
import { aReply } from "./a-reply.ts";
import { aNumber, type ConversationSystem } from "./conversation-system.ts";
import { type FakeGraph, fakeGraph } from "./fake-graph.ts";

export type OutgoingPlace = {
  graph: FakeGraph;
  numberId: number;
  parts: SendParts;
  /** What was handed over: its ids are `media-1` and so on. */
  handed: { type: string; name: string; bytes: number }[];
  /** How the next files are refused; after them all are taken. */
  refusals: { status: number; code: number; details?: string }[];
  /** Files are taken no sooner. */
  slow: Promise<void>;
  write(conversationId: number, message: OutgoingInput): Promise<number>;
  send(): Promise<void>;
  shown(messageId: number): Promise<Message | undefined>;
  /** The last call, without whom it goes to. */
  lastCall(): Record<string, unknown>;
  close(): Promise<void>;
};

/** Everything said in the system before is gone. */
export async function anOutgoingPlace(system: ConversationSystem): Promise<OutgoingPlace> {
  for (const table of ["message", "reaction", "send_turn", "send_pace", "handed_file", "template"])
    await system.db.query(`delete from ${table}`);
  const graph = await fakeGraph();
  const numberId = await aNumber(system, graph.url);
  const files = openMediaFiles(system.config.dataFolder);
  const parts = { system, numbers: system.numbers, files, processId: "here", timeoutMs: 2_000 };
  const place: OutgoingPlace = {
    graph,
    numberId,
    parts,
    handed: [],
    refusals: [],
    slow: Promise.resolve(),
    write: (conversationId, message) => aReply(system, conversationId, message),
    send: () => sendWaiting(parts),
    shown: async (id) => (await messagesByIds(system.db, [id]))[0],
    lastCall() {
      const call: Record<string, unknown> = { ...graph.sent.at(-1) };
      for (const common of [
        "to",
        "recipient",
        "biz_opaque_callback_data",
        "messaging_product",
        "recipient_type",
      ])
        delete call[common];
      return call;
    },
    close: () => graph.close(),
  };
  graph.handle = (request, response) => {
    if (!request.url?.endsWith("/media")) return false;
    void takeFile(place, request, response);
    return true;
  };
  return place;
}

async function takeFile(place: OutgoingPlace, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  await place.slow;
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData();
  const file = form.get("file");
  const isAsDocumented =
    request.headers.authorization === "Bearer token" &&
    form.get("messaging_product") === "whatsapp" &&
    file instanceof File &&
    file.type === form.get("type");
  const refusal = place.refusals.shift() ?? (isAsDocumented ? null : { status: 400, code: 100 });
  if (!refusal && file instanceof File)
    place.handed.push({ type: file.type, name: file.name, bytes: file.size });
  response.writeHead(refusal?.status ?? 200, { "content-type": "application/json" });
  response.end(
    JSON.stringify(
      refusal
        ? { error: { code: refusal.code, message: "no", error_data: { details: refusal.details } } }
        : { id: `media-${place.handed.length}` },
    ),
  );
}
