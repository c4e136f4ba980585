/** A Graph API that answers as it is told to, message by message. For behaviour true to the platform there is the simulator. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type SentBody = {
  to?: string;
  recipient?: string;
  text: { body: string };
  context?: { message_id: string };
  biz_opaque_callback_data: string;
};

export type GraphAnswer =
  | { kind: "accept" }
  | { kind: "error"; status: number; code: number; details?: string }
  | { kind: "html"; status: number }
  /** The connection is cut after everything was received. */
  | { kind: "cut" }
  /** Nothing comes, ever. */
  | { kind: "hang" }
  | { kind: "slow"; until: Promise<void> };

export type FakeGraph = {
  url: string;
  /** The id it gives to the message that reached it as the n-th, from 1. */
  wamid(count: number): string;
  /** Every message that reached it, in order. */
  sent: SentBody[];
  /** The next messages are answered like this; after them, all are accepted. */
  answers: GraphAnswer[];
  /** Further paths, for media. Tried before anything else; true when it answered. */
  handle: (request: IncomingMessage, response: ServerResponse) => boolean;
  close(): Promise<void>;
};

export async function fakeGraph(port = 0): Promise<FakeGraph> {
  const start = randomUUID();
  const graph: FakeGraph = {
    url: "",
    wamid: (count) => `wamid.${start}.${count}`,
    sent: [],
    answers: [],
    handle: () => false,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  const server = createServer(async (request, response) => {
    if (graph.handle(request, response)) return;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    graph.sent.push(JSON.parse(Buffer.concat(chunks).toString()));
    await answer(graph.answers.shift() ?? { kind: "accept" }, graph.wamid(graph.sent.length), response);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  graph.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return graph;
}

async function answer(how: GraphAnswer, wamid: string, response: ServerResponse): Promise<void> {
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  const accept = () => say(200, { messaging_product: "whatsapp", messages: [{ id: wamid }] });
  switch (how.kind) {
    case "accept":
      return accept();
    case "slow":
      await how.until;
      return accept();
    case "error":
      return say(how.status, {
        error: {
          message: `(#${how.code}) refused`,
          code: how.code,
          error_data: { details: how.details ?? "refused" },
        },
      });
    case "html":
      response.writeHead(how.status, { "content-type": "text/html" });
      response.end("<h1>oh</h1>");
      return;
    case "cut":
      response.destroy();
      return;
    case "hang":
      return;
    default:
      how satisfies never;
  }
}
