/** What the webhook takes a second, beside HTTP alone, one insert a request, and the database's own one-row inserts. */
import { execFile } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type FastifyInstance, fastify } from "fastify";
import pg from "pg";
import { pino } from "pino";
import { systemClock } from "../server/clock.ts";
import { WEBHOOK_PATH, webhookRoutes } from "../server/intake/webhook.ts";
import { isSigned } from "../server/whatsapp/signature.ts";
import { type BenchDatabase, benchDatabase } from "./bench-database.ts";
import { aBody } from "./bodies.ts";
import type { Figure } from "./figure.ts";

const SECRET = "bench";
const SECONDS = 5;
const CLIENTS = 64;
const LOAD = fileURLToPath(new URL("post-load.ts", import.meta.url));
/** The ratios of the issue that this was built for. */
const OF_ONE_ROW = 1.4;
const OF_ONE_A_REQUEST = 2.5;

type Load = { perSecond: number; p99Ms: number; refused: number };

export async function benchIngest(): Promise<Figure[]> {
  const database = await benchDatabase();
  try {
    const rows = await oneRowInserts(database);
    const at64 = await measureAll(database, 64, rows);
    const at128 = await measureAll(database, 128, rows);
    return [{ name: "one-row inserts, 64 clients", value: rows, unit: "rows/s" }, ...at64, ...at128];
  } finally {
    await database.close();
  }
}

async function measureAll(database: BenchDatabase, connections: number, rows: number): Promise<Figure[]> {
  const http = await measure(database, connections, httpOnly);
  const single = await measure(database, connections, oneInsertARequest);
  const webhook = await measure(database, connections, theWebhook);
  const named = (name: string) => `${name}, ${connections} connections`;
  const beside = (
    name: string,
    load: Load,
    ceiling: { name: string; value: number },
    floor?: number,
  ): Figure => ({
    name: named(name),
    value: load.perSecond,
    unit: "req/s",
    ceiling,
    ratio: load.perSecond / ceiling.value,
    ...(floor !== undefined && { floor }),
  });
  const alone = { name: "HTTP + HMAC only", value: http.perSecond };
  const isFloor = connections === 64;
  return [
    { name: named("HTTP + HMAC only"), value: http.perSecond, unit: "req/s" },
    beside("one insert a request", single, alone),
    beside("webhook", webhook, alone),
    beside(
      "webhook",
      webhook,
      { name: "one-row inserts, 64 clients", value: rows },
      isFloor ? OF_ONE_ROW : undefined,
    ),
    beside(
      "webhook",
      webhook,
      { name: "one insert a request", value: single.perSecond },
      isFloor ? OF_ONE_A_REQUEST : undefined,
    ),
    { name: named("webhook, slowest of a hundred"), value: webhook.p99Ms, unit: "ms" },
  ];
}

type Route = (http: FastifyInstance, database: BenchDatabase) => void;

async function measure(database: BenchDatabase, connections: number, route: Route): Promise<Load> {
  await database.db.query("truncate inbox");
  const http = fastify();
  route(http, database);
  await http.listen({ host: "127.0.0.1", port: 0 });
  try {
    const { port } = http.server.address() as AddressInfo;
    const args = [LOAD, String(port), WEBHOOK_PATH, String(connections), String(SECONDS), SECRET];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const load: Load = JSON.parse(stdout);
    if (load.refused > 0) throw new Error(`${load.refused} posts of the bench were refused.`);
    return load;
  } finally {
    await http.close();
  }
}

function asBuffers(http: FastifyInstance): void {
  http.removeAllContentTypeParsers();
  http.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
}

const httpOnly: Route = (http) => {
  asBuffers(http);
  http.post(WEBHOOK_PATH, async (request, reply) => {
    const isOurs = isSigned(request.body as Buffer, request.headers["x-hub-signature-256"], [SECRET]);
    return reply.code(isOurs ? 200 : 401).send();
  });
};

const INSERT = { name: "one", text: "insert into inbox (received_at, body) values ($1, $2)" };

const oneInsertARequest: Route = (http, { db }) => {
  asBuffers(http);
  http.post(WEBHOOK_PATH, async (request, reply) => {
    const isOurs = isSigned(request.body as Buffer, request.headers["x-hub-signature-256"], [SECRET]);
    if (!isOurs) return reply.code(401).send();
    await db.pool.query({ ...INSERT, values: [systemClock.now(), request.body] });
    return reply.code(200).send();
  });
};

const theWebhook: Route = (http, { db }) => {
  webhookRoutes(http, {
    system: { db, clock: systemClock, log: pino({ level: "silent" }) },
    numbers: { appSecrets: () => [SECRET], verifyTokens: () => [] },
    recorder: { wake: () => {} },
  });
};

/** As pgbench would: each client has a connection and inserts one row after another. */
async function oneRowInserts({ connection }: BenchDatabase): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client(connection);
      await client.connect();
      return client;
    }),
  );
  const body = aBody("wamid.row", 1, 1_795_000_000);
  let rows = 0;
  let counting = false;
  let stopping = false;
  const running = Promise.all(
    clients.map(async (client) => {
      while (!stopping) {
        await client.query({ ...INSERT, values: [systemClock.now(), body] });
        if (counting) rows += 1;
      }
    }),
  );
  await sleep(1_000);
  counting = true;
  const began = performance.now();
  await sleep(SECONDS * 1_000);
  counting = false;
  const perSecond = rows / ((performance.now() - began) / 1_000);
  stopping = true;
  await running;
  await Promise.all(clients.map((client) => client.end()));
  return perSecond;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
