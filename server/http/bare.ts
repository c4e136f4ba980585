/**
 * Routes that node:http answers itself, past the framework and all its hooks. For what is asked thousands of times a
 * second and needs none of them: the webhook (docs/decisions/0012-bare-webhook.md has what it is worth).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { FastifyServerFactory } from "fastify";

/** Answers by itself, whatever happens: nobody catches what it throws. */
export type BareHandler = (request: IncomingMessage, response: ServerResponse) => void;

export type Bare = {
  /** To be given to the framework, which gets everything else. */
  serverFactory: FastifyServerFactory<Server>;
  post(path: string, handle: BareHandler): void;
  /** Told of every answer. */
  onAnswer(heard: (answer: { method: string; route: string; status: number; ms: number }) => void): void;
};

/** A proxy keeps its connections longer than the framework's default lets it: that would cut a post in the making. */
const KEEP_ALIVE_MS = 72_000;

export function openBare({ requestTimeoutMs }: { requestTimeoutMs: number }): Bare {
  const handlers = new Map<string, BareHandler>();
  const listeners: Parameters<Bare["onAnswer"]>[0][] = [];

  function answer(route: string, server: Server, request: IncomingMessage, response: ServerResponse): void {
    const began = performance.now();
    // While closing, whoever keeps a connection busy would keep the server open.
    if (!server.listening) response.setHeader("connection", "close");
    response.once("finish", () => {
      const ms = performance.now() - began;
      for (const heard of listeners) heard({ method: "POST", route, status: response.statusCode, ms });
    });
    handlers.get(route)?.(request, response);
  }

  return {
    serverFactory(next) {
      const server = createServer((request, response) => {
        const route = request.method === "POST" ? routeOf(request.url ?? "") : "";
        if (handlers.has(route)) answer(route, server, request, response);
        else next(request, response);
      });
      server.requestTimeout = requestTimeoutMs;
      server.keepAliveTimeout = KEEP_ALIVE_MS;
      return server;
    },
    post: (path, handle) => void handlers.set(path, handle),
    onAnswer: (heard) => void listeners.push(heard),
  };
}

function routeOf(url: string): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}
