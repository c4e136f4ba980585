/** For tests: a business's webhook that keeps what it gets, and a simulator in front of it. */
import { createServer } from "node:http";
import { z } from "zod";
import { startSimulator } from "./app.ts";
import type { Options } from "./options.ts";

const Body = z.object({
  entry: z.array(
    z.looseObject({
      id: z.string(),
      changes: z.array(
        z.object({
          field: z.string(),
          value: z.looseObject({
            contacts: z.array(z.looseObject({})).optional(),
            messages: z.array(z.looseObject({ id: z.string(), type: z.string() })).optional(),
            statuses: z.array(z.looseObject({ id: z.string(), status: z.string() })).optional(),
          }),
        }),
      ),
    }),
  ),
});

export type Caught = { bytes: Buffer; signature: string | undefined; body: z.infer<typeof Body> };

const OPTIONS: Omit<Options, "webhook"> = {
  port: 0,
  appSecret: "secret",
  verifyToken: "verify",
  token: "token",
  number: "200000000000001",
  account: "300000000000001",
  moreNumbers: [],
  mediaBase: null,
  keep: 20_000,
  clockOffset: 0,
  replay: null,
  settings: {},
  state: null,
  seed: "a test",
  fast: true,
  json: false,
  withParent: false,
};

export async function startCaught(changed: Partial<Options> = {}) {
  const caught: Caught[] = [];
  /** What the webhook answers, one after the other; then 200. */
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://webhook");
    if (request.method === "GET") {
      const isRight = url.searchParams.get("hub.verify_token") === "verify";
      response.writeHead(isRight ? 200 : 403).end(isRight ? url.searchParams.get("hub.challenge") : "");
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const bytes = Buffer.concat(parts);
      const signature = request.headers["x-hub-signature-256"]?.toString();
      caught.push({ bytes, signature, body: Body.parse(JSON.parse(bytes.toString())) });
      response.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const running = await startSimulator({ ...OPTIONS, webhook: `http://127.0.0.1:${port}/hook`, ...changed });

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${running.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = z.looseObject({}).parse(text === "" ? {} : JSON.parse(text));
    return { status: response.status, body: answer };
  }
  const bearer = { authorization: "Bearer token" };
  return {
    url: running.url,
    caught,
    answers,
    control: (method: string, path: string, body?: unknown) => call(method, `/control${path}`, body),
    graph: (method: string, path: string, body?: unknown, headers = bearer) =>
      call(method, `/v26.0${path}`, body, headers),
    send: (body: object, to = "34600100201") =>
      call("POST", "/v26.0/200000000000001/messages", { messaging_product: "whatsapp", to, ...body }, bearer),
    /** Every message or status that came, in the order of arrival. */
    messages: () => updatesOf(caught).flatMap(({ messages }) => messages ?? []),
    /** The values that came under a field. */
    changes: (field: string) =>
      caught
        .flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes))
        .filter((change) => change.field === field)
        .map(({ value }) => value),
    statuses: () => updatesOf(caught).flatMap(({ statuses }) => statuses ?? []),
    close: async () => {
      await running.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(() => resolve(null)));
    },
  };
}

export type CaughtSimulator = Awaited<ReturnType<typeof startCaught>>;

/** Asks until it holds; a failing test says so by its own assertion. */
export async function until(holds: () => boolean | Promise<boolean>, patienceMs = 3_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (performance.now() < end && !(await holds())) await new Promise((resolve) => setTimeout(resolve, 4));
}

function updatesOf(caught: readonly Caught[]) {
  return caught.flatMap(({ body }) => body.entry.flatMap(({ changes }) => changes.map(({ value }) => value)));
}
