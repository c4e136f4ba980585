/** What the webhook takes a second, beside HTTP alone, one insert a request, and the database's own one-row inserts. */
import { execFile } from "node:child_process";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type FastifyInstance, fastify } from "fastify";
import pg from "pg";
import { pino } from "pino";
import { systemClock } from "../server/clock.ts";
import { type Bare, openBare } from "../server/http/bare.ts";
import { WEBHOOK_PATH, webhookRoutes } from "../server/intake/webhook.ts";
import { isSigned } from "../server/whatsapp/signature.ts";
import { type BenchDatabase, benchDatabase } from "./bench-database.ts";
import { aBody } from "./bodies.ts";
import type { Figure } from "./figure.ts";

const SECRET = "bench";
const SECONDS = 2;
const ROUNDS = 3;
const CLIENTS = 64;
const LOAD = fileURLToPath(new URL("post-load.ts", import.meta.url));
/** The ratios of the issue that this was built for. */
const OF_ONE_ROW = 1.4;
const OF_ONE_A_REQUEST = 2.5;

type Load = { perSecond: number; p99Ms: number; refused: number };

type Round = { rows: number; http: Load; single: Load; webhook: Load };

export async function benchIngest(): Promise<Figure[]> {
  const database = await benchDatabase();
  try {
    return [...(await measureAt(database, 64, true)), ...(await measureAt(database, 128, false))];
  } finally {
    await database.close();
  }
}

/** Each round measures all ways one after another, and each ratio is the median of the rounds': a noisy machine is noisy to all. */
async function measureAt(database: BenchDatabase, connections: number, isFloor: boolean): Promise<Figure[]> {
  const rounds: Round[] = [];
  for (let n = 0; n < ROUNDS; n += 1)
    rounds.push({
      rows: await oneRowInserts(database),
      http: await measure(database, connections, httpOnly),
      single: await measure(database, connections, oneInsertARequest),
      webhook: await measure(database, connections, theWebhook),
    });
  const middle = (value: (round: Round) => number) => median(rounds.map(value));
  const named = (name: string) => `${name}, ${connections} connections`;
  const beside = (
    name: string,
    value: (round: Round) => number,
    ceiling: [name: string, value: (round: Round) => number],
    floor?: number,
  ): Figure => ({
    name: named(name),
    value: middle(value),
    unit: "req/s",
    ceiling: { name: ceiling[0], value: middle(ceiling[1]) },
    ratio: middle((round) => value(round) / ceiling[1](round)),
    ...(isFloor && floor !== undefined && { floor }),
  });
  const http = (round: Round) => round.http.perSecond;
  const single = (round: Round) => round.single.perSecond;
  const webhook = (round: Round) => round.webhook.perSecond;
  const rows = (round: Round) => round.rows;
  return [
    { name: named("HTTP + HMAC only"), value: middle(http), unit: "req/s" },
    beside("one insert a request", single, ["HTTP + HMAC only", http]),
    beside("webhook", webhook, ["HTTP + HMAC only", http]),
    beside("webhook", webhook, [`one-row inserts, ${CLIENTS} clients`, rows], OF_ONE_ROW),
    beside("webhook", webhook, ["one insert a request", single], OF_ONE_A_REQUEST),
    {
      name: named("webhook, slowest of a hundred"),
      value: middle((round) => round.webhook.p99Ms),
      unit: "ms",
    },
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

type Route = (http: FastifyInstance, database: BenchDatabase, bare: Bare) => void;

async function measure(database: BenchDatabase, connections: number, route: Route): Promise<Load> {
  await database.db.query("truncate inbox");
  const bare = openBare({ requestTimeoutMs: 0 });
  const http = fastify({ serverFactory: bare.serverFactory });
  route(http, database, bare);
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

const theWebhook: Route = (http, { db }, bare) => {
  webhookRoutes(http, {
    bare,
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
      client.on("error", () => {});
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
  await sleep(500);
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
